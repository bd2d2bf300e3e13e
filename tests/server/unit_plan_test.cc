// A yearly plan over sockets: begun with proposals, written as a block, approved, noted; closing a year.
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

constexpr const char* kAgency = "so-ngoai-vu";
constexpr const char* kPlans = "/api/v1/unit-plans";
const std::string kPlanPath = std::string(kPlans) + "/so-ngoai-vu.2026";
constexpr const char* kParty = "/api/v1/programmes/lao-cai-phan-cong-bcd";

class UnitPlans : public RunningServer {
 protected:
  HttpHeaders as(std::string_view role, std::string_view agency = kAgency) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  HttpHeaders based(HttpHeaders headers) {
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return headers;
  }
  HttpReply begin() { return post(kPlans, R"({"year":2026})", as("officer")); }
  // As proposed, row by row.
  std::string proposed_lines() {
    const Json plan(get(kPlanPath, as("officer")).body);
    std::string lines;
    for (const auto row : plan["rows"].get_array().value()) {
      const auto proposal = row["proposal"];
      lines += (lines.empty() ? "" : ",") + std::string(R"({"assignment":")") +
               std::string(row["assignment"].get_string().value()) + R"(","set":{"product":)" +
               simdjson::minify(proposal["product"].value()) + R"(,"milestones":)" +
               simdjson::minify(proposal["milestones"].value()) + "}}";
    }
    return R"({"lines":[)" + lines + "]}";
  }
  void command(const std::string& name, const std::string& body, HttpHeaders headers) {
    const HttpReply reply = post(kPlanPath + "/" + name, body, based(std::move(headers)));
    ASSERT_EQ(reply.status, 200) << name << ": " << reply.body;
  }
  void approve() {
    ASSERT_EQ(begin().status, 201);
    command("set-lines", proposed_lines(), as("officer"));
    command("submit", "{}", as("officer"));
    command("approve", "{}", as("head"));
  }
  std::string first_row(const std::string& list, const std::string& member) {
    return text_of(simdjson::minify(Json(get(kPlanPath, as("head")).body)[list].at(0).value()), member);
  }
  bool is_missing() { return Json(get("/api/v1/agencies/so-ngoai-vu").body)["missing_unit_plan"].get_bool().value(); }
};

TEST_F(UnitPlans, W190TheListHasEveryAgencyThatHasSomethingToPlan) {
  const std::string list = get(std::string(kPlans) + "?year=2026&limit=1000").body;
  const Json counts(simdjson::minify(Json(list)["counts"].value()));
  const auto count = [&](const char* name) { return counts[name].get_uint64().value(); };
  EXPECT_GT(count("total"), 20u);
  EXPECT_EQ(count("missing"), count("total"));
  EXPECT_EQ(number_of(list, "total"), count("total"));
  EXPECT_NE(list.find(R"("id":"so-ngoai-vu.2026")"), std::string::npos);
  expect_problem(get(kPlanPath), {404, "not-found"});
  const HttpReply begun = begin();
  ASSERT_EQ(begun.status, 201) << begun.body;
  EXPECT_EQ(begun.header("location"), kPlanPath);
  EXPECT_EQ(text_of(begun.body, "state"), "draft");
  EXPECT_EQ(number_of(get(std::string(kPlans) + "?year=2026&state=draft").body, "total"), 1u);
  EXPECT_EQ(number_of(get(std::string(kPlans) + "?year=2026&agency=so-ngoai-vu&state=missing").body, "total"), 0u);
  expect_problem(begin(), {409, "already-exists"});
  expect_problem(get(std::string(kPlans) + "?year=1"), {400, "bad-query", "", "year"});
  expect_problem(get(std::string(kPlans) + "?state=none"), {400, "bad-query", "", "state"});
}

TEST_F(UnitPlans, W191RowsAreProposedAndWithheld) {
  const HttpReply begun = begin();
  ASSERT_EQ(begun.status, 201) << begun.body;
  const Json plan(begun.body);
  ASSERT_GT(plan["rows"].get_array().value().size(), 0u);
  EXPECT_FALSE(plan["rows"].at(0)["proposal"].is_null());
  EXPECT_FALSE(plan["rows"].at(0)["line"].get_bool().value());
  const std::string elsewhere = get(kPlanPath, as("officer", "so-noi-vu")).body;
  EXPECT_TRUE(Json(elsewhere)["withheld"].get_bool().value());
  EXPECT_EQ(Json(elsewhere)["rows"].get_array().value().size(), 0u);
  EXPECT_NE(get(kPlanPath + "/history").body.find(R"("field":"stage")"), std::string::npos);
}

TEST_F(UnitPlans, W192LinesRestOnWhatWasSeen) {
  ASSERT_EQ(begin().status, 201);
  const std::string lines = proposed_lines();
  expect_problem(post(kPlanPath + "/set-lines", lines, as("officer")), {428, "precondition-required"});
  const HttpHeaders before = based(as("officer"));
  ASSERT_EQ(post(kPlanPath + "/set-lines", lines, before).status, 200);
  const std::string row = first_row("rows", "assignment");
  const std::string again = R"({"lines":[{"assignment":")" + row + R"(","set":{"product":{"text":"Khác"}}}]})";
  const HttpReply stale = post(kPlanPath + "/set-lines", again, before);
  expect_problem(stale, {412, "stale"});
  EXPECT_EQ(Json(stale.body)["fields"].at(0).get_string().value(), "product");
  const std::string note = R"({"lines":[{"assignment":")" + row + R"(","set":{"note":"Chờ vốn"}}]})";
  EXPECT_EQ(post(kPlanPath + "/set-lines", note, before).status, 200);
  expect_problem(post(kPlanPath + "/set-lines", R"({"lines":[]})", before), {400, "bad-request", "/lines"});
}

TEST_F(UnitPlans, W193AnApprovedPlanIsSeenWithTheWork) {
  EXPECT_TRUE(is_missing());
  approve();
  EXPECT_FALSE(is_missing());
  expect_problem(post(kPlanPath + "/approve", "{}", based(as("officer"))), {403, "forbidden"});
  const std::string work = "/api/v1/assignments/" + first_row("rows_in_force", "assignment");
  const Json assignment(get(work).body);
  ASSERT_EQ(assignment["year_plans"].get_array().value().size(), 1u);
  EXPECT_EQ(assignment["year_plans"].at(0)["agency"].get_string().value(), kAgency);
  const HttpReply result = post(
      work + "/submit-year", R"({"year":2026,"result":"Đã xong","completed_on":"2026-04-01"})", based(as("officer")));
  ASSERT_EQ(result.status, 200) << result.body;
  EXPECT_NE(get(work, as("head")).body.find("Đã xong"), std::string::npos);
  EXPECT_EQ(get(work, as("administrator", "vp-ubnd-tinh")).body.find("Đã xong"), std::string::npos);
  expect_problem(
      post(work + "/meet-milestone", R"({"year":2026,"milestone":"m99","on":"2026-04-01"})", based(as("officer"))),
      {422, "rule", "", "", "", "Y10"});
}

TEST_F(UnitPlans, W198AReopenedResultStandsAsReturned) {
  approve();
  const std::string work = "/api/v1/assignments/" + first_row("rows_in_force", "assignment");
  const std::string result = R"({"year":2026,"result":"Đã xong","completed_on":"2026-04-01"})";
  ASSERT_EQ(post(work + "/submit-year", result, based(as("officer"))).status, 200);
  const HttpHeaders judge = as("head", text_of(get(work).body, "confirming_agency"));
  ASSERT_EQ(post(work + "/accept-year", R"({"year":2026})", based(judge)).status, 200);
  expect_problem(post(work + "/reopen-year", R"({"year":2026,"reason":"Sai"})", based(as("officer"))),
                 {403, "forbidden"});
  expect_problem(post(work + "/reopen-year", R"({"year":2026})", based(judge)), {400, "bad-request", "/reason"});
  const HttpReply reopened = post(work + "/reopen-year", R"({"year":2026,"reason":"Sai số liệu"})", based(judge));
  ASSERT_EQ(reopened.status, 200) << reopened.body;
  EXPECT_NE(reopened.body.find(R"("state":"returned")"), std::string::npos);
  EXPECT_EQ(post(work + "/submit-year", result, based(as("officer"))).status, 200);
}

TEST_F(UnitPlans, W195ApprovingMovesNoOtherETag) {
  ASSERT_EQ(begin().status, 201);
  command("set-lines", proposed_lines(), as("officer"));
  command("submit", "{}", as("officer"));
  const std::string work = "/api/v1/assignments/" + first_row("rows", "assignment");
  const Sequence before = sequence_of_item(work);
  command("approve", "{}", as("head"));
  EXPECT_EQ(sequence_of_item(work), before);
  const std::string as_of = std::to_string(head());
  command("amend", R"({"reason":"Giao thêm việc"})", as("officer"));
  EXPECT_EQ(text_of(get(kPlanPath + "?as_of=" + as_of).body, "state"), "approved");
  EXPECT_EQ(text_of(get(kPlanPath).body, "state"), "draft");
}

TEST_F(UnitPlans, W194ClosingAYearIsShownBeforeItIsDone) {
  const HttpHeaders standing = as("standing-agency", "vp-tinh-uy");
  const std::string body = R"({"year":2025,"document":"lao-cai-phan-cong-bcd"})";
  const std::string close = std::string(kParty) + "/close-year";
  const Sequence before = head();
  const HttpReply dry = post(close + "?dry_run=true", body, based(standing));
  ASSERT_EQ(dry.status, 200) << dry.body;
  EXPECT_EQ(Json(dry.body)["items"].at(0)["changes"].at(0)["field"].get_string().value(), "closed_years");
  EXPECT_EQ(head(), before);
  expect_problem(post(close, body, standing), {428, "precondition-required"});
  expect_problem(post(close, body, based(as("standing-agency", "so-khcn"))), {403, "forbidden"});
  const HttpReply done = post(close, body, based(standing));
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(Json(done.body)["closed_years"].at(0)["year"].get_int64().value(), 2025);
  expect_problem(post(close, body, based(standing)), {422, "rule", "", "", "", "Y17"});
  expect_problem(post(close, R"({"year":2044,"document":"lao-cai-phan-cong-bcd"})", based(standing)),
                 {400, "bad-request", "/year"});
}

}  // namespace
}  // namespace luuvet::test

// Numbers in tasks' words over sockets: listed as proposals, taken, amended, rejected, undone by none of it.
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

constexpr const char* kNumbered = "/api/v1/tasks/da11.ii.ix.1.5";
constexpr const char* kClasses = "/api/v1/tasks/bcd26.ii.vii.5";
constexpr const char* kList = "/api/v1/measure-suggestions";
constexpr const char* kTaken =
    R"({"measures":[{"comparator":">=","value":45,"unit":"%","what":"nhiệm vụ KH&CN","deliverable":null,)"
    R"("place":{"field":"content","text":"tối thiểu 40%","nth":1}}],"rejected":[]})";

class Measures : public RunningServer {
 protected:
  HttpHeaders as(std::string_view role, std::string_view agency = kLead) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  HttpReply set(const std::string& path, const std::string& body, HttpHeaders headers) {
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return post(path + "/set-measures", body, headers);
  }
  std::uint64_t counted(const std::string& query, std::string_view what) {
    const Json list(get(kList + query).body);
    return list["counts"][what].get_uint64().value();
  }
};

TEST_F(Measures, W251ProposalsAreListedAndDecidedOn) {
  const Json all(get(kList).body);
  EXPECT_EQ(all["counts"]["open"].get_uint64().value(), 37u);
  EXPECT_EQ(counted("?programme=lao-cai-de-an-11", "open"), 13u);
  const Json one(get(std::string(kList) + "?task=da11.ii.ix.1.5").body);
  const auto number = one["items"].at(0)["numbers"].at(0);
  EXPECT_EQ(number["place"]["text"].get_string().value(), "tối thiểu 40%");
  EXPECT_EQ(number["value"].get_int64().value(), 40);
  EXPECT_EQ(number["end"].get_uint64().value() - number["begin"].get_uint64().value(), 13u);  // letters, not bytes
  EXPECT_EQ(set(kNumbered, kTaken, as("standing-agency")).status, 200);
  EXPECT_EQ(counted("", "open"), 36u);
  EXPECT_EQ(counted("", "measured"), 1u);
  EXPECT_EQ(number_of(get(std::string(kList) + "?task=da11.ii.ix.1.5&open=true").body, "total"), 0u);
  EXPECT_EQ(number_of(get(std::string(kList) + "?task=da11.ii.ix.1.5&open=false").body, "total"), 1u);
}

TEST_F(Measures, W251PagesFollowEachOther) {
  std::vector<std::string> ids;
  std::string next = "?limit=7";
  while (!next.empty()) {
    const Json page(get(kList + next).body);
    for (const auto item : page["items"].get_array()) ids.emplace_back(item["id"].get_string().value());
    next = page["next"].is_null() ? "" : "?limit=7&cursor=" + std::string(page["next"].get_string().value());
  }
  EXPECT_EQ(ids.size(), number_of(get(kList).body, "total"));
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
  expect_problem(get(std::string(kList) + "?limit=0"), {400, "bad-query", "", "limit"});
  expect_problem(get(std::string(kList) + "?open=x"), {400, "bad-query", "", "open"});
}

TEST_F(Measures, W252ATaskSaysItsMeasuresAndWhatItsReportsSay) {
  const HttpReply reply = set(kNumbered, kTaken, as("standing-agency"));
  const Json task(reply.body);
  EXPECT_EQ(task["measures"].at(0)["value"].get_int64().value(), 45);
  EXPECT_TRUE(task["measures"].at(0)["in_words"].get_bool().value());
  EXPECT_TRUE(task["measures"].at(0)["done"].is_null());
  const std::string classes =
      R"({"measures":[{"comparator":"=","value":24,"unit":"lớp","what":"lớp được tổ chức","deliverable":1,)"
      R"("place":{"field":"deliverables/1","text":"24 lớp","nth":1}}],"rejected":[]})";
  ASSERT_EQ(set(kClasses, classes, as("standing-agency")).status, 200);
  HttpHeaders lead = as("head", Json(get(kClasses).body)["lead_agencies"].at(0).get_string().value());
  lead.emplace_back("Luuvet-Based-On", std::to_string(head()));
  ASSERT_EQ(post(std::string(kClasses) + "/report-progress",
                 R"({"percent":50,"quantities":[{"deliverable":1,"done":24}]})", lead)
                .status,
            200);
  EXPECT_TRUE(Json(get(kClasses).body)["measures"].at(0)["done"].is_null()) << "the head has not approved it";
  lead.back().second = std::to_string(head());
  const std::string approving = R"({"of":[)" + std::to_string(head()) + "]}";
  ASSERT_EQ(post(std::string(kClasses) + "/approve-progress", approving, lead).status, 200);
  const Json reported(get(kClasses).body);
  EXPECT_EQ(reported["measures"].at(0)["done"].get_int64().value(), 24);
  EXPECT_TRUE(reported["measures"].at(0)["reached"].get_bool().value());
  EXPECT_NE(get(std::string(kClasses) + "/history").body.find(R"("field":"measures")"), std::string::npos);
}

TEST_F(Measures, W293AMeasureSaysWhatIsQuestioned) {
  std::string growth = kTaken;
  growth.replace(growth.find("45"), 2, "150");
  const Json task(set(kNumbered, growth, as("standing-agency")).body);
  const auto found = task["measures"].at(0)["findings"].at(0);
  EXPECT_EQ(found["kind"].get_string().value(), "range");
  EXPECT_EQ(found["value"].get_int64().value(), 150);
  const Json list(get(std::string(kList) + "?task=da11.ii.ix.1.5").body);
  EXPECT_EQ(list["items"].at(0)["measures"].at(0)["findings"].get_array().value().size(), 1u);
  growth.replace(growth.find("150"), 3, "1.23456");
  expect_problem(set(kNumbered, growth, as("standing-agency")), {400, "bad-request", "/measures/0/value"});
}

TEST_F(Measures, X24X25BadBodiesChangeNothing) {
  const std::uint64_t before = head();
  const HttpHeaders standing = as("standing-agency");
  expect_problem(set(kNumbered, R"({"measures":[]})", standing), {400, "bad-request", "/rejected"});
  expect_problem(set(kNumbered, R"({"measures":[],"rejected":[{"field":"title","text":"2030","nth":1}]})", standing),
                 {400, "bad-request", "/rejected/0"});
  expect_problem(set(kNumbered, R"({"measures":[],"rejected":[]})", standing), {422, "rule", "", "", "", "X24"});
  expect_problem(set(kNumbered, kTaken, as("officer")), {403, "forbidden", "", "", "", "P01"});
  EXPECT_EQ(head(), before);
}

TEST_F(Measures, X24ManyTasksInOneAct) {
  const std::string seen = std::to_string(head());
  const std::string act = R"({"items":[{"subject":"task/da11.ii.ix.1.5","based_on":)" + seen +
                          R"(,"measures":[],"rejected":[{"field":"content","text":"tối thiểu 40%","nth":1}]},)"
                          R"({"subject":"task/nq26.02.26","based_on":)" +
                          seen + R"(,"measures":[],"rejected":[{"field":"title","text":"03 bài toán","nth":1}]}]})";
  EXPECT_EQ(post("/api/v1/acts/set-measures", act, as("standing-agency")).status, 200);
  EXPECT_EQ(counted("", "rejected"), 2u);
  EXPECT_EQ(counted("?as_of=" + seen, "rejected"), 0u);
}

}  // namespace
}  // namespace luuvet::test

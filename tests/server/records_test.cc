// Missions, big problems, registers and proposals, over sockets.
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

const std::string kMissions = "/api/v1/missions";
const std::string kEntries = "/api/v1/register-entries";
const std::string kProposals = "/api/v1/proposals";

class Records : public RunningServer {
 protected:
  HttpHeaders as(std::string_view role, std::string_view agency = kLead) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  std::string made(const std::string& collection, const std::string& body, HttpHeaders who) {
    const HttpReply reply = post(collection, body, who);
    EXPECT_EQ(reply.status, 201) << reply.body;
    return collection + "/" + text_of(reply.body, "id");
  }
  HttpReply command(const std::string& target, const std::string& body, HttpHeaders who) {
    who.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return post(target, body, who);
  }
  void ok(const std::string& target, const std::string& body) {
    const HttpReply reply = command(target, body, as("officer"));
    EXPECT_EQ(reply.status, 200) << target << " " << reply.body;
  }
  std::string ordered() {
    return made(kMissions,
                R"({"title":"Giống lúa chịu hạn","kind":"topic","tasks":["da11.ii.i.1.1"],"managing_agency":"so-khcn",)"
                R"("ordered_on":"2026-01-05","document":"lao-cai-de-an-11"})",
                as("officer"));
  }
  std::string accepted() {
    const std::string mission = ordered();
    const std::string paper = R"(,"document":"lao-cai-de-an-11"})";
    ok(mission + "/select", R"({"way":"direct","host":{"name":"Viện Lúa"},"on":"2026-01-06")" + paper);
    ok(mission + "/contract", R"({"number":"12/HĐ","amount":1000,"on":"2026-01-07")" + paper);
    ok(mission + "/record-disbursement", R"({"amount":600,"paid_on":"2026-01-08","note":"Đợt một"})");
    ok(mission + "/record-council",
       R"({"kind":"acceptance","held_on":"2026-01-09","result":"passed","note":"Nhất trí")" + paper);
    ok(mission + "/accept", R"({"on":"2026-01-10")" + paper);
    return mission;
  }
  std::uint64_t total(const std::string& target) { return number_of(get(target).body, "total"); }
};

TEST_F(Records, W280FiltersHoldTogetherAndAreReadStrictly) {
  accepted();
  EXPECT_EQ(total(kMissions + "?stage=accepted&stage=stopped&task=da11.ii.i.1.1&agency=so-khcn&kind=topic"), 1u);
  EXPECT_EQ(total(kMissions + "?stage=ordered"), 0u);
  EXPECT_EQ(total(kMissions + "?q=vien%20lua"), 1u);
  expect_problem(get(kMissions + "?stage=later"), {400, "bad-query", "", "stage"});
  expect_problem(get(kEntries + "?stage=ordered"), {400, "bad-query", "", "stage"});
  const HttpReply sheet = get(kMissions + ".xlsx?stage=accepted");
  EXPECT_EQ(sheet.status, 200);
  EXPECT_EQ(sheet.body.substr(0, 2), "PK");
  EXPECT_EQ(get(kProposals + ".xlsx").status, 200);
}

TEST_F(Records, W281WordsAreForThoseConcerned) {
  const std::string mission = accepted();
  const HttpReply own = get(mission, as("officer"));
  EXPECT_NE(own.body.find("Đợt một"), std::string::npos);
  const HttpReply other = get(mission, as("officer", "so-tai-chinh"));
  EXPECT_TRUE(Json(other.body)["withheld"].get_bool().value());
  for (const char* words : {"Đợt một", "Nhất trí"}) EXPECT_EQ(other.body.find(words), std::string::npos);
  EXPECT_EQ(number_of(other.body, "disbursed"), 600u);
  const std::string history = get(mission + "/history", as("officer", "so-tai-chinh")).body;
  EXPECT_EQ(history.find("Nhất trí"), std::string::npos);
}

TEST_F(Records, W282OverdueIsJudgedForTheStatusDate) {
  const std::string mission = accepted();
  EXPECT_EQ(text_of(get(mission).body, "follow_up_due"), "2027-01-10");
  const auto late = [&](const std::string& on) {
    return Json(get(mission + "?status_date=" + on).body)["follow_up_overdue"].get_bool().value();
  };
  EXPECT_FALSE(late("2027-01-10"));
  EXPECT_TRUE(late("2027-01-11"));
  ok(mission + "/set-milestones", R"({"milestones":[{"name":"Giữa kỳ","due":"2027-02-28"}]})");
  EXPECT_EQ(number_of(get(mission + "?status_date=2027-03-01").body, "overdue_milestones"), 1u);
}

TEST_F(Records, W282APastReadingStaysAsItWas) {
  const std::string mission = ordered();
  const Sequence then = head();
  ok(mission + "/select",
     R"({"way":"direct","host":{"name":"Viện Lúa"},"on":"2026-01-06","document":"lao-cai-de-an-11"})");
  EXPECT_EQ(text_of(get(mission + "?as_of=" + std::to_string(then)).body, "stage"), "ordered");
  restart();
  EXPECT_EQ(text_of(get(mission).body, "stage"), "selected");
}

TEST_F(Records, W199ACorrectedStepKeepsBothReadings) {
  const std::string mission = accepted();
  const Sequence then = head();
  const std::string payment =
      std::to_string(Json(get(mission, as("officer")).body)["disbursements"].at(0)["sequence"].get_uint64().value());
  ok(mission + "/correct-step",
     R"({"step":"disbursement","of":)" + payment + R"(,"set":{"amount":550},"reason":"Thừa một số"})");
  const HttpReply own = get(mission, as("officer"));
  EXPECT_EQ(number_of(own.body, "disbursed"), 550u);
  EXPECT_NE(own.body.find(R"("was":{"amount":600},"set":{"amount":550},"reason":"Thừa một số")"), std::string::npos);
  EXPECT_EQ(get(mission, as("officer", "so-tai-chinh")).body.find("Thừa một số"), std::string::npos);
  EXPECT_EQ(number_of(get(mission + "?as_of=" + std::to_string(then)).body, "disbursed"), 600u);
  ok(mission + "/take-back-step", R"({"step":"acceptance","reason":"Chưa nghiệm thu"})");
  const std::string newest = get(mission + "/history?limit=1", as("officer")).body;
  for (const char* reason : {"Thừa một số", "Chưa nghiệm thu"})
    EXPECT_NE(newest.find(reason), std::string::npos) << newest;
  EXPECT_EQ(newest.find(R"("reason":null)"), std::string::npos) << newest;
  const std::string others = get(mission + "/history", as("officer", "so-tai-chinh")).body;
  EXPECT_EQ(others.find("correction_reasons"), std::string::npos);
  EXPECT_EQ(text_of(get(mission).body, "stage"), "under-way");
  restart();
  EXPECT_EQ(text_of(get(mission).body, "stage"), "under-way");
  EXPECT_EQ(number_of(get(mission).body, "disbursed"), 550u);
}

TEST_F(Records, W283LikelyDoublesAreNamed) {
  const std::string body =
      R"("register":"shared-platform","name":"Nền tảng họp trực tuyến","address":"hop.vn","task":"da11.ii.i.1.1"})";
  const std::string first = made(kEntries, R"({"agency":"so-khcn",)" + body, as("officer"));
  const std::string second = made(kEntries, R"({"agency":"so-noi-vu",)" + body, as("officer"));
  EXPECT_NE(get(second).body.find(first.substr(kEntries.size() + 1)), std::string::npos);
  EXPECT_EQ(total(kEntries + "?register=shared-platform&likely_double=true"), 2u);
  ok(second + "/end", R"({"on":"2026-01-05","reason":"Trùng"})");
  EXPECT_EQ(total(kEntries + "?likely_double=true"), 0u);
  expect_problem(post(kEntries, R"({"register":"model","name":"Mô hình","agency":"so-khcn","task":"da11.ii.i.1.1"})",
                      as("officer")),
                 {400, "bad-request", "/place"});
}

TEST_F(Records, W284CountsOfAllFactsAndStages) {
  accepted();
  ordered();
  const HttpReply reply = get("/api/v1/mission-counts?year=2026&agency=so-khcn");
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(number_of(reply.body, "total"), 2u);
  for (const char* part : {R"({"fact":"ordered","total":2})", R"({"fact":"accepted","total":1})",
                           R"({"fact":"stopped","total":0})", R"({"stage":"accepted","total":1})",
                           R"({"stage":"stopped","total":0})", R"("years":[{"year":2026,"total":2}])"})
    EXPECT_NE(reply.body.find(part), std::string::npos) << part << " " << reply.body;
  EXPECT_EQ(total("/api/v1/mission-counts?year=2025"), 0u);
  expect_problem(get("/api/v1/mission-counts?year=1"), {400, "bad-query", "", "year"});
  expect_problem(get("/api/v1/mission-counts?limit=1"), {400, "bad-query", "", "limit"});
}

TEST_F(Records, Z43CountsAreForWhoeverReadsMissions) {
  accepted();
  const HttpReply reply = get("/api/v1/mission-counts", as("officer", "so-tai-chinh"));
  EXPECT_EQ(number_of(reply.body, "total"), 1u);
  for (const char* words : {"Đợt một", "Nhất trí"}) EXPECT_EQ(reply.body.find(words), std::string::npos);
}

constexpr const char* kComputed =
    R"({"valid_from":"2026-01-01","document":"lao-cai-bcd-2026","unit":"%","direction":"higher","counting":"in-year",)"
    R"("tier":"required","frequency":"year","combine":"single","tracking_agencies":["so-khcn"],)"
    R"("computed_from":{"numerator":"accepted","denominator":"ordered","scope":"province"}})";

TEST_F(Records, W285TheListHasWhatAnIndicatorCounts) {
  ASSERT_EQ(command("/api/v1/indicators/bcd26.i.1/define", kComputed, as("standing-agency")).status, 200);
  accepted();
  ordered();
  const std::string counted = kMissions + "?counted_for=bcd26.i.1.so-khcn.2026";
  EXPECT_EQ(total(counted), 2u);
  EXPECT_EQ(total(counted + "&counted_as=denominator"), 2u);
  EXPECT_EQ(total(counted + "&counted_as=numerator"), 1u);
  EXPECT_EQ(total(kMissions + "?counted_for=bcd26.i.2.so-khcn.2026"), 0u);
  expect_problem(get(kMissions + "?counted_for=abc"), {400, "bad-query", "", "counted_for"});
  expect_problem(get(kMissions + "?counted_as=numerator"), {400, "bad-query", "", "counted_as"});
}

TEST_F(Records, W286TheGridOffersWhatIsCounted) {
  const std::string grid = "/api/v1/submission-grid?agency=so-khcn&period=2026";
  EXPECT_EQ(get(grid).body.find(R"("numerator_fact")"), std::string::npos);
  ASSERT_EQ(command("/api/v1/indicators/bcd26.i.1/define", kComputed, as("standing-agency")).status, 200);
  accepted();
  ordered();
  const std::string offered =
      R"("counted":{"numerator_fact":"accepted","denominator_fact":"ordered","scope":"province","from":"2026-01-01",)"
      R"("until":"2026-12-31","numerator":1,"denominator":2,"value":50})";
  EXPECT_NE(get(grid).body.find(offered), std::string::npos);
  EXPECT_EQ(get("/api/v1/submissions/bcd26.i.1.so-khcn.2026").status, 404);
  const std::string figure = R"({"kind":"actual","numerator":2,"denominator":3,"source":"Báo cáo"})";
  const HttpReply entered = post("/api/v1/submissions/bcd26.i.1.so-khcn.2026/enter", figure, as("officer"));
  ASSERT_EQ(entered.status, 200) << entered.body;
  EXPECT_NE(entered.body.find(R"("kind":"counted","importance":"warning")"), std::string::npos) << entered.body;
  EXPECT_NE(get(grid).body.find(offered), std::string::npos);
}

TEST_F(Records, W290ATaskIsNamedByTheIdOfAnotherSystem) {
  const HttpHeaders standing = as("standing-agency");
  const std::string ids = R"({"external_ids":[{"system":"vp-ubnd","id":"NV 42"}]})";
  ASSERT_EQ(command(std::string(kTaskPath) + "/set-external-ids", ids, standing).status, 200);
  EXPECT_NE(get(kTaskPath).body.find(R"("external_ids":[{"system":"vp-ubnd","id":"NV 42"}])"), std::string::npos);
  const std::string set = R"("set":{"content":"Nội dung mới"}})";
  const std::string proposal =
      made(kProposals, R"({"system":"vp-ubnd","external_id":"NV 42",)" + set, as("officer", "so-noi-vu"));
  EXPECT_EQ(text_of(get(proposal).body, "task"), kTask);
  expect_problem(post(kProposals, R"({"system":"vp-ubnd","external_id":"NV 43",)" + set, as("officer", "so-noi-vu")),
                 {400, "unknown-reference", "/external_id"});
}

TEST_F(Records, W291AcceptingAmendsTheTaskInOneAct) {
  const std::string proposal =
      made(kProposals, R"({"task":"da11.ii.i.1.1","set":{"content":"Nội dung mới"}})", as("officer", "so-noi-vu"));
  const std::string paper = R"({"document":"lao-cai-de-an-11"})";
  const Sequence seen = head();
  ASSERT_EQ(
      command(std::string(kTaskPath) + "/amend",
              R"({"set":{"content":"Nội dung của người khác"},"document":"lao-cai-de-an-11"})", as("standing-agency"))
          .status,
      200);
  EXPECT_NE(get(proposal).body.find(R"("moved":["content"])"), std::string::npos);
  HttpHeaders late = as("standing-agency");
  late.emplace_back("Luuvet-Based-On", std::to_string(seen));
  expect_problem(post(proposal + "/accept", paper, late), {412, "stale"});
  const HttpReply done = command(proposal + "/accept", paper, as("standing-agency"));
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(text_of(done.body, "state"), "accepted");
  EXPECT_EQ(text_of(get(kTaskPath).body, "content"), "Nội dung mới");
  const std::string events = get("/api/v1/events?after=" + std::to_string(head() - 2)).body;
  EXPECT_NE(events.find(R"("actsize":2)"), std::string::npos);
  expect_problem(command(proposal + "/refuse", R"({"reason":"Thôi"})", as("standing-agency")),
                 {422, "rule", "", "", "", "Z35"});
}

}  // namespace
}  // namespace luuvet::test

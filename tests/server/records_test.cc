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

// Collective leads and requests for coordination, over sockets.
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

const std::string kRequests = "/api/v1/coordinations";

class Coordinations : public RunningServer {
 protected:
  HttpHeaders as(std::string_view role, std::string_view agency = kLead) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  std::string undecided(const std::string& query = "&limit=1000") {
    return get("/api/v1/tasks?lead=undecided&programme=lao-cai-de-an-11" + query).body;
  }
  // The first two tasks that wait for a decision, as items of an act.
  std::string two_items() {
    const std::string list = undecided("&limit=2");
    const Json json(list);
    std::string items;
    for (const auto task : json["items"].get_array()) {
      if (!items.empty()) items += ',';
      items += R"({"subject":"task/)" + std::string(task["id"].get_string().value());
      items += R"(","based_on":)" + std::to_string(head()) + "}";
    }
    return items;
  }
  HttpHeaders based(HttpHeaders headers) {
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return headers;
  }
  std::string asked(const std::string& to) {
    const HttpReply reply =
        post(kRequests,
             R"({"task":"da11.ii.i.1.1","to":[)" + to + R"(],"what":"Cử thành viên tham gia","due":"2099-01-31"})",
             as("officer"));
    EXPECT_EQ(reply.status, 201) << reply.body;
    return kRequests + "/" + text_of(reply.body, "id");
  }
  std::uint64_t total(const std::string& query) { return number_of(get(kRequests + query).body, "total"); }
};

TEST_F(Coordinations, W200TasksThatWaitForADecisionAreFound) {
  const std::string list = undecided();
  const std::uint64_t total = number_of(list, "total");
  EXPECT_GT(total, 15u);
  const Json json(list);
  for (const auto task : json["items"].get_array()) EXPECT_TRUE(task["undecided_lead"].get_bool().value());
  EXPECT_FALSE(Json(get(kTaskPath).body)["undecided_lead"].get_bool().value());
}

TEST_F(Coordinations, W201OneListForManyTasksShownFirstThenDone) {
  const std::uint64_t before = number_of(undecided(), "total");
  const std::string body = R"({"mode":"each","units":["so-noi-vu","so-tai-chinh"],"items":[)" + two_items() + "]}";
  const std::string mark = checkpoint();
  const HttpReply dry = post("/api/v1/acts/assign?dry_run=true", body, as("standing-agency"));
  ASSERT_EQ(dry.status, 200) << dry.body;
  EXPECT_EQ(Json(dry.body)["items"].get_array().value().size(), 2u);
  EXPECT_EQ(checkpoint(), mark);
  ASSERT_EQ(post("/api/v1/acts/assign", body, as("standing-agency")).status, 200);
  EXPECT_EQ(number_of(undecided(), "total"), before - 2);
  expect_problem(post("/api/v1/acts/assign", body, as("standing-agency")), {412, "stale"});
  expect_problem(post("/api/v1/acts/assign", body, as("officer")), {403, "forbidden", "", "", "", "P01"});
}
TEST_F(Coordinations, W201WhatTheGroupDoesNotSayIsRefusedInWords) {
  const std::string items = R"(,"items":[)" + two_items() + "]}";
  const auto assign = [&](const std::string& body) {
    return post("/api/v1/acts/assign", body + items, as("standing-agency"));
  };
  expect_problem(assign(R"({"mode":"each","group":"so-nganh-phu-trach-linh-vuc")"), {400, "bad-request", "/group"});
  expect_problem(assign(R"({"mode":"focal")"), {400, "bad-request", "/agency"});
  expect_problem(assign(R"({"mode":"joint")"), {422, "rule", "/items/0", "", "", "F04"});
  EXPECT_EQ(assign(R"({"mode":"focal","agency":"so-noi-vu")").status, 200);
}

TEST_F(Coordinations, W202AskedConfirmedDisputedAnswered) {
  const std::string request = asked(R"("so-noi-vu","so-tai-chinh")");
  EXPECT_EQ(total("?task=da11.ii.i.1.1"), 1u);
  EXPECT_EQ(total("?to=so-noi-vu&answer=waiting"), 1u);
  EXPECT_EQ(total("?to=so-y-te"), 0u);
  ASSERT_EQ(post(request + "/confirm", "{}", as("officer", "so-tai-chinh")).status, 200);
  const HttpReply objection =
      post(request + "/dispute", R"({"reason":"Không thuộc lĩnh vực"})", as("officer", "so-noi-vu"));
  ASSERT_EQ(objection.status, 200) << objection.body;
  EXPECT_EQ(text_of(objection.body, "state"), "disputed");
  EXPECT_EQ(total("?from=so-khcn&state=disputed"), 1u);
  EXPECT_EQ(total("?to=so-noi-vu&answer=waiting"), 0u);
  expect_problem(post("/api/v1/assignments/da11.ii.i.1.1.joint/submit",
                      R"({"completed_on":"2026-01-05","deliverables":[]})", based(as("officer"))),
                 {422, "rule", "", "", "", "O06"});
  const std::string of = std::to_string(sequence_of(objection));
  ASSERT_EQ(post(request + "/answer", R"({"of":[)" + of + R"(],"text":"Chỉ cần một người"})", as("officer")).status,
            200);
  EXPECT_EQ(total("?to=so-noi-vu&answer=answered"), 1u);
  ASSERT_EQ(post(request + "/confirm", R"({"note":"Đồng ý"})", as("officer", "so-noi-vu")).status, 200);
  EXPECT_EQ(text_of(get(request).body, "state"), "confirmed");
  EXPECT_EQ(Json(get(request + "/history").body)["items"].get_array().value().size(), 5u);
  expect_problem(post(request + "/confirm", "{}", as("officer", "so-noi-vu")), {422, "rule", "", "", "", "O04"});
}
TEST_F(Coordinations, W202ParametersAreReadStrictly) {
  expect_problem(get(kRequests + "?state=later"), {400, "bad-query", "", "state"});
  expect_problem(get(kRequests + "?who=so-noi-vu"), {400, "bad-query", "", "who"});
  EXPECT_EQ(total("?state=open&state=disputed&overdue=false&programme=lao-cai-de-an-11"), 0u);
}

TEST_F(Coordinations, W203ItsWordsAreForThoseConcerned) {
  const std::string request = asked(R"("so-noi-vu")");
  const auto what = [&](const HttpHeaders& who) { return text_of(get(request, who).body, "what"); };
  EXPECT_EQ(what(as("officer", "so-noi-vu")), "Cử thành viên tham gia");
  const HttpReply other = get(request, as("officer", "so-tai-chinh"));
  EXPECT_EQ(text_of(other.body, "what"), "");
  EXPECT_TRUE(Json(other.body)["withheld"].get_bool().value());
  EXPECT_EQ(get(request + "/history", as("officer", "so-tai-chinh")).body.find("Cử thành viên"), std::string::npos);
  EXPECT_EQ(get("/api/v1/events?after=" + std::to_string(head() - 1), as("officer", "so-tai-chinh"))
                .body.find("Cử thành viên"),
            std::string::npos);
}

}  // namespace
}  // namespace luuvet::test

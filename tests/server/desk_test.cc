// Who works on what inside an agency, handing over, and taking back, over sockets.
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

const std::string kWorkPath = "/api/v1/assignments/" + std::string(kTask) + ".joint";
constexpr const char* kHandOver = "/api/v1/acts/hand-over";

class AtTheDesk : public RunningServer {
 protected:
  HttpHeaders as(std::string_view role, std::string_view agency = kLead) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  HttpHeaders based(HttpHeaders headers) {
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return headers;
  }
  std::string account_of(std::string_view role, std::string_view agency = kLead) {
    return text_of(get("/api/v1/me", as(role, agency)).body, "account");
  }
  HttpReply assign(const std::string& officers, const std::string& leader = "") {
    const std::string leading = leader.empty() ? "" : R"(,"leader":")" + leader + "\"";
    return post(kWorkPath + "/assign-people", R"({"officers":[)" + officers + "]" + leading + "}", based(as("head")));
  }
  std::string in_quotes(const std::string& text) { return "\"" + text + "\""; }
  HttpReply hand_over(const std::string& from, const std::string& to, const std::string& query = "") {
    return post(kHandOver + query,
                R"({"from":")" + from + R"(","to":")" + to + R"(","on":"2026-01-05","note":"Chuyển công tác"})",
                as("head"));
  }
  std::string people() { return simdjson::minify(Json(get(kWorkPath).body)["people"].value()); }
  Sequence retitled(const std::string& title) {
    const HttpReply reply =
        post(std::string(kTaskPath) + "/amend", R"({"set":{"title":")" + title + R"("},"document":"lao-cai-de-an-11"})",
             based(as("standing-agency")));
    EXPECT_EQ(reply.status, 200) << reply.body;
    return sequence_of(reply);
  }
  static std::string of(Sequence sequence) { return R"({"sequence":)" + std::to_string(sequence) + "}"; }
  HttpReply undo(Sequence sequence) {
    return post(std::string(kTaskPath) + "/undo", of(sequence), as("standing-agency"));
  }
  HttpReply thread(const std::string& query = "") {
    return get(std::string(kTaskPath) + "/thread" + query, as("inspector", "thanh-tra-tinh"));
  }
};

TEST_F(AtTheDesk, W125AnAssignmentSaysWhoHandlesIt) {
  EXPECT_EQ(people(), "[]");
  const std::string officer = account_of("officer"), chief = account_of("head");
  ASSERT_NE(officer, "");
  const HttpReply reply = assign(in_quotes(officer), chief);
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(people(), R"([{"agency":"so-khcn","leader":")" + chief + R"(","department":null,"officers":[")" + officer +
                          R"("]}])");
  EXPECT_EQ(text_of(reply.body, "status"), "not-started");
  const auto handled_by = [&](const std::string& account) {
    return number_of(get("/api/v1/assignments?handled_by=" + account).body, "total");
  };
  EXPECT_EQ(handled_by(officer), 1u);
  EXPECT_EQ(handled_by(chief), 1u);
  EXPECT_EQ(handled_by("khong-co-ai"), 0u);
  EXPECT_NE(get(kWorkPath + "/history").body.find(R"("field":"people")"), std::string::npos);

  expect_problem(assign(in_quotes(account_of("officer", "so-noi-vu"))), {422, "rule", "/officers/0", "", "", "K02"});
  expect_problem(assign(in_quotes("khong-co-ai")), {400, "unknown-reference", "/officers/0"});
  expect_problem(assign(in_quotes(officer), chief), {422, "rule", "", "", "", "K03"});
  expect_problem(post(kWorkPath + "/assign-people", R"({"officers":[]})", as("head")), {428, "precondition-required"});
  expect_problem(post(kWorkPath + "/assign-people", R"({"leader":null})", based(as("head"))),
                 {400, "bad-request", "/officers"});
  expect_problem(post(kWorkPath + "/assign-people", R"({"officers":[]})", based(as("officer"))), {403, "forbidden"});
}

TEST_F(AtTheDesk, W39ManyAreNamedAsOneAct) {
  const std::string officer = in_quotes(account_of("officer"));
  const Sequence seen = head();
  const auto item = [&](const std::string& task) {
    return R"({"subject":"assignment/)" + task + R"(.joint","based_on":)" + std::to_string(seen) + R"(,"officers":[)" +
           officer + "]}";
  };
  const std::string body = R"({"items":[)" + item(kTask) + "," + item("da11.ii.i.1.3") + "]}";
  HttpHeaders headers = as("head");
  headers.emplace_back("Idempotency-Key", "\"many\"");
  const HttpReply first = post("/api/v1/acts/assign-people", body, headers);
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(number_of(first.body, "size"), 2u);
  const HttpReply again = post("/api/v1/acts/assign-people", body, headers);
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(sequence_of(again), sequence_of(first));
  expect_problem(post("/api/v1/acts/assign-people", body, as("head")), {412, "stale", "/items/0"});
}

TEST_F(AtTheDesk, W126AHandOverIsShownBeforeItIsDone) {
  const std::string officer = account_of("officer"), chief = account_of("head");
  expect_problem(hand_over(officer, chief), {422, "rule", "", "", "", "K07"});
  ASSERT_EQ(assign(in_quotes(officer)).status, 200);
  const std::string before = checkpoint();
  const HttpReply dry = hand_over(officer, chief, "?dry_run=true");
  ASSERT_EQ(dry.status, 200) << dry.body;
  const Json difference(dry.body);
  EXPECT_TRUE(difference["dry_run"].get_bool().value());
  ASSERT_EQ(difference["items"].get_array().value().size(), 1u) << dry.body;
  EXPECT_EQ(difference["items"].at(0)["do"].get_string().value(), "hand-over");
  EXPECT_EQ(difference["items"].at(0)["subject"].get_string().value(), "assignment/" + std::string(kTask) + ".joint");
  EXPECT_EQ(difference["items"].at(0)["changes"].at(0)["field"].get_string().value(), "people");
  EXPECT_NE(dry.body.find(chief), std::string::npos) << dry.body;
  EXPECT_EQ(checkpoint(), before);
  expect_problem(hand_over(officer, chief, "?dry=true"), {400, "bad-query", "", "dry"});

  const HttpReply done = hand_over(officer, chief);
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(number_of(done.body, "size"), 1u);
  EXPECT_NE(people().find(chief), std::string::npos);
  EXPECT_EQ(people().find(officer), std::string::npos);
  // Its note is protected.
  const std::string event = "/api/v1/events?limit=1&after=" + std::to_string(sequence_of(done) - 1);
  EXPECT_NE(get(event, as("head")).body.find("Chuyển công tác"), std::string::npos);
  EXPECT_EQ(get(event, as("head", "ubnd-xa-bat-xat")).body.find("Chuyển công tác"), std::string::npos);
}

TEST_F(AtTheDesk, W126ALeadingOfficialIsFollowedByOne) {
  const std::string officer = account_of("officer"), chief = account_of("head");
  ASSERT_EQ(assign("", chief).status, 200);
  expect_problem(hand_over(chief, officer), {422, "rule", "/to", "", "", "K06"});
  expect_problem(hand_over(chief, account_of("head", "so-noi-vu")), {422, "rule", "/to", "", "", "K06"});
  expect_problem(post(kHandOver, R"({"from":"a","to":"b","on":"2026-01-05"})", as("administrator", "vp-ubnd-tinh")),
                 {403, "forbidden"});
}

TEST_F(AtTheDesk, W129AnAmendmentIsUndone) {
  const std::string title = text_of(get(kTaskPath).body, "title");
  const Sequence amended = retitled("Tên sai");
  HttpHeaders headers = as("standing-agency");
  headers.emplace_back("Idempotency-Key", "\"undo\"");
  const HttpReply undone = post(std::string(kTaskPath) + "/undo", of(amended), headers);
  ASSERT_EQ(undone.status, 200) << undone.body;
  EXPECT_EQ(text_of(undone.body, "title"), title);
  const HttpReply again = post(std::string(kTaskPath) + "/undo", of(amended), headers);
  EXPECT_EQ(again.body, undone.body);
  const Json history(get(std::string(kTaskPath) + "/history?limit=2").body);
  EXPECT_EQ(history["items"].at(0)["undoes"].get_uint64().value(), amended);
  EXPECT_TRUE(history["items"].at(1)["undoes"].is_null());
  expect_problem(undo(amended), {422, "rule", "", "", "", "U02"});
  expect_problem(undo(sequence_of(undone)), {422, "rule", "", "", "", "U03"});
  expect_problem(post(std::string(kTaskPath) + "/undo", "{}", as("standing-agency")),
                 {400, "bad-request", "/sequence"});
  restart();
  EXPECT_EQ(text_of(get(kTaskPath).body, "title"), title);
}

TEST_F(AtTheDesk, W127WhoBuiltOnItIsShown) {
  const Sequence amended = retitled("Tên sai");
  const Sequence since = retitled("Tên khác");
  const HttpReply refused = undo(amended);
  expect_problem(refused, {422, "rule", "", "", "", "U04"});
  const Json problem(refused.body);
  ASSERT_EQ(problem["events_since"].get_array().value().size(), 1u) << refused.body;
  EXPECT_EQ(problem["events_since"].at(0)["id"].get_string().value(), std::to_string(since));
  EXPECT_EQ(undo(since).status, 200);
  EXPECT_EQ(undo(amended).status, 422);  // the title moved twice since
}

TEST_F(AtTheDesk, W127AStatementIsWithdrawnUntilItIsJudged) {
  const auto report = [&] {
    return sequence_of(post(kWorkPath + "/report-progress", R"({"percent":30})", based(as("officer"))));
  };
  const auto withdraw = [&](Sequence statement, const char* role) {
    return post(kWorkPath + "/withdraw-progress", of(statement), as(role));
  };
  const Sequence first = report();
  expect_problem(withdraw(first, "head"), {403, "forbidden", "", "", "", "U01"});
  const HttpReply withdrawn = withdraw(first, "officer");
  ASSERT_EQ(withdrawn.status, 200) << withdrawn.body;
  EXPECT_EQ(text_of(withdrawn.body, "status"), "not-started");
  EXPECT_TRUE(Json(withdrawn.body)["draft"].is_null());
  const Sequence second = report();
  ASSERT_EQ(
      post(kWorkPath + "/approve-progress", R"({"of":[)" + std::to_string(second) + "]}", based(as("head"))).status,
      200);
  const HttpReply late = withdraw(second, "officer");
  expect_problem(late, {422, "rule", "", "", "", "U05"});
  EXPECT_EQ(Json(late.body)["events_since"].get_array().value().size(), 1u) << late.body;
}

TEST_F(AtTheDesk, W128AWithdrawnCommentHasNoWords) {
  const std::string words = "nói nhầm chỗ";
  const Sequence comment =
      sequence_of(post(std::string(kTaskPath) + "/comment", R"({"text":")" + words + "\"}", as("officer")));
  EXPECT_NE(thread().body.find(words), std::string::npos);
  const std::string path = std::string(kTaskPath) + "/withdraw-comment";
  expect_problem(post(path, of(comment), as("head")), {403, "forbidden", "", "", "", "U01"});
  expect_problem(post(path, of(comment - 1), as("officer")), {400, "unknown-reference", "/sequence"});
  ASSERT_EQ(post(path, of(comment), as("officer")).status, 200);
  for (const std::string& query : {std::string(), "?as_of=" + std::to_string(comment)}) {
    const HttpReply shown = thread(query);
    EXPECT_EQ(shown.body.find(words), std::string::npos) << query;
    const Json entries(shown.body);
    ASSERT_EQ(entries["items"].get_array().value().size(), 1u);
    EXPECT_TRUE(entries["items"].at(0)["withdrawn"].get_bool().value());
    EXPECT_TRUE(entries["items"].at(0)["text"].is_null());
  }
  // The record stays for who may read it.
  const std::string history = std::string(kTaskPath) + "/history";
  EXPECT_NE(get(history, as("head")).body.find(words), std::string::npos);
  EXPECT_EQ(get(history, as("head", "ubnd-xa-bat-xat")).body.find(words), std::string::npos);
  expect_problem(post(path, of(comment), as("officer")), {422, "rule", "", "", "", "U06"});
}

TEST_F(AtTheDesk, W128AnAnsweredCommentStands) {
  const Sequence comment = sequence_of(post(std::string(kTaskPath) + "/comment", R"({"text":"Hỏi"})", as("officer")));
  const HttpReply reply = post(std::string(kTaskPath) + "/comment",
                               R"({"text":"Đáp","reply_to":)" + std::to_string(comment) + "}", as("head"));
  ASSERT_EQ(reply.status, 200) << reply.body;
  const HttpReply refused = post(std::string(kTaskPath) + "/withdraw-comment", of(comment), as("officer"));
  expect_problem(refused, {422, "rule", "", "", "", "U06"});
  EXPECT_EQ(Json(refused.body)["events_since"].at(0)["id"].get_string().value(), std::to_string(sequence_of(reply)));
}

TEST_F(AtTheDesk, P24AHeadLetsADeputyStandIn) {
  const std::string post_path =
      "/api/v1/posts/" +
      std::string(
          Json(get("/api/v1/me", as("head")).body)["agencies"].at(0)["posts"].at(0)["post"].get_string().value());
  const std::string body = R"({"account":")" + account_of("officer") +
                           R"(","from":"2026-01-01","to":"2099-12-31","capacity":"by-mandate",)" +
                           R"("document":"lao-cai-de-an-11"})";
  expect_problem(post(post_path + "/fill", body, as("officer")), {403, "forbidden"});
  const HttpReply filled = post(post_path + "/fill", body, as("head"));
  ASSERT_EQ(filled.status, 200) << filled.body;
  EXPECT_NE(get("/api/v1/me", as("officer")).body.find("by-mandate"), std::string::npos);
  const std::string end = R"({"account":")" + account_of("officer") + R"(","on":"2026-01-02"})";
  EXPECT_EQ(post(post_path + "/vacate", end, as("head")).status, 200);
}

TEST_F(AtTheDesk, P25TheLastAdministratorStays) {
  const HttpHeaders administrator = as("administrator", "vp-ubnd-tinh");
  const std::string account = account_of("administrator", "vp-ubnd-tinh");
  expect_problem(post("/api/v1/accounts/" + account + "/close", "{}", administrator), {422, "rule", "", "", "", "P25"});
}

}  // namespace
}  // namespace luuvet::test

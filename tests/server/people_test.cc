// Accounts, posts and what one may read, over sockets.
#include "tests/net/raw_websocket.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

constexpr const char* kAdministrator = "vp-ubnd-tinh";
constexpr const char* kSecretWords = "điều chỉ cơ quan liên quan được đọc";

class People : public RunningServer {
 protected:
  HttpHeaders as(std::string_view agency, std::string_view role) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  HttpHeaders administrator() { return as(kAdministrator, "administrator"); }
  // As our own page sends it.
  HttpHeaders in_session(const std::string& cookie) {
    return {{"Cookie", cookie}, {"Origin", "http://127.0.0.1:" + std::to_string(port())}};
  }
  HttpHeaders with_token(const std::string& token) { return {{"Authorization", "Bearer " + token}}; }

  // The id of a new account, and its invitation's path.
  struct Opened {
    std::string id;
    std::string invitation;
  };
  Opened open_account(const std::string& username, const std::string& kind = "person") {
    const HttpReply reply =
        post("/api/v1/accounts",
             R"({"username":")" + username + R"(","name":"Nguyễn Thị Hoà","kind":")" + kind + R"("})", administrator());
    EXPECT_EQ(reply.status, 201) << reply.body;
    return {text_of(reply.body, "id"), text_of(reply.body, "invitation")};
  }
  std::string token_for(const std::string& account, const std::string& scope = "write") {
    const HttpReply reply =
        post("/api/v1/accounts/" + account + "/issue-token",
             R"({"label":"thử","expires_on":"2027-06-30","scope":")" + scope + R"("})", administrator());
    EXPECT_EQ(reply.status, 200) << reply.body;
    return text_of(reply.body, "token");
  }
  HttpReply accept(const std::string& invitation, const std::string& body) {
    return post("/api/v1/invitations/" + invitation.substr(invitation.rfind('/') + 1), body, {{"Authorization", ""}});
  }
  void give_post(const std::string& account, const std::string& agency, const std::string& role) {
    const HttpReply made =
        post("/api/v1/posts", R"({"role":")" + role + R"(","agency":")" + agency + R"(","title":"Vị trí thử"})",
             administrator());
    ASSERT_EQ(made.status, 201) << made.body;
    const HttpReply filled = post("/api/v1/posts/" + text_of(made.body, "id") + "/fill",
                                  R"({"account":")" + account + R"(","from":"2026-01-01"})", administrator());
    ASSERT_EQ(filled.status, 200) << filled.body;
  }
};

TEST_F(People, W113AnInvitedPersonComesInAndActsByThePostThatItHolds) {
  const Opened opened = open_account("hoa.nguyen");
  ASSERT_NE(opened.invitation, "");
  const HttpReply first = accept(opened.invitation, R"({"password":"chim lạc bay về núi 57"})");
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(text_of(first.body, "username"), "hoa.nguyen");
  expect_problem(accept(opened.invitation, R"({"password":"chim lạc bay về núi 58"})"), {404, "not-found"});
  expect_problem(accept("/x/" + std::string(43, 'z'), R"({"password":"chim lạc bay về núi 58"})"), {404, "not-found"});

  const std::string cookie(first.header("set-cookie").value_or(""));
  const HttpHeaders headers = in_session(cookie.substr(0, cookie.find(';')));
  expect_problem(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", headers), {403, "forbidden"});
  give_post(opened.id, kLead, "officer");
  EXPECT_EQ(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", headers).status, 200);
  expect_problem(post(std::string(kTaskPath) + "/cancel", R"({"reason":"a","document":"lao-cai-de-an-11"})", headers),
                 {403, "forbidden"});
}

TEST_F(People, W114WhoIsClosedOrRevokedIsOutWithinASecond) {
  const Opened opened = open_account("ioc.gateway", "machine");
  give_post(opened.id, kLead, "officer");
  const std::string one = token_for(opened.id), two = token_for(opened.id);
  RawWebSocket live(port(), "/api/v1/live", "Authorization: Bearer " + one + "\r\n");
  ASSERT_EQ(live.answer().status, 101);
  const std::string id = one.substr(3, one.find('_', 3) - 3);
  ASSERT_EQ(
      post("/api/v1/accounts/" + opened.id + "/revoke-token", R"({"token":")" + id + R"("})", administrator()).status,
      200);
  EXPECT_EQ(get("/api/v1/me", with_token(one)).status, 401);
  const auto close = live.receive_close(std::chrono::seconds(1));
  ASSERT_TRUE(close) << "the socket stays open";
  EXPECT_EQ(close->close_code(), 4003U);

  EXPECT_EQ(get("/api/v1/me", with_token(two)).status, 200);
  ASSERT_EQ(post("/api/v1/accounts/" + opened.id + "/close", "{}", administrator()).status, 200);
  EXPECT_EQ(get("/api/v1/me", with_token(two)).status, 401);
  restart();
  EXPECT_EQ(get("/api/v1/me", with_token(two)).status, 401);
  ASSERT_EQ(post("/api/v1/accounts/" + opened.id + "/reopen", "{}", administrator()).status, 200);
  EXPECT_EQ(get("/api/v1/me", with_token(two)).status, 200);
}

TEST_F(People, W114ARepeatNeverShowsASecretAgain) {
  const Opened opened = open_account("ioc.gateway", "machine");
  HttpHeaders headers = administrator();
  headers.emplace_back("Idempotency-Key", "\"once\"");
  const std::string path = "/api/v1/accounts/" + opened.id + "/issue-token";
  const std::string body = R"({"label":"thử","expires_on":"2027-06-30","scope":"read"})";
  const HttpReply first = post(path, body, headers);
  EXPECT_NE(text_of(first.body, "token"), "") << first.body;
  const HttpReply again = post(path, body, headers);
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(sequence_of(again), sequence_of(first));
  EXPECT_EQ(text_of(again.body, "token"), "") << again.body;
}

// What was answered is so, also when the server is killed right after.
TEST_F(People, W114WhatWasAnsweredOutlivesAKill) {
  const auto kill_and_start = [&] {
    server_->kill();
    start();
  };
  const Opened person = open_account("hoa.nguyen");
  ASSERT_EQ(accept(person.invitation, R"({"password":"chim lạc bay về núi 57"})").status, 200);
  const Opened machine = open_account("ioc.gateway", "machine");
  const std::string token = token_for(machine.id);
  kill_and_start();
  EXPECT_EQ(get("/api/v1/me", with_token(token)).status, 200);

  const auto enter = [&] {
    const std::string body = R"({"username":"hoa.nguyen","password":"chim lạc bay về núi 57"})";
    return post("/api/v1/session", body, {{"Authorization", ""}}).status;
  };
  const std::string path = "/api/v1/accounts/" + person.id;
  ASSERT_EQ(post(path + "/close", "{}", administrator()).status, 200);
  kill_and_start();
  EXPECT_EQ(enter(), 401);
  ASSERT_EQ(post(path + "/reopen", "{}", administrator()).status, 200);
  kill_and_start();
  EXPECT_EQ(enter(), 200);
}

TEST_F(People, W115ATokenForReadingChangesNothing) {
  const Opened opened = open_account("ioc.wall", "machine");
  give_post(opened.id, "tt-tthn", "officer");
  const HttpHeaders headers = with_token(token_for(opened.id, "read"));
  EXPECT_EQ(get("/api/v1/tasks?limit=1", headers).status, 200);
  expect_problem(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", headers), {403, "forbidden"});
}

TEST_F(People, W116AccountsAreTheAdministratorsAlone) {
  expect_problem(post("/api/v1/accounts", R"({"username":"a.b","name":"A","kind":"person"})", as(kLead, "head")),
                 {403, "forbidden"});
  expect_problem(post("/api/v1/accounts", R"({"username":"a.b","name":"A","kind":"person","roles":["administrator"]})",
                      administrator()),
                 {400, "bad-request", "/roles"});
  const Opened opened = open_account("hoa.nguyen");
  expect_problem(post("/api/v1/accounts", R"({"username":"HOA.nguyen","name":"A","kind":"person"})", administrator()),
                 {409, "already-exists"});
  for (const char* command : {"invite", "erase-profile"})
    expect_problem(post("/api/v1/accounts/" + opened.id + "/" + command, "{}", as(kLead, "head")), {403, "forbidden"});
  // An administrator administers; it acts for no agency.
  expect_problem(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", administrator()), {403, "forbidden"});
}

TEST_F(People, W117AnErasedProfileIsGoneWhereverItStood) {
  const Opened opened = open_account("hoa.nguyen");
  const std::string path = "/api/v1/accounts/" + opened.id;
  EXPECT_NE(get(path, administrator()).body.find("Nguyễn Thị Hoà"), std::string::npos);
  expect_problem(post(path + "/erase-profile", "{}", administrator()), {403, "forbidden"});
  ASSERT_EQ(post(path + "/close", "{}", administrator()).status, 200);
  ASSERT_EQ(post(path + "/erase-profile", "{}", administrator()).status, 204);
  const std::string after = get(path, administrator()).body;
  EXPECT_EQ(after.find("Nguyễn"), std::string::npos) << after;
  EXPECT_EQ(after.find("hoa.nguyen"), std::string::npos) << after;
  expect_problem(accept(opened.invitation, R"({"password":"chim lạc bay về núi 57"})"), {404, "not-found"});
  open_account("hoa.nguyen");  // the name is free again
}

TEST_F(People, W118ProtectedWordsReachWhoHasToDoWithThem) {
  const std::string body = R"({"text":)" + json_string(kSecretWords) + "}";
  const Sequence written = sequence_of(post(std::string(kTaskPath) + "/comment", body, as(kLead, "officer")));
  ASSERT_GT(written, 0U);
  const std::string event = "/api/v1/events?after=" + std::to_string(written - 1) + "&limit=1";
  const auto reads = [&](const HttpHeaders& who) {
    int places = 0;
    for (const std::string& place : {std::string(kTaskPath) + "/thread", std::string(kTaskPath) + "/history", event})
      places += get(place, who).body.find(kSecretWords) != std::string::npos ? 1 : 0;
    return places;
  };
  EXPECT_EQ(reads(as(kLead, "head")), 3);
  EXPECT_EQ(reads(as(kConfirming, "head")), 3);
  EXPECT_EQ(reads(as("thanh-tra-tinh", "inspector")), 3);
  EXPECT_EQ(reads(as("ubnd-xa-bat-xat", "head")), 0);
  EXPECT_EQ(reads(as("tt-tthn", "ioc")), 0);
  EXPECT_EQ(reads(administrator()), 0);
  // Who gets the leaf gets it at the same sequence.
  const HttpReply leaf = get(event, as("tt-tthn", "ioc"));
  EXPECT_NE(leaf.body.find("\"id\":\"" + std::to_string(written) + "\""), std::string::npos) << leaf.body;
  EXPECT_NE(leaf.body.find("\"sealed\""), std::string::npos);

  RawWebSocket near(port(), "/api/v1/live?after=" + std::to_string(written - 1),
                    "Authorization: " + bearer_of(port(), kLead, "head") + "\r\n");
  RawWebSocket far(port(), "/api/v1/live?after=" + std::to_string(written - 1),
                   "Authorization: " + bearer_of(port(), "tt-tthn", "ioc") + "\r\n");
  const auto record_of = [](RawWebSocket& live) {
    for (auto frame = live.receive(); frame; frame = live.receive())
      if (is_record(*frame)) return frame->payload;
    return std::string();
  };
  EXPECT_NE(record_of(near).find(kSecretWords), std::string::npos);
  const std::string seen = record_of(far);
  EXPECT_EQ(seen.find(kSecretWords), std::string::npos);
  EXPECT_NE(seen.find("\"sealed\""), std::string::npos);
}

TEST_F(People, W119NobodyActsForAnAgencyThatIsNotItsOwn) {
  HttpHeaders foreign = {{"Authorization", bearer_of(port(), "so-tai-chinh", "head")}, {"Luuvet-Acting-For", kLead}};
  expect_problem(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", foreign), {403, "forbidden"});
  HttpHeaders capacity = as(kLead, "officer");
  capacity.emplace_back("Luuvet-Capacity", "deputy");
  expect_problem(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", capacity), {403, "forbidden"});
}

// Without the demo: the one-time link of the command line.
TEST_F(People, W120TheFirstAdministratorComesInByALink) {
  ASSERT_EQ(server_->stop(), 0);
  ServerSetting real = setting_;
  real.data = folder_.path() / "real";
  real.state = folder_.path() / "real.state";
  real.demo = false;
  real.seeds = seeds_folder();
  { ASSERT_EQ(ServerProcess(real).stop(), 0); }
  real.seeds.reset();
  const std::vector<std::string> ask_for_link = {"first-administrator", "--agency", "so-khcn",          "--data",
                                                 real.data.string(),    "--state",  real.state.string()};
  const Ended first = run_luuvet(ask_for_link);
  ASSERT_EQ(first.exit_code, 0) << first.errors;
  const Ended second = run_luuvet(ask_for_link);  // a new link, the same account; the first is void
  ASSERT_EQ(second.exit_code, 0) << second.errors;
  const auto secret = [](const Ended& ended) {
    const std::string line = ended.output.substr(0, ended.output.find_last_not_of('\n') + 1);
    return line.substr(line.rfind('/') + 1);
  };
  server_ = std::make_unique<ServerProcess>(real);
  client_ = std::make_unique<HttpClient>(server_->port());
  expect_problem(get("/api/v1/demo-accounts"), {404, "not-found"});
  expect_problem(post("/api/v1/session", R"({"demo":"so-khcn.head"})"), {401, "signed-out"});
  const std::string body = R"({"username":"quan.tri","password":"chim lạc bay về núi 57"})";
  expect_problem(accept("/x/" + secret(first), body), {404, "not-found"});
  const HttpReply entered = accept("/x/" + secret(second), body);
  ASSERT_EQ(entered.status, 200) << entered.body;
  EXPECT_NE(entered.body.find("\"administrator\""), std::string::npos) << entered.body;
  ASSERT_EQ(server_->stop(), 0);
  EXPECT_NE(run_luuvet(ask_for_link).exit_code, 0);
  real.seeds = seeds_folder();
}

}  // namespace
}  // namespace luuvet::test

// Signing in and out over sockets, and what others try with cookies and tokens.
#include <filesystem>

#include "tests/net/raw_websocket.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

constexpr const char* kSession = "/api/v1/session";
constexpr const char* kMe = "/api/v1/me";
const HttpHeaders kNobody = {{"Authorization", ""}};  // keeps the clients from adding somebody's token

class SignIn : public RunningServer {
 protected:
  std::string origin() const { return "http://localhost:" + std::to_string(port()); }

  HttpAnswer send(const std::string& method, const std::string& target, const std::string& body = "",
                  HttpHeaders headers = {}) {
    headers.emplace_back("Cookie", jar_);
    if (method == "POST") headers.emplace_back("Content-Type", "application/json");
    return ask_as_nobody({method, target, headers, body});
  }
  // As our own page sends it.
  HttpAnswer from_page(const std::string& method, const std::string& target, const std::string& body = "") {
    return send(method, target, body, {{"Origin", origin()}});
  }
  HttpAnswer sign_in(const std::string& username, const std::string& password) {
    const HttpAnswer answer = send(
        "POST", kSession, R"({"username":)" + json_string(username) + R"(,"password":)" + json_string(password) + "}");
    keep_cookies(answer);
    return answer;
  }
  HttpAnswer enter(const std::string& username) {
    const HttpAnswer answer = send("POST", kSession, R"({"demo":)" + json_string(username) + "}");
    keep_cookies(answer);
    return answer;
  }
  void keep_cookies(const HttpAnswer& answer) {
    if (answer.status != 200) return;
    jar_.clear();
    for (const std::string& cookie : answer.cookies)
      jar_ += (jar_.empty() ? "" : "; ") + cookie.substr(0, cookie.find(';'));
  }
  // Of demo-accounts.json.
  std::string password_of(const std::string& username) {
    simdjson::dom::parser parser;
    for (const auto account : parser.load((setting_.data / "demo-accounts.json").string()).get_array())
      if (account["username"].get_string().value() == username)
        return std::string(account["password"].get_string().value());
    return "";
  }

  std::string jar_;
};

TEST_F(SignIn, W100WithoutItOnlyTheDoorIsOpen) {
  for (const char* open : {"/api/v1/demo-accounts", "/audit/checkpoint", "/healthz", "/readyz", "/metrics"})
    EXPECT_EQ(get(open, kNobody).status, 200) << open;
  for (const char* shut : {"/api/v1/tasks", "/api/v1/history", "/api/v1/events", "/api/v1/me", "/api/v1/rights",
                           "/api/v1/accounts", "/api/v1/sessions", "/audit/proof/1", "/audit/tile/0/000",
                           "/api/v1/tasks/da11.ii.i.1.1", "/api/v1/tasks/no-such-task"})
    expect_problem(get(shut, kNobody), {401, "signed-out"});
  expect_problem(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", kNobody), {401, "signed-out"});
  expect_problem(post("/api/v1/live-ticket", "{}", kNobody), {401, "signed-out"});
  RawWebSocket live(port(), "/api/v1/live");
  EXPECT_EQ(live.answer().status, 401);
}

TEST_F(SignIn, W101APasswordOpensASessionThatIsHardToSteal) {
  const HttpAnswer answer = sign_in("so-khcn.officer", password_of("so-khcn.officer"));
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(text_of(answer.body, "account"), "demo.so-khcn.officer");
  ASSERT_EQ(answer.cookies.size(), 2U);
  for (const std::string& cookie : answer.cookies) {
    EXPECT_NE(cookie.find("HttpOnly"), std::string::npos) << cookie;
    EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos) << cookie;
    EXPECT_NE(cookie.find("Path=/"), std::string::npos) << cookie;
  }
  EXPECT_EQ(answer.header("cache-control"), "no-store");
  EXPECT_EQ(text_of(send("GET", kMe).body, "username"), "so-khcn.officer");
  // Again: the password, which was stored for the demo, is hashed by now.
  EXPECT_EQ(sign_in("SO-KHCN.Officer", password_of("so-khcn.officer")).status, 200);
}

TEST_F(SignIn, W102WhoeverIsRefusedLearnsNothing) {
  const HttpAnswer wrong = sign_in("so-khcn.officer", "không phải mật khẩu này");
  const HttpAnswer unknown = sign_in("nobody-at-all", "không phải mật khẩu này");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(wrong.body, unknown.body);
  EXPECT_TRUE(wrong.cookies.empty());
}

TEST_F(SignIn, W103TriesAreSlowedDownForTheAccountThatIsTried) {
  HttpAnswer answer;
  int tries = 0;
  while ((answer = sign_in("so-khcn.head", "đoán lần này xem sao")).status == 401 && tries < 20) ++tries;
  EXPECT_EQ(answer.status, 429) << answer.body;
  EXPECT_EQ(tries, 5);
  EXPECT_GT(std::stoi(answer.header("retry-after")), 0);
  EXPECT_EQ(sign_in("so-khcn.officer", password_of("so-khcn.officer")).status, 200);  // others are not locked out
}

TEST_F(SignIn, W104ACookieThatSomebodyPlantedIsNotTaken) {
  const std::string planted = "luuvet_session=" + std::string(43, 'A');
  jar_ = planted;
  ASSERT_EQ(enter("so-khcn.officer").status, 200);
  EXPECT_EQ(jar_.find(std::string(43, 'A')), std::string::npos);
  const std::string first = jar_;
  ASSERT_EQ(enter("so-khcn.officer").status, 200);
  EXPECT_NE(jar_, first);
  jar_ = planted;
  EXPECT_EQ(send("GET", kMe).status, 401);
}

TEST_F(SignIn, W105OnlyOurOwnPageActsWithACookie) {
  ASSERT_EQ(enter("so-khcn.officer").status, 200);
  const std::string comment = std::string(kTaskPath) + "/comment";
  EXPECT_EQ(send("POST", comment, R"({"text":"a"})").status, 403);
  EXPECT_EQ(send("POST", comment, R"({"text":"a"})", {{"Origin", "http://evil.example"}}).status, 403);
  EXPECT_EQ(send("POST", comment, R"({"text":"a"})", {{"Sec-Fetch-Site", "cross-site"}}).status, 403);
  EXPECT_EQ(send("POST", comment, R"({"text":"a"})", {{"Sec-Fetch-Site", "same-site"}}).status, 403);
  EXPECT_EQ(send("DELETE", kSession).status, 403);
  EXPECT_EQ(from_page("POST", comment, R"({"text":"a"})").status, 200);
  EXPECT_EQ(send("POST", comment, R"({"text":"b"})", {{"Sec-Fetch-Site", "same-origin"}}).status, 200);
}

TEST_F(SignIn, W106SignedOutIsOutAtOnce) {
  ASSERT_EQ(enter("so-khcn.officer").status, 200);
  RawWebSocket live(port(), "/api/v1/live", "Cookie: " + jar_ + "\r\nOrigin: " + origin() + "\r\n");
  ASSERT_EQ(live.answer().status, 101);
  EXPECT_EQ(from_page("DELETE", kSession).status, 204);
  EXPECT_EQ(send("GET", kMe).status, 401);
  const auto close = live.receive_close(std::chrono::seconds(1));
  ASSERT_TRUE(close) << "the socket stays open";
  EXPECT_EQ(close->close_code(), 4003U);
}

TEST_F(SignIn, W107SessionsOutliveTheServerAndTheirEndDoesToo) {
  ASSERT_EQ(enter("so-khcn.officer").status, 200);
  const std::string kept = jar_;
  ASSERT_EQ(enter("so-khcn.officer").status, 200);
  EXPECT_EQ(number_of(send("GET", kMe).body, "other_sessions"), 1U);
  EXPECT_EQ(from_page("DELETE", kSession).status, 204);
  const std::string ended = jar_;
  restart();
  jar_ = kept;
  EXPECT_EQ(send("GET", kMe).status, 200);
  jar_ = ended;
  EXPECT_EQ(send("GET", kMe).status, 401);
}

TEST_F(SignIn, W108OneEndsOnesOwnSessionsOnly) {
  ASSERT_EQ(enter("so-khcn.officer").status, 200);
  const std::string other_id = [&] {
    const Json sessions(send("GET", "/api/v1/sessions").body);
    return std::string(sessions["items"].at(0)["id"].get_string().value());
  }();
  const std::string officer = jar_;
  ASSERT_EQ(enter("so-khcn.head").status, 200);
  EXPECT_EQ(from_page("DELETE", "/api/v1/sessions/" + other_id).status, 404);
  EXPECT_EQ(from_page("DELETE", "/api/v1/sessions/..%2f..%2fsession").status, 404);
  jar_ = officer;
  EXPECT_EQ(from_page("DELETE", "/api/v1/sessions/" + other_id).status, 204);
  EXPECT_EQ(send("GET", kMe).status, 401);
}

TEST_F(SignIn, W109APasswordIsChangedByWhoKnowsIt) {
  ASSERT_EQ(sign_in("so-khcn.officer", password_of("so-khcn.officer")).status, 200);
  const std::string here = jar_;
  ASSERT_EQ(enter("so-khcn.officer").status, 200);
  const std::string elsewhere = jar_;
  jar_ = here;
  const auto change = [&](const std::string& old_one, const std::string& new_one) {
    return from_page("POST", "/api/v1/me/password",
                     R"({"old":)" + json_string(old_one) + R"(,"new":)" + json_string(new_one) + "}");
  };
  EXPECT_EQ(change("sai mật khẩu cũ rồi", "chim lạc bay về núi 57").status, 400);
  EXPECT_EQ(change(password_of("so-khcn.officer"), "ngắn").status, 400);
  EXPECT_EQ(change(password_of("so-khcn.officer"), "Mật khẩu 123456").status, 400);
  ASSERT_EQ(change(password_of("so-khcn.officer"), "chim lạc bay về núi 57").status, 204);
  EXPECT_EQ(send("GET", kMe).status, 200);
  jar_ = elsewhere;
  EXPECT_EQ(send("GET", kMe).status, 401);
  EXPECT_EQ(sign_in("so-khcn.officer", "chim lạc bay về núi 57").status, 200);
}

TEST_F(SignIn, W110BadBodiesChangeNothing) {
  for (const char* body : {"", "{", "[]", R"({"username":"a"})", R"({"password":"a"})",
                           R"({"demo":"so-khcn.head","roles":["administrator"]})",
                           R"({"demo":"so-khcn.head","username":"a","password":"b"})",
                           R"({"username":"a\r\nX: y","password":"b"})", R"({"username":1,"password":2})"}) {
    const HttpAnswer answer = send("POST", kSession, body);
    EXPECT_EQ(answer.status, 400) << body << answer.body;
    EXPECT_TRUE(answer.cookies.empty()) << body;
  }
  EXPECT_EQ(send("POST", kSession, R"({"username":")" + std::string(1 << 20, 'a') + R"(","password":"b"})").status,
            413);
  EXPECT_EQ(send("POST", kSession, R"({"demo":"no-such.account"})").status, 401);
}

TEST_F(SignIn, W111ATicketOpensOneSocketOnce) {
  ASSERT_EQ(enter("so-khcn.officer").status, 200);
  const HttpAnswer made = from_page("POST", "/api/v1/live-ticket", "{}");
  ASSERT_EQ(made.status, 201) << made.body;
  const std::string target = "/api/v1/live?ticket=" + text_of(made.body, "ticket");
  EXPECT_EQ(RawWebSocket(port(), target).answer().status, 101);
  EXPECT_EQ(RawWebSocket(port(), target).answer().status, 401);
  EXPECT_EQ(RawWebSocket(port(), "/api/v1/live?ticket=" + std::string(43, 'x')).answer().status, 401);
}

TEST_F(SignIn, W112ADemoServesThisMachineAlone) {
  for (const auto& [name, value] : HttpHeaders{{"X-Forwarded-For", "10.0.0.1"},
                                               {"Forwarded", "for=10.0.0.1"},
                                               {"Via", "1.1 proxy"},
                                               {"x-forwarded-proto", "https"}})
    EXPECT_EQ(send("GET", "/api/v1/demo-accounts", "", {{name, value}}).status, 403) << name;
  EXPECT_EQ(send("GET", "/api/v1/demo-accounts", "", {{"Host", "luuvet.example"}}).status, 421);
  const auto mode = std::filesystem::status(setting_.data / "demo-accounts.json").permissions();
  EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(SignIn, W112RealWorkAndDemoDoNotMix) {
  ASSERT_EQ(server_->stop(), 0);
  setting_.demo = false;
  EXPECT_NE(refused_serve(setting_).exit_code, 0);
  ServerSetting real = setting_;
  real.data = folder_.path() / "real";
  real.state = folder_.path() / "real.state";
  { ServerProcess server(real); }
  real.demo = true;
  EXPECT_NE(refused_serve(real).exit_code, 0);
}

// Without agencies there are no posts to act by.
TEST_F(SignIn, W112ADemoWithoutPlansLetsOneLookAround) {
  ASSERT_EQ(server_->stop(), 0);
  setting_.data = folder_.path() / "empty";
  setting_.state = folder_.path() / "empty.state";
  start();
  ASSERT_EQ(enter("viewer").status, 200);
  EXPECT_EQ(number_of(send("GET", "/api/v1/tasks").body, "total"), 0U);
  const std::string paper = R"({"kind":"plan","issuer":"so-khcn","abstract":"a"})";
  EXPECT_EQ(from_page("POST", "/api/v1/documents", paper).status, 403);
}

}  // namespace
}  // namespace luuvet::test

// What others try on purpose: each attempt is refused, or means nothing, and changes nothing. Slow and oversized
// requests stand in bad_request_test.cc and tests/net, cookies and proxies' headers in session_test.cc.
#include <gmock/gmock.h>

#include <fstream>

#include "tests/net/raw_websocket.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Hostile : public RunningServer {
 protected:
  // A session's cookie, as a browser has it.
  std::string cookie_of(const std::string& username) {
    const HttpAnswer entered = ask_as_nobody(
        {"POST", "/api/v1/session", {{"Content-Type", "application/json"}}, R"({"demo":")" + username + R"("})"});
    EXPECT_EQ(entered.status, 200) << entered.body;
    return entered.cookies.at(0).substr(0, entered.cookies.at(0).find(';'));
  }
  std::string own_origin() const { return "http://localhost:" + std::to_string(port()); }
};

TEST_F(Hostile, W30NoHeaderOfAnAnswerHoldsWhatTheRequestSmuggled) {
  for (const char* target :
       {"/api/v1/tasks?limit=1&q=a%0d%0aSet-Cookie:%20luuvet_session=x",
        "/api/v1/tasks?limit=1&province=%0aX-Evil:%201", "/api/v1/tasks?limit=1&cursor=%0d%0aX-Evil:1",
        "/api/v1/%0d%0aX-Evil:%201", "/%0d%0aX-Evil:%201"}) {
    const HttpAnswer answer = ask({"GET", target});
    EXPECT_TRUE(answer.cookies.empty()) << target;
    EXPECT_EQ(answer.header("x-evil"), "") << target;
    EXPECT_THAT(answer.header("link"), Not(HasSubstr("\r")));
  }
  // A line of its own within a value is two headers, or none: the second has no meaning here.
  const HttpAnswer folded = ask({"GET", "/api/v1/me", {{"Accept-Language", "vi\r\n X-Evil: 1"}}});
  EXPECT_EQ(folded.header("x-evil"), "");
  EXPECT_EQ(ask({"GET", "/api/v1/me", {{"X", std::string("a\0b", 3)}}}).status, 400);
}

TEST_F(Hostile, W10NoPathLeadsOutOfWhatIsServed) {
  std::filesystem::create_directories(folder_.path() / "web");
  std::ofstream(folder_.path() / "web/index.html") << "<!doctype html>page";
  std::ofstream(folder_.path() / "secret.txt") << "TOP-SECRET";
  ASSERT_EQ(server_->stop(), 0);
  start({"--web", (folder_.path() / "web").string()});
  for (const char* target :
       {"/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "//secret.txt", "/..\\secret.txt",
        "/web/../../secret.txt", "/assets/../../secret.txt", "/../data/demo-accounts.json", "/api/../../secret.txt",
        "/audit/tile/../../secret.txt", "/audit/tile/0/..%2f..%2fsecret.txt", "/api/v1/tasks/..%2f..%2faccounts",
        "/api/v1/tasks/../accounts", "/%00/secret.txt", "/....//secret.txt"}) {
    const HttpAnswer answer = ask({"GET", target});
    EXPECT_THAT(answer.body, Not(HasSubstr("TOP-SECRET"))) << target;
    EXPECT_THAT(answer.body, Not(HasSubstr("password"))) << target;
    EXPECT_GE(answer.status, 400) << target;
  }
}

TEST_F(Hostile, W62AnotherSitesPageOpensNoSocketWithOnesCookie) {
  const std::string cookie = "Cookie: " + cookie_of("so-khcn.head") + "\r\n";
  const auto status = [&](const std::string& origin) {
    return RawWebSocket(port(), "/api/v1/live", cookie + origin).answer().status;
  };
  EXPECT_EQ(status("Origin: " + own_origin() + "\r\n"), 101);
  for (const std::string& foreign :
       {std::string("http://evil.example"), std::string("null"), own_origin() + ".evil.example",
        "https" + own_origin().substr(4), std::string("http://localhost:1")})
    EXPECT_EQ(status("Origin: " + foreign + "\r\n"), 403) << foreign;
  EXPECT_EQ(status("Origin: " + own_origin() + "\r\nOrigin: http://evil.example\r\n"), 403);
}

TEST_F(Hostile, W113GuessedIdsAreAnsweredAlikeWhetherTheyAreThereOrNot) {
  const std::string owner = cookie_of("so-khcn.head");
  const Json sessions(ask_as_nobody({"GET", "/api/v1/sessions", {{"Cookie", owner}}}).body);
  const std::string there(sessions["items"].at(0)["id"].get_string().value());
  const std::string guesser = cookie_of("so-khcn.officer");
  const auto end = [&](const std::string& id) {
    return ask_as_nobody({"DELETE", "/api/v1/sessions/" + id, {{"Cookie", guesser}, {"Origin", own_origin()}}});
  };
  const HttpAnswer of_another = end(there), of_nobody = end(std::string(there.size(), 'a'));
  EXPECT_EQ(of_another.status, 404);
  EXPECT_EQ(of_another.body, of_nobody.body);
  EXPECT_EQ(ask_as_nobody({"GET", "/api/v1/me", {{"Cookie", owner}}}).status, 200);
  // What opens something is refused in the same words, near to a real one or not.
  const auto accept = [&](const std::string& secret) {
    return ask_as_nobody({"POST",
                          "/api/v1/invitations/" + secret,
                          {{"Content-Type", "application/json"}},
                          R"({"username":"a.b","password":"chim lạc bay về núi 57"})"});
  };
  EXPECT_EQ(accept(std::string(43, 'a')).status, 404);
  EXPECT_EQ(accept(std::string(43, 'a')).body, accept("1").body);
  for (const std::string& token :
       {std::string(43, 'a'), std::string("1"), std::string(4'000, 'a'), std::string("' OR 1=1")})
    EXPECT_EQ(ask_as_nobody({"GET", "/api/v1/me", {{"Authorization", "Bearer " + token}}}).status, 401);
}

TEST_F(Hostile, W116NobodyGivesOneselfMoreByMembersThatTheFormDoesNotHave) {
  const std::string before = checkpoint();
  const std::string cookie = cookie_of("so-khcn.officer");
  const auto send = [&](const std::string& target, const std::string& body) {
    return ask_as_nobody(
        {"POST", target, {{"Cookie", cookie}, {"Origin", own_origin()}, {"Content-Type", "application/json"}}, body});
  };
  const std::string task = kTaskPath;
  for (const char* more : {R"("actor":"demo.so-khcn.head")", R"("at":"2020-01-01T00:00:00Z")",
                           R"("agency":"so-tai-chinh")", R"("capacity":"KT")", R"("sequence":1)", R"("id":"x")",
                           R"("__proto__":{"admin":true})", R"("open":{"text":"b"})", R"("roles":["administrator"])"}) {
    const HttpAnswer answer = send(task + "/comment", R"({"text":"a",)" + std::string(more) + "}");
    EXPECT_EQ(answer.status, 400) << more << answer.body;
  }
  for (const auto& [target, body] : std::vector<std::pair<std::string, std::string>>{
           {"/api/v1/session", R"({"demo":"viewer","roles":["administrator"]})"},
           {"/api/v1/session", R"({"username":"so-khcn.head","password":"x","account":"demo.so-khcn.head"})"},
           {"/api/v1/me/password", R"({"old":"a","new":"chim lạc bay về núi 57","account":"demo.so-khcn.head"})"},
           {"/api/v1/live-ticket", R"({"account":"demo.so-khcn.head"})"}})
    EXPECT_EQ(send(target, body).status, 400) << target << body;
  EXPECT_EQ(checkpoint(), before);
}

}  // namespace
}  // namespace luuvet::test

// Signing in through an issuer, over sockets: the program, and an issuer whose answers can be bent.
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "server/oidc/form.h"
#include "tests/oidc/issuer.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

using server::decode_query;
using server::encode_component;
using server::single_value;

constexpr const char* kUsername = "so-khcn.officer";
constexpr const char* kStart = "/api/v1/oidc/start";
constexpr const char* kCallback = "/api/v1/oidc/callback";

std::string cookie_of(const HttpReply& reply, const std::string& name) {
  for (const auto& [header, value] : reply.headers)
    if (header == "set-cookie" && value.starts_with(name + "=")) return value.substr(0, value.find(';'));
  return {};
}
std::string whole_cookie_of(const HttpReply& reply, const std::string& name) {
  for (const auto& [header, value] : reply.headers)
    if (header == "set-cookie" && value.starts_with(name + "=")) return value;
  return {};
}
std::string location_of(const HttpReply& reply) {
  return std::string(reply.header("location").value_or(""));
}

class Oidc : public RunningServer {
 protected:
  void SetUp() override { start_with(R"("match":"username")"); }

  void start_with(const std::string& more) {
    ASSERT_EQ(server_->stop(), 0) << server_->errors();
    server_.reset();
    const auto file = folder_.path() / "oidc.json", secret = folder_.path() / "secret";
    std::ofstream(secret) << "s3cret\n";
    chmod(secret.c_str(), 0600);
    std::ofstream(file) << R"({"issuer":")" << issuer_.address()
                        << R"(","client_id":"luuvet","client_secret_file":"secret","name":"SSO tỉnh Lào Cai",)"
                        << R"("address":"http://127.0.0.1",)" << more << "}";
    start({"--oidc", file.string()});
  }

  // But for what the cookie says.
  HttpReply as_nobody(const std::string& target, HttpHeaders headers = {}) {
    if (headers.empty()) headers.emplace_back("Authorization", "");
    return get(target, headers);
  }
  // A flow that is under way: what the browser holds and what the provider was told.
  struct Begun {
    std::string cookie;
    std::string state;
    std::string nonce;
  };
  Begun begin(const std::string& query = "", HttpHeaders headers = {}) {
    const HttpReply reply = as_nobody(kStart + ("?moved=true" + query), std::move(headers));
    EXPECT_EQ(reply.status, 302) << reply.body;
    const auto form = decode_query(location_of(reply));
    return {cookie_of(reply, "luuvet_oidc"), single_value(*form, "state").value_or(""),
            single_value(*form, "nonce").value_or("")};
  }
  HttpReply come_back(const Begun& begun, const std::string& query = "&code=code-1") {
    return as_nobody(kCallback + ("?state=" + begun.state) + query,
                     {{"Cookie", begun.cookie}, {"Sec-Fetch-Site", "cross-site"}});
  }
  HttpReply signed_in(const std::string& subject = kUsername, const std::string& query = "") {
    const Begun begun = begin(query);
    issuer_.issues(issuer_.token_for(subject, begun.nonce));
    return come_back(begun);
  }
  void expect_told(const HttpReply& reply, const std::string& word) {
    EXPECT_EQ(reply.status, 302) << reply.body;
    EXPECT_TRUE(location_of(reply).starts_with("/sign-in?oidc=" + word)) << location_of(reply);
    EXPECT_EQ(cookie_of(reply, "luuvet_session"), "");
  }

  Issuer issuer_;
};

TEST_F(Oidc, W150SaysWhichWaysInThereAre) {
  const HttpReply reply = as_nobody("/api/v1/sign-in-options");
  EXPECT_EQ(reply.body, R"({"password":true,"demo":true,"oidc":{"name":"SSO tỉnh Lào Cai"}})");
  restart();
  EXPECT_EQ(as_nobody("/api/v1/sign-in-options").body, R"({"password":true,"demo":true,"oidc":null})");
  expect_problem(as_nobody(kStart), {404, "not-found"});
  expect_problem(as_nobody(kCallback), {404, "not-found"});
}

TEST_F(Oidc, W151SendsTheBrowserToTheProvider) {
  const HttpReply reply = as_nobody(std::string(kStart) + "?to=%2Ftasks%2Fa&moved=true");
  EXPECT_EQ(reply.status, 302);
  EXPECT_EQ(reply.header("cache-control"), "no-store");
  EXPECT_TRUE(location_of(reply).starts_with(issuer_.address() + "/auth?")) << location_of(reply);
  const auto form = decode_query(location_of(reply));
  EXPECT_EQ(single_value(*form, "code_challenge_method"), "S256");
  EXPECT_EQ(single_value(*form, "redirect_uri"), "http://127.0.0.1/api/v1/oidc/callback");
  EXPECT_EQ(single_value(*form, "state")->size(), 43U);
  const std::string cookie = whole_cookie_of(reply, "luuvet_oidc");
  EXPECT_TRUE(cookie.ends_with("; Path=/api/v1/oidc; HttpOnly; SameSite=Lax; Max-Age=600")) << cookie;
}

TEST_F(Oidc, W151GoesBackNowhereButToPagesOfOurs) {
  for (const char* to :
       {"https://evil.example", "//evil.example", "/\\evil.example", "/api/v1/me", "javascript:alert(1)"})
    expect_problem(as_nobody(std::string(kStart) + "?to=" + encode_component(to)),
                   {.status = 400, .type = "bad-query", .parameter = "to"});
  expect_problem(as_nobody(std::string(kStart) + "?to=/a&to=/b"),
                 {.status = 400, .type = "bad-query", .parameter = "to"});
  expect_problem(as_nobody(std::string(kStart) + "?next=/a"),
                 {.status = 400, .type = "bad-query", .parameter = "next"});
}

TEST_F(Oidc, W151BeginsUnderTheNameThatTheProviderKnows) {
  const HttpReply reply = as_nobody(std::string(kStart) + "?to=/tasks/a");
  EXPECT_EQ(reply.status, 302);
  EXPECT_EQ(location_of(reply), "http://127.0.0.1/api/v1/oidc/start?to=%2Ftasks%2Fa&link=false&moved=true");
  EXPECT_EQ(cookie_of(reply, "luuvet_oidc"), "");
}

TEST_F(Oidc, W152AStateIsGoodOnceAndInItsOwnBrowser) {
  const Begun mine = begin(), other = begin();
  issuer_.issues(issuer_.token_for(kUsername, mine.nonce));
  expect_told(come_back({other.cookie, mine.state, ""}), "expired");
  expect_told(come_back({"", other.state, ""}), "expired");
  expect_told(come_back({mine.cookie, std::string(43, 'x'), ""}), "expired");
  expect_told(as_nobody(kCallback), "expired");
  EXPECT_EQ(issuer_.asked("/token"), 0U);
  const Begun again = begin();
  issuer_.issues(issuer_.token_for(kUsername, again.nonce));
  EXPECT_EQ(come_back(again).status, 200);
  expect_told(come_back(again), "expired");
  EXPECT_EQ(issuer_.asked("/token"), 1U);
}

TEST_F(Oidc, W152AMadeUpStateEndsNoSignInThatIsUnderWay) {
  const Begun begun = begin();
  issuer_.issues(issuer_.token_for(kUsername, begun.nonce));
  const HttpReply reply = come_back({begun.cookie, std::string(43, 'x'), ""});
  expect_told(reply, "expired");
  EXPECT_EQ(cookie_of(reply, "luuvet_oidc"), "");
  EXPECT_EQ(come_back(begun).status, 200);
}

TEST_F(Oidc, W152AStateOfTwoValuesIsNone) {
  const Begun begun = begin();
  expect_told(come_back(begun, "&code=a&state=" + begun.state), "expired");
}

TEST_F(Oidc, W153AForgedTokenOpensNothing) {
  const Begun begun = begin();
  issuer_.issues(issuer_.token_for(kUsername, "the nonce of another sign-in"));
  expect_told(come_back(begun), "failed");
  EXPECT_NE(server_->errors().find("OpenID Connect: id token: made for another sign-in"), std::string::npos);
  const Begun next = begin();
  issuer_.issues(unsigned_token(R"({"alg":"none"})", R"({"sub":"so-khcn.officer"})"));
  expect_told(come_back(next), "failed");
}

TEST_F(Oidc, W154SigningInGoesOnAfterTheProviderChangedItsKey) {
  EXPECT_EQ(signed_in().status, 200);
  const SigningKey next = SigningKey::rsa("key-2");
  issuer_.publishes(key_set_of({next.public_json()}));
  const Begun begun = begin();
  issuer_.issues(issuer_.token_for(kUsername, begun.nonce, "", &next));
  EXPECT_EQ(come_back(begun).status, 200);
}

TEST_F(Oidc, W155OnlyOpenAccountsAreEntered) {
  expect_told(signed_in("khong.co.ai"), "unknown-account");
  const HttpHeaders admin = {{"Authorization", bearer_of(port(), "vp-ubnd-tinh", "administrator")},
                             {"Luuvet-Acting-For", "vp-ubnd-tinh"}};
  const std::string account = "/api/v1/accounts/demo.so-khcn.officer";
  EXPECT_EQ(post(account + "/close", "{}", admin).status, 200);
  expect_told(signed_in(), "unknown-account");
  EXPECT_EQ(post(account + "/reopen", "{}", admin).status, 200);
  EXPECT_EQ(signed_in().status, 200);
}

TEST_F(Oidc, W156TheSessionIsLikeAnyOther) {
  const HttpReply page = signed_in();
  const std::string session = whole_cookie_of(page, "luuvet_session");
  EXPECT_NE(session.find("; Path=/; HttpOnly; SameSite=Strict"), std::string::npos) << session;
  const HttpReply me = as_nobody("/api/v1/me", {{"Cookie", cookie_of(page, "luuvet_session")}});
  EXPECT_EQ(text_of(me.body, "username"), kUsername);
  restart();
  EXPECT_EQ(as_nobody("/api/v1/me", {{"Cookie", cookie_of(page, "luuvet_session")}}).status, 200);
}

TEST_F(Oidc, W156APageOfOursWithoutScriptGoesOnToWhereOneWanted) {
  const HttpReply page = signed_in(kUsername, "&to=" + encode_component("/tasks/a?do=b&c='d'"));
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
  EXPECT_NE(page.body.find(R"(<meta http-equiv="refresh" content="0;url=/tasks/a?do=b&amp;c='d'">)"), std::string::npos)
      << page.body;
  EXPECT_EQ(page.body.find("<script"), std::string::npos);
  EXPECT_EQ(page.header("referrer-policy"), "no-referrer");
  EXPECT_EQ(page.header("cache-control"), "no-store");
  EXPECT_TRUE(page.header("content-security-policy").value_or("").starts_with("default-src 'none'"));
  EXPECT_TRUE(whole_cookie_of(page, "luuvet_oidc").ends_with("; Max-Age=0"));
}

TEST_F(Oidc, W156ASessionThatWasThereBeforeGivesNothing) {
  const Begun begun = begin();
  issuer_.issues(issuer_.token_for(kUsername, begun.nonce));
  const std::string planted = "luuvet_session=" + std::string(43, 'a');
  const HttpReply page =
      as_nobody(kCallback + ("?code=c&state=" + begun.state), {{"Cookie", begun.cookie + "; " + planted}});
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(cookie_of(page, "luuvet_session"), planted);
  EXPECT_EQ(as_nobody("/api/v1/me", {{"Cookie", planted}}).status, 401);
}

TEST_F(Oidc, W157WhereTheProviderIsDownPasswordsGoOn) {
  issuer_.answers(Issuer::kDiscovery, 503, "");
  expect_told(as_nobody(std::string(kStart) + "?moved=true&to=/tasks/a"), "unreachable&to=%2Ftasks%2Fa");
  const HttpReply entered = post("/api/v1/session", R"({"demo":"so-khcn.officer"})", {{"Authorization", ""}});
  EXPECT_EQ(entered.status, 200) << entered.body;
}

TEST_F(Oidc, W157AWrongSecretIsSaidInTheLogAndNotToThePerson) {
  issuer_.answers("/token", 401, R"({"error":"invalid_client"})");
  expect_told(come_back(begin()), "failed");
  EXPECT_NE(server_->errors().find("OpenID Connect: token: status 401 (invalid_client)"), std::string::npos);
  EXPECT_EQ(server_->errors().find("s3cret"), std::string::npos);
}

TEST_F(Oidc, W157WhoeverComesWhenTooManyWaitIsToldSo) {
  std::atomic<bool> held = true;
  issuer_.answers(Issuer::kDiscovery, [&](const api::Request&) {
    for (int i = 0; held && i < 300; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return json_answer(503, "");
  });
  std::atomic<int> busy = 0, unreachable = 0;
  std::vector<std::thread> browsers;
  for (int i = 0; i < 40; ++i)
    browsers.emplace_back([&] {
      const HttpReply reply = HttpClient(port()).get(std::string(kStart) + "?moved=true");
      busy += location_of(reply) == "/sign-in?oidc=busy";
      unreachable += location_of(reply) == "/sign-in?oidc=unreachable";
      if (busy + unreachable > 3) held = false;
    });
  for (std::thread& browser : browsers) browser.join();
  EXPECT_GE(busy, 3);
  EXPECT_EQ(busy + unreachable, 40);
}

TEST_F(Oidc, W157StopsWithoutWaitingForTheProvider) {
  issuer_.answers(Issuer::kDiscovery, [](const api::Request&) {
    std::this_thread::sleep_for(std::chrono::seconds(5));
    return json_answer(503, "");
  });
  std::thread browser([&] {
    try {
      HttpClient(port()).get(std::string(kStart) + "?moved=true");
    } catch (const HttpBroken&) {  // the server stops
    }
  });
  while (issuer_.asked(Issuer::kDiscovery) == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(server_->stop(), 0);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(4));
  browser.join();
}

TEST_F(Oidc, W158TheProvidersRefusalIsToldAndUsesTheFlowUp) {
  const Begun begun = begin("&to=/tasks/a");
  expect_told(come_back(begun, "&error=access_denied&error_description=x"), "refused&to=%2Ftasks%2Fa");
  expect_told(come_back(begun), "expired");
  expect_told(come_back(begin(), "&error=temporarily_unavailable"), "unreachable");
  expect_told(come_back(begin(), "&error=%3Cscript%3E"), "failed");
  expect_told(come_back(begin(), ""), "failed");
  expect_told(come_back(begin(), "&code=" + std::string(5'000, 'a')), "failed");
  EXPECT_EQ(issuer_.asked("/token"), 0U);
}

TEST_F(Oidc, W158ACodeOfAnotherIssuerIsNotRedeemed) {
  expect_told(come_back(begin(), "&code=c&iss=" + encode_component("https://evil.example")), "failed");
  EXPECT_EQ(issuer_.asked("/token"), 0U);
  const Begun begun = begin();
  issuer_.issues(issuer_.token_for(kUsername, begun.nonce));
  EXPECT_EQ(come_back(begun, "&code=c&iss=" + encode_component(issuer_.address())).status, 200);
}

class OidcLinked : public Oidc {
 protected:
  void SetUp() override { start_with(R"("match":"linked")"); }

  std::string session_of(const std::string& username) {
    return cookie_of(post("/api/v1/session", R"({"demo":")" + username + "\"}", {{"Authorization", ""}}),
                     "luuvet_session");
  }
  HttpReply link(const std::string& session, const std::string& subject) {
    const Begun begun = begin("&link=true", {{"Cookie", session}, {"Sec-Fetch-Site", "same-origin"}});
    issuer_.issues(issuer_.token_for(subject, begun.nonce));
    return come_back(begun);
  }
};

TEST_F(OidcLinked, W159WhoIsSignedInLinksTheOwnAccount) {
  expect_told(signed_in("person-7"), "unknown-account");
  const HttpReply linked = link(session_of(kUsername), "person-7");
  EXPECT_EQ(linked.status, 200);
  EXPECT_NE(linked.body.find("0;url=/me?oidc=linked"), std::string::npos) << linked.body;
  EXPECT_EQ(cookie_of(linked, "luuvet_session"), "");
  const HttpReply page = signed_in("person-7");
  const HttpReply me = as_nobody("/api/v1/me", {{"Cookie", cookie_of(page, "luuvet_session")}});
  EXPECT_EQ(text_of(me.body, "username"), kUsername);
  EXPECT_EQ(location_of(link(session_of("so-khcn.head"), "person-7")), "/me?oidc=linked-elsewhere");
}

TEST_F(OidcLinked, W159WhoIsNotSignedInLinksNothing) {
  expect_problem(as_nobody(std::string(kStart) + "?moved=true&link=true"), {401, "signed-out"});
  expect_problem(get(std::string(kStart) + "?moved=true&link=true"), {401, "signed-out"});  // by token
  const std::string session = session_of(kUsername);
  for (const char* site : {"cross-site", "same-site", "none"})
    expect_problem(
        as_nobody(std::string(kStart) + "?moved=true&link=true", {{"Cookie", session}, {"Sec-Fetch-Site", site}}),
        {403, "forbidden"});
  const Begun begun = begin("&link=true", {{"Cookie", session}, {"Sec-Fetch-Site", "same-origin"}});
  issuer_.issues(issuer_.token_for("person-7", begun.nonce));
  const HttpAnswer left =
      ask_as_nobody({"DELETE", "/api/v1/session", {{"Cookie", session}, {"Sec-Fetch-Site", "same-origin"}}});
  EXPECT_EQ(left.status, 204);
  EXPECT_EQ(location_of(come_back(begun)), "/me?oidc=expired");
  expect_told(signed_in("person-7"), "unknown-account");
}

TEST(OidcStart, RefusesSettingsThatDoNotHold) {
  TempDir folder;
  const auto file = folder.path() / "oidc.json";
  std::ofstream(file)
      << R"({"issuer":"http://sso.example.vn","client_id":"luuvet","name":"SSO","address":"https://a.vn"})";
  const Ended ended = refused_serve(
      {.data = folder.path() / "data", .state = folder.path() / "state", .more = {"--oidc", file.string()}});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_NE(ended.errors.find("/issuer: must be https"), std::string::npos) << ended.errors;
}

}  // namespace
}  // namespace luuvet::test

#include "server/oidc/authorization.h"

#include <gtest/gtest.h>

#include "server/oidc/form.h"

namespace luuvet::server {
namespace {

OidcSettings settings() {
  OidcSettings made;
  made.issuer = "https://sso.example.vn";
  made.client_id = "luu vet&co";
  made.address = *trusted_address("https://luuvet.example.vn");
  return made;
}

Form asked(const OidcSettings& of, bool ask_again = false,
           const std::string& endpoint = "https://sso.example.vn/auth") {
  // The verifier and the challenge of RFC 7636, appendix B.
  const AuthorizationTerms terms{"state-1", "nonce-1", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", ask_again};
  const std::string address = authorization_address(endpoint, of, terms);
  EXPECT_TRUE(address.starts_with(endpoint)) << address;
  return decode_query(address).value_or(Form{});
}

TEST(Authorization, W151AsksForACodeWithPkceStateAndNonce) {
  const Form form = asked(settings());
  EXPECT_EQ(single_value(form, "response_type"), "code");
  EXPECT_EQ(single_value(form, "client_id"), "luu vet&co");
  EXPECT_EQ(single_value(form, "redirect_uri"), "https://luuvet.example.vn/api/v1/oidc/callback");
  EXPECT_EQ(single_value(form, "scope"), "openid");
  EXPECT_EQ(single_value(form, "state"), "state-1");
  EXPECT_EQ(single_value(form, "nonce"), "nonce-1");
  EXPECT_EQ(single_value(form, "code_challenge_method"), "S256");
  EXPECT_EQ(single_value(form, "code_challenge"), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  EXPECT_FALSE(single_value(form, "prompt"));
  EXPECT_FALSE(single_value(form, "code_verifier"));
}

TEST(Authorization, W151AsksForNoMoreThanTheMatchingNeeds) {
  OidcSettings of = settings();
  of.match = OutsideMatch::kUsername;
  EXPECT_EQ(single_value(asked(of), "scope"), "openid");
  of.claim = "preferred_username";
  EXPECT_EQ(single_value(asked(of), "scope"), "openid profile");
  of.match = OutsideMatch::kEmail;
  of.claim = "email";
  EXPECT_EQ(single_value(asked(of), "scope"), "openid email");
}

TEST(Authorization, W159TheProviderAsksAgainWhoIsToBeLinked) {
  EXPECT_EQ(single_value(asked(settings(), true), "prompt"), "login");
}

TEST(Authorization, KeepsTheQueryThatTheEndpointHas) {
  const Form form = asked(settings(), false, "https://sso.example.vn/auth?tenant=lao-cai");
  EXPECT_EQ(single_value(form, "tenant"), "lao-cai");
  EXPECT_EQ(single_value(form, "state"), "state-1");
}

TEST(Authorization, W151GoesBackToPagesOfOursAlone) {
  for (const char* path : {"/", "/tasks/da11.ii.i.1.1?do=report-progress#x", "/board?q=so%20khcn", "/apiary", "/me"})
    EXPECT_TRUE(is_own_page(path)) << path;
  for (const char* path :
       {"", "tasks", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
        "javascript:alert(1)", "/a\r\nSet-Cookie: x=y", "/a b", "/\t/evil.example", "/a\"><script>", "/tạm", "/api",
        "/api/v1/oidc/start", "/audit/checkpoint", "?to=/", " /"})
    EXPECT_FALSE(is_own_page(path)) << path;
  EXPECT_TRUE(is_own_page("/" + std::string(kReturnPathBytesMax - 1, 'a')));
  EXPECT_FALSE(is_own_page("/" + std::string(kReturnPathBytesMax, 'a')));
}

TEST(WebAddress, IsHttpsOrOfThisMachine) {
  for (const char* text : {"https://sso.example.vn", "https://sso.example.vn:8443/realms/x", "http://localhost:3000",
                           "http://127.0.0.1", "http://[::1]:80/a"})
    EXPECT_TRUE(trusted_address(text)) << text;
  for (const char* text :
       {"", "sso.example.vn", "http://sso.example.vn", "http://localhost.evil.example", "http://127.0.0.1.evil.example",
        "https://user@sso.example.vn", "https://user:pass@sso.example.vn", "https://sso.example.vn/#a",
        "ftp://localhost", "file:///etc/passwd", "https://", "https://a b/"})
    EXPECT_FALSE(trusted_address(text)) << text;
  EXPECT_FALSE(trusted_address("https://sso.example.vn/" + std::string(kWebAddressBytesMax, 'a')));
}

TEST(WebAddress, SaysWhatItIsMadeOf) {
  const auto address = trusted_address("https://SSO.example.vn:443/realms/x?a=b");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->origin(), "https://SSO.example.vn");
  EXPECT_EQ(address->path, "/realms/x");
  EXPECT_TRUE(address->has_query);
  EXPECT_FALSE(address->loopback);
  EXPECT_EQ(trusted_address("http://localhost:3000")->origin(), "http://localhost:3000");
}

}  // namespace
}  // namespace luuvet::server

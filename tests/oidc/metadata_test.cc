#include "server/oidc/metadata.h"

#include <gtest/gtest.h>

namespace luuvet::server {
namespace {

constexpr const char* kIssuer = "https://sso.example.vn";

struct Document {
  std::string issuer = kIssuer;
  std::string base = "https://sso.example.vn";
  std::string more;

  std::string json() const {
    return R"({"issuer":")" + issuer + R"(","authorization_endpoint":")" + base + R"(/auth","token_endpoint":")" +
           base + R"(/token","jwks_uri":")" + base + R"(/keys","userinfo_endpoint":")" + base + R"(/me")" + more + "}";
  }
};

MetadataRead read(const Document& document, bool has_secret = true) {
  return read_metadata(document.json(), kIssuer, has_secret);
}

TEST(Metadata, ReadsAPlainDocument) {
  const auto found = read({}).metadata;
  ASSERT_TRUE(found);
  EXPECT_EQ(found->authorization_endpoint, "https://sso.example.vn/auth");
  EXPECT_EQ(found->token_endpoint, "https://sso.example.vn/token");
  EXPECT_EQ(found->jwks_uri, "https://sso.example.vn/keys");
  EXPECT_EQ(found->userinfo_endpoint, "https://sso.example.vn/me");
  EXPECT_EQ(found->auth, ClientAuth::kBasic);
  EXPECT_FALSE(found->names_itself);
}

TEST(Metadata, RefusesTheDocumentOfAnotherIssuer) {
  for (const char* issuer : {"https://sso.example.vn/", "https://evil.example", ""})
    EXPECT_FALSE(read({.issuer = issuer}).metadata) << issuer;
}

TEST(Metadata, RefusesEndpointsThatAreNotSafe) {
  for (const char* base : {"http://sso.example.vn", "http://localhost", "ftp://sso.example.vn", "", "//sso.example.vn"})
    EXPECT_FALSE(read({.base = base}).metadata) << base;
  EXPECT_TRUE(read_metadata(Document{.issuer = "http://localhost:3000", .base = "http://localhost:3000"}.json(),
                            "http://localhost:3000", true)
                  .metadata);
}

TEST(Metadata, RefusesAProviderThatCannotDoWhatWeAsk) {
  for (const char* more :
       {R"(,"response_types_supported":["id_token"])", R"(,"code_challenge_methods_supported":["plain"])",
        R"(,"code_challenge_methods_supported":7)", R"(,"id_token_signing_alg_values_supported":["HS256","none"])",
        R"(,"token_endpoint_auth_methods_supported":["private_key_jwt"])"})
    EXPECT_FALSE(read({.more = more}).metadata) << more;
  for (const char* json : {"", "[]", "{}", "<html>"}) EXPECT_FALSE(read_metadata(json, kIssuer, true).metadata) << json;
}

TEST(Metadata, ChoosesHowWeProveWhoWeAre) {
  const char* post = R"(,"token_endpoint_auth_methods_supported":["client_secret_post"])";
  EXPECT_EQ(read({.more = post}).metadata->auth, ClientAuth::kPost);
  EXPECT_EQ(read({.more = post}, false).metadata->auth, ClientAuth::kNone);
}

TEST(Metadata, W158KnowsWhoNamesItself) {
  EXPECT_TRUE(read({.more = R"(,"authorization_response_iss_parameter_supported":true)"}).metadata->names_itself);
}

TEST(Metadata, LiesWhereTheStandardPutsIt) {
  EXPECT_EQ(discovery_address("https://a.vn"), "https://a.vn/.well-known/openid-configuration");
  EXPECT_EQ(discovery_address("https://a.vn/"), "https://a.vn/.well-known/openid-configuration");
  EXPECT_EQ(discovery_address("https://a.vn/realms/x"), "https://a.vn/realms/x/.well-known/openid-configuration");
}

}  // namespace
}  // namespace luuvet::server

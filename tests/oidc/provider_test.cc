// Codes redeemed at an issuer over HTTP: what is asked, what is kept, and what each way of failing is taken for.
#include "server/oidc/provider.h"

#include <gtest/gtest.h>

#include "server/log/hash.h"
#include "server/oidc/form.h"
#include "tests/oidc/issuer.h"

namespace luuvet::server {
namespace {

using test::Issuer;
using test::key_set_of;
using test::SigningKey;

constexpr const char* kNonce = "nonce-1";

Instant now_plus(std::int64_t ms) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count() + ms};
}

class ProviderTest : public ::testing::Test {
 protected:
  ProviderTest() {
    settings_.issuer = issuer_.address();
    settings_.client_id = "luuvet";
    settings_.client_secret = "s3cret:&";
    settings_.address = *trusted_address("http://localhost:8080");
  }
  Provider& provider() {
    if (!provider_) provider_.emplace(settings_, stopping_);
    return *provider_;
  }
  OidcResult<OutsidePerson> redeem(std::optional<std::string> issuer = {}, std::int64_t later_ms = 0) {
    return provider().redeem({"code-1", std::move(issuer), kNonce, "verifier-1"}, now_plus(later_ms));
  }
  // The error, and the reason for the log.
  std::pair<OidcError, std::string> failure(const OidcResult<OutsidePerson>& result) {
    const auto* failure = std::get_if<OidcFailure>(&result);
    return failure ? std::pair(failure->error, failure->reason) : std::pair(OidcError::kBusy, std::string("none"));
  }
  std::string subject_of(const OidcResult<OutsidePerson>& result) {
    const auto* person = std::get_if<OutsidePerson>(&result);
    return person ? person->subject : "failed: " + std::get<OidcFailure>(result).reason;
  }
  std::optional<std::string> name_of(const OidcResult<OutsidePerson>& result) {
    return std::get<OutsidePerson>(result).name;
  }

  Issuer issuer_;
  OidcSettings settings_;
  std::atomic<bool> stopping_ = false;
  std::optional<Provider> provider_;
};

TEST_F(ProviderTest, W151RedeemsACodeWithVerifierAndSecret) {
  issuer_.issues(issuer_.token_for("an", kNonce));
  EXPECT_EQ(subject_of(redeem()), "an");
  const api::Request asked = *issuer_.last("/token");
  const Form form = *decode_query("?" + asked.body);
  EXPECT_EQ(single_value(form, "grant_type"), "authorization_code");
  EXPECT_EQ(single_value(form, "code"), "code-1");
  EXPECT_EQ(single_value(form, "code_verifier"), "verifier-1");
  EXPECT_EQ(single_value(form, "redirect_uri"), "http://localhost:8080/api/v1/oidc/callback");
  EXPECT_FALSE(single_value(form, "client_secret"));
  EXPECT_EQ(asked.header("Authorization"), "Basic " + base64("luuvet:s3cret%3A%26"));
}

TEST_F(ProviderTest, ProvesItselfAsTheProviderWants) {
  issuer_.discovery_says(R"(,"token_endpoint_auth_methods_supported":["client_secret_post"])");
  issuer_.issues(issuer_.token_for("an", kNonce));
  EXPECT_EQ(subject_of(redeem()), "an");
  const Form form = *decode_query("?" + issuer_.last("/token")->body);
  EXPECT_EQ(single_value(form, "client_id"), "luuvet");
  EXPECT_EQ(single_value(form, "client_secret"), "s3cret:&");
  EXPECT_FALSE(issuer_.last("/token")->header("Authorization"));
}

TEST_F(ProviderTest, APublicClientHasNothingToProve) {
  settings_.client_secret.clear();
  issuer_.issues(issuer_.token_for("an", kNonce));
  EXPECT_EQ(subject_of(redeem()), "an");
  EXPECT_EQ(single_value(*decode_query("?" + issuer_.last("/token")->body), "client_id"), "luuvet");
  EXPECT_FALSE(issuer_.last("/token")->header("Authorization"));
}

TEST_F(ProviderTest, AWrongSecretFailsWithTheProvidersWord) {
  issuer_.answers("/token", 401, R"({"error":"invalid_client","error_description":"nói thêm"})");
  EXPECT_EQ(failure(redeem()), std::pair(OidcError::kFailed, std::string("token: status 401 (invalid_client)")));
  issuer_.answers("/token", 400, R"({"error":"<script>"})");
  EXPECT_EQ(failure(redeem()).second, "token: status 400");
}

TEST_F(ProviderTest, W154ANewKeyIsFetchedWhenATokenBearsIt) {
  issuer_.issues(issuer_.token_for("an", kNonce));
  EXPECT_EQ(subject_of(redeem()), "an");
  const SigningKey next = SigningKey::rsa("key-2");
  issuer_.publishes(key_set_of({next.public_json()}));
  issuer_.issues(issuer_.token_for("an", kNonce, "", &next));
  EXPECT_EQ(subject_of(redeem()), "an");
  EXPECT_EQ(issuer_.asked("/keys"), 2U);
  issuer_.issues(issuer_.token_for("an", kNonce));
  EXPECT_EQ(failure(redeem()).first, OidcError::kFailed) << "the old key is gone";
}

TEST_F(ProviderTest, W154KeysAreFetchedForAnUnknownOneOnceAMinuteAtMost) {
  const SigningKey unknown = SigningKey::rsa("key-2");
  issuer_.issues(issuer_.token_for("an", kNonce, "", &unknown));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(failure(redeem()).first, OidcError::kFailed);
  EXPECT_EQ(issuer_.asked("/keys"), 2U);
  EXPECT_EQ(failure(redeem({}, Provider::kNewKeysEveryMs + 5'000)).first, OidcError::kFailed);
  EXPECT_EQ(issuer_.asked("/keys"), 3U);
}

TEST_F(ProviderTest, W154DiscoveryAndKeysAreKeptForAnHour) {
  issuer_.issues(issuer_.token_for("an", kNonce));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(subject_of(redeem()), "an");
  EXPECT_EQ(issuer_.asked(Issuer::kDiscovery), 1U);
  EXPECT_EQ(issuer_.asked("/keys"), 1U);
  redeem({}, Provider::kKeptMs + 1'000);
  EXPECT_EQ(issuer_.asked(Issuer::kDiscovery), 2U);
  EXPECT_EQ(issuer_.asked("/keys"), 2U);
}

TEST_F(ProviderTest, W153AForgedTokenFails) {
  issuer_.issues(issuer_.token_for("an", "another nonce"));
  EXPECT_EQ(failure(redeem()), std::pair(OidcError::kFailed, std::string("id token: made for another sign-in")));
  const SigningKey forged = SigningKey::rsa("key-1");
  issuer_.issues(issuer_.token_for("an", kNonce, "", &forged));
  EXPECT_EQ(failure(redeem()).second, "id token: the signature is wrong");
  issuer_.answers("/token", 200, R"({"access_token":"a"})");
  EXPECT_EQ(failure(redeem()).second, "token: the answer has no id_token");
  issuer_.answers("/token", 200, "<html>");
  EXPECT_EQ(failure(redeem()).first, OidcError::kFailed);
}

TEST_F(ProviderTest, W158AnotherIssuerNeverGetsTheCode) {
  issuer_.issues(issuer_.token_for("an", kNonce));
  EXPECT_EQ(failure(redeem("https://evil.example")).second, "callback: from another issuer");
  EXPECT_EQ(issuer_.asked("/token"), 0U);
  EXPECT_EQ(subject_of(redeem(issuer_.address())), "an");
}

TEST_F(ProviderTest, W158WhoNamesItselfMustDoSo) {
  issuer_.discovery_says(R"(,"authorization_response_iss_parameter_supported":true)");
  issuer_.issues(issuer_.token_for("an", kNonce));
  EXPECT_EQ(failure(redeem()).second, "callback: from another issuer");
  EXPECT_EQ(issuer_.asked("/token"), 0U);
  EXPECT_EQ(subject_of(redeem(issuer_.address())), "an");
}

TEST_F(ProviderTest, W155TheNameStandsInTheTokenOrInTheUserInfo) {
  settings_.match = OutsideMatch::kUsername;
  settings_.claim = "preferred_username";
  issuer_.issues(issuer_.token_for("an", kNonce, R"(,"preferred_username":"an.nguyen")"));
  EXPECT_EQ(name_of(redeem()), "an.nguyen");
  EXPECT_EQ(issuer_.asked("/userinfo"), 0U);
  issuer_.issues(issuer_.token_for("an", kNonce));
  issuer_.answers("/userinfo", 200, R"({"sub":"an","preferred_username":"an.nguyen"})");
  EXPECT_EQ(name_of(redeem()), "an.nguyen");
  EXPECT_EQ(issuer_.last("/userinfo")->header("Authorization"), "Bearer access-1");
  issuer_.answers("/userinfo", 200, R"({"sub":"binh","preferred_username":"an.nguyen"})");
  EXPECT_EQ(failure(redeem()).second, "user info: of another person");
}

TEST_F(ProviderTest, W155AnEmailCountsOnlyVerified) {
  settings_.match = OutsideMatch::kEmail;
  settings_.claim = "email";
  issuer_.answers("/userinfo", 200, R"({"sub":"an"})");
  issuer_.issues(issuer_.token_for("an", kNonce, R"(,"email":"an@example.vn","email_verified":true)"));
  EXPECT_EQ(name_of(redeem()), "an@example.vn");
  for (const char* more : {R"(,"email":"an@example.vn","email_verified":false)", R"(,"email":"an@example.vn")",
                           R"(,"email":"an@example.vn","email_verified":1)"}) {
    issuer_.issues(issuer_.token_for("an", kNonce, more));
    EXPECT_EQ(name_of(redeem()), std::nullopt) << more;
  }
}

TEST_F(ProviderTest, W155WithoutMatchingNoNameIsTaken) {
  issuer_.issues(issuer_.token_for("an", kNonce, R"(,"preferred_username":"an.nguyen")"));
  EXPECT_EQ(name_of(redeem()), std::nullopt);
}

TEST_F(ProviderTest, W157AProviderThatDoesNotAnswerIsUnreachable) {
  settings_.issuer = "http://127.0.0.1:1";
  const auto result = provider().authorization_endpoint(now_plus(0));
  EXPECT_EQ(std::get<OidcFailure>(result).error, OidcError::kUnreachable);
}

TEST_F(ProviderTest, W157AFailureIsAnsweredWithoutAskingForAMoment) {
  issuer_.answers(Issuer::kDiscovery, 503, "{}");
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(std::holds_alternative<OidcFailure>(provider().authorization_endpoint(now_plus(0))));
  EXPECT_EQ(issuer_.asked(Issuer::kDiscovery), 1U);
  issuer_.discovery_says("");
  const auto again = provider().authorization_endpoint(now_plus(Provider::kRestAfterFailureMs + 1'000));
  ASSERT_TRUE(std::holds_alternative<std::string>(again));
  EXPECT_EQ(std::get<std::string>(again), issuer_.address() + "/auth");
}

TEST_F(ProviderTest, W157WhateverIsNoDiscoveryDocumentIsUnreachable) {
  for (const char* json : {"", "[]", R"({"issuer":"https://evil.example"})"}) {
    issuer_.answers(Issuer::kDiscovery, 200, json);
    Provider fresh(settings_, stopping_);
    const auto result = fresh.authorization_endpoint(now_plus(0));
    EXPECT_EQ(std::get<OidcFailure>(result).error, OidcError::kUnreachable) << json;
  }
}

TEST_F(ProviderTest, W157KeysAndTokensThatDoNotComeAreUnreachable) {
  issuer_.answers("/token", 502, "bad gateway");
  EXPECT_EQ(failure(redeem()).first, OidcError::kUnreachable);
  issuer_.issues(issuer_.token_for("an", kNonce));
  issuer_.answers("/keys", 500, "");
  EXPECT_EQ(failure(redeem()).first, OidcError::kUnreachable);
  issuer_.publishes("{}");
  EXPECT_EQ(failure(redeem()).second, "keys: no JWK set");
}

}  // namespace
}  // namespace luuvet::server

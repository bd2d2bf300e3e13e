// Tokens that hold, and every way in which one must not.
#include "server/oidc/id_token.h"

#include <gtest/gtest.h>

#include "tests/oidc/signing.h"

namespace luuvet::server {
namespace {

using test::key_set_of;
using test::SigningKey;
using test::unsigned_token;

constexpr Instant kNow{1'774'924'800'000};
constexpr std::int64_t kSecond = kNow.ms / 1000;
constexpr std::string_view kIssuer = "https://sso.example.vn";
constexpr ExpectedToken kExpected{kIssuer, "luuvet", "nonce-of-this-sign-in"};

const SigningKey& rsa() {
  static const SigningKey key = SigningKey::rsa("rsa-1");
  return key;
}
const SigningKey& curve() {
  static const SigningKey key = SigningKey::p256("ec-1");
  return key;
}
const std::string& published() {
  static const std::string set = key_set_of({rsa().public_json(), curve().public_json()});
  return set;
}

// The members of a good token; a test replaces what it is about.
struct Payload {
  std::string iss = R"("https://sso.example.vn")";
  std::string aud = R"("luuvet")";
  std::string sub = R"("person-7")";
  std::string nonce = R"("nonce-of-this-sign-in")";
  std::string exp = std::to_string(kSecond + 300);
  std::string iat = std::to_string(kSecond - 2);
  std::string more;

  std::string json() const {
    return R"({"iss":)" + iss + R"(,"aud":)" + aud + R"(,"sub":)" + sub + R"(,"nonce":)" + nonce + R"(,"exp":)" + exp +
           R"(,"iat":)" + iat + more + "}";
  }
};

// The fault's words, "" for a token that holds.
std::string fault_of(const std::string& token, const std::string& set = published()) {
  const auto keys = KeySet::parse(set);
  if (!keys) return "no key set";
  const auto result = check_id_token(token, *keys, kExpected, kNow);
  const auto* fault = std::get_if<TokenFault>(&result);
  return fault ? std::string(words_of(*fault)) : "";
}
std::string words(TokenFault fault) {
  return std::string(words_of(fault));
}
std::string fault_of(const Payload& payload) {
  return fault_of(rsa().sign("RS256", payload.json()));
}

TEST(IdToken, W153HoldsInTheThreeAlgorithms) {
  EXPECT_EQ(fault_of(rsa().sign("RS256", Payload{}.json())), "");
  EXPECT_EQ(fault_of(rsa().sign("PS256", Payload{}.json())), "");
  EXPECT_EQ(fault_of(curve().sign("ES256", Payload{}.json())), "");
}

TEST(IdToken, W153GivesTheClaims) {
  const auto result = check_id_token(rsa().sign("RS256", Payload{.more = R"(,"email":"an@example.vn")"}.json()),
                                     *KeySet::parse(published()), kExpected, kNow);
  ASSERT_TRUE(std::holds_alternative<Claims>(result));
  EXPECT_EQ(std::get<Claims>(result).text("sub"), "person-7");
  EXPECT_EQ(std::get<Claims>(result).text("email"), "an@example.vn");
}

TEST(IdToken, W153RefusesWhatNobodySigned) {
  for (const char* header : {R"({"alg":"none"})", R"({"alg":"None","kid":"rsa-1"})", R"({"alg":"","kid":"rsa-1"})",
                             R"({"kid":"rsa-1"})", R"({"alg":["RS256"],"kid":"rsa-1"})"})
    EXPECT_NE(fault_of(unsigned_token(header, Payload{}.json())), "") << header;
  EXPECT_EQ(fault_of(unsigned_token(R"({"alg":"RS256","kid":"rsa-1"})", Payload{}.json(), "made up")),
            words(TokenFault::kSignature));
  EXPECT_NE(fault_of(unsigned_token(R"({"alg":"RS256","kid":"rsa-1"})", Payload{}.json())), "");
}

TEST(IdToken, W153RefusesAPublicKeyTakenForASharedSecret) {
  for (const std::string& secret : {rsa().public_json(), published(), std::string("luuvet")})
    for (const char* algorithm : {"HS256", "HS384", "HS512"}) {
      const std::string forged = SigningKey::secret("rsa-1", secret).sign(algorithm, Payload{}.json());
      EXPECT_EQ(fault_of(forged), words(TokenFault::kAlgorithm)) << algorithm;
    }
}

TEST(IdToken, W153RefusesOtherAlgorithmsOfTheRightKeys) {
  for (const char* algorithm : {"RS384", "RS512", "PS384", "PS512"})
    EXPECT_EQ(fault_of(rsa().sign(algorithm, Payload{}.json())), words(TokenFault::kAlgorithm)) << algorithm;
}

TEST(IdToken, W153RefusesAHeaderThatMustBeUnderstood) {
  const std::string token = rsa().sign("RS256", Payload{}.json(), "crit", R"(["b64"])");
  EXPECT_EQ(fault_of(token), words(TokenFault::kAlgorithm));
}

TEST(IdToken, W153RefusesAnotherKeyOfTheSameName) {
  EXPECT_EQ(fault_of(SigningKey::rsa("rsa-1").sign("RS256", Payload{}.json())), words(TokenFault::kSignature));
  EXPECT_EQ(fault_of(SigningKey::p256("ec-1").sign("ES256", Payload{}.json())), words(TokenFault::kSignature));
}

TEST(IdToken, W153RefusesAnUnknownKeyAndOneOfAnotherKind) {
  EXPECT_EQ(fault_of(SigningKey::rsa("rsa-2").sign("RS256", Payload{}.json())), words(TokenFault::kUnknownKey));
  EXPECT_EQ(fault_of(unsigned_token(R"({"alg":"ES256","kid":"rsa-1"})", Payload{}.json(), "x")),
            words(TokenFault::kUnknownKey));
  const std::string for_pss = key_set_of({rsa().public_json(R"(,"alg":"PS256")")});
  EXPECT_EQ(fault_of(rsa().sign("RS256", Payload{}.json()), for_pss), words(TokenFault::kUnknownKey));
  EXPECT_EQ(fault_of(rsa().sign("PS256", Payload{}.json()), for_pss), "");
}

TEST(IdToken, W153AKeyWithoutIdMustBeTheOnlyOne) {
  const SigningKey nameless = SigningKey::rsa("");
  const std::string token = nameless.sign("RS256", Payload{}.json());
  EXPECT_EQ(fault_of(token, key_set_of({nameless.public_json(), curve().public_json()})), "");
  EXPECT_EQ(fault_of(token, key_set_of({nameless.public_json(), rsa().public_json()})), words(TokenFault::kUnknownKey));
}

TEST(IdToken, W153ReadsOnlyKeysThatMayVouchForSomebody) {
  const std::string token = rsa().sign("RS256", Payload{}.json());
  EXPECT_EQ(fault_of(token, key_set_of({rsa().public_json(R"(,"use":"enc")")})), words(TokenFault::kUnknownKey));
  EXPECT_EQ(fault_of(token, key_set_of({rsa().public_json(R"(,"use":"sig")")})), "");
  const std::string mixed =
      key_set_of({"{}", "7", R"({"kty":"oct","k":"AAAA","kid":"rsa-1"})", R"({"kty":"RSA","n":"!","e":"AQAB"})",
                  R"({"kty":"OKP","crv":"Ed25519"})", SigningKey::p384("ec-1").public_json(),
                  SigningKey::rsa("rsa-1", 1'024).public_json()});
  EXPECT_EQ(KeySet::parse(mixed)->size(), 0U);
  for (const char* none : {"", "[]", "{}", "null", R"({"keys":)"}) EXPECT_FALSE(KeySet::parse(none)) << none;
  EXPECT_EQ(KeySet::parse(R"({"keys":{}})")->size(), 0U);
}

TEST(IdToken, W153ReadsSoManyKeysAndNoMore) {
  std::string many;
  for (std::size_t i = 0; i < KeySet::kKeysMax + 10; ++i) many += (many.empty() ? "" : ",") + curve().public_json();
  EXPECT_EQ(KeySet::parse("{\"keys\":[" + many + "]}")->size(), KeySet::kKeysMax);
}

TEST(IdToken, W153RefusesAnotherIssuer) {
  for (const char* issuer : {R"("https://sso.example.vn/")", R"("https://evil.example")", "7", "null"})
    EXPECT_EQ(fault_of(Payload{.iss = issuer}), words(TokenFault::kIssuer)) << issuer;
}

TEST(IdToken, W153RefusesWhatIsForOthers) {
  for (const char* audience : {R"("other")", R"(["other"])", "[]", "null", R"(["luuvet",7])", R"({"luuvet":1})"})
    EXPECT_EQ(fault_of(Payload{.aud = audience}), words(TokenFault::kAudience)) << audience;
  EXPECT_EQ(fault_of(Payload{.aud = R"(["luuvet"])"}), "");
}

TEST(IdToken, W153OfSeveralAudiencesWeMustBeTheAuthorizedParty) {
  const std::string both = R"(["luuvet","mail"])";
  EXPECT_EQ(fault_of(Payload{.aud = both}), words(TokenFault::kAuthorizedParty));
  EXPECT_EQ(fault_of(Payload{.aud = both, .more = R"(,"azp":"mail")"}), words(TokenFault::kAuthorizedParty));
  EXPECT_EQ(fault_of(Payload{.aud = both, .more = R"(,"azp":"luuvet")"}), "");
  EXPECT_EQ(fault_of(Payload{.more = R"(,"azp":"mail")"}), words(TokenFault::kAuthorizedParty));
  EXPECT_EQ(fault_of(Payload{.more = R"(,"azp":["luuvet"])"}), words(TokenFault::kAuthorizedParty));
}

TEST(IdToken, W153CountsTimeWithAMinuteOfDoubt) {
  const auto at = [](std::int64_t seconds) { return std::to_string(kSecond + seconds); };
  EXPECT_EQ(fault_of(Payload{.exp = at(-59)}), "");
  EXPECT_EQ(fault_of(Payload{.exp = at(-60)}), words(TokenFault::kExpired));
  EXPECT_EQ(fault_of(Payload{.exp = "\"" + at(300) + "\""}), words(TokenFault::kExpired));
  EXPECT_EQ(fault_of(Payload{.exp = "1e300"}), words(TokenFault::kExpired));
  EXPECT_EQ(fault_of(Payload{.exp = at(300) + ".5"}), "");
  EXPECT_EQ(fault_of(Payload{.iat = at(60)}), "");
  EXPECT_EQ(fault_of(Payload{.iat = at(61)}), words(TokenFault::kIssuedAt));
  EXPECT_EQ(fault_of(Payload{.iat = at(-kIdTokenAgeMaxS - 60)}), "");
  EXPECT_EQ(fault_of(Payload{.iat = at(-kIdTokenAgeMaxS - 61)}), words(TokenFault::kIssuedAt));
  EXPECT_EQ(fault_of(Payload{.iat = "-1"}), words(TokenFault::kIssuedAt));
  EXPECT_EQ(fault_of(Payload{.iat = "null"}), words(TokenFault::kIssuedAt));
  EXPECT_EQ(fault_of(Payload{.more = R"(,"nbf":)" + at(60)}), "");
  EXPECT_EQ(fault_of(Payload{.more = R"(,"nbf":)" + at(61)}), words(TokenFault::kNotYet));
  EXPECT_EQ(fault_of(Payload{.more = R"(,"nbf":"x")"}), words(TokenFault::kNotYet));
}

TEST(IdToken, W153RefusesTheNonceOfAnotherSignIn) {
  for (const char* nonce : {R"("nonce-of-another-one")", R"("")", "null", "7"})
    EXPECT_EQ(fault_of(Payload{.nonce = nonce}), words(TokenFault::kNonce)) << nonce;
}

TEST(IdToken, W153RefusesWhoIsNobody) {
  for (const std::string& subject : {std::string(R"("")"), std::string("7"), std::string(R"("a b")"),
                                     std::string(R"("ă")"), '"' + std::string(kSubjectBytesMax + 1, 'a') + '"'})
    EXPECT_EQ(fault_of(Payload{.sub = subject}), words(TokenFault::kSubject)) << subject;
  EXPECT_EQ(fault_of(Payload{.sub = '"' + std::string(kSubjectBytesMax, 'a') + '"'}), "");
}

TEST(IdToken, W153RefusesWhatIsNoToken) {
  for (const std::string& text :
       {std::string(), std::string("a.b"), std::string("a.b.c.d.e"), std::string("..."), std::string("\0.\0.\0", 5)})
    EXPECT_NE(fault_of(text), "") << text;
  for (const char* payload : {"", "7", "[]", "{", R"({"iss":"\ud800"})"})
    EXPECT_EQ(fault_of(rsa().sign("RS256", payload)), words(TokenFault::kMalformed)) << payload;
}

TEST(IdToken, W153RefusesATokenBeyondItsSize) {
  const auto padded = [](std::size_t bytes) { return Payload{.more = R"(,"x":")" + std::string(bytes, 'a') + '"'}; };
  EXPECT_EQ(fault_of(padded(kIdTokenBytesMax / 2)), "");
  EXPECT_EQ(fault_of(padded(kIdTokenBytesMax)), words(TokenFault::kTooLarge));
}

}  // namespace
}  // namespace luuvet::server

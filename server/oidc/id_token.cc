#include "server/oidc/id_token.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "server/identity/secret.h"

namespace luuvet::server {
namespace {

struct ReleaseToken {
  void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
};
using SignedToken = std::unique_ptr<cjose_jws_t, ReleaseToken>;

SignedToken import_token(std::string_view token) {
  cjose_err error{};
  return SignedToken(cjose_jws_import(token.data(), token.size(), &error));
}

std::optional<std::string> header_text(cjose_jws_t* token, const char* name) {
  cjose_err error{};
  const char* const text = cjose_header_get(cjose_jws_get_protected(token), name, &error);
  return text ? std::optional<std::string>(text) : std::nullopt;
}

bool header_has(cjose_jws_t* token, const char* name) {
  cjose_err error{};
  char* const raw = cjose_header_get_raw(cjose_jws_get_protected(token), name, &error);
  if (raw) cjose_get_dealloc()(raw);
  return raw != nullptr;
}

// The header is read from the same parse that the signature is checked with.
std::optional<TokenFault> signature_fault(cjose_jws_t* token, const KeySet& keys) {
  const auto algorithm = signing_algorithm(header_text(token, CJOSE_HDR_ALG).value_or(""));
  if (!algorithm || header_has(token, "crit")) return TokenFault::kAlgorithm;
  const auto fitting = keys.fitting(*algorithm, header_text(token, CJOSE_HDR_KID));
  if (fitting.empty()) return TokenFault::kUnknownKey;
  for (const cjose_jwk_t* key : fitting) {
    cjose_err error{};
    if (cjose_jws_verify(token, key, &error)) return std::nullopt;
  }
  return TokenFault::kSignature;
}

std::string_view payload(cjose_jws_t* token) {
  cjose_err error{};
  std::uint8_t* bytes = nullptr;
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(token, &bytes, &size, &error)) return {};
  return {reinterpret_cast<const char*>(bytes), size};
}

std::optional<TokenFault> audience_fault(const Claims& claims, std::string_view client_id) {
  const auto audience = claims.texts("aud");
  if (!audience || std::find(audience->begin(), audience->end(), client_id) == audience->end())
    return TokenFault::kAudience;
  const bool named = claims.has("azp");
  if (named && claims.text("azp") != client_id) return TokenFault::kAuthorizedParty;
  if (audience->size() > 1 && !named) return TokenFault::kAuthorizedParty;
  return std::nullopt;
}

std::optional<TokenFault> time_fault(const Claims& claims, Instant now) {
  const std::int64_t seconds = now.ms / 1000;
  const auto expires = claims.seconds("exp");
  if (!expires || *expires + kClockSkewS <= seconds) return TokenFault::kExpired;
  const auto issued = claims.seconds("iat");
  if (!issued || *issued > seconds + kClockSkewS || *issued + kIdTokenAgeMaxS + kClockSkewS < seconds)
    return TokenFault::kIssuedAt;
  if (claims.has("nbf") && claims.seconds("nbf").value_or(seconds + kClockSkewS + 1) > seconds + kClockSkewS)
    return TokenFault::kNotYet;
  return std::nullopt;
}

// Visible ASCII, as the standard has it.
bool is_subject(const std::string& text) {
  return !text.empty() && text.size() <= kSubjectBytesMax &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

std::optional<TokenFault> claims_fault(const Claims& claims, const ExpectedToken& expected, Instant now) {
  if (claims.text("iss") != expected.issuer) return TokenFault::kIssuer;
  if (const auto fault = audience_fault(claims, expected.client_id)) return fault;
  if (const auto fault = time_fault(claims, now)) return fault;
  if (!same_secret(claims.text("nonce").value_or(""), expected.nonce)) return TokenFault::kNonce;
  return is_subject(claims.text("sub").value_or("")) ? std::nullopt : std::optional(TokenFault::kSubject);
}

}  // namespace

std::string_view words_of(TokenFault fault) {
  switch (fault) {
    case TokenFault::kTooLarge:
      return "longer than 16 KiB";
    case TokenFault::kMalformed:
      return "not a signed token in compact form";
    case TokenFault::kAlgorithm:
      return "signed with none of RS256, ES256, PS256";
    case TokenFault::kUnknownKey:
      return "signed with a key that the provider does not publish";
    case TokenFault::kSignature:
      return "the signature is wrong";
    case TokenFault::kIssuer:
      return "from another issuer";
    case TokenFault::kAudience:
      return "not for this client";
    case TokenFault::kAuthorizedParty:
      return "made for another party";
    case TokenFault::kExpired:
      return "expired";
    case TokenFault::kIssuedAt:
      return "issued in the future or long ago: are both clocks right?";
    case TokenFault::kNotYet:
      return "not valid yet: are both clocks right?";
    case TokenFault::kNonce:
      return "made for another sign-in";
    case TokenFault::kSubject:
      break;
  }
  return "names nobody";
}

std::variant<Claims, TokenFault> check_id_token(std::string_view token, const KeySet& keys,
                                                const ExpectedToken& expected, Instant now) {
  if (token.size() > kIdTokenBytesMax) return TokenFault::kTooLarge;
  const SignedToken imported = import_token(token);
  if (!imported) return TokenFault::kMalformed;
  if (const auto fault = signature_fault(imported.get(), keys)) return *fault;
  auto claims = Claims::parse(payload(imported.get()));
  if (!claims) return TokenFault::kMalformed;
  if (const auto fault = claims_fault(*claims, expected, now)) return *fault;
  return std::move(*claims);
}

}  // namespace luuvet::server

// Whether an ID token is what it says it is (OpenID Connect Core 3.1.3.7). Without clock and network; any thread, one
// at a time for each key set.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "domain/base/time.h"
#include "server/oidc/claims.h"
#include "server/oidc/key_set.h"

namespace luuvet::server {

inline constexpr std::size_t kIdTokenBytesMax = 16 * 1024;
inline constexpr std::int64_t kClockSkewS = 60;
inline constexpr std::int64_t kIdTokenAgeMaxS = 600;  // we have just asked for it
inline constexpr std::size_t kSubjectBytesMax = 255;

enum class TokenFault : std::uint8_t {
  kTooLarge,
  kMalformed,
  kAlgorithm,   // other than RS256, ES256, PS256, or with extensions that must be understood
  kUnknownKey,  // no key of the set fits: the provider may have new ones
  kSignature,
  kIssuer,
  kAudience,         // not for us
  kAuthorizedParty,  // made for another party, or for several without naming us
  kExpired,
  kIssuedAt,  // in the future, or long ago
  kNotYet,    // `nbf` lies ahead
  kNonce,
  kSubject,
};

std::string_view words_of(TokenFault fault);

struct ExpectedToken {
  std::string_view issuer;
  std::string_view client_id;
  std::string_view nonce;
};

// The claims of a token that holds. `sub` is in them.
std::variant<Claims, TokenFault> check_id_token(std::string_view token, const KeySet& keys,
                                                const ExpectedToken& expected, Instant now);

}  // namespace luuvet::server

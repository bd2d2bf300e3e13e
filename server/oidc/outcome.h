// How a sign-in through the provider can fail.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <variant>

namespace luuvet::server {

// What the sign-in page is told, as `?oidc=<word>`.
enum class OidcError : std::uint8_t {
  kUnreachable,      // the provider does not answer, or not as it should
  kRefused,          // the provider says no: the person stopped, or has no access to us
  kFailed,           // what the provider answered does not hold
  kExpired,          // begun too long ago, in another browser, or finished already
  kUnknownAccount,   // no open account belongs to this person
  kLinkedElsewhere,  // the account or the person is linked already
  kBusy,             // too many at once
};
BOOST_DESCRIBE_ENUM(OidcError, kUnreachable, kRefused, kFailed, kExpired, kUnknownAccount, kLinkedElsewhere, kBusy)

struct OidcFailure {
  OidcError error = OidcError::kFailed;
  std::string reason;  // for the process's log: words of ours, nothing of a token, a code or a person
};

template <class T>
using OidcResult = std::variant<T, OidcFailure>;

}  // namespace luuvet::server

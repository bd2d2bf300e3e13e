// What the access log keeps: who came in, from where, and what was looked at or carried away. Never a secret, a name or
// a query.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "domain/base/ids.h"
#include "domain/base/time.h"

namespace luuvet::server {

// Each is a type of record: kSignedIn is "vn.luuvet.access.signed-in.v1".
enum class AccessKind : std::uint8_t {
  kLogCreated,     // the access log's own: origin, public_key
  kLogAdopted,     // likewise, where its guard was missing
  kLogPruned,      // through, before, count
  kLost,           // count: what found the queue full
  kSignedIn,       // session, how
  kSignInFailed,   // how, username_digest; counted
  kLockedOut,      // username_digest; counted: tries that were not looked at
  kSignedOut,      // session
  kSessionEnded,   // session, cause
  kTokenUsed,      // token: its first use on a day
  kRead,           // subject: an inspector's reading of one thing, or of the access log itself
  kExported,       // what, items
  kForbidden,      // method, path, rule; counted
  kProfileErased,  // the account's
};
BOOST_DESCRIBE_ENUM(AccessKind, kLogCreated, kLogAdopted, kLogPruned, kLost, kSignedIn, kSignInFailed, kLockedOut,
                    kSignedOut, kSessionEnded, kTokenUsed, kRead, kExported, kForbidden, kProfileErased)

enum class SignInHow : std::uint8_t { kPassword, kDemo, kInvitation, kOidc };
BOOST_DESCRIBE_ENUM(SignInHow, kPassword, kDemo, kInvitation, kOidc)

// Members of a record's `data`, by kind.
struct AccessData {
  std::optional<std::string> session;
  std::optional<std::string> token;
  std::optional<SignInHow> how;
  std::optional<std::string> cause;            // idle, expired, too-many, ended
  std::optional<std::string> username_digest;  // tells names apart without saying them
  std::optional<std::string> subject;          // "task/<id>", "events", "history", "access-log"
  std::optional<std::string> what;             // "events": open for other forms of export
  std::optional<std::uint64_t> items;
  std::optional<std::string> method;
  std::optional<std::string> path;  // without its query
  std::optional<std::string> rule;
  std::optional<std::uint64_t> count;
  std::optional<Instant> first;  // of what is counted
  std::optional<Instant> last;
  std::optional<Sequence> through;
  std::optional<Date> before;
  std::optional<std::string> origin;
  std::optional<std::string> public_key;
};
BOOST_DESCRIBE_STRUCT(AccessData, (),
                      (session, token, how, cause, username_digest, subject, what, items, method, path, rule, count,
                       first, last, through, before, origin, public_key))

struct AccessEvent {
  AccessKind kind = AccessKind::kSignedIn;
  Instant at;
  ActorId account;  // whose doing it is, or to whom it was done; empty: nobody that is known
  ActorId actor;    // who did it, if somebody is known
  AccessData data;
  std::string address;     // protected
  std::string user_agent;  // protected
};

}  // namespace luuvet::server

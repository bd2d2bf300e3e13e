// What the identity store keeps, row by row. Accounts are the log's actors: the log knows their ids, posts and rights,
// this store who they are and how they prove it.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "domain/base/ids.h"
#include "domain/base/time.h"
#include "domain/people/account.h"
#include "server/log/hash.h"

namespace luuvet::server {

enum class InvitationPurpose : std::uint8_t { kFirstAdmin, kWelcome, kRecovery };
BOOST_DESCRIBE_ENUM(InvitationPurpose, kFirstAdmin, kWelcome, kRecovery)

enum class SignIn : bool { kClosed, kOpen };

struct Profile {
  ActorId account;
  AccountKind kind = AccountKind::kPerson;
  std::optional<std::string> username;  // as typed; none for the first administrator before the link is used
  std::optional<std::string> name;      // none once erased
  std::optional<std::string> email;
  SignIn sign_in = SignIn::kOpen;
  bool demo = false;
  Instant created;
  std::optional<Instant> erased;
  std::optional<Instant> last_signed_in;
};

// Exactly one of the two is set.
struct Credential {
  std::optional<std::string> password_hash;  // Argon2id, encoded with its parameters
  std::optional<std::string> demo_password;  // of a demo account that nobody has signed in to by password yet
};

struct Invitation {
  Hash hash{};
  ActorId account;
  InvitationPurpose purpose = InvitationPurpose::kWelcome;
  Instant expires;
};

// A person whom an OpenID Connect provider vouches for, and the account that is theirs here.
struct OutsideLink {
  std::string issuer;
  std::string subject;
  ActorId account;
  Instant linked;
};

struct Session {
  Hash hash{};     // of the cookie
  std::string id;  // by which its owner names it
  ActorId account;
  Instant created;
  Instant last_seen;
  Instant expires;         // absolutely, however busy
  std::string address;     // at sign-in
  std::string user_agent;  // at sign-in, cut to kUserAgentMax
};

struct Token {
  std::string id;
  Hash hash{};
  ActorId account;
  std::string label;
  TokenScope scope = TokenScope::kRead;
  Instant created;
  Date expires_on;  // its last day
  std::optional<Date> last_used_on;
  std::optional<Instant> revoked;
};

}  // namespace luuvet::server

// What administrators and invited people do with accounts, for HTTP and the command line alike. On worker, with the
// writing store. The log's side (account.opened, posts) is the caller's: it goes first, so that an account that the log
// does not know never signs in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/result.h"
#include "server/identity/identity_store.h"
#include "server/identity/passwords.h"

namespace luuvet::server {

struct NewAccount {
  ActorId account;  // a fresh ULID
  std::string username;
  std::string name;
  std::optional<std::string> email;
  AccountKind kind = AccountKind::kPerson;
};

// Shown once: `secret` stands in the link's path and is known to nobody else.
struct InvitationLink {
  ActorId account;
  std::string secret;
  InvitationPurpose purpose = InvitationPurpose::kWelcome;
  Instant expires;
};

inline constexpr std::int64_t kWelcomeLifeMs = std::int64_t{7} * 86'400'000;
inline constexpr std::int64_t kRecoveryLifeMs = std::int64_t{1} * 86'400'000;  // and the first administrator's

// Checks without changing anything, so that the caller can commit to the log in between: kInvalid at /username, /name,
// /email; kAlreadyExists for a username that is taken. Answers the account as it will be kept.
Result<NewAccount> checked_account(const IdentityStore& store, NewAccount account);

// The profile and, for a person, a welcome. Rejections of `checked_account`.
Result<std::optional<InvitationLink>> create_account(IdentityStore& store, NewAccount account, Instant now);

// While nobody has ever set a password: a profile for `account`, or for the one that was invited before, and a link
// that replaces the earlier one. Nothing later on.
std::optional<InvitationLink> invite_first_administrator(IdentityStore& store, const ActorId& account, Instant now);

// A new link; the old one, the password, the known devices and the person of a provider count no more, and the
// account's sessions are to be revoked. kNotFound: no such person, or erased; kRule: sign-in is closed.
Result<InvitationLink> invite(IdentityStore& store, const ActorId& account, Instant now);

struct Acceptance {
  std::string secret;
  std::optional<std::string> username;  // needed, and only heeded, where the account has none yet
  std::string password;
};

// Sets the password; the link is used up. kNotFound, always in the same words, for a link that is unknown, used or
// expired and for one whose account is closed; kInvalid at /username, /password; kAlreadyExists.
Result<ActorId> accept_invitation(IdentityStore& store, const Passwords& passwords, Acceptance acceptance, Instant now);

// kNotFound. Closing voids the invitation too; sessions are to be revoked, `Tokens` told.
Result<void> set_sign_in(IdentityStore& store, const ActorId& account, SignIn sign_in);

// Username, name and e-mail go, and everything by which the account could enter; its id stays, closed for good.
// Sessions are to be revoked, tokens forgotten. kNotFound.
Result<void> erase_profile(IdentityStore& store, const ActorId& account, Instant now);

}  // namespace luuvet::server

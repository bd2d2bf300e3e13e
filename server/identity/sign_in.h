// Signing in by password, on worker: each takes as long as a hash. What is asked first, on net, is `Throttle`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/result.h"
#include "server/identity/identity_store.h"
#include "server/identity/passwords.h"

namespace luuvet::server {

struct SignInTry {
  std::string username;
  std::string password;
  std::string address;
  std::string device;  // the cookie `luuvet_device`, empty if none came
};

struct SignedIn {
  ActorId account;
  std::optional<Instant> last_signed_in;  // the time before this one
  std::vector<FailedTry> failures;        // since then, latest first, at most IdentityStore::kFailuresKept
  std::string device;                     // the cookie to set: the one that came if it was known, else a new one
};

// Nothing for whatever reason it is that these may not enter: unknown, closed, invited but without a password, wrong.
// All take the same time. A password hashed with other parameters, or that of a demo account, is hashed anew.
std::optional<SignedIn> sign_in(IdentityStore& store, const Passwords& passwords, const SignInTry& attempt,
                                Instant now);

// For whom an invitation was accepted or a demo account entered without a password: notes it and knows the device.
SignedIn entered(IdentityStore& store, const ActorId& account, std::string_view device, Instant now);

// The account of a demo username that may be entered by one click.
std::optional<ActorId> demo_account(const IdentityStore& store, std::string_view username);

// On net, with a reading store: the device's hash if this cookie is of one that `account_key` (`username_key`) has
// signed in from.
std::optional<Hash> known_device(const IdentityStore& store, const std::string& account_key, std::string_view cookie,
                                 Instant now);

struct PasswordChange {
  std::string old_password;
  std::string new_password;
  std::string device;  // the cookie `luuvet_device`, empty if none came
};

// kInvalid at /old or /new. Afterwards the account's other sessions are to be revoked; its other devices are forgotten.
Result<void> change_password(IdentityStore& store, const Passwords& passwords, const ActorId& account,
                             PasswordChange change, Instant now);

}  // namespace luuvet::server

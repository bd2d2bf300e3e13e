// Who the accounts are and how they prove it: SQLite in `<data>/identity/identity.db`, apart from the log. A store
// belongs to one thread at a time. One process has the writing one, on worker, since each change waits for the disk;
// reading ones may stand beside it on other threads (net), which never wait for it.
//
// Throws IdentityFailure when the database says no, and then has changed nothing. Changing methods are for the writer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/identity/rows.h"
#include "server/identity/sqlite.h"
#include "server/log/files.h"

namespace luuvet::server {

// What a sign-in's failures tell the owner at the next success.
struct FailedTry {
  Instant at;
  std::string address;
};

struct SessionChanges;

class IdentityStore {
 public:
  static constexpr std::size_t kFailuresKept = 20;  // of an account, the latest
  static constexpr std::size_t kDevicesKept = 10;   // of an account, the latest
  static constexpr std::int64_t kDeviceLifeMs = std::int64_t{180} * 86'400'000;

  // `folder` = <data>/identity. A writer makes the folder (0700) and the file (0600), brings an older file up to date
  // and holds a lock: IdentityFailure if another process does. A reader needs a file that a writer has opened before.
  IdentityStore(const std::filesystem::path& folder, Access access);

  // For several changes that must come together.
  Transaction begin(const char* doing) { return {database_, doing}; }

  // Profiles.
  void add_profile(const Profile& profile);  // its account and username must be free
  std::optional<Profile> profile(const ActorId& account) const;
  std::optional<ActorId> account_of(const std::string& username_key) const;
  std::vector<Profile> profiles() const;   // by account
  void set_names(const Profile& profile);  // username, name, e-mail
  void set_sign_in(const ActorId& account, SignIn sign_in);
  void signed_in(const ActorId& account, Instant now);
  // Names, and everything that hangs on the profile; overwritten in the file when it returns.
  void erase(const ActorId& account, Instant now);

  // Credentials.
  std::optional<Credential> credential(const ActorId& account) const;
  bool has_credentials() const;  // anybody's
  void set_password(const ActorId& account, const std::string& password_hash, Instant now);
  void set_demo_password(const ActorId& account, const std::string& password, Instant now);
  void drop_password(const ActorId& account);

  // Invitations: at most one an account.
  void put_invitation(const Invitation& invitation);  // instead of an earlier one
  std::optional<Invitation> invitation(const Hash& hash) const;
  std::optional<ActorId> first_administrator() const;  // who is invited to be
  void drop_invitation(const ActorId& account);

  // Sessions and tokens, of which `Sessions` and `Tokens` hold copies.
  std::vector<Session> sessions() const;
  void apply(const SessionChanges& changes);  // all or nothing; those of erased accounts are passed over
  std::vector<Token> tokens() const;
  void put_token(const Token& token);
  bool has_token(const std::string& id) const;

  // Devices from which an account has signed in.
  bool is_device_of(const Hash& device, const ActorId& account, Instant now) const;
  void put_device(const Hash& device, const ActorId& account, Instant now);
  void drop_devices(const ActorId& account);

  // Links to persons of an OpenID Connect provider.
  std::optional<ActorId> linked_account(const std::string& issuer, const std::string& subject) const;
  bool is_linked(const ActorId& account, const std::string& issuer) const;  // to whatever person of it
  void link(const OutsideLink& link);  // neither the person nor, at this issuer, the account may be linked yet
  void drop_links(const ActorId& account);

  // Failures.
  void add_failure(const ActorId& account, const FailedTry& failure);
  std::vector<FailedTry> failures_since(const ActorId& account, Instant since) const;  // latest first

 private:
  std::optional<FileDescriptor> lock_;  // held until the process ends or the store dies
  Database database_;
};

}  // namespace luuvet::server

#include "api/json/json_names.h"
#include "server/identity/identity_store.h"

namespace luuvet::server {

std::optional<Credential> IdentityStore::credential(const ActorId& account) const {
  Statement row = database_.prepare("SELECT password_hash, demo_password FROM credentials WHERE account = ?1",
                                    "reading a credential");
  if (!row.bind(account).step()) return std::nullopt;
  return Credential{row.optional_text(0), row.optional_text(1)};
}

bool IdentityStore::has_credentials() const {
  return database_.prepare("SELECT 1 FROM credentials LIMIT 1", "seeking credentials").step();
}

void IdentityStore::set_password(const ActorId& account, const std::string& password_hash, Instant now) {
  database_.prepare("INSERT OR REPLACE INTO credentials VALUES (?1, ?2, NULL, ?3)", "storing a credential")
      .bind(account, password_hash, now)
      .run();
}

void IdentityStore::set_demo_password(const ActorId& account, const std::string& password, Instant now) {
  database_.prepare("INSERT OR REPLACE INTO credentials VALUES (?1, NULL, ?2, ?3)", "storing a credential")
      .bind(account, password, now)
      .run();
}

void IdentityStore::drop_password(const ActorId& account) {
  database_.prepare("DELETE FROM credentials WHERE account = ?1", "dropping a credential").bind(account).run();
}

void IdentityStore::put_invitation(const Invitation& invitation) {
  database_
      .prepare(
          "INSERT INTO invitations VALUES (?1, ?2, ?3, ?4) ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, "
          "purpose = excluded.purpose, expires_ms = excluded.expires_ms",
          "storing an invitation")
      .bind(invitation.hash, invitation.account, api::name_of(invitation.purpose), invitation.expires)
      .run();
}

std::optional<Invitation> IdentityStore::invitation(const Hash& hash) const {
  Statement row = database_.prepare("SELECT hash, account, purpose, expires_ms FROM invitations WHERE hash = ?1",
                                    "seeking an invitation");
  if (!row.bind(hash).step()) return std::nullopt;
  const auto purpose = api::value_of<InvitationPurpose>(row.text(2)).value_or(InvitationPurpose::kWelcome);
  return Invitation{row.hash(0), row.account(1), purpose, row.instant(3)};
}

std::optional<ActorId> IdentityStore::first_administrator() const {
  Statement row = database_.prepare("SELECT account FROM invitations WHERE purpose = 'first-admin'",
                                    "seeking the first administrator");
  if (!row.step()) return std::nullopt;
  return row.account(0);
}

void IdentityStore::drop_invitation(const ActorId& account) {
  database_.prepare("DELETE FROM invitations WHERE account = ?1", "dropping an invitation").bind(account).run();
}

bool IdentityStore::is_device_of(const Hash& device, const ActorId& account, Instant now) const {
  const Instant oldest{now.ms - kDeviceLifeMs};
  return database_
      .prepare("SELECT 1 FROM devices WHERE hash = ?1 AND account = ?2 AND last_used_ms > ?3", "seeking a device")
      .bind(device, account, oldest)
      .step();
}

void IdentityStore::put_device(const Hash& device, const ActorId& account, Instant now) {
  Transaction transaction(database_, "storing a device");
  database_.prepare("INSERT OR REPLACE INTO devices VALUES (?1, ?2, ?3)", "storing a device")
      .bind(device, account, now)
      .run();
  const Instant oldest{now.ms - kDeviceLifeMs};
  database_
      .prepare(
          "DELETE FROM devices WHERE account = ?1 AND (last_used_ms <= ?2 OR hash NOT IN (SELECT hash FROM devices "
          "WHERE account = ?1 ORDER BY last_used_ms DESC LIMIT ?3))",
          "forgetting old devices")
      .bind(account, oldest, std::int64_t{kDevicesKept})
      .run();
  transaction.commit();
}

void IdentityStore::drop_devices(const ActorId& account) {
  database_.prepare("DELETE FROM devices WHERE account = ?1", "forgetting devices").bind(account).run();
}

void IdentityStore::add_failure(const ActorId& account, const FailedTry& failure) {
  Transaction transaction(database_, "noting a failed sign-in");
  database_.prepare("INSERT INTO failures VALUES (?1, ?2, ?3)", "noting a failed sign-in")
      .bind(account, failure.at, failure.address)
      .run();
  database_
      .prepare(
          "DELETE FROM failures WHERE account = ?1 AND rowid NOT IN (SELECT rowid FROM failures WHERE account = ?1 "
          "ORDER BY at_ms DESC, rowid DESC LIMIT ?2)",
          "forgetting old failures")
      .bind(account, std::int64_t{kFailuresKept})
      .run();
  transaction.commit();
}

std::vector<FailedTry> IdentityStore::failures_since(const ActorId& account, Instant since) const {
  std::vector<FailedTry> found;
  Statement row = database_.prepare(
      "SELECT at_ms, address FROM failures WHERE account = ?1 AND at_ms > ?2 ORDER BY at_ms DESC, rowid DESC",
      "listing failed sign-ins");
  row.bind(account, since);
  while (row.step()) found.push_back({row.instant(0), row.text(1)});
  return found;
}

}  // namespace luuvet::server

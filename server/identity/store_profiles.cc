#include "api/json/json_names.h"
#include "server/identity/identity_store.h"
#include "server/identity/profile_fields.h"

namespace luuvet::server {
namespace {

#define PROFILE_COLUMNS "account, kind, username, name, email, closed, demo, created_ms, erased_ms, last_signed_in_ms"

Profile profile_of(const Statement& row) {
  Profile profile;
  profile.account = row.account(0);
  profile.kind = api::value_of<AccountKind>(row.text(1)).value_or(AccountKind::kPerson);
  profile.username = row.optional_text(2);
  profile.name = row.optional_text(3);
  profile.email = row.optional_text(4);
  profile.sign_in = row.integer(5) != 0 ? SignIn::kClosed : SignIn::kOpen;
  profile.demo = row.integer(6) != 0;
  profile.created = row.instant(7);
  profile.erased = row.optional_instant(8);
  profile.last_signed_in = row.optional_instant(9);
  return profile;
}

std::optional<std::string> key_of(const Profile& profile) {
  return profile.username ? username_key(*profile.username) : std::nullopt;
}

}  // namespace

void IdentityStore::add_profile(const Profile& profile) {
  const std::optional<std::string> key = key_of(profile);
  database_
      .prepare("INSERT INTO profiles (" PROFILE_COLUMNS ", username_key) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)",
               "adding a profile")
      .bind(profile.account, api::name_of(profile.kind), profile.username, profile.name, profile.email,
            profile.sign_in == SignIn::kClosed, profile.demo, profile.created, profile.erased, profile.last_signed_in,
            key)
      .run();
}

std::optional<Profile> IdentityStore::profile(const ActorId& account) const {
  Statement row = database_.prepare("SELECT " PROFILE_COLUMNS " FROM profiles WHERE account = ?1", "reading a profile");
  if (!row.bind(account).step()) return std::nullopt;
  return profile_of(row);
}

std::optional<ActorId> IdentityStore::account_of(const std::string& key) const {
  Statement row = database_.prepare("SELECT account FROM profiles WHERE username_key = ?1", "seeking a username");
  if (!row.bind(key).step()) return std::nullopt;
  return row.account(0);
}

std::vector<Profile> IdentityStore::profiles() const {
  std::vector<Profile> found;
  Statement row = database_.prepare("SELECT " PROFILE_COLUMNS " FROM profiles ORDER BY account", "listing profiles");
  while (row.step()) found.push_back(profile_of(row));
  return found;
}

void IdentityStore::set_names(const Profile& profile) {
  const std::optional<std::string> key = key_of(profile);
  database_
      .prepare("UPDATE profiles SET username = ?2, username_key = ?3, name = ?4, email = ?5 WHERE account = ?1",
               "naming a profile")
      .bind(profile.account, profile.username, key, profile.name, profile.email)
      .run();
}

void IdentityStore::set_sign_in(const ActorId& account, SignIn sign_in) {
  database_.prepare("UPDATE profiles SET closed = ?2 WHERE account = ?1", "closing or opening sign-in")
      .bind(account, sign_in == SignIn::kClosed)
      .run();
}

void IdentityStore::signed_in(const ActorId& account, Instant now) {
  database_.prepare("UPDATE profiles SET last_signed_in_ms = ?2 WHERE account = ?1", "noting a sign-in")
      .bind(account, now)
      .run();
}

void IdentityStore::erase(const ActorId& account, Instant now) {
  Transaction transaction(database_, "erasing a profile");
  database_
      .prepare(
          "UPDATE profiles SET username = NULL, username_key = NULL, name = NULL, email = NULL, closed = 1, "
          "erased_ms = coalesce(erased_ms, ?2), last_signed_in_ms = NULL WHERE account = ?1",
          "erasing a profile")
      .bind(account, now)
      .run();
  for (const char* sql : {"DELETE FROM credentials WHERE account = ?1", "DELETE FROM invitations WHERE account = ?1",
                          "DELETE FROM sessions WHERE account = ?1", "DELETE FROM devices WHERE account = ?1",
                          "DELETE FROM tokens WHERE account = ?1", "DELETE FROM failures WHERE account = ?1",
                          "DELETE FROM outside_links WHERE account = ?1"})
    database_.prepare(sql, "erasing a profile").bind(account).run();
  transaction.commit();
  // Deleted cells are overwritten in the file (secure_delete) once the pages of the log beside it have moved there.
  database_.run("PRAGMA wal_checkpoint(TRUNCATE)", "clearing what was erased");
}

}  // namespace luuvet::server

#include "server/identity/schema.h"

#include <array>
#include <span>
#include <string>

namespace luuvet::server {
namespace {

constexpr std::int64_t kApplicationId = 0x4c566964;  // "LVid"

// Moments are UTC milliseconds, days are days since 1970-01-01, secrets are SHA-256. What hangs on a profile goes with
// it; a profile itself stays, emptied, when it is erased. A step that has been released is never edited.
constexpr auto kVersion1 = std::to_array<const char*>({
    R"(CREATE TABLE profiles (
      account TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('person', 'machine')),
      username TEXT, username_key TEXT UNIQUE, name TEXT, email TEXT,
      closed INTEGER NOT NULL CHECK (closed IN (0, 1)), demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
      created_ms INTEGER NOT NULL, erased_ms INTEGER, last_signed_in_ms INTEGER,
      CHECK ((username IS NULL) = (username_key IS NULL)),
      CHECK (erased_ms IS NULL OR (username IS NULL AND name IS NULL AND email IS NULL))) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE credentials (
      account TEXT PRIMARY KEY REFERENCES profiles ON DELETE CASCADE,
      password_hash TEXT, demo_password TEXT, changed_ms INTEGER NOT NULL,
      CHECK ((password_hash IS NULL) <> (demo_password IS NULL))) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE invitations (
      hash BLOB PRIMARY KEY, account TEXT NOT NULL UNIQUE REFERENCES profiles ON DELETE CASCADE,
      purpose TEXT NOT NULL CHECK (purpose IN ('first-admin', 'welcome', 'recovery')),
      expires_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE sessions (
      hash BLOB PRIMARY KEY, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL REFERENCES profiles ON DELETE CASCADE,
      created_ms INTEGER NOT NULL, last_seen_ms INTEGER NOT NULL, expires_ms INTEGER NOT NULL,
      address TEXT NOT NULL, user_agent TEXT NOT NULL) STRICT, WITHOUT ROWID)",
    "CREATE INDEX sessions_of_account ON sessions (account)",
    R"(CREATE TABLE devices (
      hash BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES profiles ON DELETE CASCADE,
      last_used_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID)",
    "CREATE INDEX devices_of_account ON devices (account, last_used_ms)",
    R"(CREATE TABLE tokens (
      id TEXT PRIMARY KEY, hash BLOB NOT NULL, account TEXT NOT NULL REFERENCES profiles ON DELETE CASCADE,
      label TEXT NOT NULL, scope TEXT NOT NULL CHECK (scope IN ('read', 'write')),
      created_ms INTEGER NOT NULL, expires_on INTEGER NOT NULL, last_used_on INTEGER, revoked_ms INTEGER)
      STRICT, WITHOUT ROWID)",
    "CREATE INDEX tokens_of_account ON tokens (account)",
    R"(CREATE TABLE failures (
      account TEXT NOT NULL REFERENCES profiles ON DELETE CASCADE, at_ms INTEGER NOT NULL, address TEXT NOT NULL)
      STRICT)",
    "CREATE INDEX failures_of_account ON failures (account, at_ms)",
});

// Persons of an OpenID Connect provider, by what it names them; one of each provider to an account.
constexpr auto kVersion2 = std::to_array<const char*>({
    R"(CREATE TABLE outside_links (
      issuer TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL REFERENCES profiles ON DELETE CASCADE,
      linked_ms INTEGER NOT NULL, PRIMARY KEY (issuer, subject), UNIQUE (account, issuer)) STRICT, WITHOUT ROWID)",
});

constexpr std::array<std::span<const char* const>, 2> kVersions = {kVersion1, kVersion2};

void require_ours(const Database& database, std::int64_t version) {
  const std::int64_t id = database.pragma("application_id");
  Statement tables = database.prepare("SELECT count(*) FROM sqlite_schema", "reading its tables");
  const bool empty = tables.step() && tables.integer(0) == 0;
  if (id != kApplicationId && !(id == 0 && version == 0 && empty))
    throw IdentityFailure("identity database: the file belongs to another program");
  const auto newest = static_cast<std::int64_t>(kVersions.size());
  if (version > newest) {
    throw IdentityFailure("identity database: the file has schema " + std::to_string(version) +
                          ", this program knows " + std::to_string(newest) + ": start the version that wrote it");
  }
}

void require_sound(const Database& database) {
  Statement check = database.prepare("PRAGMA quick_check(1)", "checking the file");
  if (check.step() && check.text(0) == "ok") return;
  throw IdentityFailure("identity database: the file is damaged: restore it from a backup");
}

}  // namespace

void migrate(const Database& database) {
  std::int64_t version = database.pragma("user_version");
  require_ours(database, version);
  require_sound(database);
  for (; version < static_cast<std::int64_t>(kVersions.size()); ++version) {
    Transaction transaction(database, "bringing the schema up to date");
    for (const char* sql : kVersions[static_cast<std::size_t>(version)]) database.run(sql, "making its tables");
    database.run("PRAGMA application_id = " + std::to_string(kApplicationId), "marking the file");
    database.run("PRAGMA user_version = " + std::to_string(version + 1), "marking the file");
    transaction.commit();
  }
}

void require_newest(const Database& database) {
  const std::int64_t version = database.pragma("user_version");
  require_ours(database, version);
  if (version != static_cast<std::int64_t>(kVersions.size()))
    throw IdentityFailure("identity database: the writer has not brought the schema up to date");
}

}  // namespace luuvet::server

#include "api/json/json_names.h"
#include "server/identity/identity_store.h"
#include "server/identity/sessions.h"

namespace luuvet::server {

std::vector<Session> IdentityStore::sessions() const {
  std::vector<Session> found;
  Statement row = database_.prepare(
      "SELECT hash, id, account, created_ms, last_seen_ms, expires_ms, address, user_agent FROM sessions ORDER BY "
      "created_ms",
      "listing sessions");
  while (row.step()) {
    found.push_back({row.hash(0), row.text(1), row.account(2), row.instant(3), row.instant(4), row.instant(5),
                     row.text(6), row.text(7)});
  }
  return found;
}

void IdentityStore::apply(const SessionChanges& changes) {
  Transaction transaction(database_, "storing sessions");
  for (const auto& [hash, session] : changes.by_hash) {
    if (!session) {
      database_.prepare("DELETE FROM sessions WHERE hash = ?1", "ending a session").bind(hash).run();
      continue;
    }
    database_
        .prepare(
            "INSERT INTO sessions SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE EXISTS (SELECT 1 FROM profiles WHERE "
            "account = ?3 AND erased_ms IS NULL) ON CONFLICT (hash) DO UPDATE SET last_seen_ms = excluded.last_seen_ms",
            "storing a session")
        .bind(session->hash, session->id, session->account, session->created, session->last_seen, session->expires,
              session->address, session->user_agent)
        .run();
  }
  transaction.commit();
}

std::vector<Token> IdentityStore::tokens() const {
  std::vector<Token> found;
  Statement row = database_.prepare(
      "SELECT id, hash, account, label, scope, created_ms, expires_on, last_used_on, revoked_ms FROM tokens ORDER BY "
      "created_ms, id",
      "listing tokens");
  while (row.step()) {
    found.push_back({row.text(0), row.hash(1), row.account(2), row.text(3),
                     api::value_of<TokenScope>(row.text(4)).value_or(TokenScope::kRead), row.instant(5), row.date(6),
                     row.optional_date(7), row.optional_instant(8)});
  }
  return found;
}

void IdentityStore::put_token(const Token& token) {
  database_
      .prepare(
          "INSERT INTO tokens SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE EXISTS (SELECT 1 FROM profiles WHERE "
          "account = ?3 AND erased_ms IS NULL) ON CONFLICT (id) DO UPDATE SET last_used_on = excluded.last_used_on, "
          "revoked_ms = coalesce(revoked_ms, excluded.revoked_ms)",
          "storing a token")
      .bind(token.id, token.hash, token.account, token.label, api::name_of(token.scope), token.created,
            token.expires_on, token.last_used_on, token.revoked)
      .run();
}

bool IdentityStore::has_token(const std::string& id) const {
  return database_.prepare("SELECT 1 FROM tokens WHERE id = ?1", "seeking a token").bind(id).step();
}

}  // namespace luuvet::server

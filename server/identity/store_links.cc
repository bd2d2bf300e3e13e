#include "server/identity/identity_store.h"

namespace luuvet::server {

std::optional<ActorId> IdentityStore::linked_account(const std::string& issuer, const std::string& subject) const {
  Statement row = database_.prepare("SELECT account FROM outside_links WHERE issuer = ?1 AND subject = ?2",
                                    "seeking a linked account");
  if (!row.bind(issuer, subject).step()) return std::nullopt;
  return row.account(0);
}

bool IdentityStore::is_linked(const ActorId& account, const std::string& issuer) const {
  return database_.prepare("SELECT 1 FROM outside_links WHERE account = ?1 AND issuer = ?2", "seeking a link")
      .bind(account, issuer)
      .step();
}

void IdentityStore::link(const OutsideLink& link) {
  database_.prepare("INSERT INTO outside_links VALUES (?1, ?2, ?3, ?4)", "linking an account")
      .bind(link.issuer, link.subject, link.account, link.linked)
      .run();
}

void IdentityStore::drop_links(const ActorId& account) {
  database_.prepare("DELETE FROM outside_links WHERE account = ?1", "dropping links").bind(account).run();
}

}  // namespace luuvet::server

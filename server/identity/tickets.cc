#include "server/identity/tickets.h"

#include <algorithm>

#include "server/identity/secret.h"

namespace luuvet::server {

std::optional<std::string> Tickets::issue(TicketHolder holder, Instant now) {
  sweep(now);
  const auto of_account = std::count_if(tickets_.begin(), tickets_.end(), [&](const auto& entry) {
    return entry.second.holder.account == holder.account;
  });
  if (tickets_.size() >= kTicketsMax || static_cast<std::size_t>(of_account) >= kPerAccountMax) return std::nullopt;
  std::string ticket = new_secret();
  const Hash hash = hash_of_secret(ticket);
  tickets_[hash_prefix(hash)] = {hash, std::move(holder), {now.ms + kLifeMs}};
  return ticket;
}

std::optional<TicketHolder> Tickets::redeem(std::string_view ticket, Instant now) {
  if (ticket.size() != kSecretSize) return std::nullopt;
  const Hash hash = hash_of_secret(ticket);
  const auto found = tickets_.find(hash_prefix(hash));
  if (found == tickets_.end() || !same_secret(found->second.hash, hash)) return std::nullopt;
  const Ticket used = std::move(found->second);
  tickets_.erase(found);
  if (used.expires <= now) return std::nullopt;
  return used.holder;
}

void Tickets::sweep(Instant now) {
  std::erase_if(tickets_, [&](const auto& entry) { return entry.second.expires <= now; });
}

}  // namespace luuvet::server

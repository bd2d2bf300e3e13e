#include "server/oidc/flows.h"

#include <utility>

#include "server/identity/secret.h"

namespace luuvet::server {

void Flows::make_room(const std::string& address, Instant now) {
  std::erase_if(pending_, [&](const auto& entry) { return entry.second.expires <= now; });
  std::size_t count = 0;
  auto oldest = pending_.end();
  for (auto place = pending_.begin(); place != pending_.end(); ++place) {
    if (place->second.flow.terms.address != address) continue;
    ++count;
    if (oldest == pending_.end() || place->second.expires < oldest->second.expires) oldest = place;
  }
  if (count >= kPerAddressMax) pending_.erase(oldest);
}

std::optional<Flows::Begun> Flows::begin(FlowTerms terms, Instant now) {
  make_room(terms.address, now);
  if (pending_.size() >= kFlowsMax) return std::nullopt;
  Begun begun{new_secret(), new_secret(), new_secret(), new_secret()};
  const Hash state = hash_of_secret(begun.state);
  pending_[hash_prefix(state)] = {
      state, hash_of_secret(begun.browser), {std::move(terms), begun.nonce, begun.verifier}, {now.ms + kLifeMs}};
  return begun;
}

std::optional<Flow> Flows::take(std::string_view state, std::string_view browser, Instant now) {
  if (state.size() != kSecretSize) return std::nullopt;
  const Hash hash = hash_of_secret(state);
  const auto found = pending_.find(hash_prefix(hash));
  if (found == pending_.end() || !same_secret(found->second.state, hash)) return std::nullopt;
  Pending taken = std::move(found->second);
  pending_.erase(found);
  if (taken.expires <= now || !same_secret(taken.browser, hash_of_secret(browser))) return std::nullopt;
  return std::move(taken.flow);
}

}  // namespace luuvet::server

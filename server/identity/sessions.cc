#include "server/identity/sessions.h"

#include <algorithm>
#include <utility>

#include "api/text.h"
#include "server/identity/secret.h"

namespace luuvet::server {

std::string shown_user_agent(std::string_view text) {
  std::size_t size = std::min(text.size(), kUserAgentMax);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) --size;
  std::string shown(text.substr(0, size));
  return api::normalise(shown) == api::TextFault::kNone ? shown : std::string();
}

Sessions::Sessions(SessionLimits limits, std::vector<Session> stored, Instant now, Ended ended)
    : limits_(limits), ended_(std::move(ended)) {
  for (Session& session : stored) {
    const Instant seen = session.last_seen;
    live_.emplace(hash_prefix(session.hash), Live{std::move(session), seen});
  }
  sweep(now);
}

std::optional<SessionEnd> Sessions::end_of(const Session& session, Instant now) const {
  if (session.expires <= now) return SessionEnd::kExpired;
  if (now.ms - session.last_seen.ms >= limits_.idle.count()) return SessionEnd::kIdle;
  return std::nullopt;
}

Sessions::Place Sessions::end(Place place, SessionEnd why) {
  const Session over = std::move(place->second.session);
  const Place next = live_.erase(place);
  changes_.by_hash[over.hash] = std::nullopt;
  if (ended_) ended_(over, why);
  return next;
}

void Sessions::make_room(const ActorId& account, Instant now) {
  sweep(now);
  std::size_t count = 0;
  Place oldest = live_.end();
  for (Place place = live_.begin(); place != live_.end(); ++place) {
    if (place->second.session.account != account) continue;
    ++count;
    if (oldest == live_.end() || place->second.session.last_seen < oldest->second.session.last_seen) oldest = place;
  }
  if (count >= limits_.per_account_max) end(oldest, SessionEnd::kTooMany);
}

Sessions::Begun Sessions::begin(const ActorId& account, const SessionOrigin& origin, Instant now) {
  make_room(account, now);
  Begun begun{new_secret(), {}};
  Session& session = begun.session;
  session.hash = hash_of_secret(begun.cookie);
  session.id = new_public_id();
  session.account = account;
  session.created = session.last_seen = now;
  session.expires = {now.ms + limits_.absolute.count()};
  session.address = origin.address.substr(0, 64);
  session.user_agent = shown_user_agent(origin.user_agent);
  live_[hash_prefix(session.hash)] = {session, now};
  changes_.by_hash[session.hash] = session;
  return begun;
}

const Session* Sessions::find(std::string_view cookie, Instant now) {
  if (cookie.size() != kSecretSize) return nullptr;
  const Hash hash = hash_of_secret(cookie);
  const Place place = live_.find(hash_prefix(hash));
  if (place == live_.end() || !same_secret(place->second.session.hash, hash)) return nullptr;
  if (const auto over = end_of(place->second.session, now)) {
    end(place, *over);
    return nullptr;
  }
  see(place->second, now);
  return &place->second.session;
}

void Sessions::see(Live& live, Instant now) {
  live.session.last_seen = std::max(live.session.last_seen, now);
  if (now.ms - live.stored_seen.ms < limits_.stored_every.count()) return;
  live.stored_seen = now;
  changes_.by_hash[live.session.hash] = live.session;
}

std::vector<Session> Sessions::list(const ActorId& account, Instant now) const {
  std::vector<Session> found;
  for (const auto& [prefix, live] : live_)
    if (live.session.account == account && !is_over(live.session, now)) found.push_back(live.session);
  std::sort(found.begin(), found.end(), [](const Session& a, const Session& b) {
    return std::pair(b.last_seen, a.id) < std::pair(a.last_seen, b.id);
  });
  return found;
}

bool Sessions::is_alive(const ActorId& account, std::string_view id, Instant now) const {
  return std::any_of(live_.begin(), live_.end(), [&](const auto& entry) {
    const Session& session = entry.second.session;
    return session.id == id && session.account == account && !is_over(session, now);
  });
}

bool Sessions::revoke(const ActorId& account, std::string_view id) {
  const Place place = std::find_if(live_.begin(), live_.end(), [&](const auto& entry) {
    return entry.second.session.account == account && entry.second.session.id == id;
  });
  if (place == live_.end()) return false;
  end(place, SessionEnd::kEnded);
  return true;
}

std::size_t Sessions::revoke_all(const ActorId& account, std::string_view but_id) {
  const std::size_t before = live_.size();
  for (Place place = live_.begin(); place != live_.end();) {
    const Session& session = place->second.session;
    const bool ends = session.account == account && (but_id.empty() || session.id != but_id);
    place = ends ? end(place, SessionEnd::kEnded) : std::next(place);
  }
  return before - live_.size();
}

std::size_t Sessions::sweep(Instant now) {
  const std::size_t before = live_.size();
  for (Place place = live_.begin(); place != live_.end();) {
    const auto over = end_of(place->second.session, now);
    place = over ? end(place, *over) : std::next(place);
  }
  return before - live_.size();
}

SessionChanges Sessions::take_changes() {
  return std::exchange(changes_, {});
}

void Sessions::give_back(SessionChanges changes) {
  changes_.by_hash.merge(changes.by_hash);
}

}  // namespace luuvet::server

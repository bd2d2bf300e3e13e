// The live sessions, in memory on one thread (net): each request asks here. What changes is also kept as a list of
// changes, which worker stores: at once for beginnings and ends, once a minute for the time last seen.
//
// A session ends by itself when idle or too old, and by being revoked; it is never found again, whatever the store
// still holds. An end that somebody asked for is answered after its changes are stored, so that a crash cannot bring
// the session back.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/identity/rows.h"

namespace luuvet::server {

struct SessionLimits {
  std::chrono::milliseconds idle = std::chrono::minutes(30);
  std::chrono::milliseconds absolute = std::chrono::hours(12);
  std::size_t per_account_max = 20;  // the one seen longest ago makes room
  std::chrono::milliseconds stored_every = std::chrono::minutes(1);
};

inline constexpr std::size_t kUserAgentMax = 200;  // bytes; what is longer is cut

// The newest state of what changed: a session, or nothing for one that has ended.
struct SessionChanges {
  std::map<Hash, std::optional<Session>> by_hash;
  bool empty() const { return by_hash.empty(); }
};

// Why a session is over.
enum class SessionEnd : std::uint8_t { kIdle, kExpired, kTooMany, kEnded };
BOOST_DESCRIBE_ENUM(SessionEnd, kIdle, kExpired, kTooMany, kEnded)

// Whole letters, at most kUserAgentMax bytes, without what makes text read otherwise than it is.
std::string shown_user_agent(std::string_view text);

struct SessionOrigin {
  std::string_view address;
  std::string_view user_agent;
};

class Sessions {
 public:
  // Called after a session has ended, for whatever reason. Must not call back into the sessions.
  using Ended = std::function<void(const Session&, SessionEnd)>;

  // `stored`: those of the store; what is over at `now` ends here.
  Sessions(SessionLimits limits, std::vector<Session> stored, Instant now, Ended ended);

  void on_ended(Ended ended) { ended_ = std::move(ended); }

  struct Begun {
    std::string cookie;  // known to nobody else
    Session session;
  };
  Begun begin(const ActorId& account, const SessionOrigin& origin, Instant now);

  // The session of this cookie, which is seen now. The pointer holds until the next change.
  const Session* find(std::string_view cookie, Instant now);
  // Those that live, latest seen first.
  std::vector<Session> list(const ActorId& account, Instant now) const;

  bool is_alive(const ActorId& account, std::string_view id, Instant now) const;
  // Of the account's own: false if it has no such session.
  bool revoke(const ActorId& account, std::string_view id);
  // All of the account's but the one named (none if empty); how many.
  std::size_t revoke_all(const ActorId& account, std::string_view but_id = {});
  // Ends what is over; how many. To be called every second or so, so that sockets close in time.
  std::size_t sweep(Instant now);

  bool has_changes() const { return !changes_.empty(); }
  SessionChanges take_changes();
  // Of changes that could not be stored: newer ones stay.
  void give_back(SessionChanges changes);

  std::size_t size() const { return live_.size(); }

 private:
  struct Live {
    Session session;
    Instant stored_seen;
  };
  using Place = std::unordered_map<std::uint64_t, Live>::iterator;

  std::optional<SessionEnd> end_of(const Session& session, Instant now) const;
  bool is_over(const Session& session, Instant now) const { return end_of(session, now).has_value(); }
  Place end(Place place, SessionEnd why);
  void make_room(const ActorId& account, Instant now);
  void see(Live& live, Instant now);

  SessionLimits limits_;
  Ended ended_;
  std::unordered_map<std::uint64_t, Live> live_;  // by the first 64 bits of the hash
  SessionChanges changes_;
};

}  // namespace luuvet::server

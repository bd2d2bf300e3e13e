// Live tickets: what a page that cannot send its cookie or token hands in to open a WebSocket. One use, 30 seconds, in
// memory only. One thread at a time: net.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/base/ids.h"
#include "domain/base/time.h"
#include "server/log/hash.h"

namespace luuvet::server {

// For whom it was made; the session or token must still hold when it is used.
struct TicketHolder {
  ActorId account;
  std::string session;  // a session's id, or
  std::string token;    // a token's
};

class Tickets {
 public:
  static constexpr std::int64_t kLifeMs = 30'000;
  static constexpr std::size_t kTicketsMax = 4'096;
  static constexpr std::size_t kPerAccountMax = 32;

  // The ticket. Nothing when there are too many, of the account or at all.
  std::optional<std::string> issue(TicketHolder holder, Instant now);
  // Nothing for unknown, used and expired ones alike.
  std::optional<TicketHolder> redeem(std::string_view ticket, Instant now);

 private:
  struct Ticket {
    Hash hash{};
    TicketHolder holder;
    Instant expires;
  };
  void sweep(Instant now);

  std::unordered_map<std::uint64_t, Ticket> tickets_;  // by the first 64 bits of the hash
};

}  // namespace luuvet::server

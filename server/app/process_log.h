// What the process tells its operator: JSON lines, one a request, by default those that failed or were slow; and
// faults. Never a body, a query, a cookie, a token or a name: who asked stands there by the id of the account.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "domain/base/time.h"
#include "server/net/exchange.h"

namespace luuvet::server {

enum class LoggedRequests { kErrors, kAll };

class ProcessLog {
 public:
  static constexpr std::chrono::milliseconds kSlow{1'000};
  static constexpr unsigned kRequestsASecondMax = 2'000;  // beyond, how many were left out is said instead

  // `write` takes one line without its end, on the thread that has something to say.
  ProcessLog(LoggedRequests which, std::function<void(std::string_view line)> write)
      : which_(which), write_(std::move(write)) {}

  // Net thread.
  void request(const Exchange& exchange, Instant now);

  enum class Level { kInfo, kWarn, kError };
  // Any thread. `event`: a word; `text`: one sentence.
  void note(Level level, std::string_view event, std::string_view text, Instant now) const;

 private:
  bool is_told(const Exchange& exchange) const;
  bool has_room(Instant now);

  const LoggedRequests which_;
  const std::function<void(std::string_view)> write_;
  std::int64_t second_ = 0;
  unsigned told_ = 0;  // in that second
  std::uint64_t left_out_ = 0;
};

}  // namespace luuvet::server

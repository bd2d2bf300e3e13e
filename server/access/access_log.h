// The access log at work: what is noted waits in a bounded queue, and a thread of its own counts, writes and prunes it,
// so that no answer ever waits for it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "server/access/access_queue.h"
#include "server/access/access_store.h"
#include "server/access/access_tally.h"

namespace luuvet::server {

class AccessLog {
 public:
  static constexpr std::chrono::milliseconds kPace{1'000};  // between two writes, but for a full queue
  static constexpr std::int32_t kDaysKept = 730;

  // `store` is not owned, and this thread's alone from `start` on, but for reading. `now`: any thread. `days`: what is
  // older goes, at the start and once a day.
  AccessLog(AccessStore& store, std::int32_t days, std::function<Instant()> now, FailureHandler on_failure);
  ~AccessLog();  // what waits is written

  void start();
  // Any thread; never waits for the disk.
  void note(AccessEvent&& event) { queue_.push(std::move(event)); }
  std::string username_digest(std::string_view username_key) const { return store_.username_digest(username_key); }

  const EventLog& log() const { return store_.log(); }
  const std::string& id() const { return store_.identity().log; }
  std::uint64_t lost() const { return queue_.lost(); }

  // What the thread does each time: writes what is due. Only before `start`.
  void write_out(Instant now);

 private:
  void run();
  void write_rest(Instant now);
  void prune_daily(Instant now);

  AccessStore& store_;
  const std::int32_t days_;
  const std::function<Instant()> now_;
  const FailureHandler on_failure_;
  AccessQueue queue_;
  AccessTally tally_;
  std::optional<Date> pruned_on_;
  std::thread thread_;
};

}  // namespace luuvet::server

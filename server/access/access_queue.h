// What waits for the access log's thread. Any thread adds to it and never waits for the disk; what finds it full is
// counted as lost.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <vector>

#include "server/access/access_event.h"

namespace luuvet::server {

class AccessQueue {
 public:
  static constexpr std::size_t kMax = 4'096;
  static constexpr std::size_t kFull = 1'024;  // so much is written at once, without waiting for the pace

  void push(AccessEvent&& event);

  struct Batch {
    std::vector<AccessEvent> events;
    std::uint64_t lost = 0;  // since the last batch
  };
  Batch take();

  // Returns when `pace` is over, kFull events wait, or it was stopped; whether it goes on.
  bool wait(std::chrono::milliseconds pace);
  void stop();

  std::uint64_t lost() const;  // ever

 private:
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  Batch waiting_;  // under mutex_, as the rest
  std::uint64_t lost_ever_ = 0;
  bool stopped_ = false;
};

}  // namespace luuvet::server

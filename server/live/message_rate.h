// How fast one subscriber may speak: so many messages at once, so many a second after that. One thread at a time.
#pragma once

#include <chrono>

#include "server/live/cursor.h"
#include "server/live/limits.h"

namespace luuvet::server {

class MessageRate {
 public:
  enum class Verdict {
    kTaken,
    kPassedOver,  // came too fast
    kTooMany,     // was passed over too often: the subscriber is to be closed
  };

  explicit MessageRate(const PresenceLimits& limits) : limits_(limits), left_(limits.frames_at_once) {}

  // A message came. Times never go back.
  Verdict judge(Clock::time_point now);

 private:
  const PresenceLimits limits_;
  double left_;  // messages that may come now
  Clock::time_point filled_{};
  Clock::time_point window_began_{};
  unsigned passed_over_ = 0;  // since then
};

}  // namespace luuvet::server

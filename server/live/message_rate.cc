#include "server/live/message_rate.h"

#include <algorithm>

namespace luuvet::server {

MessageRate::Verdict MessageRate::judge(Clock::time_point now) {
  const double seconds = std::chrono::duration<double>(now - filled_).count();
  left_ = std::min<double>(limits_.frames_at_once, left_ + seconds * limits_.frames_a_second);
  filled_ = now;
  if (left_ >= 1) {
    left_ -= 1;
    return Verdict::kTaken;
  }
  if (now - window_began_ >= limits_.passed_over_in) {
    window_began_ = now;
    passed_over_ = 0;
  }
  return ++passed_over_ < limits_.passed_over ? Verdict::kPassedOver : Verdict::kTooMany;
}

}  // namespace luuvet::server

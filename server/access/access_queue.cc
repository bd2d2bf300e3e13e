#include "server/access/access_queue.h"

#include <utility>

namespace luuvet::server {

void AccessQueue::push(AccessEvent&& event) {
  bool full = false;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.events.size() >= kMax) {
      ++waiting_.lost;
      ++lost_ever_;
      return;
    }
    waiting_.events.push_back(std::move(event));
    full = waiting_.events.size() == kFull;
  }
  if (full) wake_.notify_one();
}

AccessQueue::Batch AccessQueue::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(waiting_, {});
}

bool AccessQueue::wait(std::chrono::milliseconds pace) {
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, pace, [this] { return stopped_ || waiting_.events.size() >= kFull; });
  return !stopped_;
}

void AccessQueue::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  wake_.notify_one();
}

std::uint64_t AccessQueue::lost() const {
  const std::lock_guard lock(mutex_);
  return lost_ever_;
}

}  // namespace luuvet::server

#include "server/log/published_head.h"

namespace luuvet::server {

void PublishedHead::publish(std::shared_ptr<const TreeHead> tree) {
  {
    const std::lock_guard lock(mutex_);
    sequence_.store(tree->size, std::memory_order_release);
    tree_.swap(tree);  // the tree before dies outside the lock
  }
  moved_.notify_all();
}

std::shared_ptr<const TreeHead> PublishedHead::tree() const {
  const std::lock_guard lock(mutex_);
  return tree_;
}

void PublishedHead::wait(Sequence beyond, std::chrono::milliseconds timeout) const {
  std::unique_lock lock(mutex_);
  moved_.wait_for(lock, timeout, [&] { return sequence() > beyond; });
}

}  // namespace luuvet::server

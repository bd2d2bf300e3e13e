#include "server/app/worker.h"

#include <sys/resource.h>

#include <utility>

namespace luuvet::server {

Worker::Worker(std::size_t queue_max) : queue_max_(queue_max), thread_([this] { loop(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

bool Worker::submit(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= queue_max_) return false;
    queue_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

void Worker::loop() {
  // On Linux this is the thread's own priority: commits and pushes go first. Not lower: beside ten busy processes a
  // thread at 10 took five seconds for a tenth of a second of work.
  setpriority(PRIO_PROCESS, 0, 5);
  for (;;) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (stopping_) return;
    const std::function<void()> job = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    job();
  }
}

}  // namespace luuvet::server

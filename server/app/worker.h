// One low-priority thread for what is slow: the past, history, exports, verification. Its queue is short: who finds it
// full is told to come back, rather than waiting unseen.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace luuvet::server {

class Worker {
 public:
  static constexpr std::size_t kQueueMax = 32;

  explicit Worker(std::size_t queue_max = kQueueMax);
  ~Worker();  // finishes the job at hand, drops the rest

  // False when the queue is full. The job runs on the worker's thread and must not throw.
  bool submit(std::function<void()> job);

 private:
  void loop();

  const std::size_t queue_max_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace luuvet::server

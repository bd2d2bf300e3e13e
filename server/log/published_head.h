// The head that readers see, and the wait for the next one. One writer publishes; any thread reads.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

#include "domain/base/ids.h"
#include "server/log/merkle_tree.h"

namespace luuvet::server {

class PublishedHead {
 public:
  explicit PublishedHead(std::shared_ptr<const TreeHead> tree) { publish(std::move(tree)); }

  // The record at index i of the tree has sequence i + 1, so the tree's size is the head.
  void publish(std::shared_ptr<const TreeHead> tree);

  Sequence sequence() const { return sequence_.load(std::memory_order_acquire); }
  std::shared_ptr<const TreeHead> tree() const;

  // Returns when sequence() > `beyond` or the time is over.
  void wait(Sequence beyond, std::chrono::milliseconds timeout) const;

 private:
  std::atomic<Sequence> sequence_{0};
  mutable std::mutex mutex_;
  mutable std::condition_variable moved_;
  std::shared_ptr<const TreeHead> tree_;  // under mutex_
};

}  // namespace luuvet::server

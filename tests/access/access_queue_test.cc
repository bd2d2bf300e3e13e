#include "server/access/access_queue.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/access/access_events.h"

namespace luuvet::server {
namespace {

using testing::event_at;
using testing::kMorning;

void push(AccessQueue& queue, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) queue.push(event_at(kMorning, AccessKind::kSignedIn, "a"));
}

TEST(AccessQueue, W163WhatFindsItFullIsCountedAsLost) {
  AccessQueue queue;
  push(queue, AccessQueue::kMax + 3);
  const AccessQueue::Batch batch = queue.take();
  EXPECT_EQ(batch.events.size(), AccessQueue::kMax);
  EXPECT_EQ(batch.lost, 3u);
  EXPECT_EQ(queue.lost(), 3u);
  push(queue, 1);
  EXPECT_EQ(queue.take().lost, 0u) << "told once";
}

TEST(AccessQueue, W163WaitsForThePaceUnlessItIsFull) {
  AccessQueue queue;
  const auto begun = std::chrono::steady_clock::now();
  push(queue, AccessQueue::kFull);
  EXPECT_TRUE(queue.wait(std::chrono::minutes(1)));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(30));
  static_cast<void>(queue.take());
  push(queue, 1);
  EXPECT_TRUE(queue.wait(std::chrono::milliseconds(20))) << "not full: after the pace";
}

TEST(AccessQueue, W163StoppingEndsTheWait) {
  AccessQueue queue;
  std::thread stopper([&] { queue.stop(); });
  EXPECT_FALSE(queue.wait(std::chrono::minutes(1)));
  stopper.join();
}

}  // namespace
}  // namespace luuvet::server

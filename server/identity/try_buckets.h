// Token buckets by key: how often something may be tried. In memory, bounded, the clock is an argument. One thread at a
// time.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <unordered_map>

#include "domain/base/time.h"

namespace luuvet::server {

// Tries that may come at once, and how long one takes to grow back.
struct TryLimit {
  std::int64_t burst = 1;
  std::chrono::milliseconds every{1};
};

// Token buckets, of which only those that are not full take room.
class TryBuckets {
 public:
  TryBuckets(TryLimit limit, std::size_t entries_max) : limit_(limit), entries_max_(entries_max) {}

  std::chrono::milliseconds wait(std::uint64_t key, Instant now) const;  // 0: a try is free
  void take(std::uint64_t key, Instant now);
  void give_back(std::uint64_t key);  // one try
  // What is left of the bucket, and how long it takes to grow full again.
  struct Level {
    std::int64_t tries;
    std::chrono::milliseconds full_in;
  };
  Level level(std::uint64_t key, Instant now) const;
  void fill(std::uint64_t key) { full_at_.erase(key); }
  std::size_t size() const { return full_at_.size(); }

 private:
  void make_room(Instant now);

  TryLimit limit_;
  std::size_t entries_max_;
  std::unordered_map<std::uint64_t, std::int64_t> full_at_;  // milliseconds since 1970
};

// Keys that nobody can choose so that they fall together with another's: hashed under a secret of this process.
class BucketKeys {
 public:
  BucketKeys();
  std::uint64_t operator()(std::initializer_list<std::string_view> parts) const;

 private:
  std::array<std::uint8_t, 16> secret_;
};

}  // namespace luuvet::server

// Counts by status and by timeliness. Each sums up to `total`: every item stands in exactly one cell of either.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "domain/deadlines/timeliness.h"

namespace luuvet::projections {

inline constexpr std::size_t kStatusCount = 6;
inline constexpr std::size_t kTimelinessCount = 12;

struct Counts {
  std::array<std::uint32_t, kStatusCount> status{};
  std::array<std::uint32_t, kTimelinessCount> timeliness{};
  std::uint32_t total = 0;

  void add(Status s, Timeliness t) {
    ++status[static_cast<std::size_t>(s)];
    ++timeliness[static_cast<std::size_t>(t)];
    ++total;
  }
  bool operator==(const Counts&) const = default;
};

}  // namespace luuvet::projections

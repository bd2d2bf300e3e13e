// Shared platforms and hired services that are likely the same thing twice: by the words of their names.
#pragma once

#include <map>
#include <vector>

#include "domain/world.h"

namespace luuvet::projections {

struct LikelyDouble {
  RegisterEntryId id;
  int score = 0;  // 1 to 100: the same words give 100
};
using LikelyDoubles = std::map<RegisterEntryId, std::vector<LikelyDouble>>;  // the most alike first

// Whether rows of the register are compared.
bool is_compared(Register kind);

// Of rows that have not ended; of more than kDoublesCompared the newest. O(n²) of those.
LikelyDoubles likely_doubles(const World& world);

inline constexpr std::size_t kDoublesCompared = 1'000;
inline constexpr int kDoubleScoreLeast = 50;

}  // namespace luuvet::projections

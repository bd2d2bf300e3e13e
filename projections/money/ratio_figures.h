// Ratios as they come out: the share of a year on a basis, by the definition that was valid at its end.
#pragma once

#include <optional>

#include "domain/world.h"

namespace luuvet::projections {

struct RatioOutcome {
  std::optional<Amount> numerator;
  bool entered = false;                    // not added up from the lines
  std::optional<std::int64_t> hundredths;  // of a percent, rounded down
  std::optional<bool> met;
};

RatioOutcome outcome_of(const World& world, const Ratio& ratio, const RatioFigures& figures);

}  // namespace luuvet::projections

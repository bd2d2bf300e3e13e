// Which tasks and indicators a budget line may pay for, found by their words.
#pragma once

#include "projections/links/link_suggestions.h"

namespace luuvet::projections {

// Of so many lines the first by id are compared with the tasks and indicators of their province.
inline constexpr std::size_t kFundsLinesCompared = 500;
// Of all lines together.
inline constexpr std::size_t kFundsComponentsCompared = 500;
// Of one line as a whole, and of each of its components, the most likely ones.
inline constexpr std::size_t kFundedTasksMost = 3;
inline constexpr std::size_t kFundedIndicatorsMost = 2;

// Appends pairs of funds of at least kScoreLeast: how much of the line's words the row has and how much of its title
// the line has, half each; more where one agency leads both, or both stand in one plan. A component that fits a row
// better than its line is suggested in its place; it is led by its investor and those whom its money was allocated to.
void find_funds(const World& world, Suggestions& found);

}  // namespace luuvet::projections

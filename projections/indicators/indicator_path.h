// Lộ trình: the line from the baseline through the milestones in force. What is expected on a day lies on it.
#pragma once

#include <optional>
#include <vector>

#include "domain/indicators/indicator_terms.h"

namespace luuvet::projections {

struct PathPoint {
  std::int64_t year = 0;
  Decimal value;  // at its end; of counting in the year what the year makes
};
BOOST_DESCRIBE_STRUCT(PathPoint, (), (year, value))

// The baseline of the whole that holds for the milestone after the day, then the milestones in its unit up to the next
// break. Empty without a baseline.
struct Path {
  std::optional<Baseline> baseline;
  std::vector<PathPoint> points;  // by year, each once
};
Path path_on(const World& world, const Indicator& row, Date date);

// Where the straight lines between its points stand at the end of the month (`end_month`); none before or at the first
// and after the last.
std::optional<Decimal> path_at(const Path& path, std::int64_t month);

// Whether the target is a single number, in that unit.
bool is_point(const Target& target, const std::optional<std::string>& unit);
// Of the meaning and unit that the series has in the year, the newest before it.
std::optional<Baseline> baseline_for(const World& world, const Indicator& row, std::int64_t year);

}  // namespace luuvet::projections

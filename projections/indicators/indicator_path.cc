#include "projections/indicators/indicator_path.h"

#include "domain/figures/figure.h"
#include "domain/links/link_rows.h"
#include "projections/indicators/indicator_figures.h"

namespace luuvet::projections {

bool is_point(const Target& target, const std::optional<std::string>& unit) {
  const bool numbers = target.comparator != Comparator::kText && target.comparator != Comparator::kDone &&
                       target.comparator != Comparator::kRange;
  return numbers && target.value.low && same_unit(target.unit, unit);
}

std::optional<Baseline> baseline_for(const World& world, const Indicator& row, std::int64_t year) {
  const Baseline* baseline = baseline_before(book_of(world, row.id), std::nullopt, year);
  if (!baseline || !same_meaning(world, row, std::to_string(baseline->year), std::to_string(year))) return std::nullopt;
  return *baseline;
}

Path path_on(const World& world, const Indicator& row, Date date) {
  Path path;
  const std::vector<Target> targets = targets_on(world, row, std::nullopt, date);
  const Target* milestone = milestone_for(targets, civil_from_date(date).year);
  path.baseline = milestone ? baseline_for(world, row, milestone->year) : std::nullopt;
  if (!path.baseline) return path;
  const IndicatorBook* book = book_of(world, row.id);
  const auto meaning = meaning_since(book, path.baseline->year);
  const std::optional<std::string> unit = unit_on(world, row, date);
  path.points.push_back({path.baseline->year, path.baseline->value});
  for (const Target& each : targets) {
    if (each.year <= path.points.back().year || !is_point(each, unit)) continue;
    if (meaning_since(book, each.year) != meaning) break;
    path.points.push_back({each.year, *each.value.low});
  }
  return path;
}

std::optional<Decimal> path_at(const Path& path, std::int64_t month) {
  for (std::size_t i = 1; i < path.points.size(); ++i) {
    const PathPoint& before = path.points[i - 1];
    const PathPoint& after = path.points[i];
    const std::int64_t from = end_month(before.year);
    if (month > from && month <= end_month(after.year))
      return between(before.value, after.value, month - from, end_month(after.year) - from);
  }
  return std::nullopt;
}

}  // namespace luuvet::projections

#include "projections/indicator_assessment.h"

#include <algorithm>

#include "domain/figure.h"

namespace luuvet::projections {
namespace {

std::int64_t year_on(Date date) {
  return civil_from_date(date).year;
}

bool has_number(const Target& target) {
  const bool numbers = target.comparator != Comparator::kText && target.comparator != Comparator::kDone &&
                       target.comparator != Comparator::kRange;
  return numbers && target.value.low;
}

// Of the meaning that the series has in the year.
std::optional<Baseline> baseline_for(const IndicatorBook* book, std::int64_t year) {
  const Baseline* baseline = baseline_before(book, std::nullopt, year);
  const auto since = meaning_since(book, year);
  if (!baseline || (since && baseline->year < *since)) return std::nullopt;
  return *baseline;
}

// What keeps the figure from being held against the target.
std::optional<AssessmentReason> obstacle(const IndicatorBook* book, const IndicatorTerms& terms, const Target& target,
                                         const CombinedFigure& figure) {
  if (target.unit && !target.unit->empty() && target.unit != terms.unit) return AssessmentReason::kUnitDiffers;
  if (!figure.figure.value || !meets(*figure.figure.value, target, terms.direction))
    return AssessmentReason::kWordsOnly;
  const auto since = meaning_since(book, target.year);
  if (since && year_of(figure.period) < *since) return AssessmentReason::kSeriesBreak;
  return std::nullopt;
}

// Of a period that still runs, its figure says how it stands on the day.
std::int64_t month_of(const CombinedFigure& figure, Date date) {
  const CivilDate civil = civil_from_date(date);
  return std::min(end_month(figure.period), std::int64_t{civil.year} * 12 + civil.month);
}

// Short of a milestone that lies ahead: by the straight line from the baseline.
void hold_against_path(Assessment& assessment, const IndicatorBook* book, IndicatorDirection direction) {
  const Target& target = *assessment.target;
  const std::int64_t now = month_of(*assessment.figure, assessment.status_date);
  assessment.result = AssessmentResult::kNotAchieved;
  const auto baseline = has_number(target) ? baseline_for(book, target.year) : std::nullopt;
  if (!baseline || now <= end_month(baseline->year)) {
    assessment.reason = AssessmentReason::kNoBaseline;
    return;
  }
  const std::int64_t from = end_month(baseline->year);
  assessment.baseline = baseline;
  assessment.expected = between(baseline->value, *target.value.low, now - from, end_month(target.year) - from);
  const bool lower = lower_is_better(target, direction);
  assessment.result = as_good(*assessment.figure->figure.value, *assessment.expected, lower)
                          ? AssessmentResult::kOnTrack
                          : AssessmentResult::kBehind;
}

Assessment not_assessable(Assessment assessment, AssessmentReason reason) {
  assessment.result = AssessmentResult::kNotAssessable;
  assessment.reason = reason;
  return assessment;
}

}  // namespace

Assessment assess(const World& world, const Indicator& row, Date date, std::optional<CombinedFigure> latest) {
  const IndicatorBook* book = book_of(world, row.id);
  const IndicatorTerms terms = definition_on(world, row, date).terms;
  Assessment assessment;
  assessment.status_date = date;
  const std::vector<Target> targets = targets_on(world, row, std::nullopt, date);
  const Target* target = milestone_for(targets, year_on(date));
  if (!target) return not_assessable(assessment, AssessmentReason::kNoTarget);
  assessment.target = *target;
  assessment.figure = std::move(latest);
  if (!assessment.figure) {
    if (terms.combine == Combining::kNone) return not_assessable(assessment, AssessmentReason::kNotCombined);
    return assessment;
  }
  if (const auto reason = obstacle(book, terms, *target, *assessment.figure))
    return not_assessable(assessment, *reason);
  if (*meets(*assessment.figure->figure.value, *target, terms.direction))
    assessment.result = AssessmentResult::kAchieved;
  else if (year_on(date) > target->year)
    assessment.result = AssessmentResult::kBehind;
  else
    hold_against_path(assessment, book, terms.direction);
  return assessment;
}

Assessment assess(const World& world, const Indicator& row, Date date) {
  return assess(world, row, date, latest_figure(world, bearer_of(world, row, date), date));
}

AssessmentResult judged(const Figure& figure, std::string_view period, const Target& target,
                        IndicatorDirection direction) {
  const auto met = figure.value ? meets(*figure.value, target, direction) : std::nullopt;
  if (!met) return AssessmentResult::kNotAssessable;
  if (*met) return AssessmentResult::kAchieved;
  return end_month(period) >= end_month(target.year) ? AssessmentResult::kBehind : AssessmentResult::kNotAchieved;
}

Path path_on(const World& world, const Indicator& row, Date date) {
  Path path;
  const IndicatorBook* book = book_of(world, row.id);
  const std::vector<Target> targets = targets_on(world, row, std::nullopt, date);
  const Target* milestone = milestone_for(targets, year_on(date));
  path.baseline = milestone ? baseline_for(book, milestone->year) : std::nullopt;
  if (!path.baseline) return path;
  path.points.push_back({path.baseline->year, path.baseline->value});
  for (const Target& each : targets) {
    if (each.year <= path.baseline->year || !has_number(each)) continue;
    if (meaning_since(book, each.year) != meaning_since(book, path.baseline->year)) break;
    path.points.push_back({each.year, *each.value.low});
  }
  return path;
}

std::optional<Forecast> forecast_on(const World& world, const Indicator& row, Date date) {
  const IndicatorBook* book = book_of(world, row.id);
  const std::vector<Target> targets = targets_on(world, row, std::nullopt, date);
  const Target* target = milestone_for(targets, year_on(date));
  if (!target || !has_number(*target)) return std::nullopt;
  const std::int64_t since = meaning_since(book, target->year).value_or(0);
  std::vector<ForecastInput> points;
  if (const auto baseline = baseline_for(book, target->year))
    points.push_back({std::to_string(baseline->year), baseline->value});
  for (const CombinedFigure& each : combined_figures(world, bearer_of(world, row, date))) {
    const bool later = points.empty() || end_month(each.period) > end_month(points.back().period);
    const bool correction = !points.empty() && points.back().period == each.period;
    if (each.kind == FigureKind::kEstimate || year_of(each.period) < since || !each.figure.value) continue;
    if (correction && points.size() > 1) points.pop_back();  // official in place of actual
    if (later || correction) points.push_back({each.period, *each.figure.value});
  }
  if (points.size() < 2) return std::nullopt;
  const ForecastInput first = points.front();
  const ForecastInput last = points.back();
  const std::int64_t from = end_month(first.period);
  const std::int64_t steps = end_month(last.period) - from;
  const std::int64_t ahead = end_month(target->year) - from;
  if (steps <= 0 || ahead <= steps) return std::nullopt;
  Forecast forecast{target->year, between(first.value, last.value, ahead, steps), *target, false, {}, {first, last}};
  constexpr std::int64_t kYear = 12;
  forecast.per_year = between({}, minus(last.value, first.value), kYear, steps);
  forecast.achieved = meets(forecast.value, *target, definition_on(world, row, date).terms.direction).value_or(false);
  return forecast;
}

}  // namespace luuvet::projections

#include "projections/indicators/indicator_assessment.h"

#include <algorithm>

#include "domain/figures/figure.h"
#include "domain/links/link_rows.h"
#include "projections/indicators/indicator_path.h"

namespace luuvet::projections {
namespace {

constexpr std::int64_t kMonths = 12;

std::int64_t year_on(Date date) {
  return civil_from_date(date).year;
}

bool is_over(const Target& target, Date date) {
  return target.year != 0 && year_on(date) > target.year;
}

bool ends_its_year(std::string_view period) {
  return end_month(period) == end_month(year_of(period));
}

// What is counted in the year may grow until that is over.
bool may_grow(std::string_view period, Counting counting, Date date) {
  return counting == Counting::kInYear && (!ends_its_year(period) || year_on(date) <= year_of(period));
}

// Whether the figure is what the milestone asks for, and stays so.
bool reaches(Decimal value, std::string_view period, Counting counting, const Target& target,
             IndicatorDirection direction, Date date) {
  if (!meets(value, target, direction).value_or(false)) return false;
  if (counting == Counting::kInYear && year_of(period) != target.year) return false;
  const bool less = lower_is_better(target, direction) || target.comparator == Comparator::kRange;
  return !less || !may_grow(period, counting, date);
}

Assessment not_assessable(Assessment assessment, AssessmentReason reason) {
  assessment.result = AssessmentResult::kNotAssessable;
  assessment.reason = reason;
  return assessment;
}

// One row on one day, with the figure that is held against its milestones.
class Judging {
 public:
  Judging(const World& world, const Indicator& row, Date date, const FigureThresholds& thresholds)
      : world_(world),
        row_(row),
        date_(date),
        thresholds_(thresholds),
        book_(book_of(world, row.id)),
        terms_(definition_on(world, row, date).terms),
        targets_(targets_on(world, row, std::nullopt, date)) {}

  Assessment of(const NewestFigures& newest) const;

 private:
  Assessment without_figure(Assessment assessment) const;
  std::optional<CombinedFigure> chosen(const NewestFigures& newest, const Target& target) const;
  std::optional<AssessmentReason> obstacle(const Target& target, const CombinedFigure& figure) const;
  bool is_of_an_earlier_year(const Target& target, const CombinedFigure& figure) const;
  const Target* missed_milestone(const CombinedFigure& figure) const;
  void add_path(Assessment& assessment) const;
  Assessment held_against_path(Assessment assessment) const;

  const World& world_;
  const Indicator& row_;
  const Date date_;
  const FigureThresholds& thresholds_;
  const IndicatorBook* book_;
  const IndicatorTerms terms_;
  const std::vector<Target> targets_;
};

Assessment Judging::without_figure(Assessment assessment) const {
  const IndicatorDefinition definition = definition_on(world_, bearer_of(world_, row_, date_), date_);
  if (definition.terms.combine == Combining::kNone)
    return not_assessable(
        assessment, definition.version == 0 ? AssessmentReason::kCombiningUndecided : AssessmentReason::kNotCombined);
  if (assessment.missing) assessment.reason = AssessmentReason::kStatedMissing;
  return assessment;
}

// What is counted in the year meets a milestone that is over by the figure of its own year alone.
std::optional<CombinedFigure> Judging::chosen(const NewestFigures& newest, const Target& target) const {
  const bool later = newest.latest && newest.latest->counting == Counting::kInYear && is_over(target, date_) &&
                     year_of(newest.latest->period) > target.year;
  if (!later) return newest.latest;
  auto own = figure_of_year(world_, bearer_of(world_, row_, date_), date_, target.year);
  return own ? own : newest.latest;
}

// What keeps the figure from being held against the target.
std::optional<AssessmentReason> Judging::obstacle(const Target& target, const CombinedFigure& figure) const {
  if (!same_unit(target.unit, terms_.unit) || !same_unit(figure.unit, terms_.unit))
    return AssessmentReason::kUnitDiffers;
  if (!figure.figure.value || !meets(*figure.figure.value, target, terms_.direction))
    return AssessmentReason::kWordsOnly;
  const auto since = meaning_since(book_, target.year);
  if (since && year_of(figure.period) < *since) return AssessmentReason::kSeriesBreak;
  return std::nullopt;
}

bool Judging::is_of_an_earlier_year(const Target& target, const CombinedFigure& figure) const {
  return figure.counting == Counting::kInYear && target.year == year_on(date_) && year_of(figure.period) < target.year;
}

// The last one that is over and that the figure was there for, if it does not meet it.
const Target* Judging::missed_milestone(const CombinedFigure& figure) const {
  const Target* last = nullptr;
  for (const Target& each : targets_) {
    const std::int64_t year = year_of(figure.period);
    const bool own = figure.counting != Counting::kInYear || each.year == year;
    const bool same = meaning_since(book_, each.year) == meaning_since(book_, year);
    if (is_over(each, date_) && end_month(figure.period) >= end_month(each.year) && own && same &&
        !obstacle(each, figure))
      last = &each;
  }
  return last && !*meets(*figure.figure.value, *last, terms_.direction) ? last : nullptr;
}

void Judging::add_path(Assessment& assessment) const {
  const CombinedFigure& figure = *assessment.figure;
  const CivilDate civil = civil_from_date(date_);
  // Of a period that still runs, its figure says how it stands on the day.
  const std::int64_t now = std::min(end_month(figure.period), std::int64_t{civil.year} * kMonths + civil.month);
  const bool yearly = figure.counting == Counting::kInYear;
  const Path path = path_on(world_, row_, date_);
  const std::int64_t year = year_of(figure.period);
  auto expected = path_at(path, yearly ? end_month(year) : now);
  if (!expected) return;
  if (yearly) expected = between({}, *expected, now - end_month(year - 1), kMonths);
  assessment.baseline = path.baseline;
  assessment.expected = expected;
}

Assessment Judging::held_against_path(Assessment assessment) const {
  const Target& target = *assessment.target;
  assessment.result = AssessmentResult::kNotYet;
  if (is_point(target, terms_.unit)) add_path(assessment);
  if (!assessment.expected) {
    assessment.reason = AssessmentReason::kNoBaseline;
    return assessment;
  }
  const bool lower = lower_is_better(target, terms_.direction);
  const bool good = as_good(*assessment.figure->figure.value, *assessment.expected, lower);
  assessment.result = good ? AssessmentResult::kOnTrack : AssessmentResult::kBehind;
  return assessment;
}

Assessment Judging::of(const NewestFigures& newest) const {
  Assessment assessment;
  assessment.status_date = date_;
  assessment.missing = newest.missing;
  const Target* target = milestone_for(targets_, year_on(date_));
  if (!target) return not_assessable(assessment, AssessmentReason::kNoTarget);
  assessment.target = *target;
  assessment.figure = chosen(newest, *target);
  if (!assessment.figure) return without_figure(assessment);
  const CombinedFigure& figure = *assessment.figure;
  const bool stated = newest.missing && year_of(newest.missing->period) >= target->year;
  assessment.reason = stated ? AssessmentReason::kStatedMissing : AssessmentReason::kYearWithoutFigure;
  if (is_of_an_earlier_year(*target, figure)) return assessment;
  const Target* missed = missed_milestone(figure);
  if (const auto reason = obstacle(*target, figure); reason && !missed) return not_assessable(assessment, *reason);
  const bool reached = reaches(*figure.figure.value, figure.period, figure.counting, *target, terms_.direction, date_);
  if (!missed && !reached && is_over(*target, date_)) return assessment;
  assessment.reason.reset();
  if (!covers(figure, thresholds_)) {
    assessment.result = AssessmentResult::kIncomplete;
  } else if (missed) {
    assessment.target = *missed;
    assessment.result = AssessmentResult::kMissed;
    add_path(assessment);
  } else if (reached) {
    assessment.result = AssessmentResult::kAchieved;
  } else {
    return held_against_path(std::move(assessment));
  }
  return assessment;
}

}  // namespace

Assessment assess(const World& world, const Indicator& row, Date date, const NewestFigures& newest,
                  const FigureThresholds& thresholds) {
  return Judging(world, row, date, thresholds).of(newest);
}

Assessment assess(const World& world, const Indicator& row, Date date, const FigureThresholds& thresholds) {
  return assess(world, row, date, newest_figures(world, bearer_of(world, row, date), date, 0), thresholds);
}

AssessmentResult judged(const AgencyFigure& figure, const Target& target, const IndicatorTerms& terms, Date date) {
  const auto met = figure.figure.value ? meets(*figure.figure.value, target, terms.direction) : std::nullopt;
  if (!met) return AssessmentResult::kNotAssessable;
  if (reaches(*figure.figure.value, figure.period, terms.counting, target, terms.direction, date))
    return AssessmentResult::kAchieved;
  if (terms.counting == Counting::kInYear && year_of(figure.period) > target.year)
    return AssessmentResult::kNotAssessable;
  const bool there = end_month(figure.period) >= end_month(target.year);
  return there && is_over(target, date) ? AssessmentResult::kMissed : AssessmentResult::kNotYet;
}

namespace {

// Of the whole and in that unit, oldest first; another unit is a break.
std::vector<ForecastInput> inputs_of(const World& world, const Indicator& row, Date date, std::int64_t until,
                                     const FigureThresholds& thresholds) {
  const std::int64_t since = meaning_since(book_of(world, row.id), until).value_or(0);
  const std::optional<std::string> unit = unit_on(world, row, date);
  std::vector<ForecastInput> points;
  if (const auto baseline = baseline_for(world, row, until))
    points.push_back({std::to_string(baseline->year), baseline->value});
  for (const CombinedFigure& each : combined_figures(world, bearer_of(world, row, date))) {
    const bool part_of_a_year = each.counting == Counting::kInYear && !ends_its_year(each.period);
    if (each.kind == FigureKind::kEstimate || year_of(each.period) < since || part_of_a_year) continue;
    if (!each.figure.value || !covers(each, thresholds)) continue;
    if (!same_unit(each.unit, unit)) {
      points.clear();
      continue;
    }
    const bool later = points.empty() || end_month(each.period) > end_month(points.back().period);
    const bool correction = !points.empty() && points.back().period == each.period;
    if (correction && points.size() > 1) points.pop_back();  // official in place of actual
    if (later || correction) points.push_back({each.period, *each.figure.value});
  }
  return points;
}

}  // namespace

std::optional<Forecast> forecast_on(const World& world, const Indicator& row, Date date,
                                    const FigureThresholds& thresholds) {
  const IndicatorTerms terms = definition_on(world, row, date).terms;
  const std::vector<Target> targets = targets_on(world, row, std::nullopt, date);
  const Target* target = milestone_for(targets, year_on(date));
  if (!target || !is_point(*target, terms.unit)) return std::nullopt;
  const std::vector<ForecastInput> points = inputs_of(world, row, date, target->year, thresholds);
  if (points.size() < 2) return std::nullopt;
  const ForecastInput first = points.front();
  const ForecastInput last = points.back();
  const std::int64_t from = end_month(first.period);
  const std::int64_t steps = end_month(last.period) - from;
  const std::int64_t ahead = end_month(target->year) - from;
  if (steps <= 0 || ahead <= steps) return std::nullopt;
  Forecast forecast{target->year, between(first.value, last.value, ahead, steps), *target, false, {}, {first, last}};
  forecast.per_year = between({}, minus(last.value, first.value), kMonths, steps);
  forecast.achieved = meets(forecast.value, *target, terms.direction).value_or(false);
  return forecast;
}

}  // namespace luuvet::projections

#include "domain/figures/figure_checks.h"

#include <algorithm>

#include "domain/figures/computed_figure.h"
#include "domain/figures/figure.h"

namespace luuvet {
namespace {

struct Looked {
  const World& world;
  const SubmissionParts& parts;
  FigureKind kind;
  const Figure& figure;
};

Finding finding(const IndicatorCheck& check, const Figure& figure, std::optional<Decimal> previous = std::nullopt) {
  Finding found;
  found.kind = check.kind;
  found.importance = check.importance;
  found.value = figure.value;
  found.low = check.low;
  found.high = check.high;
  found.previous = previous;
  return found;
}

std::int64_t year_in(const std::string& period) {
  const auto days = parse_period(period);
  return days ? civil_from_date(days->last).year : 0;
}

std::optional<Decimal> last_value(const Looked& looked) {
  const auto previous = previous_figure(looked.world, looked.parts);
  return previous ? previous->figure.value : std::nullopt;
}

bool counts_anew(const Looked& looked, const std::string& before) {
  const auto* row = looked.world.indicators.find(looked.parts.indicator.value);
  const auto days = parse_period(looked.parts.period);
  const bool in_year = row && days && counting_on(looked.world, row->content, days->last) == Counting::kInYear;
  return in_year && year_in(before) != year_in(looked.parts.period);
}

// What the figure may not fall below: what is counted in the year begins anew with each.
std::optional<Decimal> last_of_the_count(const Looked& looked) {
  const auto previous = previous_figure(looked.world, looked.parts);
  return previous && !counts_anew(looked, previous->period) ? previous->figure.value : std::nullopt;
}

Decimal magnitude(Decimal value) {
  return value.mantissa < 0 ? Decimal{-value.mantissa, value.scale} : value;
}

// Nothing is a share of zero: from there only more than one of the unit is a jump.
constexpr Decimal kLeapFromZero{1, 0};

bool jumps(Decimal value, Decimal last, Decimal factor) {
  const Decimal reach = last.mantissa == 0 ? kLeapFromZero : times(magnitude(last), factor);
  return compare(magnitude(minus(value, last)), reach) > 0;
}

// The latter of actual and official stands.
std::optional<PreviousFigure> counted_figure(const World& world, const SubmissionParts& parts,
                                             const std::string& period) {
  const SubmissionState* state = world.submissions.find(submission_id(parts.indicator, parts.agency, period).value);
  std::optional<PreviousFigure> found;
  if (!state) return found;
  for (const FigureKind kind : {FigureKind::kActual, FigureKind::kOfficial})
    if (const SubmittedFigure* figure = find_figure(*state, kind); figure && counts(*figure))
      found = PreviousFigure{period, kind, figure->figure};
  return found;
}

bool joins(const World& world, const std::string& earlier, const SubmissionParts& parts) {
  const auto* row = world.indicators.find(parts.indicator.value);
  return !row || same_meaning(world, row->content, earlier, parts.period);
}

// Of a period in which figures come by the definition in force for it.
std::optional<PreviousFigure> figure_due(const World& world, const SubmissionParts& parts, const std::string& period) {
  const auto* row = world.indicators.find(parts.indicator.value);
  if (row && !is_due_period(world, row->content, period)) return std::nullopt;
  return counted_figure(world, parts, period);
}

// What the same agency says of the parts; none while one of them is not there.
std::optional<Decimal> sum_of_parts(const Looked& looked, const std::vector<IndicatorId>& parts) {
  Decimal sum;
  for (const IndicatorId& part : parts) {
    const SubmissionState* state =
        looked.world.submissions.find(submission_id(part, looked.parts.agency, looked.parts.period).value);
    const SubmittedFigure* figure = state ? find_figure(*state, looked.kind) : nullptr;
    if (!figure || !figure->figure.value) return std::nullopt;
    sum = plus(sum, *figure->figure.value);
  }
  return parts.empty() ? std::nullopt : std::optional(sum);
}

Decimal middle_of(std::vector<Decimal>& values) {
  std::sort(values.begin(), values.end(), [](Decimal a, Decimal b) { return compare(a, b) < 0; });
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : between(values[half - 1], values[half], 1, 2);
}

// Values that do not spread say nothing: the jump against the last one is judged by itself.
std::optional<Finding> off_history(const Looked& looked, const IndicatorCheck& check) {
  std::vector<Decimal> values;
  for (const PreviousFigure& each : figure_history(looked.world, looked.parts)) values.push_back(*each.figure.value);
  if (values.size() < kHistoryMin) return std::nullopt;
  const Spread spread = spread_of(values);
  if (spread.deviation.mantissa == 0) return std::nullopt;
  const Decimal reach = times(spread.deviation, check.factor.value_or(Decimal{5, 0}));
  Finding found = finding(check, looked.figure);
  found.low = minus(spread.median, reach);
  found.high = plus(spread.median, reach);
  found.median = spread.median;
  found.deviation = spread.deviation;
  found.figures = static_cast<std::int64_t>(values.size());
  const Decimal value = *looked.figure.value;
  const bool within = compare(value, *found.low) >= 0 && compare(value, *found.high) <= 0;
  return within ? std::nullopt : std::optional(found);
}

std::optional<Finding> judged(const Looked& looked, const IndicatorCheck& check) {
  const Decimal value = *looked.figure.value;
  switch (check.kind) {
    case CheckKind::kRange:
      return range_finding(check, value);
    case CheckKind::kMonotone: {
      const auto last = last_of_the_count(looked);
      return last && compare(value, *last) < 0 ? std::optional(finding(check, looked.figure, last)) : std::nullopt;
    }
    case CheckKind::kSumOfParts: {
      const auto sum = sum_of_parts(looked, check.parts);
      return sum && compare(value, *sum) != 0 ? std::optional(finding(check, looked.figure, sum)) : std::nullopt;
    }
    case CheckKind::kNumeratorWithinDenominator: {
      const bool within = !looked.figure.numerator || !looked.figure.denominator ||
                          compare(*looked.figure.numerator, *looked.figure.denominator) <= 0;
      return within ? std::nullopt : std::optional(finding(check, looked.figure));
    }
    case CheckKind::kOutlier: {
      const auto last = last_value(looked);
      const bool out = last && jumps(value, *last, check.factor.value_or(Decimal{5, 1}));
      return out ? std::optional(finding(check, looked.figure, last)) : std::nullopt;
    }
    case CheckKind::kCounted:
      return std::nullopt;
    case CheckKind::kHistory:
      return off_history(looked, check);
  }
  return std::nullopt;
}

// The parts of a sum are said of periods; numerator and denominator are no part of a baseline.
bool questions_baselines(CheckKind kind, bool of_agency) {
  if (kind == CheckKind::kRange) return true;
  return of_agency && (kind == CheckKind::kMonotone || kind == CheckKind::kOutlier || kind == CheckKind::kHistory);
}

}  // namespace

std::optional<Finding> range_finding(const IndicatorCheck& range, Decimal value) {
  const bool within =
      (!range.low || compare(value, *range.low) >= 0) && (!range.high || compare(value, *range.high) <= 0);
  return within ? std::nullopt : std::optional(finding(range, {value, std::nullopt, std::nullopt}));
}

std::optional<PreviousFigure> previous_figure(const World& world, const SubmissionParts& parts) {
  const IndicatorBook* book = book_of(world, parts.indicator);
  std::optional<PreviousFigure> newest;
  for (const std::string& period : book ? book->periods : std::vector<std::string>{}) {
    if (!comes_before(period, parts.period) || (newest && !comes_before(newest->period, period))) continue;
    if (auto figure = figure_due(world, parts, period)) newest = std::move(figure);
  }
  return newest && joins(world, newest->period, parts) ? newest : std::nullopt;
}

std::vector<PreviousFigure> figure_history(const World& world, const SubmissionParts& parts) {
  const IndicatorBook* book = book_of(world, parts.indicator);
  std::vector<PreviousFigure> found;
  for (const std::string& period : book ? book->periods : std::vector<std::string>{}) {
    if (!comes_before(period, parts.period)) continue;
    auto figure = figure_due(world, parts, period);
    if (figure && figure->figure.value) found.push_back(*std::move(figure));
  }
  std::sort(found.begin(), found.end(),
            [](const PreviousFigure& a, const PreviousFigure& b) { return comes_before(a.period, b.period); });
  if (found.size() > kHistoryMax) found.erase(found.begin(), found.end() - kHistoryMax);
  const auto apart = std::find_if(found.rbegin(), found.rend(),
                                  [&](const PreviousFigure& each) { return !joins(world, each.period, parts); });
  found.erase(found.begin(), apart.base());
  return found;
}

Spread spread_of(std::vector<Decimal> values) {
  Spread spread;
  spread.median = middle_of(values);
  for (Decimal& each : values) each = magnitude(minus(each, spread.median));
  spread.deviation = middle_of(values);
  return spread;
}

std::vector<Finding> findings_on(const World& world, const Indicator& row, const SubmissionParts& parts,
                                 FigureKind kind, const Figure& figure) {
  std::vector<Finding> findings;
  const auto days = parse_period(parts.period);
  if (!figure.value || !days) return findings;
  const IndicatorDefinition definition = definition_on(world, row, days->last);
  for (const IndicatorCheck& check : checks_of(book_of(world, row.id), definition.terms, row.name))
    if (auto found = judged({world, parts, kind, figure}, check)) findings.push_back(*found);
  if (auto found = count_finding(world, row, parts, figure)) findings.push_back(*found);
  return findings;
}

std::vector<Finding> baseline_findings(const World& world, const Indicator& row, const Baseline& baseline, Date date) {
  const SubmissionParts parts{row.id, baseline.agency.value_or(AgencyId{}), std::to_string(baseline.year)};
  const Figure figure{baseline.value, std::nullopt, std::nullopt};
  std::vector<Finding> findings;
  for (const IndicatorCheck& check :
       checks_of(book_of(world, row.id), definition_on(world, row, date).terms, row.name)) {
    if (!questions_baselines(check.kind, baseline.agency.has_value())) continue;
    auto found = judged({world, parts, FigureKind::kOfficial, figure}, check);
    if (!found) continue;
    if (found->kind == CheckKind::kOutlier) found->importance = Importance::kWarning;
    findings.push_back(*std::move(found));
  }
  return findings;
}

bool is_copied(const Figure& figure, const std::optional<PreviousFigure>& previous) {
  return figure.value && previous && previous->figure.value && compare(*figure.value, *previous->figure.value) == 0;
}

bool is_round(const Figure& figure) {
  if (!figure.value || figure.value->mantissa == 0) return false;
  std::int64_t divisor = 10;
  for (int i = 0; i < figure.value->scale; ++i) divisor *= 10;
  return figure.value->mantissa % divisor == 0;
}

}  // namespace luuvet

#include "domain/figure_checks.h"

#include <algorithm>

#include "domain/computed_figure.h"
#include "domain/figure.h"

namespace luuvet {
namespace {

struct Looked {
  const World& world;
  const SubmissionParts& parts;
  FigureKind kind;
  const Figure& figure;
};

Finding finding(const IndicatorCheck& check, const Figure& figure, std::optional<Decimal> previous = std::nullopt) {
  return {check.kind, check.importance, figure.value, check.low, check.high, previous};
}

bool in_range(const IndicatorCheck& check, Decimal value) {
  return (!check.low || compare(value, *check.low) >= 0) && (!check.high || compare(value, *check.high) <= 0);
}

std::optional<Decimal> last_value(const Looked& looked) {
  const auto previous = previous_figure(looked.world, looked.parts);
  return previous ? previous->figure.value : std::nullopt;
}

Decimal magnitude(Decimal value) {
  return value.mantissa < 0 ? Decimal{-value.mantissa, value.scale} : value;
}

bool jumps(Decimal value, Decimal last, Decimal factor) {
  return compare(magnitude(minus(value, last)), times(magnitude(last), factor)) > 0;
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

std::optional<Finding> judged(const Looked& looked, const IndicatorCheck& check) {
  const Decimal value = *looked.figure.value;
  switch (check.kind) {
    case CheckKind::kRange:
      return in_range(check, value) ? std::nullopt : std::optional(finding(check, looked.figure));
    case CheckKind::kMonotone: {
      const auto last = last_value(looked);
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
  }
  return std::nullopt;
}

}  // namespace

std::optional<PreviousFigure> previous_figure(const World& world, const SubmissionParts& parts) {
  const IndicatorBook* book = book_of(world, parts.indicator);
  std::optional<PreviousFigure> newest;
  for (const std::string& period : book ? book->periods : std::vector<std::string>{}) {
    if (!comes_before(period, parts.period) || (newest && !comes_before(newest->period, period))) continue;
    const SubmissionState* state = world.submissions.find(submission_id(parts.indicator, parts.agency, period).value);
    if (!state) continue;
    for (const FigureKind kind : {FigureKind::kActual, FigureKind::kOfficial})  // the latter stands
      if (const SubmittedFigure* figure = find_figure(*state, kind); figure && counts(*figure))
        newest = PreviousFigure{period, kind, figure->figure};
  }
  return newest;
}

std::vector<Finding> findings_on(const World& world, const Indicator& row, const SubmissionParts& parts,
                                 FigureKind kind, const Figure& figure) {
  std::vector<Finding> findings;
  const auto days = parse_period(parts.period);
  if (!figure.value || !days) return findings;
  const IndicatorDefinition definition = definition_on(world, row, days->last);
  for (const IndicatorCheck& check : checks_of(book_of(world, row.id), definition.terms))
    if (auto found = judged({world, parts, kind, figure}, check)) findings.push_back(*found);
  if (auto found = count_finding(world, row, parts, figure)) findings.push_back(*found);
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

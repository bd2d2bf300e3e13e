// What the checks of an indicator say of a figure: validation rules as data.
#pragma once

#include <vector>

#include "domain/indicators/indicator_terms.h"

namespace luuvet {

struct Finding {
  CheckKind kind = CheckKind::kRange;
  Importance importance = Importance::kWarning;
  std::optional<Decimal> value;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  std::optional<Decimal> previous;  // the last figure; of a sum that of the parts; of missions what is counted
  std::optional<Decimal> median;    // these three of `history`, whose bounds are `low` and `high`
  std::optional<Decimal> deviation;
  std::optional<std::int64_t> figures;
  bool operator==(const Finding&) const = default;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (kind, importance, value, low, high, previous, median, deviation, figures))

// The last figure that counts of an earlier period of the same length, official before actual; none where it means
// something else (a break between, another unit).
struct PreviousFigure {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  Figure figure;
};
std::optional<PreviousFigure> previous_figure(const World& world, const SubmissionParts& parts);

// The figures that count of earlier periods, as previous_figure takes them: those with a value and of the same meaning,
// oldest first, at most the last kHistoryMax.
std::vector<PreviousFigure> figure_history(const World& world, const SubmissionParts& parts);
inline constexpr std::size_t kHistoryMax = 12;
inline constexpr std::size_t kHistoryMin = 4;  // fewer say nothing of a spread
inline constexpr std::int64_t kCheckFactorMax = 1'000;

// The middle of the values, and the middle of how far they are from it: exact, of an even number the mean of the two.
struct Spread {
  Decimal median;
  Decimal deviation;  // not negative
};
Spread spread_of(std::vector<Decimal> values);  // not empty

// What a range says of a value. None: it lies within.
std::optional<Finding> range_finding(const IndicatorCheck& range, Decimal value);

// Of a figure that has a value; in the order of the checks, last whether it is what is counted (X63).
std::vector<Finding> findings_on(const World& world, const Indicator& row, const SubmissionParts& parts,
                                 FigureKind kind, const Figure& figure);

// Of a baseline, by the definition in force on the day (X41): whatever questions a value that stands alone. Of the
// whole the range; of an agency also what its figures of earlier years say. An outlier only warns.
std::vector<Finding> baseline_findings(const World& world, const Indicator& row, const Baseline& baseline, Date date);

bool is_copied(const Figure& figure, const std::optional<PreviousFigure>& previous);
bool is_round(const Figure& figure);  // a whole multiple of ten, not zero

}  // namespace luuvet

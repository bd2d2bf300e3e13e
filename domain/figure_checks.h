// What the checks of an indicator say of a figure: validation rules as data.
#pragma once

#include <vector>

#include "domain/indicator_terms.h"

namespace luuvet {

struct Finding {
  CheckKind kind = CheckKind::kRange;
  Importance importance = Importance::kWarning;
  std::optional<Decimal> value;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  std::optional<Decimal> previous;  // the last figure; of a sum that of the parts; of missions what is counted
  bool operator==(const Finding&) const = default;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (kind, importance, value, low, high, previous))

// The last figure that counts of an earlier period of the same length, official before actual.
struct PreviousFigure {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  Figure figure;
};
std::optional<PreviousFigure> previous_figure(const World& world, const SubmissionParts& parts);

// Of a figure that has a value; in the order of the checks, last whether it is what is counted (X63).
std::vector<Finding> findings_on(const World& world, const Indicator& row, const SubmissionParts& parts,
                                 FigureKind kind, const Figure& figure);

bool is_copied(const Figure& figure, const std::optional<PreviousFigure>& previous);
bool is_round(const Figure& figure);  // a whole multiple of ten, not zero

}  // namespace luuvet

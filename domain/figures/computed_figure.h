// The figure of an indicator that is computed from missions: what is counted for an agency and a period, beside what
// the agency says.
#pragma once

#include <optional>
#include <vector>

#include "domain/figures/figure_checks.h"
#include "domain/missions/mission_counts.h"

namespace luuvet {

// Which missions are counted; X60, X61.
struct MissionQuestion {
  ComputedFrom kind;
  CountSpan span;
  std::optional<ProgrammeId> programme;  // only of this one
  std::optional<AgencyId> agency;        // only those that it manages, itself or as successor
  std::string province;                  // of whoever manages them
};

enum class CountedPart : std::uint8_t { kNumerator, kDenominator };
BOOST_DESCRIBE_ENUM(CountedPart, kNumerator, kDenominator)

// None where the indicator is not computed from missions for that period, or its figures are a twin's.
std::optional<MissionQuestion> mission_question(const World& world, const Indicator& row, const SubmissionParts& parts);

// The denominator is the whole of which the numerator is a part; without one it is the same.
bool is_counted(const World& world, const MissionQuestion& question, CountedPart part, const MissionState& mission);

struct MissionsCounted {
  ComputedFrom kind;
  CountSpan span;
  std::int64_t numerator = 0;
  std::optional<std::int64_t> denominator;
  std::optional<Decimal> value;  // none: nothing to divide by
  bool operator==(const MissionsCounted&) const = default;
};

MissionsCounted count_missions(const World& world, const MissionQuestion& question,
                               const std::optional<std::string>& unit);

// As mission_question(): what would be the figure.
std::optional<MissionsCounted> counted_figure(const World& world, const Indicator& row, const SubmissionParts& parts);

// X63: the figure says something else than what is counted. Of a figure that has a value.
std::optional<Finding> count_finding(const World& world, const Indicator& row, const SubmissionParts& parts,
                                     const Figure& figure);

}  // namespace luuvet

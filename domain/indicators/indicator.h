// Chỉ tiêu: what is kept of an indicator beside its printed row: versions of its definition, targets, baselines, breaks
// and checks, each with the day or year from which it holds, and what was published of it. What was said before stays.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"
#include "domain/figures/official_figure.h"
#include "domain/indicators/publication.h"
#include "domain/missions/mission_facts.h"
#include "domain/registers.h"
#include "domain/tasks/assignment.h"

namespace luuvet {

enum class IndicatorDirection : std::uint8_t { kHigher, kLower, kRank, kDone, kText };  // which way is better
BOOST_DESCRIBE_ENUM(IndicatorDirection, kHigher, kLower, kRank, kDone, kText)

enum class Counting : std::uint8_t { kAtDate, kInYear, kSinceStart, kUnclear };
BOOST_DESCRIBE_ENUM(Counting, kAtDate, kInYear, kSinceStart, kUnclear)

enum class IndicatorTier : std::uint8_t { kRequired, kOrienting, kExtended, kUnclear };
BOOST_DESCRIBE_ENUM(IndicatorTier, kRequired, kOrienting, kExtended, kUnclear)

enum class Frequency : std::uint8_t { kMonth, kQuarter, kHalfYear, kYear };
BOOST_DESCRIBE_ENUM(Frequency, kMonth, kQuarter, kHalfYear, kYear)

// How the figures of several agencies become that of the whole.
enum class Combining : std::uint8_t {
  kSingle,  // the first that submits speaks for the whole
  kSum,
  kRate,  // numerators and denominators are added
  kNone   // they stand side by side
};
BOOST_DESCRIBE_ENUM(Combining, kSingle, kSum, kRate, kNone)

// One version of the definition, as it is recorded. Without day and document: what the plan prints (version 0).
struct IndicatorTerms {
  std::optional<Date> valid_from;
  std::optional<DocumentRef> document;
  std::optional<std::string> unit;
  IndicatorDirection direction = IndicatorDirection::kHigher;
  std::optional<std::string> formula;
  std::optional<std::string> numerator;
  std::optional<std::string> denominator;
  Counting counting = Counting::kUnclear;
  std::optional<std::string> data_source;
  IndicatorTier tier = IndicatorTier::kUnclear;
  std::vector<AgencyId> implementing_agencies;
  std::vector<AgencyId> tracking_agencies;
  std::vector<AgencyId> submitters;  // none: see `submitters_on`
  std::optional<AgencyId> verifier;  // none: who tracks it
  Frequency frequency = Frequency::kYear;
  Combining combine = Combining::kSingle;
  std::optional<ComputedFrom> computed_from;   // missions that are counted; none: it is not computed
  std::optional<PublicationDuty> publication;  // none: nobody has to publish it
  bool operator==(const IndicatorTerms&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorTerms, (),
                      (valid_from, document, unit, direction, formula, numerator, denominator, counting, data_source,
                       tier, implementing_agencies, tracking_agencies, submitters, verifier, frequency, combine,
                       computed_from, publication))

struct IndicatorDefinition {
  std::int64_t version = 0;
  IndicatorTerms terms;
  Sequence sequence = 0;
  bool operator==(const IndicatorDefinition&) const = default;
};

// Targets of the whole, or of one agency (giao chỉ tiêu): all that hold from the day on.
struct TargetSet {
  std::optional<AgencyId> agency;
  std::vector<Target> targets;  // by year
  std::optional<Date> valid_from;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> text;
  Sequence sequence = 0;
  Instant time;
  ActorId actor;
  AgencyId by;
  bool operator==(const TargetSet&) const = default;
};

// Số liệu đầu kỳ: how it stood at the end of a year.
struct Baseline {
  std::optional<AgencyId> agency;
  std::int64_t year = 0;
  Decimal value;
  std::optional<DocumentRef> document;
  Sequence sequence = 0;
  bool operator==(const Baseline&) const = default;
};
BOOST_DESCRIBE_STRUCT(Baseline, (), (agency, year, value, document, sequence))

// From this year on the series means something else.
struct SeriesBreak {
  std::int64_t from = 0;
  std::string text;
  std::optional<DocumentRef> document;
  Sequence sequence = 0;
  bool operator==(const SeriesBreak&) const = default;
};
BOOST_DESCRIBE_STRUCT(SeriesBreak, (), (from, text, document, sequence))

// An outlier jumps against the last figure; `history` is away from the spread of the last periods.
enum class CheckKind : std::uint8_t {
  kRange,
  kMonotone,
  kSumOfParts,
  kNumeratorWithinDenominator,
  kOutlier,
  kHistory,
  kCounted  // says what is counted; never set, it comes with `computed_from`
};
BOOST_DESCRIBE_ENUM(CheckKind, kRange, kMonotone, kSumOfParts, kNumeratorWithinDenominator, kOutlier, kHistory,
                    kCounted)

enum class Importance : std::uint8_t { kError, kWarning };
BOOST_DESCRIBE_ENUM(Importance, kError, kWarning)

// What a figure has to stand. `factor` of an outlier: the share of the last figure beyond which it is one; of
// `history`: how many median deviations from the median it may be away.
struct IndicatorCheck {
  CheckKind kind = CheckKind::kRange;
  Importance importance = Importance::kWarning;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  std::vector<IndicatorId> parts;
  std::optional<Decimal> factor;
  bool operator==(const IndicatorCheck&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorCheck, (), (kind, importance, low, high, parts, factor))

// What people said of an indicator beside its row. Its stream is the row's.
struct IndicatorBook {
  IndicatorId id;
  std::vector<IndicatorDefinition> definitions;  // without the printed one; in the order in which they were set
  std::vector<TargetSet> target_sets;
  std::vector<Baseline> baselines;
  std::vector<SeriesBreak> breaks;
  std::vector<IndicatorCheck> checks;            // none: the usual ones
  std::vector<std::string> periods;              // with submissions or figures of statistics, each once
  std::vector<PublicationRecord> publications;   // in the order of recording
  std::vector<OfficialFigure> official_figures;  // in the order of setting
  const std::string& key() const { return id.value; }
  bool operator==(const IndicatorBook&) const = default;
};

// Of a definition; of breaks likewise, and of target sets of the whole and of each agency.
inline constexpr std::size_t kVersionsMax = 100;
inline constexpr std::size_t kTargetsMax = 50;  // of one set
inline constexpr std::size_t kTargetPartsMax = 20;
inline constexpr std::size_t kCheckPartsMax = 50;
inline constexpr std::int64_t kTargetYearFirst = 2000;
inline constexpr std::int64_t kTargetYearLast = 2100;

}  // namespace luuvet

// Where an indicator stands against its targets on a day: pure, with all that it rests on (X17, X18, X48 to X52).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/indicators/indicator_figures.h"

namespace luuvet::projections {

enum class AssessmentResult : std::uint8_t {
  kAchieved,
  kOnTrack,
  kBehind,
  kMissed,      // the milestone's year is over
  kNotYet,      // it is not over, and no path says more
  kIncomplete,  // too few of those who submit are in the figure
  kNoData,      // also none of the year that it takes
  kNotAssessable
};
BOOST_DESCRIBE_ENUM(AssessmentResult, kAchieved, kOnTrack, kBehind, kMissed, kNotYet, kIncomplete, kNoData,
                    kNotAssessable)

enum class AssessmentReason : std::uint8_t {
  kNoTarget,
  kWordsOnly,
  kSeriesBreak,
  kNotCombined,
  kCombiningUndecided,  // nobody has said yet how the figures of several become one
  kUnitDiffers,
  kNoBaseline,
  kYearWithoutFigure,  // none of the milestone's whole year; counted in the year, none of the year that runs
  kStatedMissing       // it is said that there is none
};
BOOST_DESCRIBE_ENUM(AssessmentReason, kNoTarget, kWordsOnly, kSeriesBreak, kNotCombined, kCombiningUndecided,
                    kUnitDiffers, kNoBaseline, kYearWithoutFigure, kStatedMissing)

struct Assessment {
  AssessmentResult result = AssessmentResult::kNoData;
  std::optional<AssessmentReason> reason;
  Date status_date;
  std::optional<Target> target;  // the milestone; of a missed one that, also where another lies ahead
  std::optional<CombinedFigure> figure;
  std::optional<StatedMissing> missing;  // of a later period than the newest figure
  std::optional<Baseline> baseline;
  std::optional<Decimal> expected;  // where the path stands at the period's end; of counting in the year its part
};

// Of no heading. `newest`: those of the row on which its figures stand, on that day.
Assessment assess(const World& world, const Indicator& row, Date date, const NewestFigures& newest,
                  const FigureThresholds& thresholds = {});
Assessment assess(const World& world, const Indicator& row, Date date, const FigureThresholds& thresholds = {});

// What the figure of one agency amounts to against a target of its own on the day.
AssessmentResult judged(const AgencyFigure& figure, const Target& target, const IndicatorTerms& terms, Date date);

struct ForecastInput {
  std::string period;
  Decimal value;
};
BOOST_DESCRIBE_STRUCT(ForecastInput, (), (period, value))

// The straight line through the first and the newest figure, at the end of the milestone's year; nothing cleverer. Of
// the figures that cover the whole, of one unit; of counting in the year those of whole years.
struct Forecast {
  std::int64_t year = 0;
  Decimal value;
  Target target;
  bool achieved = false;
  Decimal per_year;
  std::vector<ForecastInput> inputs;
};
BOOST_DESCRIBE_STRUCT(Forecast, (), (year, value, target, achieved, per_year, inputs))
std::optional<Forecast> forecast_on(const World& world, const Indicator& row, Date date,
                                    const FigureThresholds& thresholds = {});

}  // namespace luuvet::projections

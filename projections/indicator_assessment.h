// Where an indicator stands against its targets on a day: pure, with all that it rests on (X17, X18).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/indicator_figures.h"

namespace luuvet::projections {

enum class AssessmentResult : std::uint8_t { kAchieved, kOnTrack, kBehind, kNotAchieved, kNoData, kNotAssessable };
BOOST_DESCRIBE_ENUM(AssessmentResult, kAchieved, kOnTrack, kBehind, kNotAchieved, kNoData, kNotAssessable)

enum class AssessmentReason : std::uint8_t {
  kNoTarget,
  kWordsOnly,
  kSeriesBreak,
  kNotCombined,
  kUnitDiffers,
  kNoBaseline
};
BOOST_DESCRIBE_ENUM(AssessmentReason, kNoTarget, kWordsOnly, kSeriesBreak, kNotCombined, kUnitDiffers, kNoBaseline)

struct Assessment {
  AssessmentResult result = AssessmentResult::kNoData;
  std::optional<AssessmentReason> reason;
  Date status_date;
  std::optional<Target> target;  // the milestone
  std::optional<CombinedFigure> figure;
  std::optional<Baseline> baseline;
  std::optional<Decimal> expected;  // where the line from the baseline to the milestone stands at the period's end
};

// Of no heading. `latest`: that of the row on which its figures stand, on that day.
Assessment assess(const World& world, const Indicator& row, Date date, std::optional<CombinedFigure> latest);
Assessment assess(const World& world, const Indicator& row, Date date);

// What the figure of one agency amounts to against a target of its own.
AssessmentResult judged(const Figure& figure, std::string_view period, const Target& target,
                        IndicatorDirection direction);

struct PathPoint {
  std::int64_t year = 0;
  Decimal value;
};
BOOST_DESCRIBE_STRUCT(PathPoint, (), (year, value))

// The baseline of the whole that holds for the milestone after the day, then the milestones up to the next break.
struct Path {
  std::optional<Baseline> baseline;
  std::vector<PathPoint> points;
};
Path path_on(const World& world, const Indicator& row, Date date);

struct ForecastInput {
  std::string period;
  Decimal value;
};
BOOST_DESCRIBE_STRUCT(ForecastInput, (), (period, value))

// The straight line through the first and the newest figure, at the end of the milestone's year; nothing cleverer.
struct Forecast {
  std::int64_t year = 0;
  Decimal value;
  Target target;
  bool achieved = false;
  Decimal per_year;
  std::vector<ForecastInput> inputs;
};
BOOST_DESCRIBE_STRUCT(Forecast, (), (year, value, target, achieved, per_year, inputs))
std::optional<Forecast> forecast_on(const World& world, const Indicator& row, Date date);

}  // namespace luuvet::projections

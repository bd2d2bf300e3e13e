// The figures of an indicator that count, of each agency and of the whole, by period. Figures of twins stand with the
// row that binds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/figures/figure_checks.h"
#include "domain/indicators/indicator_terms.h"

namespace luuvet::projections {

// From where on the figure of a whole that is added up says something of it.
struct FigureThresholds {
  std::int64_t coverage_percent = 100;  // of those who submit have a figure
};
BOOST_DESCRIBE_STRUCT(FigureThresholds, (), (coverage_percent))

struct AgencyFigure {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  AgencyId agency;
  Figure figure;
  FigureStage stage = FigureStage::kApproved;
  bool restated = false;
  bool waiting = false;  // its last correction waits for being verified
  SubmissionId submission;
};

// Of the whole. `stage` is that of the least of them, `restated` and `waiting` are said where they hold of any. How it
// is combined and counted, and its unit, are those of the definition in force for the period.
struct CombinedFigure {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  Figure figure;
  FigureStage stage = FigureStage::kApproved;
  Combining combine = Combining::kSingle;
  Counting counting = Counting::kUnclear;
  std::optional<std::string> unit;
  std::optional<AgencyId> speaker;  // whose figure it is where one speaks for the whole
  std::int64_t due = 0;             // agencies that submit
  std::int64_t reported = 0;        // of them those that have a figure of this kind, their own or one left to them
  std::int64_t missing = 0;         // of them those that say that there is none
  bool restated = false;
  bool waiting = false;
  std::optional<AgencyId> published_by = {};  // statistics, which gives the whole itself (X83)
};

// Whether it is added up, of several or of one.
bool is_added(const CombinedFigure& figure);
// Whether enough of those who submit are in it; what is not added up always covers.
bool covers(const CombinedFigure& figure, const FigureThresholds& thresholds);

// "Không có số liệu", approved: of a period of which nothing counts. Of several agencies the first that submits.
struct StatedMissing {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  AgencyId agency;
  SubmissionId submission;
};

struct Completeness {
  std::string period;
  std::int64_t due = 0;
  std::int64_t entered = 0;
  std::int64_t approved = 0;  // or verified
  std::int64_t verified = 0;
};

// The row on which its figures stand: itself, or the twin that binds.
const Indicator& bearer_of(const World& world, const Indicator& row, Date date);

// Months since the year 0 at the end of the period, or of the year.
std::int64_t end_month(std::string_view period);
std::int64_t end_month(std::int64_t year);
std::int64_t year_of(std::string_view period);

// By period (that which ends first comes first), then kind, then in the order of entering.
std::vector<AgencyFigure> agency_figures(const World& world, const Indicator& bearer);

// One a period and kind, of periods of the definition in force for them. None where it combines nothing.
std::vector<CombinedFigure> combined_figures(const World& world, const Indicator& bearer);

// What the agencies alone come to, whatever statistics says.
std::optional<CombinedFigure> figure_of_agencies(const World& world, const Indicator& bearer, const std::string& period,
                                                 FigureKind kind);

// Of the periods that have begun: official before actual unless more agencies have an actual one, estimates never.
struct NewestFigures {
  std::optional<CombinedFigure> latest;
  std::optional<StatedMissing> missing;  // of a later period than `latest`
  std::vector<CombinedFigure> trend;     // those of the meaning that the latest has, oldest first
};
// At most `most` in the trend. One walk: hundreds of agencies may stand behind each figure.
NewestFigures newest_figures(const World& world, const Indicator& bearer, Date date, std::size_t most);
std::optional<CombinedFigure> latest_figure(const World& world, const Indicator& bearer, Date date);
// The newest of the periods that end in that year.
std::optional<CombinedFigure> figure_of_year(const World& world, const Indicator& bearer, Date date, std::int64_t year);

// What counts of one period: official before actual, estimates never.
struct PeriodFigure {
  bool any = false;                     // some agency has such a figure
  std::optional<CombinedFigure> whole;  // none where the definition combines nothing
};
PeriodFigure figure_of_period(const World& world, const Indicator& bearer, const std::string& period);

// Of the period in which the day lies.
Completeness completeness_on(const World& world, const Indicator& row, Date date);

}  // namespace luuvet::projections

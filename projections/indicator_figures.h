// The figures of an indicator that count, of each agency and of the whole, by period. Figures of twins stand with the
// row that binds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/figure_checks.h"
#include "domain/indicator_terms.h"

namespace luuvet::projections {

struct AgencyFigure {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  AgencyId agency;
  Figure figure;
  FigureStage stage = FigureStage::kApproved;
  bool restated = false;
  SubmissionId submission;
};

// Of the whole. `stage` is that of the least of them.
struct CombinedFigure {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  Figure figure;
  FigureStage stage = FigureStage::kApproved;
  std::int64_t due = 0;       // agencies that submit
  std::int64_t reported = 0;  // of them those whose figure counts
  bool restated = false;
  std::optional<AgencyId> published_by = {};  // statistics, which gives the whole itself (X83)
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

// One a period and kind. None where the definition combines nothing.
std::vector<CombinedFigure> combined_figures(const World& world, const Indicator& bearer);

// What the agencies alone come to, whatever statistics says.
std::optional<CombinedFigure> figure_of_agencies(const World& world, const Indicator& bearer, const std::string& period,
                                                 FigureKind kind);

// Of the periods that have begun: official before actual, estimates never.
struct NewestFigures {
  std::optional<CombinedFigure> latest;
  std::vector<CombinedFigure> trend;  // those with a value, oldest first
};
// At most `most` in the trend. One walk: hundreds of agencies may stand behind each figure.
NewestFigures newest_figures(const World& world, const Indicator& bearer, Date date, std::size_t most);
std::optional<CombinedFigure> latest_figure(const World& world, const Indicator& bearer, Date date);

// What counts of one period: official before actual, estimates never.
struct PeriodFigure {
  bool any = false;                     // some agency has such a figure
  std::optional<CombinedFigure> whole;  // none where the definition combines nothing
};
PeriodFigure figure_of_period(const World& world, const Indicator& bearer, const std::string& period);

// Of the period in which the day lies.
Completeness completeness_on(const World& world, const Indicator& row, Date date);

}  // namespace luuvet::projections

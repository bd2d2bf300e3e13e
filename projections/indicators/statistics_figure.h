// Số liệu Thống kê công bố: as the figure of the whole, and beside what the agencies say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/figures/official_figures.h"
#include "projections/indicators/indicator_figures.h"

namespace luuvet::projections {

// The official figure of the whole for the period, as statistics gave it (X83). None: it gave none.
std::optional<CombinedFigure> figure_of_statistics(const World& world, const Indicator& bearer,
                                                   const std::string& period);

// What stands of one period, of the whole or of one agency: the agencies' own figures, and that of statistics.
struct ComparedFigures {
  std::string period;
  std::optional<AgencyId> agency;
  std::optional<Figure> estimate;
  std::optional<Figure> actual;
  std::optional<Figure> official;            // of the agencies
  std::optional<OfficialFigure> statistics;  // none: it gave none
  std::optional<FigureKind> against = {};    // with which it is compared: official, else actual
  std::optional<Decimal> difference = {};    // of statistics less that; none where there are not both
};

// By period, that which ends first comes first: the whole, then the agencies of which statistics says something.
std::vector<ComparedFigures> compared_figures(const World& world, const Indicator& bearer);

// The same of the newest period of which statistics says what the whole is.
std::optional<ComparedFigures> newest_compared(const World& world, const Indicator& bearer);

bool differs(const ComparedFigures& figures);

// Whether statistics says something else than the agencies of some period. Of twins that of the row with the figures.
bool differs_from_statistics(const World& world, const Indicator& row, Date date);

}  // namespace luuvet::projections

#include "domain/figures/official_figures.h"

#include <algorithm>

namespace luuvet {

const OfficialFigure* standing_official(const IndicatorBook& book, const std::optional<AgencyId>& agency,
                                        std::string_view period) {
  const auto last =
      std::find_if(book.official_figures.rbegin(), book.official_figures.rend(),
                   [&](const OfficialFigure& each) { return each.agency == agency && each.period == period; });
  return last == book.official_figures.rend() || is_withdrawn(*last) ? nullptr : &*last;
}

bool is_withdrawn(const OfficialFigure& figure) {
  return !figure.figure.value;
}

bool replaces(const IndicatorBook& book, const OfficialFigure& figure) {
  return std::any_of(book.official_figures.begin(), book.official_figures.end(), [&](const OfficialFigure& each) {
    return each.sequence < figure.sequence && each.agency == figure.agency && each.period == figure.period;
  });
}

}  // namespace luuvet

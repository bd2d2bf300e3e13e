// What statistics says of an indicator, and what of it stands.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/indicators/indicator.h"

namespace luuvet {

// The newest of the period, of the whole or of that agency, unless it was withdrawn. Null: nothing stands. Valid as
// long as the book.
const OfficialFigure* standing_official(const IndicatorBook& book, const std::optional<AgencyId>& agency,
                                        std::string_view period);

bool is_withdrawn(const OfficialFigure& figure);

// Whether another one of the same agency and period was set before it.
bool replaces(const IndicatorBook& book, const OfficialFigure& figure);

}  // namespace luuvet

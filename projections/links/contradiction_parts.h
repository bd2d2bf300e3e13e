// What several ways of finding contradictions share.
#pragma once

#include <string>

#include "domain/registers.h"

namespace luuvet::projections {

double number(const Decimal& value);

// "2025: 100%; 2030: 90% (%)": as printed, with the unit where one stands.
std::string targets_text(const Indicator& row);

}  // namespace luuvet::projections

// What a number that is said of an indicator must be, whether as a figure or as a baseline (X07, X40).
#pragma once

#include <optional>
#include <string_view>

#include "domain/body_check.h"
#include "domain/indicators/indicator.h"

namespace luuvet {

// At most 15 digits, 4 of them decimals. None: nothing is wrong.
void check_number(BodyCheck& check, std::string_view pointer, const std::optional<Decimal>& number);

// Whether the direction takes the value: "done" is 1 or 0, a place a whole number from 1 on.
bool takes(IndicatorDirection direction, Decimal value);
// Whether such a value may be a share of two numbers.
bool takes_shares(IndicatorDirection direction);
// Says at `pointer` what the direction takes.
void fault_of_direction(BodyCheck& check, std::string_view pointer, IndicatorDirection direction);

}  // namespace luuvet

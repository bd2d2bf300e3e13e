// Exact arithmetic on figures, and how a figure is held against a target. Quotients are rounded to six decimals, half
// away from zero; nothing goes through a binary fraction.
#pragma once

#include <compare>
#include <optional>
#include <vector>

#include "domain/figures/submission.h"
#include "domain/indicators/indicator.h"

namespace luuvet {

std::strong_ordering compare(Decimal a, Decimal b);
// Beyond 18 digits decimals are rounded away; beyond that the nearest that fits.
Decimal plus(Decimal a, Decimal b);
Decimal minus(Decimal a, Decimal b);
Decimal times(Decimal a, Decimal b);
// a + (b - a) * step / steps; steps > 0.
Decimal between(Decimal a, Decimal b, std::int64_t step, std::int64_t steps);

// In percent where the unit says so; none where the denominator is zero.
std::optional<Decimal> ratio(Decimal numerator, Decimal denominator, const std::optional<std::string>& unit);

// The sums; with a ratio that of the sums. None of no figures, or where one lacks what is added.
std::optional<Figure> sum_of(const std::vector<Figure>& figures);
std::optional<Figure> rate_of(const std::vector<Figure>& figures, const std::optional<std::string>& unit);

// Whether the value is what the target asks for; "= 100" is reached by what is better. None where the target has words
// only.
std::optional<bool> meets(Decimal value, const Target& target, IndicatorDirection direction);

// Whether `a` is at least as good as `b`.
bool as_good(Decimal a, Decimal b, bool lower_is_better);
// Which way the target pulls.
bool lower_is_better(const Target& target, IndicatorDirection direction);

}  // namespace luuvet

#include "domain/figures/figure.h"

#include <algorithm>
#include <limits>

namespace luuvet {
namespace {

__extension__ using Wide = __int128;

constexpr int kScaleMax = 9;       // of a Decimal
constexpr int kQuotientScale = 6;  // decimals of a quotient
constexpr Wide kMantissaMax = 999'999'999'999'999'999;

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

Wide widened(Decimal value) {
  return Wide{value.mantissa} * power_of_ten(kScaleMax - value.scale);
}

// Half away from zero; `divisor` > 0.
Wide divided(Wide value, Wide divisor) {
  const Wide half = divisor / 2;
  return (value < 0 ? value - half : value + half) / divisor;
}

// value x 10^-scale, without trailing zeros, with as many digits as fit.
Decimal narrowed(Wide value, int scale) {
  while (scale > kScaleMax || (scale > 0 && (value > kMantissaMax || value < -kMantissaMax))) {
    value = divided(value, 10);
    --scale;
  }
  while (scale > 0 && value % 10 == 0) {
    value /= 10;
    --scale;
  }
  value = std::clamp(value, -kMantissaMax, kMantissaMax);
  return {static_cast<std::int64_t>(value), static_cast<std::uint8_t>(scale)};
}

}  // namespace

std::strong_ordering compare(Decimal a, Decimal b) {
  const Wide x = widened(a);
  const Wide y = widened(b);
  return x < y ? std::strong_ordering::less : x > y ? std::strong_ordering::greater : std::strong_ordering::equal;
}

Decimal plus(Decimal a, Decimal b) {
  return narrowed(widened(a) + widened(b), kScaleMax);
}
Decimal minus(Decimal a, Decimal b) {
  return narrowed(widened(a) - widened(b), kScaleMax);
}
Decimal times(Decimal a, Decimal b) {
  return narrowed(Wide{a.mantissa} * Wide{b.mantissa}, a.scale + b.scale);
}

Decimal between(Decimal a, Decimal b, std::int64_t step, std::int64_t steps) {
  const Wide exact = widened(a) * steps + (widened(b) - widened(a)) * step;
  return narrowed(divided(exact, Wide{steps} * power_of_ten(kScaleMax - kQuotientScale)), kQuotientScale);
}

std::optional<Decimal> ratio(Decimal numerator, Decimal denominator, const std::optional<std::string>& unit) {
  if (denominator.mantissa == 0) return std::nullopt;
  const Wide factor = unit && unit->starts_with('%') ? 100 : 1;
  Wide above = Wide{numerator.mantissa} * power_of_ten(denominator.scale + kQuotientScale) * factor;
  Wide below = Wide{denominator.mantissa} * power_of_ten(numerator.scale);
  if (below < 0) {
    above = -above;
    below = -below;
  }
  return narrowed(divided(above, below), kQuotientScale);
}

std::optional<Figure> sum_of(const std::vector<Figure>& figures) {
  if (figures.empty()) return std::nullopt;
  Decimal sum;
  for (const Figure& each : figures) {
    if (!each.value) return std::nullopt;
    sum = plus(sum, *each.value);
  }
  return Figure{sum, std::nullopt, std::nullopt};
}

std::optional<Figure> rate_of(const std::vector<Figure>& figures, const std::optional<std::string>& unit) {
  if (figures.empty()) return std::nullopt;
  Decimal numerator;
  Decimal denominator;
  for (const Figure& each : figures) {
    if (!each.numerator || !each.denominator) return std::nullopt;
    numerator = plus(numerator, *each.numerator);
    denominator = plus(denominator, *each.denominator);
  }
  const auto value = ratio(numerator, denominator, unit);
  if (!value) return std::nullopt;
  return Figure{value, numerator, denominator};
}

bool lower_is_better(const Target& target, IndicatorDirection direction) {
  switch (target.comparator) {
    case Comparator::kAtMost:
    case Comparator::kBelow:
    case Comparator::kRank:
      return true;
    case Comparator::kEqual:
      return direction == IndicatorDirection::kLower || direction == IndicatorDirection::kRank;
    default:
      return false;
  }
}

bool as_good(Decimal a, Decimal b, bool lower_is_better) {
  return lower_is_better ? compare(a, b) <= 0 : compare(a, b) >= 0;
}

std::optional<bool> meets(Decimal value, const Target& target, IndicatorDirection direction) {
  if (target.comparator == Comparator::kDone) return compare(value, target.value.low.value_or(Decimal{1, 0})) >= 0;
  if (target.comparator == Comparator::kText || !target.value.low) return std::nullopt;
  const Decimal low = *target.value.low;
  switch (target.comparator) {
    case Comparator::kAbove:
      return compare(value, low) > 0;
    case Comparator::kBelow:
      return compare(value, low) < 0;
    case Comparator::kRange:
      return compare(value, low) >= 0 && target.value.high && compare(value, *target.value.high) <= 0;
    default:
      return as_good(value, low, lower_is_better(target, direction));
  }
}

}  // namespace luuvet

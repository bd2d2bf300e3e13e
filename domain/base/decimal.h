// An exact decimal: mantissa x 10^-scale. Indicator values pass through it untouched by binary rounding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace luuvet {

struct Decimal {
  std::int64_t mantissa = 0;
  std::uint8_t scale = 0;  // 0..9

  bool operator==(const Decimal&) const = default;
};

// Plain JSON numbers only ("37.6", "-0.5", "1e3" is refused); up to 18 digits, 9 of them decimals.
std::optional<Decimal> parse_decimal(std::string_view text);
std::string to_string(Decimal value);  // the shortest form with `scale` decimals: "37.6"

}  // namespace luuvet

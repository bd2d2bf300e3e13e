#include "domain/base/decimal.h"

#include <algorithm>

namespace luuvet {
namespace {

constexpr std::size_t kDigitsMax = 18;  // always fit in the mantissa
constexpr std::size_t kDecimalsMax = 9;

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t value_of(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::int64_t power_of_ten(std::size_t exponent) {
  std::int64_t power = 1;
  for (std::size_t i = 0; i < exponent; ++i) power *= 10;
  return power;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = point == text.npos ? std::string_view{} : text.substr(point + 1);

  if (!all_digits(whole) || (whole.size() > 1 && whole.front() == '0')) return std::nullopt;
  if (point != text.npos && !all_digits(decimals)) return std::nullopt;
  if (decimals.size() > kDecimalsMax || whole.size() + decimals.size() > kDigitsMax) return std::nullopt;

  const std::int64_t mantissa = value_of(whole) * power_of_ten(decimals.size()) + value_of(decimals);
  return Decimal{negative ? -mantissa : mantissa, static_cast<std::uint8_t>(decimals.size())};
}

std::string to_string(Decimal value) {
  // Through unsigned, since the smallest mantissa has no positive counterpart.
  const auto bits = static_cast<std::uint64_t>(value.mantissa);
  const std::string digits = std::to_string(value.mantissa < 0 ? 0 - bits : bits);
  const std::size_t scale = value.scale;
  const std::string padded =
      digits.size() > scale ? digits : std::string(scale + 1 - digits.size(), '0').append(digits);
  std::string text;
  if (value.mantissa < 0) text.push_back('-');
  text.append(padded, 0, padded.size() - scale);
  if (scale > 0) text.append(1, '.').append(padded, padded.size() - scale);
  return text;
}

}  // namespace luuvet

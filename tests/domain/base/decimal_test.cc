#include "domain/base/decimal.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace luuvet {
namespace {

TEST(Decimal, KeepsEveryDigit) {
  EXPECT_EQ(parse_decimal("37.6"), (Decimal{376, 1}));
  EXPECT_EQ(parse_decimal("-0.5"), (Decimal{-5, 1}));
  EXPECT_EQ(parse_decimal("9615243"), (Decimal{9'615'243, 0}));
  EXPECT_EQ(parse_decimal("0.623"), (Decimal{623, 3}));
  EXPECT_EQ(parse_decimal("1.50"), (Decimal{150, 2}));
  EXPECT_EQ(parse_decimal("0"), (Decimal{0, 0}));
}

TEST(Decimal, RoundTripsItsText) {
  for (const auto* text :
       {"0", "0.0", "37.6", "-0.5", "-0.05", "0.000000001", "123456789.123456789", "999999999999999999", "1.50", "100"})
    EXPECT_EQ(to_string(parse_decimal(text).value()), text);
}

TEST(Decimal, RefusesWhatJsonNumbersAreNot) {
  for (const auto* text : {"", "-", ".", ".5", "5.", "01", "-01", "+1", "1e3", "1E3", "1,5", " 1", "1 ", "--1", "1.2.3",
                           "0x1", "NaN", "1_000"})
    EXPECT_FALSE(parse_decimal(text)) << text;
}

TEST(Decimal, DigitsAreLimited) {
  EXPECT_TRUE(parse_decimal("999999999999999999"));
  EXPECT_FALSE(parse_decimal("1000000000000000000"));
  EXPECT_TRUE(parse_decimal("123456789.123456789"));
  EXPECT_FALSE(parse_decimal("1234567890.123456789"));
  EXPECT_TRUE(parse_decimal("0.123456789"));
  EXPECT_FALSE(parse_decimal("0.1234567890"));
}

TEST(Decimal, NegativeZeroIsZero) {
  EXPECT_EQ(to_string(parse_decimal("-0").value()), "0");
}

TEST(Decimal, WritesTheExtremes) {
  EXPECT_EQ(to_string(Decimal{std::numeric_limits<std::int64_t>::min(), 9}), "-9223372036.854775808");
  EXPECT_EQ(to_string(Decimal{-1, 9}), "-0.000000001");
}

TEST(Decimal, RoundTripsRandomValues) {
  std::mt19937_64 random(20260405);
  for (int i = 0; i < 20'000; ++i) {
    const auto mantissa = static_cast<std::int64_t>(random() % 1'999'999'999'999'999) - 999'999'999'999'999;
    const Decimal value{mantissa, static_cast<std::uint8_t>(random() % 10)};
    EXPECT_EQ(parse_decimal(to_string(value)), value);
  }
}

}  // namespace
}  // namespace luuvet

// Exact arithmetic on figures, and how they become that of the whole.
#include "domain/figures/figure.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

Figure fraction(std::int64_t numerator, std::int64_t denominator) {
  const Decimal above{numerator, 0}, below{denominator, 0};
  return {ratio(above, below, "%"), above, below};
}

TEST(Figure, X15SumsAndQuotientsAreExact) {
  EXPECT_EQ(to_string(plus(number("0.1"), number("0.2"))), "0.3");
  EXPECT_EQ(to_string(minus(number("37.6"), number("40"))), "-2.4");
  EXPECT_EQ(to_string(times(number("40"), number("0.5"))), "20");
  EXPECT_EQ(to_string(*ratio(number("1"), number("3"), "%")), "33.333333");
  EXPECT_EQ(to_string(*ratio(number("2"), number("3"), std::nullopt)), "0.666667");
  EXPECT_EQ(to_string(*ratio(number("-1"), number("3"), "%")), "-33.333333");
  EXPECT_FALSE(ratio(number("1"), number("0"), "%"));
  EXPECT_TRUE(compare(number("1.50"), number("1.5")) == 0);
  EXPECT_TRUE(compare(number("-2"), number("1.5")) < 0);
  EXPECT_EQ(to_string(between(number("40"), number("70"), 1, 2)), "55");
  EXPECT_EQ(to_string(plus(number("999999999999999999"), number("1"))), "999999999999999999");
}

TEST(Figure, X15TheRateOfTheWholeIsThatOfTheSums) {
  std::mt19937 random(57);
  std::uniform_int_distribution<std::int64_t> count(0, 5'000), of(1, 9'000);
  for (int round = 0; round < 200; ++round) {
    std::vector<Figure> figures;
    std::int64_t numerators = 0, denominators = 0;
    for (int i = 0; i < 99; ++i) {
      const std::int64_t numerator = count(random), denominator = of(random);
      figures.push_back(fraction(numerator, denominator));
      numerators += numerator;
      denominators += denominator;
    }
    const auto whole = rate_of(figures, "%");
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->value, ratio({numerators, 0}, {denominators, 0}, "%"));
    EXPECT_EQ(whole->numerator->mantissa, numerators);
    EXPECT_EQ(sum_of(figures)->numerator, std::nullopt);
  }
  // The mean of 0 % of 1 and 100 % of 99 would be 50 %.
  EXPECT_EQ(to_string(*rate_of({fraction(0, 1), fraction(99, 99)}, "%")->value), "99");
  EXPECT_FALSE(rate_of({}, "%"));
  EXPECT_FALSE(rate_of({Figure{number("5"), std::nullopt, std::nullopt}}, "%"));
}

TEST(Figure, X17ATargetIsMetByItsComparator) {
  const auto met = [](std::string_view value, Comparator comparator, std::string_view target,
                      IndicatorDirection direction = IndicatorDirection::kHigher) {
    return meets(number(value), a_target(2026, comparator, target), direction);
  };
  EXPECT_TRUE(*met("70", Comparator::kAtLeast, "70"));
  EXPECT_FALSE(*met("69.9999", Comparator::kAtLeast, "70"));
  EXPECT_FALSE(*met("70", Comparator::kAbove, "70"));
  EXPECT_TRUE(*met("3", Comparator::kAtMost, "3"));
  EXPECT_FALSE(*met("3", Comparator::kBelow, "3"));
  EXPECT_TRUE(*met("12", Comparator::kRank, "15"));
  EXPECT_FALSE(*met("16", Comparator::kRank, "15"));
  EXPECT_TRUE(*met("105", Comparator::kEqual, "100"));
  EXPECT_FALSE(*met("105", Comparator::kEqual, "100", IndicatorDirection::kLower));
  EXPECT_TRUE(*met("1", Comparator::kDone, ""));
  EXPECT_FALSE(*met("0", Comparator::kDone, ""));
  EXPECT_FALSE(met("5", Comparator::kText, ""));
  Target range = a_target(2026, Comparator::kRange, "30");
  range.value.high = number("50");
  EXPECT_TRUE(*meets(number("50"), range, IndicatorDirection::kHigher));
  EXPECT_FALSE(*meets(number("50.1"), range, IndicatorDirection::kHigher));
}

}  // namespace
}  // namespace luuvet::test

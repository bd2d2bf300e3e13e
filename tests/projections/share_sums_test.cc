// What shares add up to, beside the target of the whole.
#include "projections/indicators/share_sums.h"

#include <gtest/gtest.h>

#include "tests/projections/seen.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

using projections::ShareSum;

Fact shares(std::optional<std::string> agency, std::vector<Target> targets, std::string_view from = "2026-01-01") {
  std::optional<AgencyId> of;
  if (agency) of = AgencyId{*std::move(agency)};
  return {std::string(kIndicator), IndicatorTargetsSet{of, std::move(targets), day(from), qd1(), {}}, "so-khcn"};
}
Fact share(std::string agency, std::string_view value, std::string_view from = "2026-01-01") {
  return shares(std::move(agency), {a_target(2026, Comparator::kAtLeast, value)}, from);
}
std::vector<ShareSum> sums_on(Combining combine, const std::vector<Fact>& more, std::string_view date = "2026-06-01") {
  const Seen seen(together(an_indicator_to_measure(), std::vector{defined(terms(combine, {"cac-xa"}))}, more));
  return projections::share_sums(seen.world(), seen.world().indicators.find("i1")->content, day(date));
}

TEST(ShareSums, X93AreHeldAgainstTheWhole) {
  const auto sums = sums_on(Combining::kSum, {share("xa-a", "30.5"), share("xa-b", "20")});
  ASSERT_EQ(sums.size(), 1u);
  EXPECT_EQ(sums.front().year, 2026);
  EXPECT_EQ(sums.front().agencies, 2);
  EXPECT_EQ(sums.front().sum, number("50.5"));
  EXPECT_EQ(sums.front().target, number("70"));
  EXPECT_EQ(sums.front().difference, number("-19.5"));
}

TEST(ShareSums, X93OfTheDay) {
  const std::vector<Fact> facts{share("xa-a", "30"), share("xa-a", "40", "2026-07-01"), share("xa-b", "40")};
  EXPECT_EQ(sums_on(Combining::kSum, facts, "2026-06-30").front().sum, number("70"));
  EXPECT_EQ(sums_on(Combining::kSum, facts, "2026-07-01").front().difference, number("10"));
  EXPECT_TRUE(sums_on(Combining::kSum, facts, "2025-12-31").empty());
}

TEST(ShareSums, X93OnlyNumbersOfWhoSubmits) {
  Target range = a_target(2026, Comparator::kRange, "1");
  range.value.high = number("9");
  const auto sums = sums_on(Combining::kSum, {share("xa-a", "30"), share("so-tai-chinh", "99"), shares("xa-b", {range}),
                                              shares("xa-c", {a_target(2026, Comparator::kText, "")})});
  ASSERT_EQ(sums.size(), 1u);
  EXPECT_EQ(sums.front().agencies, 1);
  EXPECT_EQ(sums.front().sum, number("30"));
}

TEST(ShareSums, X93WithoutATargetOfTheYear) {
  const auto sums = sums_on(Combining::kSum, {shares("xa-a", {a_target(2027, Comparator::kAtLeast, "3")})});
  ASSERT_EQ(sums.size(), 1u);
  EXPECT_FALSE(sums.front().target);
  EXPECT_FALSE(sums.front().difference);
}

TEST(ShareSums, X93RatesAreNotAdded) {
  for (const Combining combine : {Combining::kRate, Combining::kSingle, Combining::kNone})
    EXPECT_TRUE(sums_on(combine, {share("xa-a", "30")}).empty());
}

}  // namespace
}  // namespace luuvet::test

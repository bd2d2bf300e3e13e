// What a figure is held against: only what means the same, within its year, and from zero.
#include "domain/figures/figure_checks.h"

#include "tests/support/given.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

// Findings of that kind on a figure of so-tai-chinh.
std::size_t findings(const std::vector<Fact>& facts, std::string_view value, CheckKind kind,
                     std::string_view period = "2026") {
  const World world = given(facts).world();
  const Figure figure{number(value), std::nullopt, std::nullopt};
  const SubmissionParts parts{{"i1"}, {"so-tai-chinh"}, std::string(period)};
  std::size_t found = 0;
  for (const Finding& each :
       findings_on(world, world.indicators.find("i1")->content, parts, FigureKind::kActual, figure))
    found += each.kind == kind;
  return found;
}

// i1 of so-tai-chinh by years from 2021 on.
std::vector<Fact> with_history(std::initializer_list<const char*> values) {
  std::vector<Fact> facts = an_indicator_to_measure();
  int year = 2021;
  for (const char* value : values)
    for (const Fact& each : counted("i1.so-tai-chinh." + std::to_string(year++), value)) facts.push_back(each);
  return facts;
}

TEST(FigureChecks, X53NothingIsHeldAgainstAFigureOfAnotherMeaning) {
  const SubmissionParts parts{{"i1"}, {"so-tai-chinh"}, "2026"};
  std::vector<Fact> facts = with_history({"30", "40", "50", "60", "70"});
  IndicatorChecksSet falling;
  falling.checks = {{CheckKind::kMonotone, Importance::kError, {}, {}, {}, {}}};
  facts.push_back({std::string(kIndicator), falling, "so-khcn"});
  EXPECT_EQ(findings(facts, "65", CheckKind::kMonotone), 1u);
  std::vector<Fact> broken = facts;
  broken.push_back({std::string(kIndicator), IndicatorBreakMarked{2026, "6G", {}}, "so-khcn"});
  EXPECT_EQ(findings(broken, "65", CheckKind::kMonotone), 0u);
  EXPECT_FALSE(previous_figure(given(broken).world(), parts));
  IndicatorTerms units = terms(Combining::kSingle, {"so-tai-chinh"});
  units.unit = "Trường";
  facts.push_back(defined(units));
  EXPECT_EQ(findings(facts, "65", CheckKind::kMonotone), 0u);
  const World world = given(facts).world();
  EXPECT_FALSE(previous_figure(world, parts));
  EXPECT_TRUE(figure_history(world, parts).empty());
  EXPECT_EQ(figure_history(world, {{"i1"}, {"so-tai-chinh"}, "2025"}).size(), 4u);
}

// i1 of so-tai-chinh by quarters, counted in the year, 3 in the first.
std::vector<Fact> counted_in_the_year(std::string_view quarter) {
  IndicatorTerms in_year = terms(Combining::kSingle, {"so-tai-chinh"}, Frequency::kQuarter);
  in_year.counting = Counting::kInYear;
  in_year.valid_from = day("2025-01-01");
  in_year.unit = "Trường";
  return together(an_indicator_to_measure(), std::vector{defined(in_year)},
                  counted("i1.so-tai-chinh." + std::string(quarter), "3"));
}

TEST(FigureChecks, X54WhatIsCountedInTheYearDoesNotFallWithinIt) {
  EXPECT_EQ(findings(counted_in_the_year("2025-q1"), "2", CheckKind::kMonotone, "2025-q2"), 1u);
  EXPECT_EQ(findings(counted_in_the_year("2025-q1"), "3", CheckKind::kMonotone, "2025-q2"), 0u);
  EXPECT_EQ(findings(counted_in_the_year("2025-q4"), "2", CheckKind::kMonotone, "2026-q1"), 0u);
}

TEST(FigureChecks, X55FromZeroOnlyMoreThanOneIsAJump) {
  const std::vector<Fact> facts = together(an_indicator_to_measure(), counted("i1.so-tai-chinh.2025", "0"));
  EXPECT_EQ(findings(facts, "0.1", CheckKind::kOutlier), 0u);
  EXPECT_EQ(findings(facts, "1", CheckKind::kOutlier), 0u);
  EXPECT_EQ(findings(facts, "1.1", CheckKind::kOutlier), 1u);
}

}  // namespace
}  // namespace luuvet::test

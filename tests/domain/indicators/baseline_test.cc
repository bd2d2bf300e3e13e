// Baselines are questioned as figures are: what their numbers must be, and what the checks say of them.
#include "domain/figures/figure_checks.h"
#include "tests/support/given.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;

Given by_standing(const std::vector<Fact>& facts) {
  return given(facts).as("so-khcn");
}
EnterIndicatorBaseline of_whole(std::string_view value) {
  return {{}, 2025, number(value), {}};
}
EnterIndicatorBaseline of_agency(std::int64_t year, std::string_view value) {
  return {AgencyId{"so-tai-chinh"}, year, number(value), {}};
}
Given of_direction(IndicatorDirection direction) {
  IndicatorTerms said = terms(Combining::kSingle, {"so-tai-chinh"});
  said.direction = direction;
  said.unit = std::nullopt;
  return by_standing(together(an_indicator_to_measure(), std::vector{defined(said)}));
}
Fact strictly(std::vector<IndicatorCheck> checks) {
  return {std::string(kIndicator), IndicatorChecksSet{std::move(checks)}, "so-khcn"};
}
IndicatorCheck a_range(Importance importance, std::string_view low, std::string_view high) {
  return {CheckKind::kRange, importance, number(low), number(high), {}, {}};
}

// What is said of it, entered or not.
std::vector<Finding> findings(const Given& scene, const EnterIndicatorBaseline& body) {
  const Indicator& row = scene.world().indicators.find("i1")->content;
  return baseline_findings(scene.world(), row, {body.agency, body.year, body.value, body.document, 0},
                           day("2026-03-15"));
}
std::vector<CheckKind> kinds(const std::vector<Finding>& found) {
  std::vector<CheckKind> all;
  for (const Finding& each : found) all.push_back(each.kind);
  return all;
}

// Figures of so-tai-chinh for the years from 2021 on.
std::vector<Fact> with_years(std::initializer_list<const char*> values) {
  std::vector<Fact> facts = an_indicator_to_measure();
  int year = 2021;
  for (const char* value : values)
    for (const Fact& each : counted("i1.so-tai-chinh." + std::to_string(year++), value)) facts.push_back(each);
  return facts;
}

TEST(Baselines, X40NumbersAreThoseOfFigures) {
  const Given scene = by_standing(an_indicator_to_measure());
  for (const char* value : {"1234567890123456", "1.23456"})
    scene.when(kIndicator, of_whole(value)).then_rejected(kInvalid, "/value");
  scene.when(kIndicator, of_whole("37.1234")).then_accepted();
  const Given done = of_direction(IndicatorDirection::kDone);
  for (const char* value : {"2", "-1", "0.5"}) done.when(kIndicator, of_whole(value)).then_rejected(kInvalid, "/value");
  for (const char* value : {"0", "1"}) done.when(kIndicator, of_whole(value)).then_accepted();
}

TEST(Baselines, X40APlaceIsAWholeNumberFromOneOn) {
  Given scene = of_direction(IndicatorDirection::kRank);
  for (const char* value : {"0", "-3", "1.5"})
    scene.when(kIndicator, of_whole(value)).then_rejected(kInvalid, "/value");
  scene.when(kIndicator, of_whole("23")).then_accepted();
  scene.as("so-tai-chinh", Role::kOfficer);
  scene.when(kFigures, a_figure("1.5")).then_rejected(kInvalid, "/value");
  scene.when(kFigures, a_fraction("3", "5")).then_rejected(kInvalid, "/value");
  scene.when(kFigures, a_figure("23")).then_accepted();
}

TEST(Baselines, X41AWarningIsTakenAndShown) {
  Given scene = by_standing(an_indicator_to_measure());
  scene.when(kIndicator, of_whole("137.6")).then_accepted();
  const std::vector<Finding> found = findings(scene, of_whole("137.6"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().kind, CheckKind::kRange);
  EXPECT_EQ(found.front().importance, Importance::kWarning);
  EXPECT_EQ(found.front().high, number("100"));
  EXPECT_FALSE(findings(scene, of_whole("-1")).empty());
  EXPECT_TRUE(findings(scene, of_whole("37.6")).empty());
  DefineIndicator counts = a_definition();
  counts.unit = "xã";
  scene.after(kIndicator, counts);
  EXPECT_TRUE(findings(scene, of_whole("137.6")).empty());
}

TEST(Baselines, X41AnErrorIsRefused) {
  const Given scene = by_standing(
      together(an_indicator_to_measure(), std::vector{strictly({a_range(Importance::kError, "10", "90")})}));
  const Rejection no = scene.when(kIndicator, of_whole("95")).then_rejected(kRule, "X41");
  EXPECT_EQ(no.errors.front().pointer, "/value");
  scene.when(kIndicator, of_whole("90")).then_accepted();
  const EnterIndicatorBaselineItem good{"indicator/i1", scene.world().head, {}, 2025, number("50"), {}};
  EnterIndicatorBaselineItem bad = good;
  bad.year = 2024;
  bad.value = number("9");
  const Rejection one = scene.when("indicator", EnterIndicatorBaselines{{good, bad}}).then_rejected(kRule, "X41");
  EXPECT_EQ(one.errors.front().pointer, "/items/1/value");
  bad.value = number("1.23456");
  scene.when("indicator", EnterIndicatorBaselines{{good, bad}}).then_rejected(kInvalid, "/items/1/value");
}

TEST(Baselines, X41WhatStandsStaysWhenAnErrorIsAddedLater) {
  Given scene = by_standing(an_indicator_to_measure());
  scene.after(kIndicator, of_whole("95")).fact(strictly({a_range(Importance::kError, "10", "90")}));
  scene.when(kIndicator, of_whole("95")).then_rejected(kRule, "X14");
  EXPECT_EQ(findings(scene, of_whole("95")).front().importance, Importance::kError);
}

TEST(Baselines, X41AnAgencysIsHeldAgainstItsEarlierYears) {
  const Given scene = by_standing(with_years({"9", "10", "12", "11", "13"}));
  EXPECT_EQ(kinds(findings(scene, of_agency(2026, "17"))), std::vector{CheckKind::kHistory});
  EXPECT_EQ(kinds(findings(scene, of_agency(2026, "40"))), (std::vector{CheckKind::kOutlier, CheckKind::kHistory}));
  EXPECT_TRUE(findings(scene, of_agency(2022, "12")).empty());  // one year comes before it
  EXPECT_TRUE(findings(scene, of_whole("40")).empty());
  scene.when(kIndicator, of_agency(2026, "40")).then_accepted();
}

TEST(Baselines, X41NeverFallingRefusesAJumpOnlyWarns) {
  const Given scene = by_standing(together(
      with_years({"10", "12"}), std::vector{strictly({{CheckKind::kMonotone, Importance::kError, {}, {}, {}, {}},
                                                      {CheckKind::kOutlier, Importance::kError, {}, {}, {}, {}}})}));
  scene.when(kIndicator, of_agency(2025, "11")).then_rejected(kRule, "X41");
  scene.when(kIndicator, of_agency(2025, "90")).then_accepted();
  EXPECT_EQ(findings(scene, of_agency(2025, "90")).front().importance, Importance::kWarning);
}

TEST(Indicators, X42TheFactorOfACheckHasAnEnd) {
  const Given scene = by_standing(an_indicator_to_measure());
  const auto factor = [&](CheckKind kind, std::string_view value) {
    CheckInput input;
    input.kind = kind;
    input.factor = number(value);
    return scene.when(kIndicator, SetIndicatorChecks{{input}});
  };
  for (const CheckKind kind : {CheckKind::kHistory, CheckKind::kOutlier}) {
    for (const char* value : {"0", "-1", "1000.1", "1000000"})
      factor(kind, value).then_rejected(kInvalid, "/checks/0/factor");
    for (const char* value : {"0.1", "1000"}) factor(kind, value).then_accepted();
  }
}

}  // namespace
}  // namespace luuvet::test

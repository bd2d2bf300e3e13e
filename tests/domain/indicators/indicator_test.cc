// What people say of an indicator beside its row: definition, targets, baseline, breaks, checks.
#include "domain/indicators/indicator.h"

#include "domain/indicators/indicator_terms.h"
#include "domain/people/readers.h"
#include "tests/domain/same_world.h"
#include "tests/support/given.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kStale = RejectionKind::kStale;

Given by_standing(const std::vector<Fact>& facts) {
  return given(facts).as("so-khcn");
}
const Indicator& row_of(const Given& scene) {
  return scene.world().indicators.find("i1")->content;
}
IndicatorDefinition on(const Given& scene, std::string_view date) {
  return definition_on(scene.world(), row_of(scene), day(date));
}
CheckInput a_check(CheckKind kind) {
  CheckInput check;
  check.kind = kind;
  return check;
}

TEST(Indicators, X01StandingAgencyAndStatisticsDefine) {
  const Given scene = by_standing(an_indicator_to_measure());
  scene.when(kIndicator, a_definition()).then_accepted();
  scene.when(kIndicator, some_targets()).then_accepted();
  Given statistics = given(an_indicator_to_measure()).as("xa-c", Role::kStatistics);
  statistics.when(kIndicator, a_definition()).then_accepted();
  statistics.when(kIndicator, MarkIndicatorBreak{2035, "6G", {}}).then_accepted();
  statistics.when(kIndicator, some_targets()).then_rejected(kForbidden, "P01");
  Given other = given(an_indicator_to_measure()).as("so-noi-vu");
  other.when(kIndicator, a_definition()).then_rejected(kForbidden, "X01");
  Agency abroad;
  abroad.id = {"lc-thong-ke"};
  abroad.province = "lai-chau";
  const Fact there{"agency/lc-thong-ke", Registered<Agency>{abroad}};
  Given elsewhere = given(together(an_indicator_to_measure(), std::vector{there})).as("lc-thong-ke", Role::kStatistics);
  elsewhere.when(kIndicator, a_definition()).then_rejected(kForbidden, "X01");
  EnterIndicatorBaseline share{AgencyId{"lc-thong-ke"}, 2025, number("5"), {}};
  by_standing(together(an_indicator_to_measure(), std::vector{there}))
      .when(kIndicator, share)
      .then_rejected(RejectionKind::kInvalid, "/agency");
  Indicator heading = an_indicator_row("i2");
  heading.heading = true;
  Given headed = by_standing(together(an_indicator_to_measure(), std::vector{an_indicator(heading)}));
  headed.when("indicator/i2", a_definition()).then_rejected(kRule, "X01");
  headed.when("indicator/none", a_definition()).then_rejected(RejectionKind::kNotFound);
}

TEST(Indicators, X02VersionsHoldFromTheirDay) {
  Given scene = by_standing(an_indicator_to_measure());
  EXPECT_EQ(on(scene, "2026-03-15").version, 0);
  EXPECT_EQ(on(scene, "2026-03-15").terms.frequency, Frequency::kYear);
  DefineIndicator later = a_definition();
  later.valid_from = day("2026-07-01");
  later.unit = "xã";
  later.combine = Combining::kSum;
  scene.after(kIndicator, a_definition()).after(kIndicator, later);
  EXPECT_EQ(on(scene, "2025-12-31").version, 0);
  EXPECT_EQ(on(scene, "2026-06-30").version, 1);
  EXPECT_EQ(on(scene, "2026-07-01").terms.unit, "xã");
  scene.when(kIndicator, later).then_rejected(kRule, "X02");
  DefineIndicator words = a_definition();
  words.direction = IndicatorDirection::kText;
  scene.when(kIndicator, words).then_rejected(kInvalid, "/combine");
  DefineIndicator unknown = a_definition();
  unknown.submitters = agencies({"khong-co"});
  scene.when(kIndicator, unknown).then_rejected(RejectionKind::kUnknownReference, "/submitters/0");
  scene.based_on(1).when(kIndicator, a_definition()).then_rejected(kStale);
}

TEST(Indicators, X64TheTierOfWhatIsPrintedIsUnclear) {
  Given scene = by_standing(an_indicator_to_measure());
  EXPECT_EQ(on(scene, "2026-03-15").terms.tier, IndicatorTier::kUnclear);
  DefineIndicator required = a_definition();
  required.tier = IndicatorTier::kRequired;
  scene.after(kIndicator, required);
  EXPECT_EQ(definitions_of(scene.world(), row_of(scene)).back().terms.tier, IndicatorTier::kRequired);
}

TEST(Indicators, X65ARowOfPlacesIsOfDirectionRank) {
  const World world;
  Indicator row = an_indicator_row("i1");
  const auto direction = [&](std::string printed, Comparator comparator) {
    row.direction = std::move(printed);
    row.targets = {{2026, "23", comparator, {number("23"), std::nullopt}, std::nullopt}};
    return definition_on(world, row, day("2026-03-15")).terms.direction;
  };
  EXPECT_EQ(direction("rank", Comparator::kAtMost), IndicatorDirection::kRank);
  EXPECT_EQ(direction("higher", Comparator::kRank), IndicatorDirection::kRank);
  EXPECT_EQ(direction("lower", Comparator::kAtMost), IndicatorDirection::kLower);
}

TEST(Indicators, X47OnlyWhoSubmitsAloneSpeaksForTheWhole) {
  Given scene = by_standing(an_indicator_to_measure());
  EXPECT_EQ(on(scene, "2026-03-15").terms.combine, Combining::kSingle);
  Indicator several = an_indicator_row("i2");
  several.implementing_agencies = agencies({"xa-a", "xa-b"});
  Given apart = by_standing(together(an_indicator_to_measure(), std::vector{an_indicator(several)}));
  const auto combined = [&](const Given& at) {
    return definition_on(at.world(), at.world().indicators.find("i2")->content, day("2026-03-15")).terms.combine;
  };
  EXPECT_EQ(combined(apart), Combining::kNone);
  apart.fact({"agency/xa-b", AgencyMerged{{"xa-a"}, day("2026-03-10"), qd1()}});
  EXPECT_EQ(combined(apart), Combining::kSingle);  // one is left
  apart.fact(defined(terms(Combining::kSum, {"xa-a", "xa-c"}), "i2"));
  EXPECT_EQ(combined(apart), Combining::kSum);
}

TEST(Indicators, X52PeriodsOfAnotherFrequencyOrUnitDoNotGoTogether) {
  IndicatorTerms quarters = terms(Combining::kSingle, {"so-tai-chinh"}, Frequency::kQuarter);
  quarters.valid_from = day("2026-07-01");
  quarters.unit = "Người";
  const Given scene = given(together(an_indicator_to_measure(), std::vector{defined(quarters)}));
  const Indicator& row = row_of(scene);
  EXPECT_TRUE(is_due_period(scene.world(), row, "2025"));
  EXPECT_FALSE(is_due_period(scene.world(), row, "2026"));  // by its last day figures come by quarters
  EXPECT_FALSE(is_due_period(scene.world(), row, "2026-q2"));
  EXPECT_TRUE(is_due_period(scene.world(), row, "2026-q3"));
  EXPECT_EQ(unit_on(scene.world(), row, day("2026-06-30")), "%");
  EXPECT_FALSE(same_meaning(scene.world(), row, "2025", "2026-q3"));
  EXPECT_TRUE(same_meaning(scene.world(), row, "2024", "2025"));
  EXPECT_TRUE(same_meaning(scene.world(), row, "2026-q3", "2027-q1"));
}

TEST(Indicators, X92AtMostAHundredVersions) {
  std::vector<Fact> facts = an_indicator_to_measure();
  for (std::size_t i = 0; i < kVersionsMax; ++i) facts.push_back(defined(terms(Combining::kSum, {"xa-a"})));
  by_standing(facts).when(kIndicator, a_definition()).then_rejected(kRule, "X92");
}

TEST(Indicators, X03WhoSubmits) {
  const World world = given(an_indicator_to_measure()).world();
  IndicatorTerms said;
  said.tracking_agencies = agencies({"so-khcn"});
  said.implementing_agencies = agencies({"cac-xa"});
  EXPECT_EQ(submitters_of(world, said), agencies({"so-khcn"}));
  said.implementing_agencies = agencies({"so-tai-chinh", "xa-a"});
  EXPECT_EQ(submitters_of(world, said), agencies({"so-tai-chinh", "xa-a"}));
  said.submitters = agencies({"xa-b", "cac-xa"});
  EXPECT_EQ(submitters_of(world, said), agencies({"xa-b", "xa-a", "xa-c"}));
  IndicatorTerms untracked;
  untracked.implementing_agencies = agencies({"cac-xa"});
  EXPECT_EQ(submitters_of(world, untracked), agencies({"xa-a", "xa-b", "xa-c"}));
  EXPECT_EQ(verifiers_of(world, said), agencies({"so-khcn"}));
  said.verifier = AgencyId{"so-noi-vu"};
  EXPECT_EQ(verifiers_of(world, said), agencies({"so-noi-vu"}));
}

TEST(Indicators, X04TargetsAreSetAsAWholeAndStayReadable) {
  Given scene = by_standing(an_indicator_to_measure());
  scene.after(kIndicator, some_targets());
  const auto of_whole = [&](std::string_view date) {
    return targets_on(scene.world(), row_of(scene), std::nullopt, day(date));
  };
  EXPECT_EQ(of_whole("2026-02-28").size(), 2u);
  ASSERT_EQ(of_whole("2026-03-01").size(), 1u);
  EXPECT_EQ(of_whole("2026-03-01").front().value.low, number("75"));
  scene.when(kIndicator, some_targets()).then_rejected(kRule, "X04");
  SetIndicatorTargets own = some_targets();
  own.agency = AgencyId{"so-tai-chinh"};
  scene.after(kIndicator, own);
  EXPECT_EQ(targets_on(scene.world(), row_of(scene), own.agency, day("2026-03-15")).size(), 1u);
  EXPECT_TRUE(targets_on(scene.world(), row_of(scene), AgencyId{"xa-b"}, day("2026-03-15")).empty());
}

TEST(Indicators, X04ValuesFitTheirComparator) {
  const Given scene = by_standing(an_indicator_to_measure());
  SetIndicatorTargets twice = some_targets();
  twice.targets.push_back(twice.targets.front());
  scene.when(kIndicator, twice).then_rejected(kInvalid, "/targets/1/year");
  SetIndicatorTargets none = some_targets();
  none.targets.clear();
  scene.when(kIndicator, none).then_rejected(kInvalid, "/targets");
  SetIndicatorTargets range = some_targets();
  range.targets.front().comparator = Comparator::kRange;
  scene.when(kIndicator, range).then_rejected(kInvalid, "/targets/0/value");
  range.targets.front().value = TargetValue{number("30"), number("50")};
  range.targets.front().text = "30 – 50";
  scene.when(kIndicator, range).then_accepted();
  SetIndicatorTargets parts = some_targets();
  parts.targets.front().parts = {{"3 trung tâm", Comparator::kEqual, TargetValue{number("3"), {}}, "Trung tâm"},
                                 {"2 trường", Comparator::kEqual, std::nullopt, std::nullopt}};
  scene.when(kIndicator, parts).then_rejected(kInvalid, "/targets/0/parts/1/value");
  SetIndicatorTargets year = some_targets();
  year.targets.front().year = 1999;
  scene.when(kIndicator, year).then_rejected(kInvalid, "/targets/0/year");
}

TEST(Indicators, X76WordsDoNotContradictTheNumber) {
  const Given scene = by_standing(an_indicator_to_measure());
  const auto says = [&](std::string text, Comparator comparator, std::string_view value) {
    SetIndicatorTargets body = some_targets();
    TargetInput& target = body.targets.front();
    target.text = std::move(text);
    target.comparator = comparator;
    target.value = TargetValue{number(value), std::nullopt};
    return scene.when(kIndicator, body);
  };
  says("≥ 50", Comparator::kAtMost, "5").then_rejected(kInvalid, "/targets/0/text");
  says("≥ 50", Comparator::kAtLeast, "5").then_rejected(kInvalid, "/targets/0/text");
  says("≥ 50", Comparator::kAtMost, "50").then_rejected(kInvalid, "/targets/0/text");
  says("9 – 10%", Comparator::kEqual, "9").then_rejected(kInvalid, "/targets/0/text");
  says("≥ 50,0%", Comparator::kAtLeast, "50").then_accepted();
  says("50", Comparator::kAtLeast, "50").then_accepted();    // without a sign the words are silent on it
  says("≥ 0.6", Comparator::kAtLeast, "6").then_accepted();  // doubtful
  says("≥ 5 tỷ đồng", Comparator::kAtLeast, "5000").then_accepted();
  says("≤ 10", Comparator::kRank, "10").then_accepted();
  says("Trong nhóm khá", Comparator::kAtLeast, "50").then_accepted();
}

TEST(Indicators, X77AVersionHoldsFromTheseYears) {
  const Given scene = by_standing(an_indicator_to_measure());
  for (const char* far : {"2001-01-01", "2015-12-31", "2037-01-01", "2090-01-01"}) {
    SetIndicatorTargets targets = some_targets();
    targets.valid_from = day(far);
    scene.when(kIndicator, targets).then_rejected(kInvalid, "/valid_from");
    DefineIndicator definition = a_definition();
    definition.valid_from = day(far);
    scene.when(kIndicator, definition).then_rejected(kInvalid, "/valid_from");
  }
  SetIndicatorTargets next = some_targets();
  next.valid_from = day("2036-12-31");
  scene.when(kIndicator, next).then_accepted();
}

TEST(Indicators, X78TheOnlySubmitterIsNoVerifier) {
  const Given scene = by_standing(an_indicator_to_measure());
  DefineIndicator body = a_definition();
  body.submitters = agencies({"so-tai-chinh"});
  body.verifier = AgencyId{"so-tai-chinh"};
  scene.when(kIndicator, body).then_rejected(kInvalid, "/verifier");
  body.submitters = agencies({"so-tai-chinh", "xa-a"});
  scene.when(kIndicator, body).then_accepted();
  body.submitters = agencies({"xa-a"});
  scene.when(kIndicator, body).then_accepted();
}

TEST(Indicators, X05BaselinesAndBreaks) {
  Given scene = by_standing(an_indicator_to_measure());
  scene.when(kIndicator, EnterIndicatorBaseline{{}, 2027, number("40"), {}}).then_rejected(kInvalid, "/year");
  scene.after(kIndicator, EnterIndicatorBaseline{{}, 2024, number("30"), {}});
  scene.after(kIndicator, EnterIndicatorBaseline{{}, 2025, number("37"), {}});
  scene.after(kIndicator, EnterIndicatorBaseline{{}, 2025, number("38"), {}});
  const IndicatorBook* book = book_of(scene.world(), {"i1"});
  EXPECT_EQ(baseline_before(book, std::nullopt, 2026)->value, number("38"));
  EXPECT_EQ(baseline_before(book, std::nullopt, 2025)->value, number("30"));
  EXPECT_EQ(baseline_before(book, AgencyId{"xa-a"}, 2026), nullptr);
  scene.after(kIndicator, MarkIndicatorBreak{2035, "6G", {}});
  scene.when(kIndicator, MarkIndicatorBreak{2035, "khác", {}}).then_rejected(kRule, "X05");
  EXPECT_EQ(meaning_since(book_of(scene.world(), {"i1"}), 2034), std::nullopt);
  EXPECT_EQ(meaning_since(book_of(scene.world(), {"i1"}), 2040), 2035);
}

TEST(Indicators, X58PrintedBreaksAreMarkedOnceByTheSystemAlone) {
  const ImportRow<SeriesBreakRow> row{{{"i1"}, {"p1"}, 2035, "6G từ năm 2035", qd1()}};
  Given scene = given(an_indicator_to_measure()).actor("luuvet");
  scene.when(kIndicator, row).then(IndicatorBreakMarked{2035, "6G từ năm 2035", qd1()});
  scene.after(kIndicator, row);
  scene.when(kIndicator, row).then();
  ImportRow<SeriesBreakRow> other = row;
  other.row.from = 1999;
  scene.when(kIndicator, other).then_rejected(kInvalid, "/from");
  other = row;
  other.row.id = {"i9"};
  scene.when("indicator/i9", other).then_rejected(RejectionKind::kUnknownReference, "/id");
  by_standing(an_indicator_to_measure()).when(kIndicator, row).then_rejected(kForbidden, "I05");
}

TEST(Indicators, X58WhatPeopleMarkedOfTheYearStays) {
  Given scene = by_standing(an_indicator_to_measure());
  scene.after(kIndicator, MarkIndicatorBreak{2035, "Đổi cách đo", {}});
  scene.actor("luuvet").when(kIndicator, ImportRow<SeriesBreakRow>{{{"i1"}, {"p1"}, 2035, "6G", qd1()}}).then();
}

TEST(Indicators, X30BaselinesOfManyAreOneAct) {
  Given scene = by_standing(together(an_indicator_to_measure(), std::vector{an_indicator(an_indicator_row("i2"))}));
  const Sequence seen = scene.world().head;
  const EnterIndicatorBaselineItem first{"indicator/i1", seen, {}, 2025, number("37"), {}};
  EnterIndicatorBaselineItem share = first, other = first;
  share.agency = AgencyId{"xa-a"};
  other.subject = "indicator/i2";
  EXPECT_EQ(scene.when("indicator", EnterIndicatorBaselines{{first, share, other}}).count(), 3u);
  scene.when("indicator", EnterIndicatorBaselines{{first, first}}).then_rejected(kInvalid, "/items/1/subject");
  scene.when("indicator", EnterIndicatorBaselines{}).then_rejected(kInvalid, "/items");
  EnterIndicatorBaselineItem later = other;
  later.year = 2027;
  scene.when("indicator", EnterIndicatorBaselines{{first, later}}).then_rejected(kInvalid, "/items/1/year");
  EnterIndicatorBaselineItem overtaken = first;  // the bodies come before what each item meets
  overtaken.based_on = 0;
  scene.when("indicator", EnterIndicatorBaselines{{overtaken, later}}).then_rejected(kInvalid, "/items/1/year");
  later.subject = "task/t1";
  scene.when("indicator", EnterIndicatorBaselines{{first, later}})
      .then_rejected(RejectionKind::kUnknownReference, "/items/1/subject");
}

TEST(Indicators, X30TheLimitOfAnAct) {
  const Given scene = by_standing(an_indicator_to_measure());
  const EnterIndicatorBaselineItem one{"indicator/i1", 1, {}, 2025, number("37"), {}};
  const std::vector<EnterIndicatorBaselineItem> items(kActEventsMax + 1, one);
  scene.when("indicator", EnterIndicatorBaselines{items}).then_rejected(RejectionKind::kTooLarge);
}

TEST(Indicators, X30WhatStandsIsNotSaidAgain) {
  Given scene = by_standing(an_indicator_to_measure());
  EnterIndicatorBaselineItem item{"indicator/i1", scene.world().head, {}, 2025, number("37"), {}};
  scene.after("indicator", EnterIndicatorBaselines{{item}});
  scene.when("indicator", EnterIndicatorBaselines{{item}}).then_rejected(RejectionKind::kStale);
  item.based_on = scene.world().head;
  scene.when("indicator", EnterIndicatorBaselines{{item}}).then_rejected(kRule, "X14");
  scene.when(kIndicator, EnterIndicatorBaseline{{}, 2025, number("37"), {}}).then_rejected(kRule, "X14");
  item.value = number("38");
  scene.after("indicator", EnterIndicatorBaselines{{item}});
  scene.after(kIndicator, EnterIndicatorBaseline{{}, 2024, number("30"), {}});
  const std::vector<Baseline> newest = newest_baselines(book_of(scene.world(), {"i1"}));
  ASSERT_EQ(newest.size(), 1u);
  EXPECT_EQ(newest.front().value, number("38"));
}

TEST(Indicators, X05ChecksAreSetAsAWhole) {
  Given scene = by_standing(an_indicator_to_measure());
  scene.when(kIndicator, SetIndicatorChecks{{a_check(CheckKind::kRange)}}).then_rejected(kInvalid, "/checks/0/low");
  scene.when(kIndicator, SetIndicatorChecks{{a_check(CheckKind::kSumOfParts)}})
      .then_rejected(kInvalid, "/checks/0/parts");
  scene.when(kIndicator, SetIndicatorChecks{{a_check(CheckKind::kMonotone), a_check(CheckKind::kMonotone)}})
      .then_rejected(kInvalid, "/checks/1/kind");
  scene.when(kIndicator, SetIndicatorChecks{}).then_rejected(kRule, "X05");
  scene.after(kIndicator, SetIndicatorChecks{{a_check(CheckKind::kMonotone)}});
  EXPECT_EQ(checks_of(book_of(scene.world(), {"i1"}), {}).size(), 1u);
  scene.when(kIndicator, SetIndicatorChecks{}).then_accepted();
}

TEST(Indicators, E02WithoutWordsTheTargetsStay) {
  SetIndicatorTargets body = some_targets();
  body.reason = "Theo kết luận";
  Given scene = by_standing(an_indicator_to_measure());
  scene.after(kIndicator, body);
  const Sequence told = scene.world().head;
  scene.fact({"log/main", RecordErased{told, qd1(), "Theo yêu cầu"}});
  const TargetSet& set = book_of(scene.world(), {"i1"})->target_sets.front();
  EXPECT_FALSE(set.text);
  EXPECT_EQ(set.targets.size(), 1u);
}

}  // namespace
}  // namespace luuvet::test

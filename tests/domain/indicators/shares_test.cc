// Giao chỉ tiêu: shares of many agencies set as one act, and the definitions of many indicators.
#include "domain/indicators/indicator_terms.h"
#include "tests/domain/same_world.h"
#include "tests/support/given.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;

Given by_standing(const std::vector<Fact>& facts) {
  return given(facts).as("so-khcn");
}
// i1 is the sum of the three communes; i2 is as printed, of so-tai-chinh.
std::vector<Fact> a_sum_of_communes() {
  return together(an_indicator_to_measure(),
                  std::vector{an_indicator(an_indicator_row("i2")), defined(terms(Combining::kSum, {"cac-xa"}))});
}
TargetInput a_share(std::int64_t year, std::string_view value) {
  TargetInput target;
  target.year = year;
  target.text = "≥ " + std::string(value);
  target.comparator = Comparator::kAtLeast;
  target.value = TargetValue{number(value), std::nullopt};
  return target;
}
SetIndicatorTargetsItem an_item(const Given& scene, std::string agency, std::string_view value = "5") {
  return {std::string(kIndicator), scene.world().head, AgencyId{std::move(agency)}, {a_share(2026, value)}};
}
SetIndicatorTargetsMany an_act(std::vector<SetIndicatorTargetsItem> items) {
  return {day("2026-03-01"), qd1(), "Giao chỉ tiêu năm 2026", std::move(items)};
}
std::vector<Target> share_of(const Given& scene, std::string agency) {
  const Indicator& row = scene.world().indicators.find("i1")->content;
  return targets_on(scene.world(), row, AgencyId{std::move(agency)}, day("2026-03-15"));
}

TEST(Shares, X90GoToWhoSubmits) {
  const Given scene = by_standing(a_sum_of_communes());
  SetIndicatorTargets share = some_targets();
  share.agency = AgencyId{"xa-a"};
  scene.when(kIndicator, share).then_accepted();
  share.agency = AgencyId{"so-tai-chinh"};
  const Rejection refused = scene.when(kIndicator, share).then_rejected(kRule, "X90");
  EXPECT_EQ(refused.errors.front().pointer, "/agency");
  EXPECT_NE(refused.detail.vi.find("Cơ quan nhập: "), std::string::npos);
  share.valid_from = day("2025-12-31");  // the day before the definition
  scene.when(kIndicator, share).then_accepted();
}

TEST(Shares, X90NobodySubmits) {
  Indicator row = an_indicator_row("i3");
  row.tracking_agencies.clear();
  row.implementing_agencies.clear();
  const Given scene = by_standing(together(an_indicator_to_measure(), std::vector{an_indicator(row)}));
  SetIndicatorTargets share = some_targets();
  share.agency = AgencyId{"xa-a"};
  scene.when("indicator/i3", share).then_rejected(kRule, "X90");
}

TEST(Shares, X91ManyAreOneAct) {
  Given scene = by_standing(a_sum_of_communes());
  SetIndicatorTargetsItem whole = an_item(scene, "xa-a");
  whole.agency.reset();
  EXPECT_EQ(scene.when("indicator", an_act({an_item(scene, "xa-a"), an_item(scene, "xa-b", "7"), whole})).count(), 3u);
  scene.after("indicator", an_act({an_item(scene, "xa-a"), an_item(scene, "xa-b", "7")}));
  ASSERT_EQ(share_of(scene, "xa-b").size(), 1u);
  EXPECT_EQ(share_of(scene, "xa-b").front().value.low, number("7"));
  EXPECT_TRUE(share_of(scene, "xa-c").empty());
  EXPECT_EQ(book_of(scene.world(), {"i1"})->target_sets.front().text->reason, "Giao chỉ tiêu năm 2026");
}

TEST(Shares, X91AllOrNothing) {
  Given scene = by_standing(a_sum_of_communes());
  const SetIndicatorTargetsItem first = an_item(scene, "xa-a");
  scene.when("indicator", an_act({first, first})).then_rejected(kInvalid, "/items/1/subject");
  scene.when("indicator", an_act({})).then_rejected(kInvalid, "/items");
  scene.when("indicator", an_act({first, an_item(scene, "so-tai-chinh")})).then_rejected(kRule, "X90");
  SetIndicatorTargetsItem year = an_item(scene, "xa-b");
  year.targets.front().year = 1999;
  scene.when("indicator", an_act({first, year})).then_rejected(kInvalid, "/items/1/targets/0/year");
  year.subject = "task/t1";
  scene.when("indicator", an_act({first, year})).then_rejected(RejectionKind::kUnknownReference, "/items/1/subject");
  SetIndicatorTargetsMany nowhere = an_act({first});
  nowhere.document = DocumentRef{DocumentId{"qd-99"}, {}};
  scene.when("indicator", nowhere).then_rejected(RejectionKind::kUnknownReference, "/document");
  scene.after("indicator", an_act({first}));
  scene.when("indicator", an_act({first})).then_rejected(RejectionKind::kStale);
  scene.when("indicator", an_act({an_item(scene, "xa-a")})).then_rejected(kRule, "X04");
  given(a_sum_of_communes())
      .as("xa-c", Role::kStatistics)
      .when("indicator", an_act({first}))
      .then_rejected(RejectionKind::kForbidden, "P01");
}

TEST(Shares, X91TheLimitOfAnAct) {
  const Given scene = by_standing(a_sum_of_communes());
  const std::vector<SetIndicatorTargetsItem> items(kActEventsMax + 1, an_item(scene, "xa-a"));
  scene.when("indicator", an_act(items)).then_rejected(RejectionKind::kTooLarge);
}

TEST(Shares, X92AtMostAHundredSetsOfEachAgency) {
  std::vector<Fact> facts = a_sum_of_communes();
  for (std::size_t i = 0; i < kVersionsMax; ++i)
    facts.push_back({std::string(kIndicator),
                     IndicatorTargetsSet{
                         AgencyId{"xa-a"}, {a_target(2026, Comparator::kAtLeast, "5")}, day("2026-02-01"), qd1(), {}},
                     "so-khcn"});
  const Given scene = by_standing(facts);
  scene.when("indicator", an_act({an_item(scene, "xa-a", "9")})).then_rejected(kRule, "X92");
  scene.when("indicator", an_act({an_item(scene, "xa-b", "9")})).then_accepted();
  scene.when(kIndicator, some_targets()).then_accepted();
}

TEST(Definitions, X94ManyAreOneAct) {
  Given scene = by_standing(a_sum_of_communes());
  const Sequence seen = scene.world().head;
  const DefineIndicatorsItem first{"indicator/i1", seen, a_definition()};
  DefineIndicatorsItem other{"indicator/i2", seen, a_definition()};
  scene.when("indicator", DefineIndicators{{first, first}}).then_rejected(kInvalid, "/items/1/subject");
  scene.when("indicator", DefineIndicators{}).then_rejected(kInvalid, "/items");
  other.definition.direction = IndicatorDirection::kText;
  scene.when("indicator", DefineIndicators{{first, other}}).then_rejected(kInvalid, "/items/1/definition/combine");
  other.definition = a_definition();
  scene.after("indicator", DefineIndicators{{first, other}});
  for (const char* id : {"i1", "i2"}) {
    const Indicator& row = scene.world().indicators.find(id)->content;
    EXPECT_EQ(definition_on(scene.world(), row, day("2026-02-01")).terms.frequency, Frequency::kQuarter) << id;
  }
  scene.when("indicator", DefineIndicators{{first}}).then_rejected(RejectionKind::kStale);
  scene.when("indicator", DefineIndicators{{{"indicator/i1", scene.world().head, a_definition()}}})
      .then_rejected(kRule, "X02");
}

TEST(Definitions, X94TheLimitOfAnAct) {
  const Given scene = by_standing(a_sum_of_communes());
  const std::vector<DefineIndicatorsItem> items(kActEventsMax + 1, {"indicator/i1", 1, a_definition()});
  scene.when("indicator", DefineIndicators{items}).then_rejected(RejectionKind::kTooLarge);
}

}  // namespace
}  // namespace luuvet::test

// Missions counted, and indicators that are computed from them.
#include "domain/figures/computed_figure.h"

#include "tests/domain/same_world.h"
#include "tests/support/given.h"
#include "tests/support/measured.h"
#include "tests/support/records.h"

namespace luuvet::test {
namespace {

constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kRule = RejectionKind::kRule;
using enum MissionFact;

Fact a_mission(std::string id, std::string_view ordered_on, std::string agency = "so-tai-chinh") {
  Mission mission;
  mission.id = {id};
  mission.title = "Nhiệm vụ " + id;
  mission.programme = ProgrammeId{"p1"};
  mission.managing_agency = {agency};
  mission.ordered_on = day(ordered_on);
  mission.document = qd1();
  return {"mission/" + id, Registered<Mission>{mission}, agency};
}
Fact of_mission(const std::string& id, Event event) {
  return {"mission/" + id, std::move(event), "so-tai-chinh"};
}
Fact accepted(const std::string& id, std::string_view on) {
  return of_mission(id, MissionAccepted{day(on), {}, qd1()});
}
Fact looked_at(const std::string& id, bool applied, std::string_view on) {
  return of_mission(id, MissionFollowedUp{applied, day(on), {}, {}});
}

// m1 and m2 looked at in 2026, m1 applied; m3 accepted in 2026; m4 only ordered, before.
std::vector<Fact> four_missions() {
  return together(an_indicator_to_measure(),
                  std::vector{a_mission("m1", "2024-05-01"), a_mission("m2", "2024-06-01"),
                              a_mission("m3", "2025-06-01"), a_mission("m4", "2025-07-01"),
                              accepted("m1", "2025-01-10"), accepted("m2", "2025-02-10"), accepted("m3", "2026-01-20"),
                              looked_at("m1", true, "2026-02-01"), looked_at("m2", false, "2026-02-15")});
}

IndicatorTerms computed(ComputedFrom from, Counting counting = Counting::kInYear) {
  IndicatorTerms said = terms(Combining::kSingle, {"so-tai-chinh"});
  said.counting = counting;
  said.computed_from = from;
  return said;
}
const ComputedFrom kShareApplied{kApplied, kFollowedUp, MissionScope::kProvince};

Given with(ComputedFrom from, Counting counting = Counting::kInYear, const std::vector<Fact>& more = {}) {
  std::vector<Fact> facts = together(four_missions(), more);
  facts.push_back(defined(computed(from, counting)));
  return given(facts).as("so-tai-chinh", Role::kOfficer);
}
std::optional<MissionsCounted> counted(const Given& scene, std::string period = "2026",
                                       std::string agency = "so-tai-chinh") {
  return counted_figure(scene.world(), scene.world().indicators.find("i1")->content,
                        {{"i1"}, {std::move(agency)}, std::move(period)});
}
// "1/2", "3/-"
std::string parts(const std::optional<MissionsCounted>& counted) {
  if (!counted) return "none";
  return std::to_string(counted->numerator) + "/" +
         (counted->denominator ? std::to_string(*counted->denominator) : std::string("-"));
}
std::vector<Finding> findings(const Given& scene, Figure figure) {
  return findings_on(scene.world(), scene.world().indicators.find("i1")->content, {{"i1"}, {"so-tai-chinh"}, "2026"},
                     FigureKind::kActual, figure);
}

TEST(MissionCounts, Z40EachFactHasItsDay) {
  const Given scene = given(four_missions());
  const MissionState& m1 = *scene.world().missions.find("m1");
  EXPECT_EQ(day_of(m1, kOrdered), day("2024-05-01"));
  EXPECT_EQ(day_of(m1, kAccepted), day("2025-01-10"));
  for (const MissionFact fact : {kFollowedUp, kApplied}) EXPECT_EQ(day_of(m1, fact), day("2026-02-01"));
  for (const MissionFact fact : {kServing, kCostBenefit, kContracted, kTransferred, kStopped})
    EXPECT_FALSE(day_of(m1, fact));
  EXPECT_FALSE(day_of(*scene.world().missions.find("m2"), kApplied));
  Given serving = given(a_contracted_mission());
  serving.fact({std::string(kMission), MissionTransferred{body_of("xa-c"), day("2026-03-12"), qd1()}});
  serving.fact({std::string(kMission), MissionStopped{day("2026-03-13"), qd1(), {}}});
  const MissionState& served = *serving.world().missions.find("m1");
  EXPECT_EQ(day_of(served, kServing), day("2026-01-10"));
  EXPECT_EQ(day_of(served, kContracted), day("2026-02-01"));
  EXPECT_EQ(day_of(served, kTransferred), day("2026-03-12"));
  EXPECT_EQ(day_of(served, kStopped), day("2026-03-13"));
}

TEST(MissionCounts, Z40ThePaperCountsFromTheDayOfOrdering) {
  MissionState state;
  state.content.ordered_on = day("2026-01-10");
  EXPECT_FALSE(day_of(state, kCostBenefit));
  state.content.cost_benefit = DocumentId{"qd-1"};
  EXPECT_EQ(day_of(state, kCostBenefit), day("2026-01-10"));
}

TEST(MissionCounts, Z41StagesAddUpToTheTotal) {
  const Given scene = given(four_missions());
  MissionTally tally;
  scene.world().missions.for_each([&](const auto& row) { tally.add(*row); });
  EXPECT_EQ(tally.total, 4u);
  EXPECT_EQ(tally.of(kOrdered), 4u);
  EXPECT_EQ(tally.of(kAccepted), 3u);
  EXPECT_EQ(tally.of(kApplied), 1u);
  EXPECT_EQ(tally.at(MissionStage::kFollowedUp), 2u);
  std::size_t sum = 0;
  for (const std::size_t each : tally.stages) sum += each;
  EXPECT_EQ(sum, tally.total);
}

TEST(MissionCounts, Z42AMissionIsOfItsManagingAgencyAndOfTheSuccessorOfThat) {
  const std::vector<Fact> other{a_mission("m5", "2026-01-05", "xa-b")};
  const Given scene = with({kOrdered, std::nullopt, MissionScope::kAgency}, Counting::kSinceStart, other);
  EXPECT_EQ(parts(counted(scene)), "4/-");
  EXPECT_EQ(parts(counted(scene, "2026", "xa-b")), "1/-");
  EXPECT_EQ(parts(counted(scene, "2026", "xa-a")), "0/-");
  const std::vector<Fact> merger{a_mission("m6", "2026-01-05", "xa-a"),
                                 {"agency/xa-a", AgencyMerged{{"xa-b"}, day("2026-03-01"), qd1()}, "xa-a"}};
  const Given merged =
      with({kOrdered, std::nullopt, MissionScope::kAgency}, Counting::kSinceStart, together(other, merger));
  EXPECT_EQ(parts(counted(merged, "2026", "xa-b")), "2/-");
  EXPECT_EQ(parts(counted(merged, "2026", "xa-a")), "1/-");
}

TEST(MissionCounts, Z42MissionsOfAnotherProvinceDoNotCount) {
  Agency elsewhere;
  elsewhere.id = {"lc-so-khcn"};
  elsewhere.name = "Sở KH&CN Lai Châu";
  elsewhere.province = "lai-chau";
  const std::vector<Fact> other{{"agency/lc-so-khcn", Registered<Agency>{elsewhere}},
                                a_mission("m5", "2026-01-05", "lc-so-khcn")};
  EXPECT_EQ(parts(counted(with({kOrdered, {}, MissionScope::kProvince}, Counting::kSinceStart, other))), "4/-");
}

TEST(ComputedFigures, X60WhatADefinitionMayCompute) {
  Given scene = given(four_missions()).as("so-khcn");
  DefineIndicator body = a_definition();
  body.computed_from = kShareApplied;
  scene.when(kIndicator, body).then_accepted();
  body.computed_from->denominator = kApplied;
  scene.when(kIndicator, body).then_rejected(kInvalid, "/computed_from/denominator");
  body.computed_from->denominator.reset();
  scene.when(kIndicator, body).then_rejected(kInvalid, "/computed_from/denominator");  // these are added
  body.combine = Combining::kSum;
  scene.when(kIndicator, body).then_accepted();
  body.combine = Combining::kNone;
  body.direction = IndicatorDirection::kDone;
  scene.when(kIndicator, body).then_rejected(kInvalid, "/computed_from");
}

TEST(ComputedFigures, X60IsOfItsVersion) {
  Given scene = given(four_missions()).as("so-khcn");
  EXPECT_FALSE(counted(scene));
  DefineIndicator body = a_definition();
  body.computed_from = kShareApplied;
  scene.after(kIndicator, body);
  EXPECT_EQ(parts(counted(scene, "2026-q1")), "1/2");
  body.computed_from.reset();
  body.valid_from = day("2026-04-01");
  scene.after(kIndicator, body);
  EXPECT_EQ(parts(counted(scene, "2026-q1")), "1/2");
  EXPECT_FALSE(counted(scene, "2026-q2"));
}

TEST(ComputedFigures, X60WhoseMissionsCount) {
  Mission other;
  other.id = {"m5"};
  other.managing_agency = {"xa-a"};
  other.ordered_on = day("2026-01-05");
  const std::vector<Fact> more{{"mission/m5", Registered<Mission>{other}, "xa-a"}};
  const auto of = [&](MissionScope scope) {
    return parts(counted(with({kOrdered, std::nullopt, scope}, Counting::kSinceStart, more)));
  };
  EXPECT_EQ(of(MissionScope::kProvince), "5/-");
  EXPECT_EQ(of(MissionScope::kProgramme), "4/-");
  EXPECT_EQ(of(MissionScope::kAgency), "4/-");
}

TEST(ComputedFigures, X61TheYearUntilThePeriodEndsOrAllUntilThen) {
  EXPECT_EQ(parts(counted(with(kShareApplied))), "1/2");
  EXPECT_EQ(parts(counted(with(kShareApplied), "2025")), "none");  // the definition holds from 2026 on
  EXPECT_EQ(parts(counted(with(kShareApplied), "2026-01")), "0/0");
  const ComputedFrom accepted_ones{kAccepted, std::nullopt, MissionScope::kProvince};
  EXPECT_EQ(parts(counted(with(accepted_ones))), "1/-");
  EXPECT_EQ(parts(counted(with(accepted_ones, Counting::kSinceStart))), "3/-");
  EXPECT_EQ(parts(counted(with(accepted_ones, Counting::kAtDate), "2026-q1")), "3/-");
}

TEST(ComputedFigures, X61TheNumeratorIsAmongTheDenominator) {
  // Of the missions ordered in the year those looked at: none, though two were looked at in it.
  const ComputedFrom looked{kFollowedUp, kOrdered, MissionScope::kProvince};
  const std::vector<Fact> more{a_mission("m5", "2026-01-05")};
  EXPECT_EQ(parts(counted(with(looked, Counting::kInYear, more))), "0/1");
  EXPECT_EQ(parts(counted(with(looked, Counting::kSinceStart, more))), "2/5");
}

TEST(ComputedFigures, X62NothingIsThereWhereThereIsNothingToDivideBy) {
  const auto found = counted(with(kShareApplied), "2026-01");
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->value);
  EXPECT_EQ(to_string(*counted(with(kShareApplied))->value), "50");
  const Given scene = with(kShareApplied);
  EXPECT_FALSE(scene.world().submissions.find("i1.so-tai-chinh.2026"));  // nothing is entered by counting
}

TEST(ComputedFigures, X62NothingIsCountedForATwin) {
  std::vector<Fact> facts = together(four_missions(), std::vector{an_indicator(an_indicator_row("i2"))});
  const std::vector<std::string> rows{"indicator/i1", "indicator/i2"};
  const LinkLinked link{LinkKind::kTwin, rows, {{LinkField::kTargets, "indicator/i2"}}, qd1(), {}};
  facts.push_back({"link/" + link_id({LinkKind::kTwin, rows}).value, link, "so-khcn"});
  for (const char* each : {"i1", "i2"}) facts.push_back(defined(computed(kShareApplied), each));
  const Given scene = given(facts);
  EXPECT_FALSE(counted(scene));
}

TEST(ComputedFigures, X63ADifferenceIsAWarning) {
  const Given scene = with(kShareApplied);
  const auto fraction = [](std::string_view numerator, std::string_view denominator, std::string_view value) {
    return Figure{number(value), number(numerator), number(denominator)};
  };
  EXPECT_TRUE(findings(scene, fraction("1", "2", "50")).empty());
  EXPECT_TRUE(findings(scene, {number("50"), {}, {}}).empty());
  const auto found = findings(scene, fraction("2", "4", "50"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front(),
            (Finding{CheckKind::kCounted, Importance::kWarning, number("50"), {}, {}, number("50"), {}, {}, {}}));
  EXPECT_EQ(findings(scene, {number("60"), {}, {}}).size(), 1u);
  scene.when(kFigures, a_fraction("2", "3")).then_accepted();
  const Given count = with({kAccepted, std::nullopt, MissionScope::kProvince});
  EXPECT_TRUE(findings(count, {number("1"), {}, {}}).empty());
  EXPECT_EQ(findings(count, {number("2"), {}, {}}).size(), 1u);
}

TEST(ComputedFigures, X63ItIsNoCheckThatIsSet) {
  CheckInput check;
  check.kind = CheckKind::kCounted;
  given(four_missions())
      .as("so-khcn")
      .when(kIndicator, SetIndicatorChecks{{check}})
      .then_rejected(kInvalid, "/checks/0/kind");
  Given scene = with(kShareApplied);
  scene.fact({std::string(kIndicator),
              IndicatorChecksSet{{{CheckKind::kMonotone, Importance::kWarning, {}, {}, {}, {}}}}, "so-khcn"});
  EXPECT_EQ(findings(scene, {number("60"), {}, {}}).size(), 1u);
}

TEST(ComputedFigures, X60AVersionThatComputesOtherwiseIsANewOne) {
  Given scene = given(four_missions()).as("so-khcn");
  DefineIndicator body = a_definition();
  body.computed_from = kShareApplied;
  scene.after(kIndicator, body);
  EXPECT_EQ(scene.world().indicator_books.find("i1")->definitions.back().terms.computed_from, kShareApplied);
  scene.when(kIndicator, body).then_rejected(kRule, "X02");
  body.computed_from->scope = MissionScope::kAgency;
  scene.when(kIndicator, body).then_accepted();
}

}  // namespace
}  // namespace luuvet::test

// Figures of the whole, assessments, forecasts, completeness, the grid and the queue; more of assessments in
// assessment_test.cc.
#include <gtest/gtest.h>

#include "domain/figures/figure.h"
#include "domain/links/link_rows.h"
#include "projections/indicators/indicator_assessment.h"
#include "projections/indicators/indicator_path.h"
#include "projections/indicators/submission_grid.h"
#include "projections/indicators/submission_list.h"
#include "projections/register_list.h"
#include "tests/projections/seen.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

using namespace luuvet::projections;
constexpr auto kOfficial = FigureKind::kOfficial;

const Indicator& row_of(const World& world, std::string_view id = "i1") {
  return world.indicators.find(id)->content;
}
Fact baseline(std::int64_t year, std::string_view value) {
  return {std::string(kIndicator), IndicatorBaselineEntered{{}, year, number(value), {}}, "so-khcn"};
}
Fact a_break(std::int64_t from) {
  return {std::string(kIndicator), IndicatorBreakMarked{from, "Cách hiểu mới", {}}, "so-khcn"};
}
std::vector<Fact> one_agency(std::initializer_list<Fact> more) {
  return together(an_indicator_to_measure(), std::vector<Fact>(more));
}
std::vector<Fact> communes(Combining combine, Frequency frequency = Frequency::kYear) {
  return together(an_indicator_to_measure(), std::vector{defined(terms(combine, {"cac-xa"}, frequency))});
}
Assessment assessed(const std::vector<Fact>& facts, std::string_view date = "2026-09-30") {
  const Seen seen(facts);
  return assess(seen.world(), row_of(seen.world()), day(date));
}
std::string value_of(const std::optional<CombinedFigure>& figure) {
  return figure && figure->figure.value ? to_string(*figure->figure.value) : "none";
}

TEST(IndicatorFigures, X15RatesOfUnitsAddTheirNumbers) {
  std::vector<Fact> facts = communes(Combining::kRate);
  for (const auto& [commune, above, below, value] :
       {std::tuple("xa-a", "1", "10", "10"), std::tuple("xa-b", "90", "90", "100")}) {
    const std::string id = std::string("i1.") + commune + ".2026";
    facts.push_back(entered_fraction(id, above, below, value));
    facts.push_back(approved(id));
  }
  const Seen seen(facts);
  const auto whole = latest_figure(seen.world(), row_of(seen.world()), day("2026-09-30"));
  EXPECT_EQ(value_of(whole), "91");  // not the mean, 55
  EXPECT_EQ(whole->due, 3);
  EXPECT_EQ(whole->reported, 2);
}

TEST(IndicatorFigures, X15CountsAddAndOneSpeaksForTheWhole) {
  std::vector<Fact> facts = communes(Combining::kSum);
  for (const char* commune : {"xa-a", "xa-b", "xa-c"})
    for (const Fact& each : counted(std::string("i1.") + commune + ".2026", "2.5")) facts.push_back(each);
  EXPECT_EQ(value_of(latest_figure(Seen(facts).world(), row_of(Seen(facts).world()), day("2026-09-30"))), "7.5");
  std::vector<Fact> single = communes(Combining::kSingle);
  for (const auto& [commune, value] : {std::pair("xa-b", "20"), std::pair("xa-a", "10")})
    for (const Fact& each : counted(std::string("i1.") + commune + ".2026", value)) single.push_back(each);
  const Seen first(single);
  const auto spoken = latest_figure(first.world(), row_of(first.world()), day("2026-09-30"));
  EXPECT_EQ(value_of(spoken), "10");
  EXPECT_EQ(spoken->speaker, AgencyId{"xa-a"});
  single.push_back(verified("i1.xa-b.2026"));
  const Seen then(single);
  const auto checked = latest_figure(then.world(), row_of(then.world()), day("2026-09-30"));
  EXPECT_EQ(value_of(checked), "20");
  EXPECT_EQ(checked->speaker, AgencyId{"xa-b"});
  std::vector<Fact> apart = communes(Combining::kNone);
  for (const Fact& each : counted("i1.xa-a.2026", "10")) apart.push_back(each);
  EXPECT_EQ(assessed(apart).reason, AssessmentReason::kNotCombined);
}

TEST(IndicatorFigures, X16DraftsDoNotCount) {
  std::vector<Fact> facts = a_drafted_figure();
  EXPECT_EQ(assessed(facts).result, AssessmentResult::kNoData);
  facts = a_submitted_figure();
  EXPECT_EQ(assessed(facts).result, AssessmentResult::kNoData);
  EXPECT_EQ(assessed(an_approved_figure()).result, AssessmentResult::kNotYet);
}

TEST(IndicatorFigures, X17OfficialStandsBeforeActualAndEstimatesAreOnlyShown) {
  std::vector<Fact> facts = one_agency({});
  for (const Fact& each : counted("i1.so-tai-chinh.2026", "99", FigureKind::kEstimate)) facts.push_back(each);
  EXPECT_EQ(assessed(facts).result, AssessmentResult::kNoData);
  for (const Fact& each : counted("i1.so-tai-chinh.2026", "60")) facts.push_back(each);
  for (const Fact& each : counted("i1.so-tai-chinh.2026", "71", kOfficial)) facts.push_back(each);
  const Assessment assessment = assessed(facts, "2027-03-01");
  EXPECT_EQ(assessment.figure->kind, kOfficial);
  EXPECT_EQ(assessment.target->year, 2030);  // the milestone that lies ahead
}

TEST(IndicatorFigures, W253TheTrendHasTheNewestOfEachPeriodThatHasBegun) {
  std::vector<Fact> facts = together(
      an_indicator_to_measure(), std::vector{defined(terms(Combining::kSingle, {"so-tai-chinh"}, Frequency::kMonth))});
  for (int month = 1; month <= 6; ++month) {
    const std::string id = "i1.so-tai-chinh.2026-0" + std::to_string(month);
    for (const Fact& each : counted(id, std::to_string(month))) facts.push_back(each);
  }
  for (const Fact& each : counted("i1.so-tai-chinh.2026-02", "20", kOfficial)) facts.push_back(each);
  for (const Fact& each : counted("i1.so-tai-chinh.2026-03", "30", FigureKind::kEstimate)) facts.push_back(each);
  const Seen seen(facts);
  std::string values;
  for (const CombinedFigure& each : newest_figures(seen.world(), row_of(seen.world()), day("2026-05-15"), 4).trend)
    values += value_of(each) + " ";
  EXPECT_EQ(values, "20 3 4 5 ");
}

TEST(IndicatorFigures, X17AchievedOnTrackBehindAndNotYet) {
  const std::vector<Fact> quarters =
      together(an_indicator_to_measure(),
               std::vector{defined(terms(Combining::kSingle, {"so-tai-chinh"}, Frequency::kQuarter))});
  const auto at_mid_year = [&](std::string_view value, bool with_baseline) {
    std::vector<Fact> facts = quarters;
    if (with_baseline) facts.push_back(baseline(2025, "50"));
    for (const Fact& each : counted("i1.so-tai-chinh.2026-q2", value)) facts.push_back(each);
    return assessed(facts, "2026-07-15");
  };
  EXPECT_EQ(at_mid_year("70", false).result, AssessmentResult::kAchieved);
  const Assessment on_track = at_mid_year("60", true);
  EXPECT_EQ(on_track.result, AssessmentResult::kOnTrack);
  EXPECT_EQ(to_string(*on_track.expected), "60");
  EXPECT_EQ(at_mid_year("59.9", true).result, AssessmentResult::kBehind);
  const Assessment unknown = at_mid_year("60", false);
  EXPECT_EQ(unknown.result, AssessmentResult::kNotYet);
  EXPECT_EQ(unknown.reason, AssessmentReason::kNoBaseline);
  const Assessment running = assessed(
      one_agency({baseline(2025, "50"), entered("i1.so-tai-chinh.2026", "66"), approved("i1.so-tai-chinh.2026")}));
  EXPECT_EQ(to_string(*running.expected), "65");  // of a year of which nine months are over
}

TEST(IndicatorFigures, X17WhatCannotBeAssessedSaysWhy) {
  Indicator words = an_indicator_row("i2");
  words.targets = {a_target(2026, Comparator::kText, "")};
  Indicator none = an_indicator_row("i3");
  none.targets.clear();
  Indicator unit = an_indicator_row("i4");
  unit.targets.front().unit = "Xã";
  std::vector<Fact> facts = one_agency({a_break(2026)});
  for (const Indicator& row : {words, none, unit}) facts.push_back(an_indicator(row));
  for (const char* id : {"i2", "i4"})
    for (const Fact& each : counted(std::string(id) + ".so-tai-chinh.2026", "60")) facts.push_back(each);
  for (const Fact& each : counted("i1.so-tai-chinh.2025", "60")) facts.push_back(each);
  const Seen seen(facts);
  const auto reason = [&](std::string_view id) {
    const Assessment assessment = assess(seen.world(), row_of(seen.world(), id), day("2026-09-30"));
    EXPECT_EQ(assessment.result, AssessmentResult::kNotAssessable) << id;
    return assessment.reason;
  };
  EXPECT_EQ(reason("i1"), AssessmentReason::kSeriesBreak);
  EXPECT_EQ(reason("i2"), AssessmentReason::kWordsOnly);
  EXPECT_EQ(reason("i3"), AssessmentReason::kNoTarget);
  EXPECT_EQ(reason("i4"), AssessmentReason::kUnitDiffers);
}

TEST(IndicatorFigures, X18TheForecastIsAStraightLine) {
  std::vector<Fact> facts = one_agency({baseline(2025, "50")});
  EXPECT_FALSE(forecast_on(Seen(facts).world(), row_of(Seen(facts).world()), day("2027-02-01")));
  for (const Fact& each : counted("i1.so-tai-chinh.2026", "60")) facts.push_back(each);
  const Seen seen(facts);
  const auto forecast = forecast_on(seen.world(), row_of(seen.world()), day("2027-02-01"));
  ASSERT_TRUE(forecast);
  EXPECT_EQ(forecast->year, 2030);
  EXPECT_EQ(to_string(forecast->value), "100");
  EXPECT_EQ(to_string(forecast->per_year), "10");
  EXPECT_TRUE(forecast->achieved);
  ASSERT_EQ(forecast->inputs.size(), 2u);
  const Path path = path_on(seen.world(), row_of(seen.world()), day("2027-02-01"));
  ASSERT_EQ(path.points.size(), 3u);
  EXPECT_EQ(path.points.front().year, 2025);
  facts.push_back(a_break(2028));
  const Seen broken(facts);
  EXPECT_FALSE(forecast_on(broken.world(), row_of(broken.world()), day("2027-02-01")));
}

TEST(IndicatorFigures, X19TwinsShareTheFiguresOfTheRowThatBinds) {
  std::vector<Fact> facts = one_agency({});
  Indicator other = an_indicator_row("i2");
  other.targets = {a_target(2026, Comparator::kAtLeast, "55")};
  facts.push_back(an_indicator(other));
  const std::vector<std::string> rows{"indicator/i1", "indicator/i2"};
  LinkLinked link{LinkKind::kTwin, rows, {{LinkField::kTargets, "indicator/i1"}}, qd1(), {}};
  facts.push_back({"link/" + link_id({LinkKind::kTwin, rows}).value, link, "so-khcn"});
  for (const Fact& each : counted("i1.so-tai-chinh.2026", "60")) facts.push_back(each);
  const Seen seen(facts);
  EXPECT_EQ(figures_from(seen.world(), row_of(seen.world(), "i2"), day("2026-09-30")), IndicatorId{"i1"});
  EXPECT_FALSE(figures_from(seen.world(), row_of(seen.world(), "i1"), day("2026-09-30")));
  EXPECT_EQ(assess(seen.world(), row_of(seen.world(), "i2"), day("2026-09-30")).result, AssessmentResult::kAchieved);
  const auto grid = submission_grid(seen.views(), {"so-tai-chinh"}, "2026", std::nullopt, day("2026-09-30"));
  ASSERT_EQ(grid.size(), 2u);
  EXPECT_EQ(grid.back().shared_from, IndicatorId{"i1"});
}

Fact twins(const std::string& a, const std::string& b, std::vector<Binding> binding) {
  const LinkedPair pair = pair_of(LinkKind::kTwin, {"indicator/" + a, "indicator/" + b});
  return {"link/" + link_id(pair).value, LinkLinked{pair.kind, pair.subjects, std::move(binding), qd1(), {}},
          "so-khcn"};
}

TEST(IndicatorFigures, X19WhatWasEnteredBeforeTheLinkStays) {
  Indicator other = an_indicator_row("i2");
  std::vector<Fact> facts = one_agency({an_indicator(other)});
  for (const Fact& each : counted("i1.so-tai-chinh.2026", "60")) facts.push_back(each);
  facts.push_back(twins("i1", "i2", {{LinkField::kTargets, "indicator/i2"}}));
  const Seen seen(facts);
  const Date date = day("2026-09-30");
  EXPECT_EQ(figures_from(seen.world(), row_of(seen.world(), "i2"), date), IndicatorId{"i1"});
  EXPECT_FALSE(figures_from(seen.world(), row_of(seen.world()), date));
  const Indicator& bearer = bearer_of(seen.world(), row_of(seen.world(), "i2"), date);
  EXPECT_EQ(value_of(latest_figure(seen.world(), bearer, date)), "60");
}

TEST(IndicatorFigures, X19AUnitThatOneRowLeavesOutIsItsTwins) {
  Indicator other = an_indicator_row("i2");
  other.unit.reset();
  other.targets = {a_target(2026, Comparator::kAtLeast, "55")};
  std::vector<Fact> facts =
      one_agency({an_indicator(other), twins("i1", "i2", {{LinkField::kTargets, "indicator/i2"}})});
  for (const Fact& each : counted("i2.so-tai-chinh.2026", "60")) facts.push_back(each);
  const Seen seen(facts);
  const Date date = day("2026-09-30");
  EXPECT_EQ(figures_from(seen.world(), row_of(seen.world()), date), IndicatorId{"i2"});
  EXPECT_EQ(definition_on(seen.world(), row_of(seen.world(), "i2"), date).terms.unit, "%");
  EXPECT_TRUE(twin_figures(seen.world(), row_of(seen.world()), row_of(seen.world(), "i2"), date).shared);
  EXPECT_EQ(assess(seen.world(), row_of(seen.world(), "i2"), date).result, AssessmentResult::kAchieved);
  EXPECT_NE(assess(seen.world(), row_of(seen.world()), date).result, AssessmentResult::kAchieved);  // own target: 70
}

TEST(IndicatorFigures, X19OtherUnitsOrDirectionsKeepTheFiguresApart) {
  Indicator unit = an_indicator_row("i2");
  unit.unit = "Người";
  Indicator direction = an_indicator_row("i3");
  direction.direction = "lower";
  const Seen seen(one_agency(
      {an_indicator(unit), an_indicator(direction), twins("i1", "i2", {{LinkField::kTargets, "indicator/i1"}})}));
  const auto with = [&](std::string_view other) {
    return twin_figures(seen.world(), row_of(seen.world()), row_of(seen.world(), other), day("2026-09-30"));
  };
  EXPECT_FALSE(figures_from(seen.world(), row_of(seen.world(), "i2"), day("2026-09-30")));
  EXPECT_FALSE(with("i2").shared);
  EXPECT_EQ(with("i2").apart, FiguresApart::kUnit);
  EXPECT_EQ(with("i3").apart, FiguresApart::kDirection);  // not linked: as it would be
}

TEST(IndicatorFigures, X29TheRowThatBindsNamesUnitAndMember) {
  Indicator police = an_indicator_row("i2");
  police.member = MemberId{"cong-an"};
  Indicator science = an_indicator_row("i3");
  science.unit = "Người";
  science.member = MemberId{"khcn"};
  const std::vector<Fact> rows = one_agency({an_indicator(police), an_indicator(science)});
  const Seen apart(rows);
  EXPECT_EQ(member_in_force(apart.world(), row_of(apart.world(), "i3")), MemberId{"khcn"});
  const Seen seen(together(
      rows,
      std::vector{twins("i2", "i3", {{LinkField::kUnit, "indicator/i3"}, {LinkField::kMember, "indicator/i2"}})}));
  for (const char* id : {"i2", "i3"}) {
    EXPECT_EQ(member_in_force(seen.world(), row_of(seen.world(), id)), MemberId{"cong-an"}) << id;
    EXPECT_EQ(row_in_force(seen.world(), row_of(seen.world(), id), LinkField::kUnit).id, IndicatorId{"i3"}) << id;
  }
  EXPECT_EQ(definition_on(seen.world(), row_of(seen.world(), "i2"), day("2026-09-30")).terms.unit, "%");
  RegisterFilter filter;
  filter.member = MemberId{"cong-an"};
  const auto in_charge = [&](const Seen& world) {
    return list_register(world.views(), world.world().indicators, Aggregate::kIndicator, filter, everything()).total;
  };
  EXPECT_EQ(in_charge(apart), 1u);
  EXPECT_EQ(in_charge(seen), 2u);
}

TEST(IndicatorFigures, X20CompletenessCountsEachAgencyOnce) {
  std::vector<Fact> facts = communes(Combining::kSum);
  for (const Fact& each : counted("i1.xa-a.2025", "20")) facts.push_back(each);
  for (const Fact& each : counted("i1.xa-a.2026", "20")) facts.push_back(each);
  facts.push_back(entered("i1.xa-b.2026", "7"));
  const Seen seen(facts);
  const PeriodCompleteness found = period_completeness(seen.views(), "2026", std::nullopt);
  EXPECT_EQ(found.rows.size(), 3u);
  EXPECT_EQ(found.totals.due, 3);
  EXPECT_EQ(found.totals.entered, 2);
  EXPECT_EQ(found.totals.approved, 1);
  EXPECT_EQ(found.totals.copied, 1);
  EXPECT_EQ(found.totals.round, 1);
  EXPECT_EQ(period_completeness(seen.views(), "2026-q1", std::nullopt).totals.due, 0);
  const Completeness row = completeness_on(seen.world(), row_of(seen.world()), day("2026-09-30"));
  EXPECT_EQ(row.period, "2026");
  EXPECT_EQ(row.entered, 2);
  EXPECT_EQ(row.approved, 1);
}

TEST(IndicatorFigures, W310RowsOfTheGridAddUpToTheCompleteness) {
  std::vector<Fact> facts = communes(Combining::kSum);
  for (const Fact& each : counted("i1.xa-a.2025", "20")) facts.push_back(each);
  for (const Fact& each : counted("i1.xa-a.2026", "20")) facts.push_back(each);
  facts.push_back(entered("i1.xa-b.2026", "7"));
  const Seen seen(facts);
  for (const CompletenessRow& row : period_completeness(seen.views(), "2026", std::nullopt).rows) {
    AgencyCompleteness sum;
    for (const GridRow& each : submission_grid(seen.views(), row.agency, "2026", std::nullopt, day("2026-09-30")))
      for_each_member<AgencyCompleteness>(
          [&](std::size_t, auto member) { sum.*member.pointer += each.counts.*member.pointer; });
    for_each_member<AgencyCompleteness>([&](std::size_t, auto member) {
      EXPECT_EQ(sum.*member.pointer, row.counts.*member.pointer) << row.agency.value << " " << member.name;
    });
  }
}

TEST(IndicatorFigures, W312TheQueueIsFilteredByWhoseAndByWarnings) {
  const Seen seen(an_approved_figure());
  const auto waiting = [&](const SubmissionFilter& filter) {
    return list_queue(seen.views(), {"so-khcn"}, filter, everything()).page.total;
  };
  SubmissionFilter whose, other, warned, quiet;
  whose.agency = AgencyId{"so-tai-chinh"};
  other.agency = AgencyId{"so-noi-vu"};
  warned.warned = true;
  quiet.warned = false;
  EXPECT_EQ(waiting(whose), 1u);
  EXPECT_EQ(waiting(other), 0u);
  EXPECT_EQ(waiting(warned), 0u);
  EXPECT_EQ(waiting(quiet), 1u);
  std::vector<Fact> jumping = together(an_indicator_to_measure(), counted("i1.so-tai-chinh.2025", "20"));
  for (const Fact& each : counted("i1.so-tai-chinh.2026", "90")) jumping.push_back(each);
  const Seen jumped(jumping);
  SubmissionFilter of_2026 = warned;
  of_2026.period = "2026";
  EXPECT_EQ(list_queue(jumped.views(), {"so-khcn"}, of_2026, everything()).page.total, 1u);
}

TEST(IndicatorFigures, X12TheQueueHasWhatTheAgencyMayVerify) {
  const Seen seen(an_approved_figure());
  const auto waiting = [&](std::string agency) {
    return list_queue(seen.views(), {std::move(agency)}, {}, everything()).page.total;
  };
  EXPECT_EQ(waiting("so-khcn"), 1u);
  EXPECT_EQ(waiting("so-tai-chinh"), 0u);
  EXPECT_EQ(waiting("so-noi-vu"), 0u);
  const Seen done(a_verified_figure());
  EXPECT_EQ(list_queue(done.views(), {"so-khcn"}, {}, everything()).page.total, 0u);
}

TEST(IndicatorFigures, X16ADraftIsFoundByItsStateOnlyByThoseWhoReadIt) {
  const Seen seen(a_drafted_figure());
  SubmissionFilter drafts;
  drafts.state = {SubmissionStanding::kDraft};
  const auto found = [&](bool readable) {
    return list_submissions(seen.views(), drafts, everything(), [&](const Subject&) { return readable; });
  };
  EXPECT_EQ(found(true).page.total, 1u);
  EXPECT_EQ(found(false).page.total, 0u);
  EXPECT_EQ(found(false).totals.draft, 1);  // counts are the same for everybody
}

}  // namespace
}  // namespace luuvet::test

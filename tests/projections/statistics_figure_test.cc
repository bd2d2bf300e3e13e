// What statistics says, as the figure of the whole and beside what the agencies say.
#include "projections/indicators/statistics_figure.h"

#include <gtest/gtest.h>

#include "domain/figures/figure.h"
#include "projections/indicators/indicator_assessment.h"
#include "projections/indicators/indicator_publication.h"
#include "tests/projections/seen.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

using namespace luuvet::projections;

const Indicator& row_of(const World& world, std::string_view id = "i1") {
  return world.indicators.find(id)->content;
}
// One period of 2026, of so-tai-chinh 60, verified.
std::vector<Fact> measured(std::vector<Fact> more = {}) {
  return together(an_indicator_to_measure(), counted("i1.so-tai-chinh.2026", "60"), more);
}
const Date kLater = day("2027-02-01");

TEST(StatisticsFigures, X83ItIsTheFigureOfTheWhole) {
  const Seen seen(measured({officially("2026", "71.8")}));
  const auto latest = latest_figure(seen.world(), row_of(seen.world()), kLater);
  ASSERT_TRUE(latest);
  EXPECT_EQ(latest->figure.value, number("71.8"));
  EXPECT_EQ(latest->kind, FigureKind::kOfficial);
  EXPECT_EQ(latest->published_by, AgencyId{"xa-c"});
  EXPECT_EQ(assess(seen.world(), row_of(seen.world()), day("2026-12-31")).result, AssessmentResult::kAchieved);
  EXPECT_EQ(agency_figures(seen.world(), row_of(seen.world())).front().figure.value, number("60"));  // it stays
}

TEST(StatisticsFigures, X83BeforeTheAgenciesOwnOfficialFigure) {
  const Seen seen(measured(
      together(counted("i1.so-tai-chinh.2026", "61", FigureKind::kOfficial), std::vector{officially("2026", "71.8")})));
  EXPECT_EQ(latest_figure(seen.world(), row_of(seen.world()), kLater)->figure.value, number("71.8"));
  const auto own = figure_of_agencies(seen.world(), row_of(seen.world()), "2026", FigureKind::kOfficial);
  EXPECT_EQ(own->figure.value, number("61"));
  EXPECT_FALSE(own->published_by);
}

TEST(StatisticsFigures, X83AlsoWhereTheDefinitionCombinesNothing) {
  const Seen seen(together(an_indicator_to_measure(),
                           std::vector{defined(terms(Combining::kNone, {"cac-xa"})), officially("2026", "71.8")}));
  EXPECT_EQ(latest_figure(seen.world(), row_of(seen.world()), kLater)->figure.value, number("71.8"));
}

TEST(StatisticsFigures, X83OfOneAgencyItIsNotThatOfTheWhole) {
  const Seen seen(measured({officially("2026", "71.8", AgencyId{"so-tai-chinh"})}));
  EXPECT_EQ(latest_figure(seen.world(), row_of(seen.world()), kLater)->figure.value, number("60"));
  const auto all = compared_figures(seen.world(), row_of(seen.world()));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_FALSE(all.front().statistics);
  EXPECT_EQ(all.back().agency, AgencyId{"so-tai-chinh"});
  EXPECT_EQ(all.back().difference, number("11.8"));
}

TEST(StatisticsFigures, X83EachPeriodIsCompared) {
  const Seen seen(measured(together(counted("i1.so-tai-chinh.2026", "58", FigureKind::kEstimate),
                                    std::vector{officially("2026", "59.5"), officially("2025", "40")})));
  const auto all = compared_figures(seen.world(), row_of(seen.world()));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all.front().period, "2025");
  EXPECT_FALSE(all.front().difference);
  const ComparedFigures& last = all.back();
  EXPECT_EQ(last.estimate->value, number("58"));
  EXPECT_EQ(last.actual->value, number("60"));
  EXPECT_FALSE(last.official);
  EXPECT_EQ(last.against, FigureKind::kActual);
  EXPECT_EQ(compare(*last.difference, number("-0.5")), std::strong_ordering::equal);
  EXPECT_TRUE(differs(last));
  EXPECT_EQ(newest_compared(seen.world(), row_of(seen.world()))->period, "2026");
  EXPECT_TRUE(differs_from_statistics(seen.world(), row_of(seen.world()), kLater));
}

TEST(StatisticsFigures, X83TheSameNumberDoesNotDiffer) {
  const Seen seen(measured({officially("2026", "60.0")}));
  EXPECT_FALSE(differs(compared_figures(seen.world(), row_of(seen.world())).back()));
  EXPECT_FALSE(differs_from_statistics(seen.world(), row_of(seen.world()), kLater));
}

TEST(StatisticsFigures, X84WithdrawnTheAgenciesSpeakAgain) {
  IndicatorOfficialFigureSet none;
  none.period = "2026";
  none.document = qd1();
  const Seen seen(measured({officially("2026", "71.8"), {std::string(kIndicator), none, "xa-c"}}));
  EXPECT_EQ(latest_figure(seen.world(), row_of(seen.world()), kLater)->figure.value, number("60"));
  EXPECT_FALSE(newest_compared(seen.world(), row_of(seen.world())));
}

TEST(StatisticsFigures, X85ATwinHasThoseOfTheRowThatBinds) {
  const Seen seen(
      together(an_indicator_to_measure(), std::vector{an_indicator(an_indicator_row("i2")), officially("2026", "71.8"),
                                                      indicator_twins("i1", "i2", "i1")}));
  const Indicator& twin = row_of(seen.world(), "i2");
  EXPECT_EQ(latest_figure(seen.world(), bearer_of(seen.world(), twin, kLater), kLater)->figure.value, number("71.8"));
}

TEST(StatisticsFigures, X38APeriodThatStatisticsKnowsHasAFigure) {
  const Seen seen(together(an_indicator_to_measure(), std::vector{officially("2026", "71.8")}));
  const PeriodFigure found = figure_of_period(seen.world(), row_of(seen.world()), "2026");
  EXPECT_TRUE(found.any);
  EXPECT_EQ(found.whole->figure.value, number("71.8"));
}

}  // namespace
}  // namespace luuvet::test

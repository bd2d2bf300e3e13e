// Missions counted over a filter, and the grid of a period that offers what is counted.
#include <gtest/gtest.h>

#include <numeric>

#include "projections/indicators/submission_grid.h"
#include "projections/record_list.h"
#include "tests/projections/seen.h"
#include "tests/support/measured.h"
#include "tests/support/records.h"

namespace luuvet::test {
namespace {

using namespace projections;

Fact ordered(std::string id, std::string_view on, std::string programme = "p1") {
  Mission mission;
  mission.id = {id};
  mission.title = "Nhiệm vụ " + id;
  mission.programme = ProgrammeId{std::move(programme)};
  mission.managing_agency = {"so-tai-chinh"};
  mission.ordered_on = day(on);
  mission.document = qd1();
  return {"mission/" + id, Registered<Mission>{mission}, "so-tai-chinh"};
}

MissionCounts counts(const Seen& seen, const MissionFilter& filter) {
  return count_missions(seen.views(), filter, day("2026-03-15"));
}

// i1: of the missions ordered in the year those that were accepted.
Seen with_an_indicator() {
  IndicatorTerms said = terms(Combining::kSingle, {"so-tai-chinh"});
  said.counting = Counting::kInYear;
  said.computed_from = ComputedFrom{MissionFact::kAccepted, MissionFact::kOrdered, MissionScope::kProvince};
  std::vector<Fact> facts = an_accepted_mission();
  facts.push_back(an_indicator(an_indicator_row("i1")));
  facts.push_back(defined(said));
  facts.push_back(ordered("m2", "2026-02-01"));
  facts.push_back(ordered("m3", "2025-02-01"));
  return Seen(facts);
}

TEST(MissionCounts, Z41CountsFollowTheFilterAndYearsDoNot) {
  const Seen seen(together(an_accepted_mission(), std::vector{ordered("m2", "2025-02-01"), ordered("m3", "2025-03-01"),
                                                              ordered("m4", "2025-04-01", "p2")}));
  EXPECT_EQ(counts(seen, {}).tally.total, 4u);
  MissionFilter filter;
  filter.programme = ProgrammeId{"p1"};
  filter.year = 2025;
  const MissionCounts found = counts(seen, filter);
  EXPECT_EQ(found.tally.total, 2u);
  EXPECT_EQ(found.tally.at(MissionStage::kOrdered), 2u);
  EXPECT_EQ(found.tally.of(MissionFact::kAccepted), 0u);
  EXPECT_EQ(std::accumulate(found.tally.stages.begin(), found.tally.stages.end(), std::size_t{0}), 2u);
  ASSERT_EQ(found.years.size(), 2u);
  EXPECT_EQ(found.years.front().year, 2026);
  EXPECT_EQ(found.years.back().total, 2u);
  filter.agency = AgencyId{"xa-c"};
  EXPECT_EQ(counts(seen, filter).tally.total, 0u);
}

TEST(MissionCounts, Z41OfYearsTheNewestFiftyAreShown) {
  std::vector<Fact> facts = a_province();
  for (std::size_t i = 0; i <= kMissionYearsMax; ++i)
    facts.push_back(ordered("m" + std::to_string(i), std::to_string(1970 + i) + "-01-01"));
  const MissionCounts found = counts(Seen(facts), {});
  EXPECT_EQ(found.tally.total, kMissionYearsMax + 1);
  ASSERT_EQ(found.years.size(), kMissionYearsMax);
  EXPECT_EQ(found.years.back().year, 1971);
}

TEST(MissionCounts, X62TheGridOffersWhatIsCountedAndTheListHasIt) {
  const Seen seen = with_an_indicator();
  const auto grid = submission_grid(seen.views(), {"so-tai-chinh"}, "2026", std::nullopt, day("2026-03-15"));
  ASSERT_EQ(grid.size(), 1u);
  ASSERT_TRUE(grid.front().counted);
  EXPECT_FALSE(grid.front().state);
  EXPECT_EQ(grid.front().counted->numerator, 1);
  EXPECT_EQ(grid.front().counted->denominator, 2);
  MissionFilter filter;
  filter.counted_for = SubmissionId{"i1.so-tai-chinh.2026"};
  const auto listed = [&] { return list_missions(seen.views(), filter, everything(), day("2026-03-15")).total; };
  EXPECT_EQ(listed(), 2u);
  filter.counted_as = CountedPart::kNumerator;
  EXPECT_EQ(listed(), 1u);
}

TEST(MissionCounts, W285OfAFigureThatIsNotCountedThereAreNone) {
  Seen seen(together(an_accepted_mission(), std::vector{an_indicator(an_indicator_row("i1"))}));
  MissionFilter filter;
  for (const char* id : {"i1.so-tai-chinh.2026", "i9.so-tai-chinh.2026"}) {
    filter.counted_for = SubmissionId{id};
    EXPECT_EQ(counts(seen, filter).tally.total, 0u) << id;
  }
}

}  // namespace
}  // namespace luuvet::test

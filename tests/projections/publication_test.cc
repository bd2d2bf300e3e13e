// How the results of periods stand: published, late, overdue or waiting, and whether they are still the figure.
#include <gtest/gtest.h>

#include <random>

#include "projections/indicators/indicator_publication.h"
#include "projections/register_list.h"
#include "tests/projections/seen.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

using namespace luuvet::projections;

const Indicator& row_of(const World& world, std::string_view id = "i1") {
  return world.indicators.find(id)->content;
}
// Quarterly, to be published by vp-tinh-uy within 15 days, from 2026 on.
std::vector<Fact> quarterly(std::vector<Fact> more = {}) {
  return together(an_indicator_to_measure(),
                  std::vector{defined(to_publish(terms(Combining::kSingle, {"so-tai-chinh"}, Frequency::kQuarter)))},
                  more);
}
std::vector<PeriodPublication> seen_on(const std::vector<Fact>& facts, std::string_view date) {
  const Seen seen(facts);
  return publications_on(seen.world(), bearer_of(seen.world(), row_of(seen.world()), day(date)), day(date));
}
Fact a_restatement(std::string_view value) {
  SubmissionRestated event;
  event.value = number(value);
  return {"submission/i1.so-tai-chinh.2026-q1", event, "so-tai-chinh"};
}

TEST(PublicationsSeen, X38APeriodIsOwedFromItsEndOn) {
  EXPECT_TRUE(seen_on(quarterly(), "2026-03-31").empty());
  const auto after = seen_on(quarterly(), "2026-04-01");
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after.front().period, "2026-q1");
  EXPECT_EQ(after.front().due, day("2026-04-15"));
  EXPECT_EQ(after.front().state, PublicationState::kWaiting);
  EXPECT_EQ(after.front().publishers, agencies({"vp-tinh-uy"}));
  EXPECT_EQ(seen_on(quarterly(), "2026-04-15").front().state, PublicationState::kWaiting);
  EXPECT_EQ(seen_on(quarterly(), "2026-04-16").front().state, PublicationState::kOverdue);
}

TEST(PublicationsSeen, X38PublishedInTimeOrLate) {
  const auto in_time = seen_on(quarterly({published("2026-q1", "2026-04-15")}), "2026-05-01");
  EXPECT_EQ(in_time.front().state, PublicationState::kPublished);
  EXPECT_EQ(in_time.front().record->published_on, day("2026-04-15"));
  const std::vector<Fact> late = quarterly({published("2026-q1", "2026-04-16")});
  EXPECT_EQ(seen_on(late, "2026-05-01").front().state, PublicationState::kPublishedLate);
  EXPECT_EQ(seen_on(late, "2026-04-15").front().state, PublicationState::kWaiting);  // it had not happened yet
  const Fact back{std::string(kIndicator), IndicatorPublicationTakenBack{"2026-q1", {}}, "so-khcn"};
  const auto taken_back = seen_on(together(late, std::vector{back}), "2026-05-01");
  EXPECT_EQ(taken_back.front().state, PublicationState::kOverdue);
  EXPECT_FALSE(taken_back.front().record);
}

TEST(PublicationsSeen, X33NothingIsOwedBeforeTheVersionWithTheDuty) {
  IndicatorTerms earlier = terms(Combining::kSingle, {"so-tai-chinh"}, Frequency::kQuarter);
  IndicatorTerms later = to_publish(earlier);
  later.valid_from = day("2026-06-01");
  const auto owed =
      seen_on(together(an_indicator_to_measure(), std::vector{defined(earlier), defined(later)}), "2026-10-05");
  ASSERT_EQ(owed.size(), 2u);
  EXPECT_EQ(owed.front().period, "2026-q3");
  EXPECT_EQ(owed.back().period, "2026-q2");  // the version is in force on its last day
  IndicatorTerms never_again = earlier;
  never_again.valid_from = day("2026-09-01");
  const auto ended =
      seen_on(together(an_indicator_to_measure(), std::vector{defined(earlier), defined(later), defined(never_again)}),
              "2026-10-05");
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_EQ(ended.front().period, "2026-q2");
}

TEST(PublicationsSeen, X34WithoutADutyItJustStands) {
  const auto found = seen_on(together(an_indicator_to_measure(), std::vector{published("2025")}), "2026-04-01");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_FALSE(found.front().due);
  EXPECT_EQ(found.front().state, PublicationState::kPublished);
  EXPECT_TRUE(seen_on(an_indicator_to_measure(), "2026-04-01").empty());
}

TEST(PublicationsSeen, X38WhatWasPublishedIsHeldAgainstTheFigure) {
  std::vector<Fact> facts = quarterly({published("2026-q1", "2026-04-10", "60")});
  EXPECT_TRUE(seen_on(facts, "2026-05-01").front().without_figure);
  EXPECT_FALSE(seen_on(facts, "2026-05-01").front().differs);
  for (const Fact& each : counted("i1.so-tai-chinh.2026-q1", "60")) facts.push_back(each);
  const auto same = seen_on(facts, "2026-05-01").front();
  EXPECT_FALSE(same.without_figure);
  EXPECT_FALSE(same.differs);
  EXPECT_EQ(same.figure, number("60"));
  facts.push_back(verified("i1.so-tai-chinh.2026-q1"));
  facts.push_back(a_restatement("62.5"));
  const auto restated = seen_on(facts, "2026-05-01").front();
  EXPECT_TRUE(restated.differs);
  EXPECT_EQ(restated.figure, number("62.5"));
}

TEST(PublicationsSeen, X38AnEstimateIsNoFigureToPublish) {
  std::vector<Fact> facts = quarterly();
  for (const Fact& each : counted("i1.so-tai-chinh.2026-q1", "60", FigureKind::kEstimate)) facts.push_back(each);
  EXPECT_TRUE(seen_on(facts, "2026-05-01").front().without_figure);
  std::vector<Fact> apart =
      together(an_indicator_to_measure(),
               std::vector{defined(to_publish(terms(Combining::kNone, {"xa-a", "xa-b"}, Frequency::kQuarter)))});
  for (const Fact& each : counted("i1.xa-a.2026-q1", "10")) apart.push_back(each);
  EXPECT_FALSE(seen_on(apart, "2026-05-01").front().without_figure);
  EXPECT_FALSE(seen_on(apart, "2026-05-01").front().figure);
}

TEST(PublicationsSeen, X38AtMostSixtyPeriods) {
  const std::vector<Fact> monthly =
      together(an_indicator_to_measure(),
               std::vector{defined(to_publish(terms(Combining::kSingle, {"so-tai-chinh"}, Frequency::kMonth)))});
  const auto found = seen_on(monthly, "2033-01-10");
  ASSERT_EQ(found.size(), kPublicationPeriodsMax);
  EXPECT_EQ(found.front().period, "2032-12");
  EXPECT_EQ(found.back().period, "2028-01");
  const auto standing = standing_of(found);
  EXPECT_EQ(standing->state, PublicationState::kWaiting);
  EXPECT_EQ(standing->overdue, 59);
  EXPECT_EQ(standing->waiting, 1);
}

TEST(PublicationsSeen, X39TwinsShowTheSame) {
  const std::vector<Fact> facts = quarterly({an_indicator(an_indicator_row("i2")), indicator_twins("i1", "i2", "i1")});
  const Seen seen(facts);
  const Date date = day("2026-05-01");
  EXPECT_EQ(publications_on(seen.world(), bearer_of(seen.world(), row_of(seen.world(), "i2"), date), date).size(), 1u);
}

// Those let through, in printed order.
std::string listed(const Seen& seen, PublicationFilter publication, std::string_view date) {
  RegisterFilter filter;
  filter.publication = std::move(publication);
  filter.status_date = day(date);
  std::string ids;
  for (const auto& row :
       list_register(seen.views(), seen.world().indicators, Aggregate::kIndicator, filter, everything()).items)
    ids += row->content.id.value + " ";
  return ids;
}

TEST(PublicationsSeen, W259IndicatorsAreLookedForByThem) {
  const Seen seen(quarterly({published("2026-q1", "2026-04-10"), an_indicator(an_indicator_row("i2")),
                             indicator_twins("i1", "i2", "i1"), an_indicator(an_indicator_row("i3"))}));
  using enum PublicationState;
  EXPECT_EQ(listed(seen, {}, "2026-08-01"), "i1 i2 i3 ");
  EXPECT_EQ(listed(seen, {{kOverdue}, {}}, "2026-08-01"), "i1 i2 ");
  EXPECT_EQ(listed(seen, {{kOverdue}, {}}, "2026-07-10"), "");
  EXPECT_EQ(listed(seen, {{kWaiting}, {}}, "2026-07-10"), "i1 i2 ");
  EXPECT_EQ(listed(seen, {{kPublished}, {}}, "2026-08-01"), "i1 i2 ");
  EXPECT_EQ(listed(seen, {{kPublishedLate}, {}}, "2026-08-01"), "");
  EXPECT_EQ(listed(seen, {{kOverdue}, AgencyId{"vp-tinh-uy"}}, "2026-08-01"), "i1 ");
  EXPECT_EQ(listed(seen, {{kOverdue}, AgencyId{"so-khcn"}}, "2026-08-01"), "");
}

// Whatever is recorded and taken back: each period stands once, and as its newest record says.
TEST(PublicationsSeen, X38RandomRecordsStandAsTheNewestOfTheirPeriodSays) {
  std::mt19937 random(20260401);
  const std::vector<std::string> periods = {"2026-q1", "2026-q2", "2026-q3"};
  for (int round = 0; round < 50; ++round) {
    std::vector<Fact> facts = quarterly();
    std::map<std::string, std::optional<std::string>> newest;
    for (std::size_t n = random() % 8; n > 0; --n) {
      const std::string& period = periods[random() % periods.size()];
      const bool back = newest[period] && random() % 3 == 0;
      const std::string on = random() % 2 == 0 ? "2026-10-10" : "2026-12-20";
      if (back)
        facts.push_back({std::string(kIndicator), IndicatorPublicationTakenBack{period, {}}, "so-khcn"});
      else
        facts.push_back(published(period, on));
      newest[period] = back ? std::nullopt : std::optional(on);
    }
    const auto found = seen_on(facts, "2026-12-31");
    ASSERT_EQ(found.size(), periods.size());
    for (const PeriodPublication& each : found) {
      const auto& said = newest[each.period];
      ASSERT_EQ(each.record.has_value(), said.has_value());
      if (said) {
        EXPECT_EQ(each.record->published_on, day(*said));
      }
      const bool in_time = said && day(*said) <= *each.due;
      EXPECT_EQ(each.state, !said     ? PublicationState::kOverdue
                            : in_time ? PublicationState::kPublished
                                      : PublicationState::kPublishedLate);
    }
  }
}

}  // namespace
}  // namespace luuvet::test

// How much of the whole a figure is, what its year decides, the path that all is held against, what was missed.
#include <gtest/gtest.h>

#include <random>

#include "domain/figures/figure.h"
#include "projections/indicators/indicator_assessment.h"
#include "projections/indicators/indicator_path.h"
#include "tests/projections/seen.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

using namespace luuvet::projections;
using Result = AssessmentResult;
using Reason = AssessmentReason;

const Indicator& row_of(const World& world) {
  return world.indicators.find("i1")->content;
}
Assessment assessed(const std::vector<Fact>& facts, std::string_view date = "2026-09-30",
                    const FigureThresholds& thresholds = {}) {
  const Seen seen(facts);
  return assess(seen.world(), row_of(seen.world()), day(date), thresholds);
}
Fact baseline(std::int64_t year, std::string_view value) {
  return {std::string(kIndicator), IndicatorBaselineEntered{{}, year, number(value), {}}, "so-khcn"};
}
Fact missing(const std::string& id, const char* reason) {
  SubmissionEntered event;
  event.missing = true;
  event.open = FigureText{reason, std::nullopt, std::nullopt};
  return {"submission/" + id, event, split(SubmissionId{id})->agency.value};
}
std::vector<Fact> row_with(std::vector<Target> targets, const IndicatorTerms& said) {
  Indicator row = an_indicator_row("i1");
  row.targets = std::move(targets);
  return together(a_province(), std::vector{an_indicator(row), defined(said)});
}
IndicatorTerms of_one(Frequency frequency, Counting counting) {
  IndicatorTerms said = terms(Combining::kSingle, {"so-tai-chinh"}, frequency);
  said.valid_from = day("2020-01-01");
  said.counting = counting;
  return said;
}
std::vector<Fact> with(std::vector<Fact> facts, std::string_view period, std::string_view value) {
  return together(std::move(facts), counted("i1.so-tai-chinh." + std::string(period), value));
}

TEST(Assessments, X47SeveralThatNobodyCombinesSayThat) {
  Indicator row = an_indicator_row("i1");
  row.implementing_agencies = agencies({"xa-a", "xa-b"});
  const std::vector<Fact> facts = together(a_province(), std::vector{an_indicator(row)}, counted("i1.xa-a.2026", "99"));
  const Assessment found = assessed(facts);
  EXPECT_EQ(found.result, Result::kNotAssessable);
  EXPECT_EQ(found.reason, Reason::kCombiningUndecided);
  EXPECT_FALSE(found.figure);
  const Assessment alone = assessed(an_approved_figure());
  EXPECT_EQ(alone.figure->speaker, AgencyId{"so-tai-chinh"});
}

TEST(Assessments, X48ASumOfAFewIsIncomplete) {
  std::vector<Fact> facts =
      together(an_indicator_to_measure(), std::vector{defined(terms(Combining::kSum, {"cac-xa"}))},
               counted("i1.xa-a.2026", "80"));
  const Assessment one = assessed(facts);
  EXPECT_EQ(one.result, Result::kIncomplete);  // 80 would be more than the 70 that are asked for
  EXPECT_EQ(std::pair(one.figure->reported, one.figure->due), std::pair(std::int64_t{1}, std::int64_t{3}));
  facts = together(facts, counted("i1.xa-b.2026", "1"),
                   std::vector{missing("i1.xa-c.2026", "Chưa điều tra"), approved("i1.xa-c.2026")});
  const Assessment answered = assessed(facts);
  EXPECT_EQ(answered.result, Result::kIncomplete);  // an answer, but no number
  EXPECT_EQ(std::pair(answered.figure->reported, answered.figure->missing),
            std::pair(std::int64_t{2}, std::int64_t{1}));
  EXPECT_EQ(completeness_on(Seen(facts).world(), row_of(Seen(facts).world()), day("2026-09-30")).approved, 3);
  EXPECT_EQ(assessed(facts, "2026-09-30", {66}).result, Result::kAchieved);
  EXPECT_EQ(assessed(facts, "2026-09-30", {67}).result, Result::kIncomplete);
  const Seen seen(together(facts, std::vector{baseline(2025, "50")}));
  EXPECT_FALSE(forecast_on(seen.world(), row_of(seen.world()), day("2027-02-01")));
}

TEST(Assessments, X48WhatWasLeftToASuccessorCountsForIt) {
  std::vector<Fact> facts =
      together(an_indicator_to_measure(), std::vector{defined(terms(Combining::kSum, {"cac-xa"}))},
               counted("i1.xa-a.2026", "40"), counted("i1.xa-b.2026", "41"));
  facts.push_back({"agency/xa-b", AgencyMerged{{"xa-a"}, day("2026-03-10"), qd1()}});
  const Assessment merged = assessed(facts);
  EXPECT_EQ(std::pair(merged.figure->reported, merged.figure->due), std::pair(std::int64_t{1}, std::int64_t{2}));
  EXPECT_EQ(to_string(*merged.figure->figure.value), "81");
}

TEST(Assessments, X17TheFirstOfficialFigureHidesNoActualOnes) {
  std::vector<Fact> facts =
      together(an_indicator_to_measure(), std::vector{defined(terms(Combining::kSum, {"cac-xa"}))},
               counted("i1.xa-a.2026", "30", FigureKind::kOfficial));
  for (const char* commune : {"xa-a", "xa-b", "xa-c"})
    facts = together(facts, counted(std::string("i1.") + commune + ".2026", "25"));
  EXPECT_EQ(assessed(facts).figure->kind, FigureKind::kActual);
  for (const char* commune : {"xa-b", "xa-c"})
    facts = together(facts, counted(std::string("i1.") + commune + ".2026", "30", FigureKind::kOfficial));
  EXPECT_EQ(assessed(facts).figure->kind, FigureKind::kOfficial);
}

TEST(Assessments, X49LastYearsFigureMeetsNoTargetOfThisYear) {
  const std::vector<Fact> facts =
      with(row_with({a_target(2026, Comparator::kAtLeast, "10")}, of_one(Frequency::kYear, Counting::kInYear)), "2025",
           "12");
  const Assessment older = assessed(facts);
  EXPECT_EQ(older.result, Result::kNoData);
  EXPECT_EQ(older.reason, Reason::kYearWithoutFigure);
  EXPECT_EQ(older.figure->period, "2025");
  const Assessment stated = assessed(
      together(facts, std::vector{missing("i1.so-tai-chinh.2026", "Chưa điều tra"), approved("i1.so-tai-chinh.2026")}));
  EXPECT_EQ(stated.result, Result::kNoData);
  EXPECT_EQ(stated.reason, Reason::kStatedMissing);
  EXPECT_EQ(stated.missing->period, "2026");
  EXPECT_EQ(stated.missing->agency, AgencyId{"so-tai-chinh"});
  const Assessment drafted = assessed(together(facts, std::vector{missing("i1.so-tai-chinh.2026", "Chưa điều tra")}));
  EXPECT_FALSE(drafted.missing);
  EXPECT_EQ(assessed(with(facts, "2026", "10")).result, Result::kAchieved);
}

TEST(Assessments, X49ALaterMilestoneIsNotAchievedByAnEarlierYear) {
  const std::vector<Fact> facts =
      together(row_with({a_target(2030, Comparator::kAtLeast, "10")}, of_one(Frequency::kQuarter, Counting::kInYear)),
               std::vector{baseline(2025, "5")});
  const auto in_june = [&](std::string_view value) { return assessed(with(facts, "2026-q2", value), "2026-07-15"); };
  EXPECT_EQ(to_string(*in_june("12").expected), "3");  // half of the six that the path says for 2026
  EXPECT_EQ(in_june("12").result, Result::kOnTrack);
  EXPECT_EQ(in_june("2.9").result, Result::kBehind);
}

TEST(Assessments, X49WhatMustNotBeExceededIsKeptOnceTheYearIsOver) {
  const std::vector<Fact> facts =
      row_with({a_target(2026, Comparator::kAtMost, "10")}, of_one(Frequency::kQuarter, Counting::kInYear));
  EXPECT_EQ(assessed(with(facts, "2026-q1", "2"), "2026-05-01").result, Result::kNotYet);
  EXPECT_EQ(assessed(with(facts, "2026-q4", "9"), "2026-12-30").result, Result::kNotYet);
  EXPECT_EQ(assessed(with(facts, "2026-q4", "9"), "2027-01-15").result, Result::kAchieved);
  EXPECT_EQ(assessed(with(with(facts, "2026-q4", "9"), "2027-q1", "11"), "2027-05-01").figure->period, "2026-q4");
}

TEST(Assessments, X51AMilestoneThatIsOverIsMissedAndNotForgotten) {
  const std::vector<Fact> facts =
      together(row_with({a_target(2026, Comparator::kAtLeast, "70"), a_target(2030, Comparator::kAtLeast, "90")},
                        of_one(Frequency::kQuarter, Counting::kAtDate)),
               std::vector{baseline(2025, "50")});
  const std::vector<Fact> short_of_it = with(facts, "2026-q4", "69");
  EXPECT_EQ(assessed(short_of_it, "2026-12-30").result, Result::kBehind);  // the year is not over
  const Assessment missed = assessed(short_of_it, "2027-02-01");
  EXPECT_EQ(missed.result, Result::kMissed);
  EXPECT_EQ(missed.target->year, 2026);
  EXPECT_EQ(to_string(*missed.expected), "70");
  EXPECT_EQ(assessed(with(short_of_it, "2027-q2", "74"), "2027-07-15").result, Result::kOnTrack);  // made up for
  EXPECT_EQ(assessed(with(facts, "2026-q3", "60"), "2027-02-01").result, Result::kBehind);  // nobody knows its end
  EXPECT_EQ(assessed(with(short_of_it, "2030-q4", "89"), "2031-02-01").target->year, 2030);
  const Assessment unknown = assessed(with(facts, "2028-q4", "80"), "2031-02-01");
  EXPECT_EQ(unknown.result, Result::kNoData);
  EXPECT_EQ(unknown.reason, Reason::kYearWithoutFigure);
}

TEST(Assessments, X51OfAnAgencyAsOfTheWhole) {
  AgencyFigure figure;
  figure.period = "2026";
  figure.figure.value = number("60");
  const Target target = a_target(2026, Comparator::kAtLeast, "70");
  IndicatorTerms said;
  EXPECT_EQ(judged(figure, target, said, day("2026-09-30")), Result::kNotYet);
  EXPECT_EQ(judged(figure, target, said, day("2027-01-01")), Result::kMissed);
  figure.figure.value = number("70");
  EXPECT_EQ(judged(figure, target, said, day("2026-09-30")), Result::kAchieved);
  said.counting = Counting::kInYear;
  figure.period = "2025";
  EXPECT_EQ(judged(figure, target, said, day("2026-09-30")), Result::kNotYet);
}

TEST(Assessments, X52PeriodsOfAnotherFrequencyDoNotCount) {
  IndicatorTerms quarters = of_one(Frequency::kQuarter, Counting::kAtDate);
  quarters.valid_from = day("2026-07-01");
  const std::vector<Fact> facts = with(with(an_indicator_to_measure(), "2026", "99"), "2025", "60");
  EXPECT_EQ(assessed(facts).figure->period, "2026");
  const Seen seen(together(facts, std::vector{defined(quarters), baseline(2024, "50")}));
  const NewestFigures newest = newest_figures(seen.world(), row_of(seen.world()), day("2026-09-30"), 8);
  EXPECT_EQ(newest.latest->period, "2025");
  EXPECT_EQ(newest.trend.size(), 1u);
  const auto forecast = forecast_on(seen.world(), row_of(seen.world()), day("2026-09-30"));
  EXPECT_EQ(forecast->inputs.back().period, "2025");
}

TEST(Assessments, X52AnotherUnitIsABreak) {
  IndicatorTerms schools = of_one(Frequency::kYear, Counting::kAtDate);
  schools.valid_from = day("2026-01-01");
  schools.unit = "Trường";
  const std::vector<Fact> facts =
      together(with(an_indicator_to_measure(), "2025", "99"), std::vector{baseline(2024, "50"), defined(schools)});
  const Assessment other = assessed(facts);
  EXPECT_EQ(other.result, Result::kNotAssessable);
  EXPECT_EQ(other.reason, Reason::kUnitDiffers);
  EXPECT_EQ(other.figure->unit, "%");
  const Seen seen(with(facts, "2026", "60"));
  EXPECT_EQ(newest_figures(seen.world(), row_of(seen.world()), day("2026-09-30"), 8).trend.size(), 1u);
  EXPECT_TRUE(path_on(seen.world(), row_of(seen.world()), day("2026-09-30")).points.empty());
  EXPECT_FALSE(forecast_on(seen.world(), row_of(seen.world()), day("2027-02-01")));
}

// --- the path ---

struct Case {
  std::vector<Fact> facts;
  Date date;
  bool in_year = false;
};

std::string quarters_of_a_hundred(std::int64_t quarters) {
  return to_string(Decimal{quarters * 25, 2});
}

Case a_case(std::mt19937& random) {
  const auto pick = [&](std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random);
  };
  std::vector<Target> targets;
  for (std::int64_t year = 2026; year <= 2032; ++year)
    if (pick(0, 2) == 0) targets.push_back(a_target(year, Comparator::kAtLeast, quarters_of_a_hundred(pick(0, 400))));
  if (targets.empty()) targets.push_back(a_target(2030, Comparator::kAtLeast, "90"));
  const bool in_year = pick(0, 3) == 0;
  const Counting counting = in_year ? Counting::kInYear : Counting::kAtDate;
  Case made{row_with(targets, of_one(Frequency::kQuarter, counting)), day("2026-01-01"), in_year};
  made.facts.push_back(baseline(pick(2023, 2026), quarters_of_a_hundred(pick(0, 400))));
  if (pick(0, 3) == 0)
    made.facts.push_back(
        {std::string(kIndicator), IndicatorBreakMarked{pick(2025, 2032), "Cách hiểu mới", {}}, "so-khcn"});
  const std::string period = std::to_string(pick(2025, 2031)) + "-q" + std::to_string(pick(1, 4));
  made.facts = with(std::move(made.facts), period, quarters_of_a_hundred(pick(0, 400)));
  made.date = Date{parse_period(period)->first.days + static_cast<std::int32_t>(pick(0, 400))};
  return made;
}

__extension__ using Wide = __int128;

// `value` times `below` in millionths, of a Decimal with at most six decimals.
Wide millionths(Decimal value, std::int64_t below) {
  Wide scaled = value.mantissa;
  for (int i = value.scale; i < 6; ++i) scaled *= 10;
  return scaled * below;
}

// How far, in halves of a millionth, the value is from the line between the points at that month; none off the path.
std::optional<Wide> off_the_line(const std::vector<PathPoint>& path, std::int64_t month, std::int64_t part,
                                 Decimal value) {
  for (std::size_t i = 1; i < path.size(); ++i) {
    const std::int64_t from = end_month(path[i - 1].year), to = end_month(path[i].year);
    if (month <= from || month > to) continue;
    const Wide line = millionths(path[i - 1].value, to - month) + millionths(path[i].value, month - from);
    const Wide difference = millionths(value, (to - from) * 12) - line * part;
    return (difference < 0 ? -difference : difference) * 2 / ((to - from) * 12);
  }
  return std::nullopt;
}

TEST(Assessments, X50WhatIsExpectedLiesOnThePathThatIsShown) {
  std::mt19937 random(50);
  int held = 0, in_years = 0;
  for (int round = 0; round < 600; ++round) {
    const Case made = a_case(random);
    const Seen seen(made.facts);
    const Assessment found = assess(seen.world(), row_of(seen.world()), made.date);
    if (!found.expected) continue;
    const Path path = path_on(seen.world(), row_of(seen.world()), made.date);
    ASSERT_EQ(found.baseline, path.baseline);
    const CivilDate civil = civil_from_date(made.date);
    const std::int64_t now = std::min(end_month(found.figure->period),
                                      std::int64_t{civil.year} * 12 + static_cast<std::int64_t>(civil.month));
    const std::int64_t year = year_of(found.figure->period);
    const auto off = made.in_year
                         ? off_the_line(path.points, end_month(year), now - end_month(year - 1), *found.expected)
                         : off_the_line(path.points, now, 12, *found.expected);
    ASSERT_TRUE(off) << round;
    ASSERT_LE(*off, made.in_year ? 2 : 1) << round;  // rounded once or twice
    ++held;
    in_years += made.in_year;
    if (found.result == Result::kMissed) continue;
    const bool good = compare(*found.figure->figure.value, *found.expected) >= 0;
    ASSERT_EQ(found.result, good ? Result::kOnTrack : Result::kBehind) << round;
  }
  EXPECT_GT(held, 100);
  EXPECT_GT(in_years, 10);
}

}  // namespace
}  // namespace luuvet::test

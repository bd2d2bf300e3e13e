#include "domain/base/time.h"

#include <gtest/gtest.h>

namespace luuvet {
namespace {

constexpr std::int64_t kMsPerDay = 86'400'000;

TEST(Time, DaysCountFrom1970) {
  EXPECT_EQ(date_from_civil({1970, 1, 1}).days, 0);
  EXPECT_EQ(date_from_civil({1969, 12, 31}).days, -1);
  EXPECT_EQ(date_from_civil({2026, 3, 31}).days, 20'543);
  EXPECT_EQ(to_string(Date{20'543}), "2026-03-31");
}

TEST(Time, EveryDayFrom1900To2999FollowsTheOneBefore) {
  Date date = date_from_civil({1900, 1, 1});
  for (int year = 1900; year <= 2999; ++year) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    EXPECT_EQ(days_in_month(year, 2), leap ? 29 : 28);
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day, ++date.days) {
        ASSERT_EQ(date_from_civil({year, month, day}), date);
        const CivilDate civil = civil_from_date(date);
        ASSERT_EQ(std::tie(civil.year, civil.month, civil.day), std::tie(year, month, day));
      }
    }
  }
  EXPECT_EQ(to_string(Date{date.days - 1}), "2999-12-31");
}

TEST(Time, DatesRoundTrip) {
  for (const auto* text : {"1900-01-01", "2000-02-29", "2024-02-29", "2026-12-31", "2999-12-31"})
    EXPECT_EQ(to_string(parse_date(text).value()), text);
}

TEST(Time, RefusesDaysThatAreNone) {
  for (const auto* text : {"", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00",
                           "1899-12-31", "3000-01-01", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01",
                           "2026-01-01 ", " 2026-01-01", "2026-01-01T", "+026-01-01", "31/12/2026"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Time, VietnamDayBeginsAt17Utc) {
  const auto day_of = [](const char* text) { return to_string(vietnam_date(parse_instant(text).value())); };
  EXPECT_EQ(day_of("2026-04-24T16:59:59.999Z"), "2026-04-24");
  EXPECT_EQ(day_of("2026-04-24T17:00:00Z"), "2026-04-25");
  EXPECT_EQ(day_of("2026-12-31T17:00:00Z"), "2027-01-01");
  EXPECT_EQ(day_of("2024-02-28T17:00:00Z"), "2024-02-29");
  EXPECT_EQ(day_of("1969-12-31T16:59:59.999Z"), "1969-12-31");
  EXPECT_EQ(day_of("1969-12-31T17:00:00Z"), "1970-01-01");
  EXPECT_EQ(day_of("1960-01-01T12:00:00Z"), "1960-01-01");
}

TEST(Time, StartOfDayIsItsFirstMillisecond) {
  for (const int days : {-20'000, -1, 0, 1, 20'543}) {
    const Instant start = start_of_day(Date{days});
    EXPECT_EQ(vietnam_date(start), Date{days});
    EXPECT_EQ(vietnam_date(Instant{start.ms - 1}), Date{days - 1});
    EXPECT_EQ(vietnam_date(Instant{start.ms + kMsPerDay - 1}), Date{days});
  }
}

TEST(Time, ReadsRfc3339) {
  EXPECT_EQ(parse_instant("1970-01-01T00:00:00Z"), Instant{0});
  EXPECT_EQ(parse_instant("1970-01-01T07:00:00+07:00"), Instant{0});
  EXPECT_EQ(parse_instant("1969-12-31T23:30:00-00:30"), Instant{0});
  EXPECT_EQ(parse_instant("1970-01-01t00:00:00.5z"), Instant{500});
  EXPECT_EQ(parse_instant("1970-01-01T00:00:00.05Z"), Instant{50});
  EXPECT_EQ(parse_instant("1970-01-01T00:00:00.005Z"), Instant{5});
  EXPECT_EQ(to_string(parse_instant("2026-03-31T09:15:00.123+07:00").value()), "2026-03-31T02:15:00.123Z");
}

TEST(Time, RefusesOtherMoments) {
  for (const auto* text :
       {"", "2026-03-31", "2026-03-31T09:15Z", "2026-03-31T09:15:00", "2026-03-31 09:15:00Z", "2026-03-31T24:00:00Z",
        "2026-03-31T09:60:00Z", "2026-03-31T09:15:60Z", "2026-03-31T09:15:00.Z", "2026-03-31T09:15:00.1234Z",
        "2026-03-31T09:15:00+7:00", "2026-03-31T09:15:00+0700", "2026-03-31T09:15:00+24:00", "2026-03-31T09:15:00ZZ",
        "2026-02-30T09:15:00Z", "2026-03-31T-1:00:00Z"})
    EXPECT_FALSE(parse_instant(text)) << text;
}

TEST(Time, MomentsRoundTrip) {
  for (const std::int64_t ms : {std::int64_t{-1}, std::int64_t{0}, std::int64_t{1}, std::int64_t{-86'400'001},
                                std::int64_t{1'774'923'300'123}}) {
    const Instant instant{ms};
    EXPECT_EQ(parse_instant(to_string(instant)), instant);
  }
  EXPECT_EQ(to_string(Instant{-1}), "1969-12-31T23:59:59.999Z");
}

}  // namespace
}  // namespace luuvet

#include <gtest/gtest.h>

#include "domain/deadlines/deadline.h"

namespace luuvet {
namespace {

using enum DeadlineKind;

Deadline made(DeadlineKind kind, std::string_view start = "", std::string_view due = "") {
  Deadline deadline;
  deadline.kind = kind;
  if (!start.empty()) deadline.start = parse_date(start).value();
  if (!due.empty()) deadline.due = parse_date(due).value();
  return deadline;
}

std::string rule(const Deadline& deadline) {
  const auto fault = find_deadline_fault(deadline);
  EXPECT_EQ(deadline_fault(deadline), fault ? std::optional(std::string(fault->vi)) : std::nullopt);
  return fault ? std::string(fault->rule) : "";
}

TEST(DeadlineFault, D21DatedKindsNeedADueDay) {
  for (const auto kind : {kDate, kBeforeDate, kMonth, kMonthRange, kQuarter, kQuarterRange, kYear, kYearRange})
    EXPECT_EQ(rule(made(kind, "2026-01-01")), "D21");
  EXPECT_EQ(rule(made(kQuarter, "", "2026-06-30")), "");
}

TEST(DeadlineFault, D22FromOnHasAStartAndNoEnd) {
  EXPECT_EQ(rule(made(kFromPeriodOn)), "D22");
  EXPECT_EQ(rule(made(kFromPeriodOn, "2026-01-01", "2026-12-31")), "D22");
  EXPECT_EQ(rule(made(kFromPeriodOn, "2026-01-01")), "");
}

TEST(DeadlineFault, D23OtherKindsHaveNoWindow) {
  EXPECT_EQ(rule(made(kNone, "", "2026-12-31")), "D23");
  Deadline triggered = made(kTriggered, "2026-01-01");
  triggered.trigger = Trigger{};
  EXPECT_EQ(rule(triggered), "D23");
  EXPECT_EQ(rule(made(kNone)), "");
}

TEST(DeadlineFault, D24StartIsNotAfterDue) {
  EXPECT_EQ(rule(made(kDate, "2026-07-01", "2026-06-30")), "D24");
  EXPECT_EQ(rule(made(kOngoing, "2027-01-01", "2026-12-31")), "D24");
  EXPECT_EQ(rule(made(kDate, "2026-06-30", "2026-06-30")), "");
}

TEST(DeadlineFault, D25PeriodsKeepToTheCalendar) {
  EXPECT_EQ(rule(made(kMonth, "2026-02-01", "2026-02-28")), "");
  EXPECT_EQ(rule(made(kMonth, "2026-02-01", "2026-02-27")), "D25");
  EXPECT_EQ(rule(made(kMonth, "2026-01-01", "2026-02-28")), "D25");
  EXPECT_EQ(rule(made(kMonthRange, "2026-01-01", "2026-02-28")), "");
  EXPECT_EQ(rule(made(kMonthRange, "2026-01-02", "2026-02-28")), "D25");
  EXPECT_EQ(rule(made(kQuarter, "2026-04-01", "2026-06-30")), "");
  EXPECT_EQ(rule(made(kQuarter, "2026-04-01", "2026-05-31")), "D25");
  EXPECT_EQ(rule(made(kQuarterRange, "2026-02-01", "2026-06-30")), "D25");
  EXPECT_EQ(rule(made(kYear, "2026-01-01", "2026-12-31")), "");
  EXPECT_EQ(rule(made(kYearRange, "2026-01-01", "2030-06-30")), "D25");
}

TEST(DeadlineFault, D26AndD27Rhythms) {
  Deadline recurring = made(kRecurring);
  EXPECT_EQ(rule(recurring), "D26");
  recurring.rhythms = {{Every::kYear, 1}, {Every::kHalfYear, 2}};
  EXPECT_EQ(rule(recurring), "");
  recurring.rhythms.push_back({Every::kYear, 2});
  EXPECT_EQ(rule(recurring), "D27");
  for (const std::int64_t count : {-1, 0, 367}) {
    recurring.rhythms = {{Every::kYear, count}};
    EXPECT_EQ(rule(recurring), "D27");
  }
  Deadline ongoing = made(kOngoing);
  ongoing.rhythms = {{Every::kYear, 1}};
  EXPECT_EQ(rule(ongoing), "D26");
}

TEST(DeadlineFault, D28AndD29Triggers) {
  EXPECT_EQ(rule(made(kTriggered)), "D28");
  Deadline dated = made(kDate, "", "2026-06-30");
  dated.trigger = Trigger{};
  EXPECT_EQ(rule(dated), "D28");
  Deadline triggered = made(kTriggered);
  triggered.trigger = Trigger{Repeat::kOnce, 10};
  EXPECT_EQ(rule(triggered), "D29");
  triggered.kind = kDaysAfterTrigger;
  EXPECT_EQ(rule(triggered), "");
  for (const std::optional<std::int64_t> days : std::vector<std::optional<std::int64_t>>{std::nullopt, 0, -1, 3'661}) {
    triggered.trigger->days = days;
    EXPECT_EQ(rule(triggered), "D29");
  }
}

TEST(DeadlineFault, D30AndD31Parts) {
  Deadline compound = made(kCompound);
  EXPECT_EQ(rule(compound), "D30");
  compound.parts = {made(kOngoing), made(kDate, "", "2026-06-30")};
  EXPECT_EQ(rule(compound), "");
  compound.parts.resize(kDeadlinePartsMax + 1, made(kOngoing));
  EXPECT_EQ(rule(compound), "D30");
  compound.parts = {made(kOngoing), made(kNone)};
  EXPECT_EQ(rule(compound), "D31");
  compound.parts = {made(kOngoing), made(kDate)};
  EXPECT_EQ(rule(compound), "D21");
  Deadline nested = made(kCompound);
  nested.parts = {made(kOngoing), made(kOngoing)};
  compound.parts = {made(kOngoing), nested};
  EXPECT_EQ(rule(compound), "D31");
  Deadline ongoing = made(kOngoing);
  ongoing.parts = {made(kOngoing)};
  EXPECT_EQ(rule(ongoing), "D30");
}

}  // namespace
}  // namespace luuvet

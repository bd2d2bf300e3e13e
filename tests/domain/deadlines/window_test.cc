// Windows, periods and triggers in the cases that the table of timeliness_test.cc does not reach.
#include <gtest/gtest.h>

#include "domain/deadlines/reporting_period.h"
#include "domain/deadlines/timeliness.h"

namespace luuvet {
namespace {

using enum Timeliness;

Date day(std::string_view text) {
  return parse_date(text).value();
}

Deadline parsed(std::string_view text) {
  return parse_deadline(text, {2026, 2026});
}

TaskState task_with(std::string_view text) {
  TaskState task;
  task.content.deadline = parsed(text);
  return task;
}

AssignmentState working() {
  AssignmentState assignment;
  assignment.unit = {"joint"};
  assignment.status = Status::kInProgress;
  assignment.own_event = true;
  return assignment;
}

AssignmentState approved(std::string_view on, std::vector<std::string> periods) {
  AssignmentState assignment = working();
  Statement statement;
  statement.state = StatementState::kApproved;
  statement.approved_on = day(on);
  assignment.statements = {statement};
  assignment.reported_periods = std::move(periods);
  return assignment;
}

Timeliness on(const TaskState& task, const AssignmentState& assignment, std::string_view date) {
  return timeliness_on(task, assignment, day(date));
}

TEST(Window, L04TheFirstPartWhoseDayHasNotPassedGoverns) {
  const TaskState task = task_with("Quý II/2026; Quý IV/2026");
  EXPECT_EQ(window_on(task, working(), day("2026-06-30")).due, day("2026-06-30"));
  EXPECT_EQ(window_on(task, working(), day("2026-07-01")).due, day("2026-12-31"));
  EXPECT_EQ(window_on(task, working(), day("2027-03-01")).due, day("2026-12-31"));
  EXPECT_EQ(window_on(task, working(), day("2027-03-01")).kind, DeadlineKind::kQuarter);
}

TEST(Window, L04ThenTheStandingPart) {
  const TaskState task = task_with("2026 (cập nhật hằng năm)");
  EXPECT_EQ(on(task, working(), "2026-05-01"), kOnTime);
  EXPECT_EQ(on(task, working(), "2027-05-01"), kNotDue);
  EXPECT_EQ(on(task, working(), "2027-12-25"), kNotReported);
  EXPECT_EQ(window_on(task, working(), day("2027-05-01")).period_end, day("2027-12-31"));
}

TEST(Window, L03AnExtensionMovesThePartThatRanOut) {
  const TaskState task = task_with("Quý II/2026; Quý IV/2026");
  AssignmentState assignment = working();
  assignment.extended_due = day("2026-08-15");
  EXPECT_EQ(window_on(task, assignment, day("2026-07-20")).due, day("2026-08-15"));
  EXPECT_EQ(window_on(task, assignment, day("2026-08-16")).due, day("2026-12-31"));
}

TEST(Window, L03AnExtensionGivesADueDayToWhatHadNone) {
  AssignmentState assignment = working();
  assignment.extended_due = day("2026-08-15");
  EXPECT_EQ(on(task_with("Theo hướng dẫn của Bộ Công an"), assignment, "2026-08-16"), kOverdue);
  EXPECT_EQ(on(task_with(""), assignment, "2026-08-16"), kOverdue);
}

TEST(Window, L05TheLastRecordCorrectsTheTrigger) {
  TaskState task = task_with("10 ngày sau khi có hướng dẫn");
  task.triggers = {{day("2026-04-10"), {}, 5}, {day("2026-04-01"), {}, 6}};
  EXPECT_EQ(window_on(task, working(), day("2026-04-20")).start, day("2026-04-01"));
  EXPECT_EQ(window_on(task, working(), day("2026-04-20")).due, day("2026-04-11"));
  EXPECT_TRUE(window_on(task, working(), day("2026-03-31")).waiting);
}

TEST(Window, L06EachTimeTheEarliestUnansweredTriggerCounts) {
  TaskState task = task_with("Ngay sau mỗi cuộc thi");
  EXPECT_EQ(on(task, working(), "2026-04-20"), kWaiting);
  task.triggers = {{day("2026-05-20"), {}, 5}, {day("2026-04-10"), {}, 6}};
  EXPECT_EQ(window_on(task, working(), day("2026-06-01")).start, day("2026-04-10"));
  EXPECT_EQ(window_on(task, approved("2026-04-30", {"2026-04"}), day("2026-06-01")).start, day("2026-05-20"));
  EXPECT_EQ(on(task, approved("2026-05-31", {"2026-05"}), "2026-06-01"), kWaiting);
}

TEST(Window, L05AndL06TheDayOfTheTriggerCountsAlready) {
  TaskState once = task_with("10 ngày sau khi có hướng dẫn");
  once.triggers = {{day("2026-04-10"), {}, 5}};
  EXPECT_EQ(on(once, working(), "2026-04-09"), kWaiting);
  EXPECT_EQ(on(once, working(), "2026-04-10"), kOnTime);
  TaskState each = task_with("Ngay sau mỗi cuộc thi");
  each.triggers = once.triggers;
  EXPECT_EQ(on(each, working(), "2026-04-10"), kOnTime);
  EXPECT_EQ(on(each, approved("2026-04-10", {"2026-04"}), "2026-04-10"), kWaiting);
  EXPECT_EQ(on(each, approved("2026-04-09", {"2026-04"}), "2026-04-10"), kOnTime);
}

TEST(Window, L13TheFirstDayIsInTheWindow) {
  AssignmentState idle = working();
  idle.status = Status::kNotStarted;
  EXPECT_EQ(on(task_with("Quý II/2026"), idle, "2026-03-31"), kNotDue);
  EXPECT_EQ(on(task_with("Quý II/2026"), idle, "2026-04-01"), kOnTime);
}

TEST(Window, L06EachTimeWithDaysIsLateUntilAnswered) {
  TaskState task = task_with("10 ngày sau mỗi cuộc thi");
  ASSERT_EQ(task.content.deadline.kind, DeadlineKind::kDaysAfterTrigger);
  task.triggers = {{day("2026-04-10"), {}, 5}, {day("2026-05-20"), {}, 6}};
  EXPECT_EQ(on(task, working(), "2026-05-21"), kOverdue);
  EXPECT_EQ(on(task, approved("2026-05-02", {"2026-05"}), "2026-05-21"), kOnTime);
  EXPECT_EQ(on(task, approved("2026-05-25", {"2026-05"}), "2026-06-30"), kWaiting);
}

TEST(Window, L07ThePeriodKeepsWithinThePrintedYears) {
  const TaskState task = task_with("Thường xuyên từ ngày 10/4/2026 đến ngày 20/6/2026");
  ASSERT_EQ(task.content.deadline.kind, DeadlineKind::kOngoing);
  const auto period = [&](std::string_view date) {
    const Window window = window_on(task, working(), day(date));
    return DateRange{*window.period_start, *window.period_end};
  };
  EXPECT_EQ(period("2026-04-15"), (DateRange{day("2026-04-10"), day("2026-04-30")}));
  EXPECT_EQ(period("2026-05-15"), (DateRange{day("2026-05-01"), day("2026-05-31")}));
  EXPECT_EQ(period("2026-06-15"), (DateRange{day("2026-06-01"), day("2026-06-20")}));
  EXPECT_EQ(period("2027-06-15"), (DateRange{day("2026-06-01"), day("2026-06-20")}));
  AssignmentState idle = working();
  idle.status = Status::kNotStarted;
  EXPECT_EQ(on(task, idle, "2026-04-09"), kNotDue);
  EXPECT_EQ(on(task, approved("2026-06-10", {"2026-06"}), "2027-06-15"), kReported);
}

TEST(Window, L07OfSeveralRhythmsTheOneThatPressesMost) {
  const TaskState task = task_with("Định kỳ 6 tháng, hằng năm");
  EXPECT_EQ(window_on(task, working(), day("2026-03-01")).rhythm.every, Every::kHalfYear);
  EXPECT_EQ(on(task, working(), "2026-06-23"), kNotDue);
  EXPECT_EQ(on(task, working(), "2026-06-24"), kNotReported);
  const AssignmentState first_half = approved("2026-06-20", {"2026-h1"});
  EXPECT_EQ(on(task, first_half, "2026-06-30"), kReported);
  EXPECT_EQ(on(task, first_half, "2026-12-30"), kNotReported);
}

TEST(Window, L08AReportCountsForThePeriodItNames) {
  const TaskState monthly = task_with("Thường xuyên");
  EXPECT_EQ(on(monthly, approved("2026-04-24", {"2026-04"}), "2026-04-30"), kReported);
  EXPECT_EQ(on(monthly, approved("2026-04-24", {"2026-03"}), "2026-04-30"), kNotReported);
  EXPECT_EQ(on(monthly, approved("2026-06-24", {"2026-q2"}), "2026-04-30"), kReported);
  const TaskState quarterly = task_with("Hằng quý");
  EXPECT_EQ(on(quarterly, approved("2026-04-24", {"2026-04"}), "2026-06-30"), kReported);
  EXPECT_EQ(on(quarterly, approved("2026-04-24", {"2026-04"}), "2026-07-01"), kNotDue);
  EXPECT_EQ(on(monthly, approved("2026-04-24", {"nonsense", ""}), "2026-04-30"), kNotReported);
}

TEST(Window, L08SeveralTimesAPeriodNeedAsManyReports) {
  const TaskState twice = task_with("2 lần/năm");
  EXPECT_EQ(on(twice, approved("2026-04-24", {"2026-04"}), "2026-12-31"), kNotReported);
  EXPECT_EQ(on(twice, approved("2026-10-24", {"2026-04", "2026-10"}), "2026-12-31"), kReported);
  EXPECT_EQ(on(twice, approved("2026-12-24", {"2026"}), "2026-12-31"), kReported);
}

TEST(Window, L08WeeksGoByTheDayOfApproval) {
  const TaskState weekly = task_with("Hàng tuần");
  const AssignmentState assignment = approved("2026-04-15", {"2026-04"});
  EXPECT_EQ(on(weekly, assignment, "2026-04-13"), kReported);
  EXPECT_EQ(on(weekly, assignment, "2026-04-19"), kReported);
  EXPECT_EQ(on(weekly, assignment, "2026-04-20"), kNotReported);
  EXPECT_EQ(on(weekly, assignment, "2026-04-06"), kReported);
}

TEST(ReportingPeriod, ReadsThePeriodsOfStatements) {
  const auto range = [](std::string_view first, std::string_view last) { return DateRange{day(first), day(last)}; };
  EXPECT_EQ(parse_period("2026-02"), range("2026-02-01", "2026-02-28"));
  EXPECT_EQ(parse_period("2026-12"), range("2026-12-01", "2026-12-31"));
  EXPECT_EQ(parse_period("2026-q1"), range("2026-01-01", "2026-03-31"));
  EXPECT_EQ(parse_period("2026-h2"), range("2026-07-01", "2026-12-31"));
  EXPECT_EQ(parse_period("2026"), range("2026-01-01", "2026-12-31"));
  for (const auto* text : {"", "202", "2026-", "2026-0", "2026-00", "2026-13", "2026-q0", "2026-q5", "2026-h3",
                           "2026-Q1", "2026-q12", "26-01", "20 6", "2026-x1", "2026-04-01"})
    EXPECT_FALSE(parse_period(text)) << text;
}

TEST(ReportingPeriod, EveryDayLiesInItsPeriods) {
  for (Date date = day("2023-12-01"); date < day("2029-02-01"); ++date.days) {
    for (const Every every : {Every::kWeek, Every::kMonth, Every::kQuarter, Every::kHalfYear, Every::kYear}) {
      const DateRange period = calendar_period(every, date);
      ASSERT_TRUE(period.contains(date));
      ASSERT_EQ(calendar_period(every, period.first), period);
      ASSERT_EQ(calendar_period(every, period.last), period);
      ASSERT_EQ(calendar_period(every, Date{period.last.days + 1}).first.days, period.last.days + 1);
    }
  }
  EXPECT_EQ(calendar_period(Every::kWeek, day("2026-04-13")).first, day("2026-04-13"));  // a Monday
}

}  // namespace
}  // namespace luuvet

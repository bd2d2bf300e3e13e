// Timeliness against a table of its own: for every kind the five places of a day in its window, in words, as
// SPEC-deadlines.md has them.
#include "domain/deadlines/timeliness.h"

#include <gtest/gtest.h>

#include <map>

namespace luuvet {
namespace {

using enum Timeliness;

Date day(std::string_view text) {
  return parse_date(text).value();
}

// The window of the dated kinds is the second quarter of 2026.
constexpr std::array<std::string_view, 5> kDays{"2026-03-15", "2026-06-23", "2026-06-24", "2026-06-30", "2026-07-01"};
constexpr std::array<std::string_view, 5> kPlaces{"before", "inside", "first of the last 7", "due day", "after"};

// Five places, as short words: nd not-due, ot on-time, ds due-soon, od overdue, wt waiting, rp reported, nr
// not-reported, no no-deadline.
struct Expected {
  std::string_view not_started;
  std::string_view in_progress;
};

[[nodiscard]] Timeliness from_word(std::string_view word) {
  static const std::map<std::string_view, Timeliness> words{{"nd", kNotDue},      {"ot", kOnTime},    {"ds", kDueSoon},
                                                            {"od", kOverdue},     {"wt", kWaiting},   {"rp", kReported},
                                                            {"nr", kNotReported}, {"no", kNoDeadline}};
  return words.at(word);
}

Deadline of_kind(DeadlineKind kind) {
  Deadline deadline;
  deadline.kind = kind;
  if (kind <= DeadlineKind::kYearRange) deadline.due = day("2026-06-30");
  const bool has_start = kind >= DeadlineKind::kMonth && kind <= DeadlineKind::kFromPeriodOn;
  if (has_start) deadline.start = day("2026-04-01");
  if (kind == DeadlineKind::kRecurring) deadline.rhythms = {{Every::kQuarter, 1}};
  if (kind == DeadlineKind::kTriggered) deadline.trigger = Trigger{};
  if (kind == DeadlineKind::kDaysAfterTrigger) deadline.trigger = Trigger{Repeat::kOnce, 90};
  if (kind == DeadlineKind::kCompound)
    deadline.parts = {of_kind(DeadlineKind::kQuarter), of_kind(DeadlineKind::kRecurring)};
  return deadline;
}

// What is so beside kind, status and day.
enum class Case { kPlain, kTriggered, kExtended, kReported };

// The table. A trigger has occurred on 1 April in case kTriggered; the extension runs to 7 July; the report is for the
// second quarter.
Expected expected(DeadlineKind kind, Case that) {
  using enum DeadlineKind;
  if (that == Case::kExtended) {
    if (kind == kOngoing) return {"nr nr nr nr nr", "nr nr nr nr nr"};
    if (kind == kRecurring) return {"nd nd nr nr nd", "nd nd nr nr nd"};
    const bool has_start = (kind >= kMonth && kind <= kFromPeriodOn) || kind == kCompound;
    return {has_start ? "nd ot ot ot ds" : "ot ot ot ot ds", "ot ot ot ot ds"};
  }
  switch (kind) {
    case kDate:
    case kBeforeDate:
      return {"ot ot ds ds od", "ot ot ds ds od"};
    case kMonth:
    case kMonthRange:
    case kQuarter:
    case kQuarterRange:
    case kYear:
    case kYearRange:
      return {"nd ot ds ds od", "ot ot ds ds od"};
    case kFromPeriodOn:
      return {"nd ot ot ot ot", "ot ot ot ot ot"};
    case kOngoing:
      if (that == Case::kReported) return {"nr rp rp rp nr", "nr rp rp rp nr"};
      return {"nr nr nr nr nr", "nr nr nr nr nr"};
    case kRecurring:
      if (that == Case::kReported) return {"nd rp rp rp nd", "nd rp rp rp nd"};
      return {"nd nd nr nr nd", "nd nd nr nr nd"};
    case kTriggered:
      if (that == Case::kTriggered) return {"wt ot ot ot ot", "wt ot ot ot ot"};
      return {"wt wt wt wt wt", "wt wt wt wt wt"};
    case kDaysAfterTrigger:
      if (that == Case::kTriggered) return {"wt ot ds ds od", "wt ot ds ds od"};
      return {"wt wt wt wt wt", "wt wt wt wt wt"};
    case kCompound:
      return {"nd ot ds ds nd", "ot ot ds ds nd"};  // the quarter, then every quarter
    case kNone:
      return {"no no no no no", "no no no no no"};
  }
  return {};
}

Timeliness expected_open(DeadlineKind kind, Case that, bool in_progress, std::size_t place) {
  const Expected words = expected(kind, that);
  return from_word((in_progress ? words.in_progress : words.not_started).substr(place * 3, 2));
}

enum class Evidence { kNone, kOpeningUnconfirmed, kOpeningConfirmed, kOwnEvent };

TaskState task_with(Deadline deadline) {
  TaskState task;
  task.content.id = {"da11.ii.i.1.1"};
  task.content.deadline = std::move(deadline);
  task.assigned = true;
  return task;
}

AssignmentState assignment_with(Status status, Evidence evidence = Evidence::kOwnEvent) {
  AssignmentState assignment;
  assignment.id = {"da11.ii.i.1.1.joint"};
  assignment.task = {"da11.ii.i.1.1"};
  assignment.unit = {"joint"};
  assignment.status = status;
  assignment.own_event = evidence == Evidence::kOwnEvent;
  if (evidence == Evidence::kOpeningUnconfirmed || evidence == Evidence::kOpeningConfirmed) {
    assignment.opening = OpeningState{};
    assignment.opening->confirmed = evidence == Evidence::kOpeningConfirmed;
  }
  return assignment;
}

void apply(Case that, TaskState& task, AssignmentState& assignment) {
  if (that == Case::kTriggered) task.triggers = {{day("2026-04-01"), {}, 9}};
  if (that == Case::kExtended) assignment.extended_due = day("2026-07-07");
  if (that == Case::kReported) assignment.reported_periods = {"2026-q2"};
}

constexpr std::array kCases{Case::kPlain, Case::kTriggered, Case::kExtended, Case::kReported};
constexpr std::array kEvidence{Evidence::kNone, Evidence::kOpeningUnconfirmed, Evidence::kOpeningConfirmed,
                               Evidence::kOwnEvent};

template <class F>
void for_each_kind_case_place(F&& f) {
  for (int kind = 0; kind <= static_cast<int>(DeadlineKind::kNone); ++kind)
    for (const Case that : kCases)
      for (std::size_t place = 0; place < kDays.size(); ++place) {
        SCOPED_TRACE(testing::Message() << "kind " << kind << " case " << static_cast<int>(that) << " "
                                        << kPlaces[place]);
        f(static_cast<DeadlineKind>(kind), that, place);
      }
}

TEST(Timeliness, L01TheStatusDateMovesTheCalendarNotWhatIsKnown) {
  const TaskState task = task_with(of_kind(DeadlineKind::kQuarter));
  AssignmentState assignment = assignment_with(Status::kInProgress);
  assignment.own_event = true;
  EXPECT_EQ(timeliness_on(task, assignment, day("2026-05-10")), kOnTime);
  EXPECT_EQ(timeliness_on(task, assignment, day("2026-07-10")), kOverdue);
  assignment.extended_due = day("2026-07-31");  // granted later, and it holds for every day asked for
  EXPECT_EQ(timeliness_on(task, assignment, day("2026-07-10")), kOnTime);
}

TEST(Timeliness, L12ToL18OpenWorkStandsAsInTheTable) {
  for_each_kind_case_place([](DeadlineKind kind, Case that, std::size_t place) {
    for (const Status status : {Status::kNotStarted, Status::kInProgress}) {
      TaskState task = task_with(of_kind(kind));
      AssignmentState assignment = assignment_with(status);
      apply(that, task, assignment);
      EXPECT_EQ(timeliness_on(task, assignment, day(kDays[place])),
                expected_open(kind, that, status == Status::kInProgress, place));
    }
  });
}

TEST(Timeliness, L17UnconfirmedStandsWhereItWouldAccuse) {
  for_each_kind_case_place([](DeadlineKind kind, Case that, std::size_t place) {
    for (const Evidence evidence : kEvidence) {
      TaskState task = task_with(of_kind(kind));
      AssignmentState assignment = assignment_with(Status::kNotStarted, evidence);
      apply(that, task, assignment);
      const Timeliness known = expected_open(kind, that, false, place);
      const bool accuses = known == kOverdue || known == kNotReported;
      const bool silent = evidence == Evidence::kNone || evidence == Evidence::kOpeningUnconfirmed;
      EXPECT_EQ(timeliness_on(task, assignment, day(kDays[place])), accuses && silent ? kUnconfirmed : known);
    }
  });
}

TEST(Timeliness, L09StoppedWorkStandsStill) {
  for_each_kind_case_place([](DeadlineKind kind, Case that, std::size_t place) {
    for (int status = 0; status <= static_cast<int>(Status::kCancelled); ++status) {
      TaskState task = task_with(of_kind(kind));
      AssignmentState assignment = assignment_with(static_cast<Status>(status));
      apply(that, task, assignment);
      task.suspended = true;
      EXPECT_EQ(timeliness_on(task, assignment, day(kDays[place])), kStopped);
      EXPECT_EQ(shown_status(task, assignment), Status::kSuspended);
      task.cancelled = true;
      EXPECT_EQ(shown_status(task, assignment), Status::kCancelled);
      EXPECT_EQ(timeliness_on(task, assignment, day(kDays[place])), kStopped);
    }
  });
}

// Whether a product of the day is late; the extension moves the day, the trigger opens the window of kDaysAfterTrigger.
bool late(DeadlineKind kind, Case that, std::size_t place) {
  const bool has_due =
      kind <= DeadlineKind::kYearRange || (kind == DeadlineKind::kDaysAfterTrigger && that == Case::kTriggered);
  return has_due && that != Case::kExtended && place == 4;
}

TEST(Timeliness, L10CompletedIsJudgedByTheProductsDay) {
  for_each_kind_case_place([](DeadlineKind kind, Case that, std::size_t place) {
    for (const auto completed : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{4}}) {
      TaskState task = task_with(of_kind(kind));
      AssignmentState assignment = assignment_with(Status::kCompleted, Evidence::kNone);
      apply(that, task, assignment);
      assignment.completed_on = day(kDays[completed]);
      EXPECT_EQ(timeliness_on(task, assignment, day(kDays[place])),
                late(kind, that, completed) ? kCompletedLate : kCompletedOnTime);
      assignment.completed_on.reset();
      EXPECT_EQ(timeliness_on(task, assignment, day(kDays[place])), kCompletedOnTime);
    }
  });
}

TEST(Timeliness, L11AwaitingIsJudgedByTheProductsDay) {
  for_each_kind_case_place([](DeadlineKind kind, Case that, std::size_t place) {
    for (const auto completed : {std::size_t{0}, std::size_t{3}, std::size_t{4}}) {
      TaskState task = task_with(of_kind(kind));
      AssignmentState assignment = assignment_with(Status::kAwaitingAcceptance);
      apply(that, task, assignment);
      assignment.completed_on = day(kDays[completed]);
      const bool no_deadline = kind == DeadlineKind::kNone && that != Case::kExtended;
      const Timeliness in_time = no_deadline ? kNoDeadline : kOnTime;
      EXPECT_EQ(timeliness_on(task, assignment, day(kDays[place])), late(kind, that, completed) ? kOverdue : in_time);
    }
  });
}

TEST(Timeliness, EveryStatusHasOneValueWhateverElseIsSo) {
  std::size_t combinations = 0;
  for_each_kind_case_place([&](DeadlineKind kind, Case that, std::size_t place) {
    for (int status = 0; status <= static_cast<int>(Status::kCancelled); ++status)
      for (const Evidence evidence : kEvidence)
        for (const bool with_day : {false, true}) {
          TaskState task = task_with(of_kind(kind));
          AssignmentState assignment = assignment_with(static_cast<Status>(status), evidence);
          apply(that, task, assignment);
          if (with_day) assignment.completed_on = day(kDays[2]);
          const auto value = timeliness_on(task, assignment, day(kDays[place]));
          EXPECT_LE(static_cast<int>(value), static_cast<int>(kUnconfirmed));
          ++combinations;
        }
  });
  EXPECT_EQ(combinations, 15u * 4 * 5 * 6 * 4 * 2);
}

}  // namespace
}  // namespace luuvet

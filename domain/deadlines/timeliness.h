// Timeliness: how a piece of work stands against its deadline on a given day. Derived, never stored. SPEC.md has the
// table status x deadline kind x date; it is total.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

#include "domain/tasks/assignment.h"
#include "domain/tasks/task.h"
#include "domain/world.h"

namespace luuvet {

enum class Timeliness : std::uint8_t {
  kNotDue,
  kOnTime,
  kDueSoon,
  kOverdue,
  kWaiting,
  kReported,
  kNotReported,
  kNoDeadline,
  kCompletedOnTime,
  kCompletedLate,
  kStopped,
  kUnconfirmed,
};
BOOST_DESCRIBE_ENUM(Timeliness, kNotDue, kOnTime, kDueSoon, kOverdue, kWaiting, kReported, kNotReported, kNoDeadline,
                    kCompletedOnTime, kCompletedLate, kStopped, kUnconfirmed)

inline constexpr int kDueSoonDays = 7;

// The window in force for one assignment on `status_date`: of compound deadlines the part that governs then; with
// trigger and granted extension applied.
struct Window {
  DeadlineKind kind = DeadlineKind::kNone;  // never kCompound
  std::optional<Date> start;
  std::optional<Date> due;
  bool waiting = false;  // for its trigger
  // kOngoing, kRecurring: the period of status_date, of several rhythms that of the one that presses most.
  Rhythm rhythm{Every::kMonth, 1};
  std::optional<Date> period_start;
  std::optional<Date> period_end;
  bool reported = false;  // in that period
};
Window window_on(const TaskState& task, const AssignmentState& assignment, Date status_date);

// The status shown: the assignment's own, under the task's suspension or cancelling.
Status shown_status(const TaskState& task, const AssignmentState& assignment);

Timeliness timeliness_on(const TaskState& task, const AssignmentState& assignment, Date status_date);

// A task as a whole, from its assignments in force: completed when all are; overdue if one is; else the most pressing.
struct TaskStanding {
  Status status = Status::kNotStarted;
  Timeliness timeliness = Timeliness::kNoDeadline;
  std::optional<std::int64_t> progress_percent;  // mean of the approved, rounded down; completed = 100
};
TaskStanding standing_on(const World& world, const TaskState& task, Date status_date);

}  // namespace luuvet

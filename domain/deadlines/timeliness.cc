#include "domain/deadlines/timeliness.h"

#include <algorithm>
#include <array>

#include "domain/deadlines/year_standing.h"
#include "domain/tasks/units.h"

namespace luuvet {
namespace {

bool contains(const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::find(list.begin(), list.end(), agency) != list.end();
}

bool is_standing(DeadlineKind kind) {
  return kind == DeadlineKind::kOngoing || kind == DeadlineKind::kRecurring;
}

bool is_within_last_days(Date date, Date last) {
  return date.days > last.days - kDueSoonDays;
}

// Nobody has said yet how the work stands: not its agency by an act or by a plan for a year, nor its head by confirming
// the opening state.
bool is_unconfirmed(const AssignmentState& assignment) {
  const bool opening_confirmed = assignment.opening && assignment.opening->confirmed;
  return !opening_confirmed && !assignment.own_event && assignment.year_work.planned.empty();
}

// The product is there: judged by its own day, against the window that was in force on that day.
bool is_product_late(const TaskState& task, const AssignmentState& assignment) {
  if (!assignment.completed_on) return false;
  const auto due = window_on(task, assignment, *assignment.completed_on).due;
  return due && *assignment.completed_on > *due;
}

Timeliness of_completed(const TaskState& task, const AssignmentState& assignment) {
  return is_product_late(task, assignment) ? Timeliness::kCompletedLate : Timeliness::kCompletedOnTime;
}

Timeliness of_awaiting(const TaskState& task, const AssignmentState& assignment, Date date) {
  if (is_product_late(task, assignment)) return Timeliness::kOverdue;
  const Window window = window_on(task, assignment, date);
  return window.kind == DeadlineKind::kNone && !window.due ? Timeliness::kNoDeadline : Timeliness::kOnTime;
}

Timeliness of_standing(const Window& window, Date date) {
  if (window.reported) return Timeliness::kReported;
  if (window.kind == DeadlineKind::kRecurring && !is_within_last_days(date, *window.period_end))
    return Timeliness::kNotDue;
  return Timeliness::kNotReported;
}

// Not started or in progress.
Timeliness of_open(const Window& window, bool begun, Date date) {
  if (window.waiting) return Timeliness::kWaiting;
  if (window.start && date < *window.start && !begun) return Timeliness::kNotDue;
  if (is_standing(window.kind)) return of_standing(window, date);
  if (!window.due) return window.kind == DeadlineKind::kNone ? Timeliness::kNoDeadline : Timeliness::kOnTime;
  if (date > *window.due) return Timeliness::kOverdue;
  return is_within_last_days(date, *window.due) ? Timeliness::kDueSoon : Timeliness::kOnTime;
}

// Place in the order in which a whole takes over the standing of its parts; the first presses most.
std::size_t pressing_order(Timeliness timeliness) {
  using enum Timeliness;
  constexpr std::array kOrder{kOverdue,  kNotReported, kUnconfirmed, kDueSoon,       kWaiting,         kOnTime,
                              kReported, kNotDue,      kNoDeadline,  kCompletedLate, kCompletedOnTime, kStopped};
  return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), timeliness) - kOrder.begin());
}

// Of standing work, what presses more: its deadline or the plan for the year.
Timeliness with_plan(Timeliness timeliness, const Window& window, const AssignmentState& assignment, Date date) {
  const auto planned = is_standing_work(window) ? planned_timeliness(assignment, date) : std::nullopt;
  return planned && pressing_order(*planned) < pressing_order(timeliness) ? *planned : timeliness;
}

Timeliness of_status(Status status, const TaskState& task, const AssignmentState& assignment, Date date) {
  switch (status) {
    case Status::kSuspended:
    case Status::kCancelled:
      return Timeliness::kStopped;
    case Status::kCompleted:
      return of_completed(task, assignment);
    case Status::kAwaitingAcceptance:
      return of_awaiting(task, assignment, date);
    case Status::kNotStarted:
    case Status::kInProgress:
      break;
  }
  const Window window = window_on(task, assignment, date);
  return with_plan(of_open(window, status == Status::kInProgress, date), window, assignment, date);
}

// Counts of the assignments in force, one by one.
struct Tally {
  std::int64_t total = 0;
  std::int64_t completed = 0;
  std::int64_t awaiting = 0;
  std::int64_t begun = 0;  // in progress or further
  std::int64_t percent_sum = 0;
  bool has_percent = false;
  Timeliness pressing = Timeliness::kStopped;

  void add(const TaskState& task, const AssignmentState& assignment, Date date) {
    const Status status = assignment.status;
    if (status == Status::kCancelled) return;
    ++total;
    completed += status == Status::kCompleted;
    awaiting += status == Status::kAwaitingAcceptance;
    begun += status != Status::kNotStarted;
    const auto percent = status == Status::kCompleted ? std::optional<std::int64_t>(100) : assignment.percent;
    has_percent |= percent.has_value();
    percent_sum += percent.value_or(0);
    const Timeliness timeliness = timeliness_on(task, assignment, date);
    if (pressing_order(timeliness) < pressing_order(pressing)) pressing = timeliness;
  }

  Status status() const {
    if (completed == total) return Status::kCompleted;
    if (completed + awaiting == total) return Status::kAwaitingAcceptance;
    return begun > 0 ? Status::kInProgress : Status::kNotStarted;
  }

  std::optional<std::int64_t> progress() const {
    return has_percent ? std::optional(percent_sum / total) : std::nullopt;
  }
};

// A leaf that nobody has been charged with yet stands as one unit that has not begun.
Tally tally(const World& world, const TaskState& task, Date date) {
  Tally result;
  for_each_assignment(world, task, [&](const AssignmentState& each) { result.add(task, each, date); });
  if (!task.assigned && carries_work(task.content))
    result.add(task, initial_assignment(task.content.id, {std::string(kJointUnit)}), date);
  return result;
}

}  // namespace

Status shown_status(const TaskState& task, const AssignmentState& assignment) {
  const auto& off = task.cancelled_units;
  const bool taken_off =
      std::binary_search(off.begin(), off.end(), assignment.unit) && !contains(task.units, assignment.unit);
  if (task.cancelled || taken_off) return Status::kCancelled;
  return task.suspended ? Status::kSuspended : assignment.status;
}

Timeliness timeliness_on(const TaskState& task, const AssignmentState& assignment, Date status_date) {
  const Date date = task.carried_to ? std::min(status_date, last_of_year(task.carried_to->year)) : status_date;
  const Timeliness timeliness = of_status(shown_status(task, assignment), task, assignment, date);
  const bool accuses = timeliness == Timeliness::kOverdue || timeliness == Timeliness::kNotReported;
  return accuses && is_unconfirmed(assignment) ? Timeliness::kUnconfirmed : timeliness;
}

TaskStanding standing_on(const World& world, const TaskState& task, Date status_date) {
  const Tally sum = tally(world, task, status_date);
  TaskStanding standing;
  if (sum.total > 0) standing = {sum.status(), sum.pressing, sum.progress()};
  if (!task.cancelled && !task.suspended) return standing;
  standing.status = task.cancelled ? Status::kCancelled : Status::kSuspended;
  standing.timeliness = Timeliness::kStopped;
  return standing;
}

}  // namespace luuvet

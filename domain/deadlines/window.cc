#include <algorithm>

#include "domain/deadlines/timeliness.h"
#include "domain/tasks/reported.h"

namespace luuvet {
namespace {

bool is_dated(DeadlineKind kind) {
  return kind <= DeadlineKind::kYearRange;
}
bool is_standing(DeadlineKind kind) {
  return kind == DeadlineKind::kOngoing || kind == DeadlineKind::kRecurring;
}

bool has_passed(const std::optional<Date>& due, Date date) {
  return due && date > *due;
}

// Of several parts the extension moves the last one that would have been due before it, since that is the one which ran
// out of time.
std::size_t extended_part(const std::vector<Deadline>& parts, Date extended_due) {
  std::size_t result = parts.size();
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (is_dated(parts[i].kind) && parts[i].due < extended_due) result = i;
  return result;
}

// The first part whose day has not passed; else the standing one; else the last.
const Deadline& governing_part(const std::vector<Deadline>& parts, Date date) {
  const auto open = std::find_if(parts.begin(), parts.end(), [&](const Deadline& part) {
    return is_dated(part.kind) && !has_passed(part.due, date);
  });
  if (open != parts.end()) return *open;
  const auto standing =
      std::find_if(parts.begin(), parts.end(), [](const Deadline& part) { return is_standing(part.kind); });
  return standing != parts.end() ? *standing : parts.back();
}

// Standing work without an end gets none by an extension either: it would stop counting periods there.
void extend(Deadline& deadline, const std::optional<Date>& extended_due) {
  if (extended_due && (deadline.due || !is_standing(deadline.kind))) deadline.due = extended_due;
}

// The deadline without parts that is in force on the day, with the extension in the place of its due day.
Deadline in_force(const Deadline& deadline, const std::optional<Date>& extended_due, Date date) {
  if (deadline.kind != DeadlineKind::kCompound) {
    Deadline result = deadline;
    extend(result, extended_due);
    return result;
  }
  if (deadline.parts.empty()) return {};
  auto parts = deadline.parts;
  const std::size_t moved = extended_due ? extended_part(parts, *extended_due) : parts.size();
  if (moved < parts.size()) extend(parts[moved], extended_due);
  Deadline result = governing_part(parts, date);
  if (moved == parts.size()) extend(result, extended_due);
  return result;
}

// The occurrence that counts: for `once` the last one recorded, since a second record corrects the first; for
// `each-time` the earliest one that no approved statement has answered yet.
std::optional<Date> pending_trigger(const TaskState& task, const AssignmentState& assignment, Repeat repeat,
                                    Date date) {
  if (repeat == Repeat::kOnce) {
    if (task.triggers.empty() || task.triggers.back().occurred_on > date) return std::nullopt;
    return task.triggers.back().occurred_on;
  }
  const auto answered_on = last_approved_on(assignment);
  std::optional<Date> earliest;
  for (const TriggerOccurrence& occurrence : task.triggers) {
    const Date day = occurrence.occurred_on;
    const bool pending = day <= date && (!answered_on || day > *answered_on);
    if (pending && (!earliest || day < *earliest)) earliest = day;
  }
  return earliest;
}

void apply_trigger(Window& window, const Trigger& trigger, std::optional<Date> occurred_on) {
  window.start = occurred_on;
  if (window.due) return;  // an extension names the day itself
  window.waiting = !occurred_on;
  if (occurred_on && trigger.days) window.due = Date{occurred_on->days + static_cast<std::int32_t>(*trigger.days)};
}

void apply_period(Window& window, const DateRange& period) {
  window.period_start =
      window.start && *window.start <= period.last ? std::max(period.first, *window.start) : period.first;
  window.period_end = window.due && *window.due >= period.first ? std::min(period.last, *window.due) : period.last;
}

// Of several rhythms the one that presses most: without its report and soonest to end.
Rhythm pressing_rhythm(const std::vector<Rhythm>& rhythms, const AssignmentState& assignment, Date date) {
  const auto is_less_pressing = [&](const Rhythm& a, const Rhythm& b) {
    const bool a_reported = is_reported(assignment, a, date);
    const bool b_reported = is_reported(assignment, b, date);
    if (a_reported != b_reported) return a_reported;
    return calendar_period(a.every, date).last > calendar_period(b.every, date).last;
  };
  return *std::max_element(rhythms.begin(), rhythms.end(), is_less_pressing);
}

}  // namespace

Window window_on(const TaskState& task, const AssignmentState& assignment, Date status_date) {
  const Deadline deadline = in_force(task.content.deadline, assignment.extended_due, status_date);
  Window window;
  window.kind = deadline.kind == DeadlineKind::kCompound ? DeadlineKind::kNone : deadline.kind;
  window.start = deadline.start;
  window.due = deadline.due;
  if (deadline.trigger)
    apply_trigger(window, *deadline.trigger, pending_trigger(task, assignment, deadline.trigger->repeat, status_date));
  if (is_standing(window.kind)) {
    const Date day = window.due ? std::min(status_date, *window.due) : status_date;
    window.rhythm =
        deadline.rhythms.empty() ? Rhythm{Every::kMonth, 1} : pressing_rhythm(deadline.rhythms, assignment, day);
    apply_period(window, calendar_period(window.rhythm.every, day));
    window.reported = is_reported(assignment, window.rhythm, day);
  }
  return window;
}

}  // namespace luuvet

#include "domain/tasks/reported.h"

#include <algorithm>

namespace luuvet {
namespace {

// A statement for the period, for a part of it, or for a longer one around it.
bool touches_period(const std::string& reported, const DateRange& period) {
  const auto range = parse_period(reported);
  return range && (period.contains(*range) || range->contains(period));
}

bool has_reports(const AssignmentState& assignment, const DateRange& period, std::int64_t needed) {
  std::int64_t count = 0;
  for (const std::string& reported : assignment.reported_periods) {
    if (!touches_period(reported, period)) continue;
    if (parse_period(reported)->contains(period)) return true;
    ++count;
  }
  return count >= needed;
}

// Reported months are too coarse for the weeks since the last approval, so those go by its day.
bool is_week_reported(const AssignmentState& assignment, const DateRange& week) {
  const auto approved_on = last_approved_on(assignment);
  if (!approved_on || *approved_on < week.first) return false;
  return week.contains(*approved_on) || has_reports(assignment, week, 1);
}

}  // namespace

bool is_reported(const AssignmentState& assignment, const Rhythm& rhythm, Date date) {
  const DateRange period = calendar_period(rhythm.every, date);
  if (rhythm.every == Every::kWeek) return is_week_reported(assignment, period);
  return has_reports(assignment, period, rhythm.count);
}

std::optional<Date> last_approved_on(const AssignmentState& assignment) {
  std::optional<Date> last;
  for (const Statement& statement : assignment.statements)
    if (statement.state == StatementState::kApproved && statement.approved_on)
      last = std::max(last, statement.approved_on);
  return last;
}

}  // namespace luuvet

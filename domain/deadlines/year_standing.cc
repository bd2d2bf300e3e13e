#include "domain/deadlines/year_standing.h"

#include <algorithm>

namespace luuvet {
namespace {

// Accepted, or waiting for that with a product of the year itself.
bool has_result(const YearWork& work, std::int64_t year) {
  const YearResult* result = find_result(work, year);
  if (!result || result->state == YearResultState::kReturned) return false;
  return result->state == YearResultState::kAccepted || result->completed_on <= last_of_year(year);
}

bool is_overdue(const YearWork& work, const PlannedYear& plan, Date date) {
  if (date > last_of_year(plan.year)) return true;
  return std::any_of(plan.milestones.begin(), plan.milestones.end(), [&](const Milestone& each) {
    return each.due < date && !find_met(work, plan.agency, plan.year, each.id);
  });
}

bool is_due_soon(const YearWork& work, const PlannedYear& plan, Date date) {
  return std::any_of(plan.milestones.begin(), plan.milestones.end(), [&](const Milestone& each) {
    return each.due >= date && date.days > each.due.days - kDueSoonDays &&
           !find_met(work, plan.agency, plan.year, each.id);
  });
}

}  // namespace

std::optional<Timeliness> planned_timeliness(const AssignmentState& assignment, Date status_date) {
  const YearWork& work = assignment.year_work;
  std::optional<Timeliness> result;
  for (const PlannedYear& plan : work.planned) {
    if (plan.left_out || has_result(work, plan.year)) continue;
    if (is_overdue(work, plan, status_date)) return Timeliness::kOverdue;
    if (is_due_soon(work, plan, status_date)) result = Timeliness::kDueSoon;
  }
  return result;
}

bool is_standing_work(const Window& window) {
  return window.kind == DeadlineKind::kOngoing || window.kind == DeadlineKind::kRecurring ||
         (window.kind == DeadlineKind::kFromPeriodOn && !window.due);
}

}  // namespace luuvet

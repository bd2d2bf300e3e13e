#include "domain/missions/mission_course.h"

#include <algorithm>

namespace luuvet {
namespace {

// The same day a year later; after 29 February the 28th.
Date year_later(Date date) {
  CivilDate civil = civil_from_date(date);
  ++civil.year;
  civil.day = std::min(civil.day, days_in_month(civil.year, civil.month));
  return date_from_civil(civil);
}

}  // namespace

bool is_passed(const MissionCourse& course, Date on) {
  const auto last = std::find_if(course.councils.rbegin(), course.councils.rend(),
                                 [](const auto& each) { return each.fact.kind == CouncilKind::kAcceptance; });
  return last != course.councils.rend() && last->fact.result == CouncilResult::kPassed && last->fact.held_on <= on;
}

std::optional<Date> follow_up_due(const MissionCourse& course) {
  if (!course.acceptance || course.follow_up || course.stop) return std::nullopt;
  return year_later(course.acceptance->on);
}

std::size_t overdue_steps(const std::vector<PlannedStep>& steps, Date status_date) {
  return static_cast<std::size_t>(std::count_if(
      steps.begin(), steps.end(), [&](const PlannedStep& step) { return !step.done_on && step.due < status_date; }));
}

}  // namespace luuvet

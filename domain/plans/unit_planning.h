// What belongs into an agency's plan for a year: which of its assignments, what is proposed for them, and by which day
// the plan is there.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "domain/world.h"

namespace luuvet {

// Who works on the unit's assignment: the unit itself; of a joint one each named lead and each member of a leading
// group, once.
std::set<AgencyId> working_agencies(const World& world, const TaskState& task, const AgencyId& unit);

// Standing work, or work that is due in the year or runs through it; by its deadline and the years of its programme.
bool is_of_year(const World& world, const TaskState& task, const AssignmentState& assignment, std::int64_t year);

// Open, which is neither cancelled, suspended, completed nor carried over, and work of the year by its deadline alone:
// it is planned if its programme runs in that year.
bool is_open_in(const TaskState& task, const AssignmentState& assignment, std::int64_t year);

// Assignments on which the agency works and that its plan for the year has a line for, in printed order.
std::vector<AssignmentId> assignments_to_plan(const World& world, const AgencyId& agency, std::int64_t year);

// By when a year's plan is there: the end of a month of it, or so many days after the programme was issued, whichever
// is later. No rule of what may be done asks it.
struct PlanDeadline {
  std::int64_t month = kPlanSetMonth;
  std::int64_t days_after_issue = kPlanDaysAfterIssue;
};
BOOST_DESCRIBE_STRUCT(PlanDeadline, (), (month, days_after_issue))

// By when those who work on the task have their plan for the year; none where its programme does not run in it.
std::optional<Date> plan_day(const World& world, const TaskState& task, std::int64_t year,
                             const PlanDeadline& deadline = {});

// Each agency that has something to plan for the year, and the day by which its plan is approved. None has ended.
std::map<AgencyId, Date> planning_agencies(const World& world, std::int64_t year, const PlanDeadline& deadline = {});

// What a plan begun on `date` proposes: the product by the task's deliverables, milestones from then on by its
// deadline, its rhythms and quantities.
PlanLineContent proposed_line(const TaskState& task, const AssignmentState& assignment, std::int64_t year, Date date);

// The confirming agencies of these lines, each once; not who works on the line itself.
std::set<AgencyId> confirming_agencies(const World& world, const UnitPlanLines& lines);

}  // namespace luuvet

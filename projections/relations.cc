#include "projections/relations.h"

#include <algorithm>

namespace luuvet::projections {
namespace {

bool involves_task(const World& world, const TaskState& task, const AgencyId& agency) {
  const Task& row = task.content;
  return row.confirming_agency == agency || names_agency(world, row.lead_agencies, agency) ||
         names_agency(world, row.coordinating_agencies, agency) ||
         std::find(task.units.begin(), task.units.end(), agency) != task.units.end();
}

template <class State, class F>
bool found_and(const State* state, F&& holds) {
  return state && holds(state->content);
}

}  // namespace

bool names_agency(const World& world, const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::any_of(list.begin(), list.end(),
                     [&](const AgencyId& named) { return named == agency || world.in_group(named, agency); });
}

bool involves(const World& world, const Subject& subject, const AgencyId& agency) {
  switch (subject.aggregate) {
    case Aggregate::kTask: {
      const TaskState* task = world.tasks.find(subject.id);
      return task && involves_task(world, *task, agency);
    }
    case Aggregate::kAssignment: {
      const auto parts = split(AssignmentId{subject.id});
      return parts && (parts->unit == agency || involves(world, {Aggregate::kTask, parts->task.value}, agency));
    }
    case Aggregate::kThread: {
      const auto on = parse_subject(subject.id);
      return on && involves(world, *on, agency);
    }
    case Aggregate::kIndicator:
      return found_and(world.indicators.find(subject.id), [&](const Indicator& row) {
        return names_agency(world, row.tracking_agencies, agency) ||
               names_agency(world, row.implementing_agencies, agency);
      });
    case Aggregate::kBudgetLine:
      return found_and(world.budget_lines.find(subject.id), [&](const BudgetLine& row) {
        return names_agency(world, row.lead_agencies, agency) || names_agency(world, row.coordinating_agencies, agency);
      });
    case Aggregate::kReportingDuty:
      return found_and(world.reporting_duties.find(subject.id),
                       [&](const ReportingDuty& row) { return names_agency(world, row.from_agencies, agency); });
    case Aggregate::kMember:
      return found_and(world.members.find(subject.id), [&](const Member& row) {
        return row.agency == agency || names_agency(world, row.in_charge_agencies, agency);
      });
    case Aggregate::kAgency:
      return subject.id == agency.value;
    case Aggregate::kProgramme:
      return found_and(world.programmes.find(subject.id),
                       [&](const Programme& row) { return row.standing_agency == agency; });
    default:
      return false;
  }
}

}  // namespace luuvet::projections

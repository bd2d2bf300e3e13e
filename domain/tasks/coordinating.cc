#include "domain/tasks/coordinating.h"

#include <algorithm>

#include "domain/people/relations.h"

namespace luuvet {
namespace {

bool any_stands(const CoordinationState& request, CoordinationAnswer answer) {
  return std::any_of(request.asked.begin(), request.asked.end(),
                     [&](const AskedAgency& each) { return each.answer == answer; });
}

bool all_confirmed(const CoordinationState& request) {
  return std::all_of(request.asked.begin(), request.asked.end(),
                     [](const AskedAgency& each) { return each.answer == CoordinationAnswer::kConfirmed; });
}

}  // namespace

CoordinationStatus status_of(const CoordinationState& request) {
  if (request.closed_at != 0) return CoordinationStatus::kClosed;
  if (any_stands(request, CoordinationAnswer::kDisputed)) return CoordinationStatus::kDisputed;
  return all_confirmed(request) ? CoordinationStatus::kConfirmed : CoordinationStatus::kOpen;
}

bool is_overdue(const CoordinationState& request, Date status_date) {
  return request.closed_at == 0 && status_date > request.due && !all_confirmed(request);
}

bool is_asked(const World& world, const CoordinationState& request, const AgencyId& agency) {
  return std::any_of(request.asked.begin(), request.asked.end(),
                     [&](const AskedAgency& each) { return world.succeeds(agency, each.agency); });
}

bool has_asked(const World& world, const CoordinationState& request, const AgencyId& agency) {
  return world.succeeds(agency, request.asked_by);
}

const CoordinationState* unanswered_objection(const World& world, const TaskState& task,
                                              const AssignmentState& assignment) {
  const TaskCoordinations* of_task = world.task_coordinations.find(task.content.id.value);
  if (!of_task) return nullptr;
  for (const CoordinationId& id : of_task->ids) {
    const CoordinationState* request = world.coordinations.find(id.value);
    if (request && status_of(*request) == CoordinationStatus::kDisputed &&
        is_lead(world, task, assignment, world.successor(request->asked_by)))
      return request;
  }
  return nullptr;
}

}  // namespace luuvet

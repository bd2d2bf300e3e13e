// The assignments of a task, unit by unit, without copying what is stored of them.
#pragma once

#include "domain/world.h"

namespace luuvet {

// Calls f(const AssignmentState&) for each unit in force, in their order. What nobody has begun stands as
// `initial_assignment` says; that state is there during the call only.
template <class F>
void for_each_assignment(const World& world, const TaskState& task, F&& f) {
  if (!task.assigned || !carries_work(task.content)) return;
  AssignmentState initial = initial_assignment(task.content.id, {});
  const std::size_t stem = initial.id.value.size();
  const auto visit = [&](std::string_view unit) {
    initial.id.value.resize(stem);
    initial.id.value += unit;
    const AssignmentState* stored = world.assignments.find(initial.id.value);
    if (!stored) initial.unit.value = unit;
    f(stored ? *stored : initial);
  };
  if (task.mode == AssignmentMode::kJoint) return visit(kJointUnit);
  for (const AgencyId& unit : task.units) visit(unit.value);
}

}  // namespace luuvet

#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

// Units that are no longer named are cancelled; those that are named again come back.
void change(TaskState& state, const Meta&, const TaskAssigned& event) {
  std::vector<AgencyId> off = std::move(state.cancelled_units);
  if (state.assigned && state.mode == AssignmentMode::kJoint) off.push_back({std::string(kJointUnit)});
  if (state.assigned && state.mode != AssignmentMode::kJoint)
    off.insert(off.end(), state.units.begin(), state.units.end());

  std::vector<AgencyId> in_force = event.mode == AssignmentMode::kJoint ? std::vector<AgencyId>{} : event.units;
  std::vector<AgencyId> named = in_force;
  if (event.mode == AssignmentMode::kJoint) named.push_back({std::string(kJointUnit)});
  std::sort(named.begin(), named.end());
  std::sort(off.begin(), off.end());
  state.cancelled_units.clear();
  std::set_difference(off.begin(), off.end(), named.begin(), named.end(), std::back_inserter(state.cancelled_units));

  // A row that is registered is charged jointly as printed: that is no decision yet.
  if (state.assigned || event.mode != AssignmentMode::kJoint) state.decided_leads = state.content.lead_agencies;
  state.assigned = true;
  state.mode = event.mode;
  state.units = std::move(in_force);
  state.group = event.group;
}

void change(TaskState& state, const Meta& meta, const TaskTriggerRecorded& event) {
  state.triggers.push_back({event.occurred_on, event.document, meta.sequence});
}

void change(TaskState& state, const Meta&, const TaskSuspended& event) {
  state.suspended = true;
  state.suspended_until = event.until;
}

void change(TaskState& state, const Meta&, const TaskResumed&) {
  state.suspended = false;
  state.suspended_until.reset();
}

void change(TaskState& state, const Meta&, const TaskCancelled&) {
  state.cancelled = true;
}
void change(TaskState& state, const Meta&, const TaskReinstated&) {
  state.cancelled = false;
}
void change(TaskState& state, const Meta&, const TaskImported& event) {
  state.imported = std::make_shared<const Task>(event.row);
}

void change(TaskState& state, const Meta&, const TaskCarriedOver& event) {
  state.carried_to = CarriedOver{event.to, event.year};
}
void change(TaskState& state, const Meta&, const TaskMeasuresSet& event) {
  state.measures = event.measures;
  state.measures_rejected = event.rejected;
}

}  // namespace

template <TaskWorkEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = copy_of(world.tasks, recorded.subject.id);
  next->content.id.value = recorded.subject.id;
  change(*next, recorded.meta, event);
  live(next->life, recorded);
  world.tasks.put(std::move(next), epoch);
  pulse(world, {recorded.subject.id}, recorded.meta.sequence, epoch);
}
template void evolve_one(World&, const Recorded&, const TaskAssigned&, Epoch);
template void evolve_one(World&, const Recorded&, const TaskTriggerRecorded&, Epoch);
template void evolve_one(World&, const Recorded&, const TaskSuspended&, Epoch);
template void evolve_one(World&, const Recorded&, const TaskResumed&, Epoch);
template void evolve_one(World&, const Recorded&, const TaskCancelled&, Epoch);
template void evolve_one(World&, const Recorded&, const TaskReinstated&, Epoch);
template void evolve_one(World&, const Recorded&, const TaskImported&, Epoch);
template void evolve_one(World&, const Recorded&, const TaskCarriedOver&, Epoch);
template void evolve_one(World&, const Recorded&, const TaskMeasuresSet&, Epoch);

}  // namespace luuvet

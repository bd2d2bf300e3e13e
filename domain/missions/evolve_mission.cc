// Missions, big problems and rows of registers: how they go on. What they say of themselves: evolve_registers.cc.
#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"
#include "domain/missions/mission_steps.h"

namespace luuvet {
namespace {

using enum MissionStage;

void begin_work(MissionCourse& course) {
  if (course.stage == kContracted) course.stage = kUnderWay;
}

void change(MissionState& state, Sequence, const MissionSelected& event) {
  state.course.host_before = state.content.host;
  state.content.host = event.host;
  state.course.selection = event;
  state.course.stage = kSelected;
}
void change(MissionState& state, Sequence, const MissionContracted& event) {
  if (!state.course.contract) state.course.contract_from = event.on;
  state.course.contract = event;
  if (state.course.stage < kContracted) state.course.stage = kContracted;
}
void change(MissionState& state, Sequence sequence, const MissionDisbursementRecorded& event) {
  state.course.disbursements.push_back({event, sequence});
  begin_work(state.course);
}
void change(MissionState& state, Sequence sequence, const MissionCouncilHeld& event) {
  state.course.councils.push_back({event, sequence});
}
void change(MissionState& state, Sequence, const MissionAccepted& event) {
  state.course.acceptance = event;
  state.course.stage = kAccepted;
}
void change(MissionState& state, Sequence, const MissionTransferred& event) {
  state.course.transfer = event;
  state.course.stage = kTransferred;
}
void change(MissionState& state, Sequence sequence, const MissionFollowedUp& event) {
  state.course.follow_up = {event, sequence};
  state.course.stage = kFollowedUp;
}
void change(MissionState& state, Sequence sequence, const MissionStopped& event) {
  state.course.stop = {event, sequence};
  state.course.stage = kStopped;
}
void change(MissionState& state, Sequence, const MissionMilestonesSet& event) {
  state.course.milestones = event.milestones;
  const bool met = std::any_of(event.milestones.begin(), event.milestones.end(),
                               [](const PlannedStep& step) { return step.done_on.has_value(); });
  if (met) begin_work(state.course);
}

// Before the step is changed: its readings are kept side by side.
template <class E>
MissionCorrection correction_of(const MissionCourse& course, const Meta& meta, const E& event) {
  MissionCorrection kept{event.step, event.of, false, reading_of(course, event.step, event.of), {}, meta, event.open};
  if constexpr (requires { event.set; }) {
    kept.set = event.set;
    kept.was.present &= event.set.present;
  } else {
    kept.withdrawn = true;
  }
  return kept;
}

void change(MissionState& state, const Meta& meta, const MissionStepCorrected& event) {
  state.course.corrections.push_back(correction_of(state.course, meta, event));
  correct_step(state.content, state.course, event);
}
void change(MissionState& state, const Meta& meta, const MissionStepWithdrawn& event) {
  state.course.corrections.push_back(correction_of(state.course, meta, event));
  withdraw_step(state.content, state.course, event);
}
template <class E>
void change(MissionState& state, const Meta& meta, const E& event) {
  change(state, meta.sequence, event);
}

template <class State, class Change>
void change_row(Table<State>& table, const Recorded& recorded, Epoch epoch, const Change& changed) {
  auto next = copy_of(table, recorded.subject.id);
  next->content.id.value = recorded.subject.id;
  changed(*next);
  live(next->life, recorded);
  table.put(std::move(next), epoch);
}

}  // namespace

template <MissionEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  change_row(world.missions, recorded, epoch, [&](MissionState& state) { change(state, recorded.meta, event); });
}
template void evolve_one(World&, const Recorded&, const MissionSelected&, Epoch);
template void evolve_one(World&, const Recorded&, const MissionContracted&, Epoch);
template void evolve_one(World&, const Recorded&, const MissionDisbursementRecorded&, Epoch);
template void evolve_one(World&, const Recorded&, const MissionCouncilHeld&, Epoch);
template void evolve_one(World&, const Recorded&, const MissionAccepted&, Epoch);
template void evolve_one(World&, const Recorded&, const MissionTransferred&, Epoch);
template void evolve_one(World&, const Recorded&, const MissionFollowedUp&, Epoch);
template void evolve_one(World&, const Recorded&, const MissionStopped&, Epoch);
template void evolve_one(World&, const Recorded&, const MissionMilestonesSet&, Epoch);
template void evolve_one(World&, const Recorded&, const MissionStepCorrected&, Epoch);
template void evolve_one(World&, const Recorded&, const MissionStepWithdrawn&, Epoch);

void evolve_one(World& world, const Recorded& recorded, const BigProblemMilestonesSet& event, Epoch epoch) {
  change_row(world.big_problems, recorded, epoch,
             [&](BigProblemRow& row) { row.course.milestones = event.milestones; });
}
void evolve_one(World& world, const Recorded& recorded, const BigProblemClosed& event, Epoch epoch) {
  change_row(world.big_problems, recorded, epoch, [&](BigProblemRow& row) {
    row.course.closed = {event, recorded.meta.sequence};
  });
}
void evolve_one(World& world, const Recorded& recorded, const RegisterEntryEnded& event, Epoch epoch) {
  change_row(world.register_entries, recorded, epoch, [&](RegisterEntryState& row) {
    row.ended = {event, recorded.meta.sequence};
  });
}

}  // namespace luuvet

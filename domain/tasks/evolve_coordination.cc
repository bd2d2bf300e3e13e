// Requests for coordination: who asked whom, and how each stands to it.
#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

void index(World& world, const CoordinationState& state, Epoch epoch) {
  auto next = copy_of(world.task_coordinations, state.task.value);
  next->task = state.task;
  if (std::find(next->ids.begin(), next->ids.end(), state.id) == next->ids.end()) next->ids.push_back(state.id);
  world.task_coordinations.put(std::move(next), epoch);
}

void change(const World&, CoordinationState& state, const Meta& meta, const CoordinationAsked& event) {
  state.task = event.task;
  state.asked_by = meta.agency;
  state.asked_at = meta.time;
  state.asked.clear();
  for (const AgencyId& each : event.to) state.asked.push_back(AskedAgency{each, {}, 0, {}, {}, {}, {}, 0, {}});
  state.due = event.due;
  state.document = event.document;
  state.words = event.open;
}

// Of those for whom the agency speaks, each that stands so that it may say this.
template <class Event, class F>
void each_spoken_for(const World& world, CoordinationState& state, const Meta& meta, const Event& event, const F& say) {
  for (AskedAgency& each : state.asked) {
    if (!world.succeeds(meta.agency, each.agency) || each.answer == CoordinationAnswer::kConfirmed) continue;
    each.sequence = meta.sequence;
    each.by = meta.agency;
    each.text = event.open;
    say(each);
  }
}

void change(const World& world, CoordinationState& state, const Meta& meta, const CoordinationConfirmed& event) {
  each_spoken_for(world, state, meta, event, [&](AskedAgency& each) {
    each.answer = CoordinationAnswer::kConfirmed;
    each.done_on = event.done_on;
    each.document = event.document;
  });
}

void change(const World& world, CoordinationState& state, const Meta& meta, const CoordinationDisputed& event) {
  each_spoken_for(world, state, meta, event, [](AskedAgency& each) { each.answer = CoordinationAnswer::kDisputed; });
}

void change(const World&, CoordinationState& state, const Meta& meta, const CoordinationAnswered& event) {
  for (AskedAgency& each : state.asked) {
    if (each.answer != CoordinationAnswer::kDisputed) continue;
    if (std::find(event.of.begin(), event.of.end(), each.sequence) == event.of.end()) continue;
    each.answer = CoordinationAnswer::kAnswered;
    each.replied_at = meta.sequence;
    each.reply = event.open;
  }
}

void change(const World&, CoordinationState& state, const Meta& meta, const CoordinationClosed& event) {
  state.closed_at = meta.sequence;
  state.close_text = event.open;
}

}  // namespace

template <CoordinationEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = copy_of(world.coordinations, recorded.subject.id);
  next->id.value = recorded.subject.id;
  change(world, *next, recorded.meta, event);
  live(next->life, recorded);
  if constexpr (std::is_same_v<E, CoordinationAsked>) index(world, *next, epoch);
  world.coordinations.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const CoordinationAsked&, Epoch);
template void evolve_one(World&, const Recorded&, const CoordinationConfirmed&, Epoch);
template void evolve_one(World&, const Recorded&, const CoordinationDisputed&, Epoch);
template void evolve_one(World&, const Recorded&, const CoordinationAnswered&, Epoch);
template void evolve_one(World&, const Recorded&, const CoordinationClosed&, Epoch);

}  // namespace luuvet

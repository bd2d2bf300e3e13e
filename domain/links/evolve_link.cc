// Links between rows, and doubts as they were settled.
#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

void change(LinkState& state, const Recorded& recorded, const LinkProposed& event) {
  state.pair = {event.kind, event.subjects, event.component};
  state.status = LinkStatus::kProposed;
  state.proposed_by = recorded.meta.agency;
  state.binding.clear();
  state.document.reset();
}
void change(LinkState& state, const Recorded&, const LinkLinked& event) {
  state.pair = {event.kind, event.subjects, event.component};
  state.status = LinkStatus::kLinked;
  state.binding = event.binding;
  state.document = event.document;
}
void change(LinkState& state, const Recorded&, const LinkRejected& event) {
  state.pair = {event.kind, event.subjects, event.component};
  state.status = LinkStatus::kRejected;
  state.binding.clear();
  state.document.reset();
}
void change(LinkState& state, const Recorded&, const LinkParted& event) {
  state.status = LinkStatus::kParted;
  state.binding.clear();
  state.document = event.document;
}

void index_rows(World& world, const LinkState& link, Epoch epoch) {
  for (const std::string& subject : link.pair.subjects) {
    const LinkedRow* now = world.linked.find(subject);
    if (now && std::find(now->links.begin(), now->links.end(), link.id) != now->links.end()) continue;
    auto next = now ? std::make_shared<LinkedRow>(*now) : std::make_shared<LinkedRow>();
    next->subject = subject;
    next->links.push_back(link.id);
    world.linked.put(std::move(next), epoch);
  }
}

// A task shows its twins.
void tell_tasks(World& world, const LinkState& link, Sequence sequence, Epoch epoch) {
  for (const std::string& subject : link.pair.subjects) {
    const auto row = parse_subject(subject);
    if (row && row->aggregate == Aggregate::kTask) pulse(world, {row->id}, sequence, epoch);
  }
}

template <class Change>
void change_doubt(World& world, const Recorded& recorded, Epoch epoch, const Change& change) {
  auto next = copy_of(world.doubts, recorded.subject.id);
  next->content.id.value = recorded.subject.id;
  change(*next);
  live(next->life, recorded);
  world.doubts.put(std::move(next), epoch);
}

}  // namespace

template <LinkEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = copy_of(world.links, recorded.subject.id);
  next->id.value = recorded.subject.id;
  change(*next, recorded, event);
  next->text = event.open;
  next->agency = recorded.meta.agency;
  next->actor = recorded.meta.actor;
  next->time = recorded.meta.time;
  live(next->life, recorded);
  index_rows(world, *next, epoch);
  tell_tasks(world, *next, recorded.meta.sequence, epoch);
  world.links.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const LinkProposed&, Epoch);
template void evolve_one(World&, const Recorded&, const LinkLinked&, Epoch);
template void evolve_one(World&, const Recorded&, const LinkRejected&, Epoch);
template void evolve_one(World&, const Recorded&, const LinkParted&, Epoch);

void evolve_one(World& world, const Recorded& recorded, const DoubtSettled& event, Epoch epoch) {
  change_doubt(world, recorded, epoch, [&](DoubtState& state) {
    const Meta& meta = recorded.meta;
    state.settled =
        DoubtSettlement{event.outcome, event.document, event.open, meta.agency, meta.actor, meta.time, meta.sequence};
  });
}

void evolve_one(World& world, const Recorded& recorded, const DoubtReopened&, Epoch epoch) {
  change_doubt(world, recorded, epoch, [](DoubtState& state) { state.settled.reset(); });
}

}  // namespace luuvet

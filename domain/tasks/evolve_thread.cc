// Threads: the order of their entries, what was taken back, and of the newest comments who wrote them.
#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

void change(ThreadState& state, const Recorded& recorded, const ThreadCommented& event) {
  const Meta& meta = recorded.meta;
  for (RecentComment& each : state.recent)
    if (each.sequence == event.reply_to) each.answered = true;
  state.entries.push_back(meta.sequence);
  if (state.recent.size() == kCommentsKept) state.recent.erase(state.recent.begin());
  state.recent.push_back({meta.sequence, meta.actor, meta.agency, false});
}

void change(ThreadState& state, const Recorded& recorded, const ThreadDirected&) {
  state.entries.push_back(recorded.meta.sequence);
}

void change(ThreadState& state, const Recorded& recorded, const ThreadUrged&) {
  state.entries.push_back(recorded.meta.sequence);
}

void change(ThreadState& state, const Recorded&, const ThreadCommentWithdrawn& event) {
  std::erase_if(state.recent, [&](const RecentComment& each) { return each.sequence == event.of; });
  const auto place = std::lower_bound(state.withdrawn.begin(), state.withdrawn.end(), event.of);
  if (place == state.withdrawn.end() || *place != event.of) state.withdrawn.insert(place, event.of);
}

}  // namespace

template <ThreadEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = copy_of(world.threads, recorded.subject.id);
  next->subject = recorded.subject.id;
  change(*next, recorded, event);
  live(next->life, recorded);
  world.threads.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const ThreadCommented&, Epoch);
template void evolve_one(World&, const Recorded&, const ThreadDirected&, Epoch);
template void evolve_one(World&, const Recorded&, const ThreadUrged&, Epoch);
template void evolve_one(World&, const Recorded&, const ThreadCommentWithdrawn&, Epoch);

}  // namespace luuvet

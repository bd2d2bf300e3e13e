// Ids of other systems, and what they propose.
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"
#include "domain/plans/external_ids.h"

namespace luuvet {
namespace {

void name(World& world, const ExternalId& id, const TaskId& task, Epoch epoch) {
  world.external_ids.put(std::make_shared<const ExternalIdRow>(ExternalIdRow{external_key(id), task}), epoch);
}

template <class Change>
void change_row(World& world, const Recorded& recorded, Epoch epoch, const Change& change) {
  auto next = copy_of(world.proposals, recorded.subject.id);
  next->id.value = recorded.subject.id;
  change(*next);
  live(next->life, recorded);
  world.proposals.put(std::move(next), epoch);
}

}  // namespace

void evolve_one(World& world, const Recorded& recorded, const TaskExternalIdsSet& event, Epoch epoch) {
  const TaskId task{recorded.subject.id};
  auto next = copy_of(world.tasks, task.value);
  next->content.id = task;
  for (const ExternalId& each : next->external_ids)
    if (bears(world, each, task)) name(world, each, {}, epoch);
  for (const ExternalId& each : event.external_ids) name(world, each, task, epoch);
  next->external_ids = event.external_ids;
  live(next->life, recorded);
  world.tasks.put(std::move(next), epoch);
  pulse(world, task, recorded.meta.sequence, epoch);
}

void evolve_one(World& world, const Recorded& recorded, const ProposalMade& event, Epoch epoch) {
  change_row(world, recorded, epoch, [&](ProposalRow& row) {
    row.by = recorded.meta.agency;
    row.made_at = recorded.meta.time;
    row.made = event;
  });
}
void evolve_one(World& world, const Recorded& recorded, const ProposalAccepted& event, Epoch epoch) {
  change_row(world, recorded, epoch, [&](ProposalRow& row) {
    row.state = ProposalState::kAccepted;
    row.document = event.document;
  });
}
void evolve_one(World& world, const Recorded& recorded, const ProposalRefused& event, Epoch epoch) {
  change_row(world, recorded, epoch, [&](ProposalRow& row) {
    row.state = ProposalState::kRefused;
    row.refusal = event.open;
  });
}

}  // namespace luuvet

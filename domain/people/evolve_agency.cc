// The life of an agency: founded, renamed, merged, dissolved.
#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

void add_name(std::vector<std::string>& names, const std::string& name) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

void change(AgencyState& state, const AgencyFounded& event) {
  Agency& row = state.content;
  row.name = event.name;
  row.short_name = event.short_name;
  row.aliases = event.aliases;
  row.kind = event.kind;
  row.province = event.province;
  row.parent = event.parent;
  state.from_date = event.from_date;
}

void change(AgencyState& state, const AgencyRenamed& event) {
  Agency& row = state.content;
  add_name(row.aliases, row.name);
  add_name(row.aliases, row.short_name.value_or(""));
  state.former_names.push_back({row.name, row.short_name, Date{event.from_date.days - 1}});
  row.name = event.name;
  row.short_name = event.short_name;
}

void change(AgencyState& state, const AgencyMerged& event) {
  state.ended_on = event.from_date;
  state.merged_into = event.into;
}

void change(AgencyState& state, const AgencyDissolved& event) {
  state.ended_on = event.on;
}

// The successor finds what its predecessors wrote: they are kept with it.
void note_predecessor(World& world, const AgencyState& merged, const AgencyMerged& event, Epoch epoch) {
  const AgencyState* now = world.agencies.find(event.into.value);
  if (!now || event.into == merged.content.id) return;
  auto next = std::make_shared<AgencyState>(*now);
  next->predecessors.push_back(merged.content.id);
  for (const AgencyId& each : merged.predecessors) next->predecessors.push_back(each);
  world.agencies.put(std::move(next), epoch);
}

}  // namespace

template <AgencyEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = copy_of(world.agencies, recorded.subject.id);
  next->content.id.value = recorded.subject.id;
  change(*next, event);
  live(next->life, recorded);
  if constexpr (std::is_same_v<E, AgencyMerged>) note_predecessor(world, *next, event, epoch);
  world.agencies.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const AgencyFounded&, Epoch);
template void evolve_one(World&, const Recorded&, const AgencyRenamed&, Epoch);
template void evolve_one(World&, const Recorded&, const AgencyMerged&, Epoch);
template void evolve_one(World&, const Recorded&, const AgencyDissolved&, Epoch);

}  // namespace luuvet

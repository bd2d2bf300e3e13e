// Registers live one life: registered, then amended. What the system itself wrote is also kept as the import's last
// row.
#include <utility>

#include "domain/evolve.h"
#include "domain/register_traits.h"

namespace luuvet {
namespace {

bool by_import(const Recorded& recorded) {
  return recorded.meta.actor.value == kSystemActor;
}

// Rows in whose words twins and contradictions are looked for.
template <class Content>
constexpr bool kComparedWithOthers = std::is_same_v<Content, Task> || std::is_same_v<Content, Indicator> ||
                                     std::is_same_v<Content, BudgetLine> || std::is_same_v<Content, Member>;

// Applies `change` to a copy of the row, new if there is none, and puts it in place.
template <class Content, class Change>
void change_row(World& world, const Recorded& recorded, Epoch epoch, const Change& change) {
  using State = typename RegisterTraits<Content>::State;
  auto& table = world.*RegisterTraits<Content>::kTable;
  const State* now = table.find(recorded.subject.id);
  auto next = now ? std::make_shared<State>(*now) : std::make_shared<State>();
  change(*next);
  next->content.id.value = recorded.subject.id;
  live(next->life, recorded);
  if constexpr (std::is_same_v<Content, Post>)
    index_sponsor(world, now ? &now->content : nullptr, next->content, epoch);
  table.put(std::move(next), epoch);
  if constexpr (kComparedWithOthers<Content>) world.rows_at = recorded.meta.sequence;
  if constexpr (std::is_same_v<Content, Task>) pulse(world, {recorded.subject.id}, recorded.meta.sequence, epoch);
}

template <class State, class Content>
void take_row(State& state, const Recorded& recorded, const Content& content) {
  state.content = content;
  if (by_import(recorded)) state.imported = std::make_shared<const Content>(content);
}

AmendmentOrigin origin_of(const Recorded& recorded, bool undoes, bool brings_file) {
  if (by_import(recorded)) return AmendmentOrigin::kImport;
  if (undoes) return AmendmentOrigin::kUndo;
  if (recorded.act_size > 1) return AmendmentOrigin::kAct;
  return brings_file ? AmendmentOrigin::kFile : AmendmentOrigin::kSingle;
}

// Before `set` is applied. What is undone is gone: what stood before it may be undone next.
template <class State, class Content>
void keep_amendment(State& state, const Recorded& recorded, const Partial<Content>& set,
                    const std::optional<Sequence>& undoes, bool brings_file) {
  Amendment<Content> kept{recorded.meta.sequence,
                          recorded.meta.actor,
                          recorded.meta.agency,
                          origin_of(recorded, undoes.has_value(), brings_file),
                          {}};
  if (kept.origin == AmendmentOrigin::kSingle || kept.origin == AmendmentOrigin::kFile) {
    Content next = state.content;
    apply(set, next);
    kept.before = difference(next, state.content);
  }
  auto& all = state.amendments;
  std::erase_if(all, [&](const auto& each) { return each->sequence == undoes; });
  if (all.size() == kAmendmentsKept) all.erase(all.begin());
  all.push_back(std::make_shared<const Amendment<Content>>(std::move(kept)));
}

template <class State, class Content>
void take_set(State& state, const Recorded& recorded, const Partial<Content>& set) {
  apply(set, state.content);
  if (!by_import(recorded) || !state.imported) return;
  auto imported = std::make_shared<Content>(*state.imported);
  apply(set, *imported);
  state.imported = std::move(imported);
}

}  // namespace

template <class Content>
void evolve_one(World& world, const Recorded& recorded, const Registered<Content>& event, Epoch epoch) {
  change_row<Content>(world, recorded, epoch, [&](auto& state) { take_row(state, recorded, event.content); });
}

template <class Content>
void evolve_one(World& world, const Recorded& recorded, const Amended<Content>& event, Epoch epoch) {
  change_row<Content>(world, recorded, epoch, [&](auto& state) {
    if constexpr (requires { state.amendments; }) keep_amendment(state, recorded, event.set, event.undoes, false);
    take_set(state, recorded, event.set);
  });
}

void evolve_one(World& world, const Recorded& recorded, const DocumentRegistered& event, Epoch epoch) {
  change_row<Document>(world, recorded, epoch, [&](DocumentState& state) {
    take_row(state, recorded, event.content);
    state.registered_by = recorded.meta.agency;
    if (event.open && event.open->file) state.files.push_back({recorded.meta.sequence, *event.open->file});
  });
}

void evolve_one(World& world, const Recorded& recorded, const DocumentAmended& event, Epoch epoch) {
  change_row<Document>(world, recorded, epoch, [&](DocumentState& state) {
    const bool brings_file = event.open && event.open->file;
    keep_amendment(state, recorded, event.set, event.undoes, brings_file);
    take_set(state, recorded, event.set);
    if (brings_file) state.files.push_back({recorded.meta.sequence, *event.open->file});
  });
}

#define LUUVET_INSTANTIATE(Content)                                                     \
  template void evolve_one(World&, const Recorded&, const Registered<Content>&, Epoch); \
  template void evolve_one(World&, const Recorded&, const Amended<Content>&, Epoch)
LUUVET_INSTANTIATE(Programme);
LUUVET_INSTANTIATE(Agency);
LUUVET_INSTANTIATE(AgencyGroup);
LUUVET_INSTANTIATE(Committee);
LUUVET_INSTANTIATE(Member);
LUUVET_INSTANTIATE(Indicator);
LUUVET_INSTANTIATE(BudgetLine);
LUUVET_INSTANTIATE(ReportingDuty);
LUUVET_INSTANTIATE(Doubt);
LUUVET_INSTANTIATE(Task);
LUUVET_INSTANTIATE(Post);
LUUVET_INSTANTIATE(Mission);
LUUVET_INSTANTIATE(BigProblem);
LUUVET_INSTANTIATE(RegisterEntry);
#undef LUUVET_INSTANTIATE

}  // namespace luuvet

// Extracts of the treasury, rounds in which needs are restated, and ratios.
#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

std::shared_ptr<TreasuryExtractState> extract_before(const World& world, const std::string& id) {
  auto next = copy_of(world.treasury_extracts, id);
  next->id.value = id;
  return next;
}

void remember(World& world, const std::string& key, const TreasuryExtractId& extract, Epoch epoch) {
  world.treasury_rows.put(std::make_shared<const TreasuryRow>(TreasuryRow{key, extract}), epoch);
}

std::shared_ptr<const ExtractRow>* find_row(TreasuryExtractState& state, const std::string& key) {
  const auto found =
      std::find_if(state.rows.begin(), state.rows.end(), [&](const auto& row) { return row->fact.key == key; });
  return found == state.rows.end() ? nullptr : &*found;
}

void change(World&, TreasuryExtractState& state, const Meta& meta, const TreasuryExtractBooked& event, Epoch) {
  state.name = event.name;
  state.digest = event.digest;
  state.profile = event.profile;
  state.as_at = event.as_at;
  state.agency = meta.agency;
  state.booked_at = meta.sequence;
  state.time = meta.time;
}

void change(World& world, TreasuryExtractState& state, const Meta& meta, const TreasuryRowKept& event, Epoch epoch) {
  ExtractRow row;
  row.fact = event.fact;
  row.owner = event.owner;
  row.sequence = meta.sequence;
  if (!find_row(state, event.fact.key)) state.rows.push_back(std::make_shared<const ExtractRow>(std::move(row)));
  remember(world, event.fact.key, state.id, epoch);
}

void change(World& world, TreasuryExtractState& state, const Meta& meta, const TreasuryRowSettled& event, Epoch epoch) {
  auto* place = find_row(state, event.row);
  if (!place) return;
  auto row = std::make_shared<ExtractRow>(**place);
  row->state = event.place ? ExtractRowState::kBooked : ExtractRowState::kSkipped;
  row->place = event.place;
  row->sequence = meta.sequence;
  if (event.place && !row->fact.code.empty())
    world.treasury_codes.put(
        std::make_shared<const TreasuryCode>(TreasuryCode{row->fact.code, event.place->line, event.place->component}),
        epoch);
  *place = std::move(row);
}

// The row that was kept, or a new one of what the payment says.
ExtractRow booked_row(TreasuryExtractState& state, const Recorded& recorded, const BudgetDisbursed& event) {
  ExtractRow row;
  if (const auto* kept = find_row(state, event.extract->key)) {
    row = **kept;
  } else {
    row.fact = {event.extract->key, event.extract->row, event.extract->code, std::string(),
                event.kind,         event.amount,       event.paid_on,       event.voucher};
  }
  row.state = ExtractRowState::kBooked;
  row.place = ExtractPlace{{recorded.subject.id}, event.component, event.budget_year, event.funding_source};
  row.sequence = recorded.meta.sequence;
  return row;
}

void note_cell(TreasuryExtractState& state, const ExtractPlace& place, Amount before, Amount after) {
  const auto found = std::find_if(state.cells.begin(), state.cells.end(),
                                  [&](const ExtractCell& cell) { return cell.place == place; });
  if (found == state.cells.end())
    state.cells.push_back({place, before, after});
  else
    found->after = after;
}

}  // namespace

template <TreasuryEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = extract_before(world, recorded.subject.id);
  change(world, *next, recorded.meta, event, epoch);
  live(next->life, recorded);
  world.treasury_extracts.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const TreasuryExtractBooked&, Epoch);
template void evolve_one(World&, const Recorded&, const TreasuryRowKept&, Epoch);
template void evolve_one(World&, const Recorded&, const TreasuryRowSettled&, Epoch);

void note_booked_row(World& world, const Recorded& recorded, const BudgetDisbursed& event, Amount before, Amount after,
                     Epoch epoch) {
  const ExtractRowRef& from = *event.extract;
  auto next = extract_before(world, from.extract.value);
  ExtractRow row = booked_row(*next, recorded, event);
  row.booked = plus(after, -before);
  note_cell(*next, *row.place, before, after);
  if (!from.code.empty())
    world.treasury_codes.put(
        std::make_shared<const TreasuryCode>(TreasuryCode{from.code, row.place->line, row.place->component}), epoch);
  auto shared = std::make_shared<const ExtractRow>(std::move(row));
  if (auto* kept = find_row(*next, from.key))
    *kept = std::move(shared);
  else
    next->rows.push_back(std::move(shared));
  remember(world, from.key, from.extract, epoch);
  world.treasury_extracts.put(std::move(next), epoch);
}

// --- rounds ---

namespace {

std::shared_ptr<NeedRounds> rounds_before(const World& world, const std::string& programme) {
  auto next = copy_of(world.need_rounds, programme);
  next->programme = programme;
  return next;
}

}  // namespace

void evolve_one(World& world, const Recorded& recorded, const ProgrammeNeedRoundOpened& event, Epoch epoch) {
  move_row(world.programmes, recorded, epoch);
  auto next = rounds_before(world, recorded.subject.id);
  next->rounds.push_back({event.due, event.document, recorded.meta.time, recorded.meta.sequence, std::nullopt});
  world.need_rounds.put(std::move(next), epoch);
}

void evolve_one(World& world, const Recorded& recorded, const ProgrammeNeedRoundClosed&, Epoch epoch) {
  move_row(world.programmes, recorded, epoch);
  auto next = rounds_before(world, recorded.subject.id);
  if (next->open()) next->rounds.back().closed_time = recorded.meta.time;
  world.need_rounds.put(std::move(next), epoch);
}

// --- ratios ---

namespace {

// What holds from a day on replaces what was said for the same day.
void define(Ratio& ratio, RatioDefinition definition) {
  auto& all = ratio.definitions;
  std::erase_if(all, [&](const RatioDefinition& each) { return each.valid_from == definition.valid_from; });
  const auto place = std::upper_bound(all.begin(), all.end(), definition.valid_from,
                                      [](Date day, const RatioDefinition& each) { return day < each.valid_from; });
  all.insert(place, std::move(definition));
}

void change(Ratio& ratio, const RatioRegistered& event) {
  ratio.programme = event.programme;
  ratio.name = event.name;
  ratio.minimum_percent = event.minimum_percent;
  define(ratio, {event.valid_from, event.text, event.lines, event.document});
}
void change(Ratio& ratio, const RatioRedefined& event) {
  define(ratio, {event.valid_from, event.text, event.lines, event.document});
}
void change(Ratio& ratio, const RatioFiguresEntered& event) {
  auto& all = ratio.figures;
  RatioFigures entered{event.year, event.basis, event.numerator, event.denominator, event.document};
  const auto before = [](const RatioFigures& a, const RatioFigures& b) {
    return std::pair(a.year, a.basis) < std::pair(b.year, b.basis);
  };
  const auto place = std::lower_bound(all.begin(), all.end(), entered, before);
  if (place != all.end() && !before(entered, *place))
    *place = std::move(entered);
  else
    all.insert(place, std::move(entered));
}

}  // namespace

template <RatioEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = copy_of(world.ratios, recorded.subject.id);
  next->id.value = recorded.subject.id;
  change(*next, event);
  live(next->life, recorded);
  world.ratios.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const RatioRegistered&, Epoch);
template void evolve_one(World&, const Recorded&, const RatioRedefined&, Epoch);
template void evolve_one(World&, const Recorded&, const RatioFiguresEntered&, Epoch);

}  // namespace luuvet

// What people say of an indicator beside its row: each fact joins those before it.
#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

void change(IndicatorBook& book, const Meta& meta, const IndicatorDefined& event) {
  const auto version = static_cast<std::int64_t>(book.definitions.size()) + 1;
  book.definitions.push_back({version, event, meta.sequence});
}

void change(IndicatorBook& book, const Meta& meta, const IndicatorTargetsSet& event) {
  book.target_sets.push_back({event.agency, event.targets, event.valid_from, event.document, event.open, meta.sequence,
                              meta.time, meta.actor, meta.agency});
}

void change(IndicatorBook& book, const Meta& meta, const IndicatorBaselineEntered& event) {
  book.baselines.push_back({event.agency, event.year, event.value, event.document, meta.sequence});
}

void change(IndicatorBook& book, const Meta& meta, const IndicatorBreakMarked& event) {
  book.breaks.push_back({event.from, event.text, event.document, meta.sequence});
}

void change(IndicatorBook& book, const Meta&, const IndicatorChecksSet& event) {
  book.checks = event.checks;
}

void change(IndicatorBook& book, const Meta& meta, const IndicatorPublicationRecorded& event) {
  book.publications.push_back({event.period, event.document, event.published_on, event.address, event.value, event.open,
                               meta.sequence, meta.time, meta.actor, meta.agency, std::nullopt});
}

void change(IndicatorBook& book, const Meta& meta, const IndicatorPublicationTakenBack& event) {
  const auto last = std::find_if(book.publications.rbegin(), book.publications.rend(),
                                 [&](const PublicationRecord& each) { return each.period == event.period; });
  if (last == book.publications.rend()) return;
  last->taken_back = PublicationTakenBack{event.open, meta.sequence, meta.time, meta.actor, meta.agency};
}

void change(IndicatorBook& book, const Meta& meta, const IndicatorOfficialFigureSet& event) {
  book.official_figures.push_back({event.agency,
                                   event.period,
                                   {event.value, event.numerator, event.denominator},
                                   event.document,
                                   event.open,
                                   meta.sequence,
                                   meta.time,
                                   meta.actor,
                                   meta.agency});
  const bool known = std::find(book.periods.begin(), book.periods.end(), event.period) != book.periods.end();
  if (!known) book.periods.push_back(event.period);
}

}  // namespace

template <IndicatorEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  move_row(world.indicators, recorded, epoch);
  auto next = copy_of(world.indicator_books, recorded.subject.id);
  next->id.value = recorded.subject.id;
  change(*next, recorded.meta, event);
  world.indicator_books.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const IndicatorDefined&, Epoch);
template void evolve_one(World&, const Recorded&, const IndicatorTargetsSet&, Epoch);
template void evolve_one(World&, const Recorded&, const IndicatorBaselineEntered&, Epoch);
template void evolve_one(World&, const Recorded&, const IndicatorBreakMarked&, Epoch);
template void evolve_one(World&, const Recorded&, const IndicatorChecksSet&, Epoch);
template void evolve_one(World&, const Recorded&, const IndicatorPublicationRecorded&, Epoch);
template void evolve_one(World&, const Recorded&, const IndicatorPublicationTakenBack&, Epoch);
template void evolve_one(World&, const Recorded&, const IndicatorOfficialFigureSet&, Epoch);

}  // namespace luuvet

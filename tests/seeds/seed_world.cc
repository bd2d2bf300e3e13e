#include "tests/seeds/seed_world.h"

#include "domain/register_traits.h"
#include "tests/seeds/seed_rows.h"
#include "tests/support/recorder.h"

namespace luuvet::server::testing {
namespace {

template <class Content>
void record(test::Recorder& recorder, const ImportRow<Content>& import) {
  typename RegisterTraits<Content>::RegisteredEvent event;
  event.content = import.row;
  recorder.record({subject_of(import.row).text(), Event(event)});
}
void record(test::Recorder& recorder, const ImportRow<RatioRow>& import) {
  const RatioRow& row = import.row;
  const RatioDefinition& first = row.definitions.front();
  recorder.record({subject_of(row).text(), RatioRegistered{row.programme, row.name, row.minimum_percent,
                                                           first.valid_from, first.text, first.lines, first.document}});
}
void record(test::Recorder& recorder, const ImportRow<SeriesBreakRow>& import) {
  const SeriesBreakRow& row = import.row;
  recorder.record({subject_of(row).text(), IndicatorBreakMarked{row.from, row.text, row.document}});
}
template <class Other>
void record(test::Recorder&, const Other&) {}

World folded() {
  test::Recorder recorder;
  for (const SeedRow& row : all_seeds().rows)
    std::visit([&](const auto& body) { record(recorder, body); }, row.command.body);
  return recorder.world;
}

}  // namespace

const World& seed_world() {
  static const World world = folded();
  return world;
}

}  // namespace luuvet::server::testing

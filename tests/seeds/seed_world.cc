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

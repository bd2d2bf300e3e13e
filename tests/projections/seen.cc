#include "tests/projections/seen.h"

#include <stdexcept>

#include "server/engine/replay.h"
#include "server/import/importer.h"
#include "server/import/seed_reader.h"
#include "server/log/memory_event_log.h"
#include "tests/domain/random_work.h"
#include "tests/support/log_of_facts.h"
#include "tests/support/people.h"

namespace luuvet::test {

Seen::Seen(const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) add(fact);
}

void Seen::add(const Fact& fact) {
  recorder_.record(fact);
  follow();
}

void Seen::follow() {
  while (views_.world.head < recorder_.log.size()) {
    const Recorded& next = recorder_.log[views_.world.head];
    views_.apply(next, next.meta.sequence);
  }
}

void Seen::work(std::uint32_t seed, std::size_t commands) {
  RandomWork random(seed);
  for (std::size_t i = 0; i < commands; ++i) {
    const RandomWork::Try next = random.next(recorder_.world);
    Context context;
    context.now = start_of_day(day("2026-03-15"));
    context.today = day("2026-03-15");
    context.agency = {next.agency};
    context.new_id = "new-" + std::to_string(i);
    if (!next.command.target.id.empty()) context.if_match = recorder_.world.representation(next.command.target);
    const auto decided = decide_by_everybody(recorder_.world, next.command, context);
    if (decided) recorder_.record(decided.value(), context.today);
    follow();
  }
}

namespace {

std::shared_ptr<const Views> imported() {
  server::MemoryEventLog log;
  server::Ambient ambient{[] { return start_of_day(day("2026-03-01")); }, [] { return api::Salt{}; },
                          [](const std::string& what) { throw std::runtime_error(what); }};
  server::Engine engine(log, std::make_shared<const Views>(), std::string(kTestSource), std::move(ambient), {});
  int keys = 0;
  const server::ImportStamp stamp{start_of_day(day("2026-03-01")), day("2026-03-01"),
                                  [&] { return correlation("row " + std::to_string(++keys), "import"); }};
  const auto outcome = server::import_seeds(engine, server::read_seeds(LUUVET_SEEDS_FOLDER), stamp);
  if (!std::holds_alternative<server::ImportReport>(outcome)) throw std::runtime_error("the seeds have faults");
  return engine.views();
}

}  // namespace

const Views& views_of_the_plans() {
  static const std::shared_ptr<const Views> views = imported();
  return *views;
}

projections::PageRequest everything() {
  return {100'000, {}};
}

std::vector<std::string> ids_of(const projections::TaskList& list) {
  std::vector<std::string> ids;
  for (const auto& item : list.page.items) ids.push_back(item.state->content.id.value);
  return ids;
}

}  // namespace luuvet::test

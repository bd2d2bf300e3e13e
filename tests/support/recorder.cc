#include "tests/support/recorder.h"

#include <utility>

namespace luuvet::test {

void Recorder::add(Recorded recorded, Date on, std::string actor) {
  const std::string& agency = recorded.meta.agency.value;
  if (actor.empty()) actor = agency == kSystemActor ? agency : "at." + agency;
  recorded.meta.sequence = world.head + 1;
  recorded.meta.time = start_of_day(on);
  recorded.meta.actor = {std::move(actor)};
  recorded.stream_version = world.version(recorded.subject) + 1;
  world.evolve(recorded, epoch++);
  log.push_back(std::move(recorded));
}

void Recorder::record(const Subject& on_subject, const Event& event, const std::string& agency, Date on) {
  record({on_subject.text(), event, agency, on});
}

void Recorder::record(const Fact& fact) {
  Recorded recorded;
  recorded.meta.agency = {fact.agency};
  recorded.subject = subject(fact.subject);
  recorded.event = fact.event;
  add(std::move(recorded), fact.on, fact.actor);
}

void Recorder::record(const Decision& decision, Date on, const std::string& actor) {
  std::uint32_t index = 0;
  for (const NewEvent& each : decision.events) {
    Recorded recorded;
    recorded.meta.agency = decision.agency;
    recorded.capacity = decision.capacity;
    recorded.subject = each.subject;
    recorded.causation = each.causation;
    recorded.act_index = index++;
    recorded.act_size = static_cast<std::uint32_t>(decision.events.size());
    recorded.programme = each.programme;
    recorded.event = each.event;
    add(std::move(recorded), on, actor);
  }
}

}  // namespace luuvet::test

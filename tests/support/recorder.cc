#include "tests/support/recorder.h"

#include <utility>

namespace luuvet::test {

void Recorder::record(const Subject& on_subject, const Event& event, const std::string& agency, Date on) {
  Recorded recorded;
  recorded.meta = {world.head + 1, start_of_day(on), {agency == kSystemActor ? agency : "at." + agency}, {agency}};
  recorded.subject = on_subject;
  recorded.stream_version = world.version(on_subject) + 1;
  recorded.event = event;
  world.evolve(recorded, epoch++);
  log.push_back(std::move(recorded));
}

void Recorder::record(const Fact& fact) {
  record(subject(fact.subject), fact.event, fact.agency, fact.on);
}

void Recorder::record(const Decision& decision, Date on) {
  for (const NewEvent& each : decision.events) record(each.subject, each.event, decision.agency.value, on);
}

}  // namespace luuvet::test

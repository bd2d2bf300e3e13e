#include "domain/evolve.h"

#include <utility>

#include "domain/decide.h"

namespace luuvet {

void World::evolve(const Recorded& recorded, Epoch epoch) {
  std::visit([&](const auto& event) { evolve_one(*this, recorded, event, epoch); }, recorded.event);
  head = recorded.meta.sequence;
}

void live(Life& life, const Recorded& recorded) {
  life.version = recorded.stream_version;
  if (life.first == 0) life.first = recorded.meta.sequence;
  life.last = recorded.meta.sequence;
  for (const std::string_view field : touched_fields(recorded.event)) life.touch(field, recorded.meta.sequence);
}

void pulse(World& world, const TaskId& task, Sequence sequence, Epoch epoch) {
  world.task_pulses.put(std::make_shared<const TaskPulse>(TaskPulse{task.value, sequence}), epoch);
}

void evolve_one(World& world, const Recorded& recorded, const LogCreated& event, Epoch) {
  world.log = event;
  live(world.log_life, recorded);
}

void evolve_one(World& world, const Recorded& recorded, const LogAdopted& event, Epoch) {
  if (world.log) world.log->public_key = event.public_key;
  live(world.log_life, recorded);
}

void evolve_one(World& world, const Recorded& recorded, const DayOpened& event, Epoch) {
  world.day = event.date;
  live(world.calendar, recorded);
}

}  // namespace luuvet

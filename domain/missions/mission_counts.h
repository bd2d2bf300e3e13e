// Missions counted by what became of them. Pure; reads every mission once.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "domain/missions/mission_facts.h"
#include "domain/world.h"

namespace luuvet {

inline constexpr std::size_t kMissionFacts = 9;
inline constexpr std::size_t kMissionStages = 8;

// The day from which it is true of the mission; none where it is not. Serving tasks and the paper on cost and benefit
// have no day of their own and count from that of ordering.
std::optional<Date> day_of(const MissionState& mission, MissionFact fact);

// Both days included; without `from` from the beginning.
struct CountSpan {
  std::optional<Date> from;
  Date until;
  bool contains(Date date) const { return (!from || *from <= date) && date <= until; }
  bool operator==(const CountSpan&) const = default;
};
BOOST_DESCRIBE_STRUCT(CountSpan, (), (from, until))

// `among` became true of it within the span, `fact` by the span's last day.
bool counts_as(const MissionState& mission, MissionFact fact, MissionFact among, const CountSpan& span);

// How many there are of each, by the place of the fact and of the stage in their enumerations. A mission stands at one
// stage, so that these add up to `total`.
struct MissionTally {
  std::size_t total = 0;
  std::array<std::size_t, kMissionFacts> facts{};
  std::array<std::size_t, kMissionStages> stages{};

  void add(const MissionState& mission);
  std::size_t of(MissionFact fact) const { return facts[static_cast<std::size_t>(fact)]; }
  std::size_t at(MissionStage stage) const { return stages[static_cast<std::size_t>(stage)]; }
  bool operator==(const MissionTally&) const = default;
};

}  // namespace luuvet

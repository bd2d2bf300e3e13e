// What became of missions as it is counted, and which of it an indicator is computed from.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

namespace luuvet {

// Each is true of a mission from a day on; several are true of one mission.
enum class MissionFact : std::uint8_t {
  kOrdered,      // of every mission
  kServing,      // serves tasks of plans
  kCostBenefit,  // a paper weighs cost against benefit
  kContracted,
  kAccepted,
  kTransferred,
  kFollowedUp,
  kApplied,  // followed up, and its result is applied
  kStopped
};
BOOST_DESCRIBE_ENUM(MissionFact, kOrdered, kServing, kCostBenefit, kContracted, kAccepted, kTransferred, kFollowedUp,
                    kApplied, kStopped)

// Whose missions are counted: of agencies of the indicator's province, of its programme, of the agency that submits.
enum class MissionScope : std::uint8_t { kProvince, kProgramme, kAgency };
BOOST_DESCRIBE_ENUM(MissionScope, kProvince, kProgramme, kAgency)

// Missions that an indicator counts. Without denominator the figure is the count itself.
struct ComputedFrom {
  MissionFact numerator = MissionFact::kOrdered;
  std::optional<MissionFact> denominator;
  MissionScope scope = MissionScope::kProvince;
  bool operator==(const ComputedFrom&) const = default;
};
BOOST_DESCRIBE_STRUCT(ComputedFrom, (), (numerator, denominator, scope))

}  // namespace luuvet

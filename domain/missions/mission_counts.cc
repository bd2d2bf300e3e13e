#include "domain/missions/mission_counts.h"

namespace luuvet {
namespace {

static_assert(boost::mp11::mp_size<boost::describe::describe_enumerators<MissionFact>>::value == kMissionFacts);
static_assert(boost::mp11::mp_size<boost::describe::describe_enumerators<MissionStage>>::value == kMissionStages);

template <class Fact>
std::optional<Date> day_of(const std::optional<Fact>& fact) {
  return fact ? std::optional(fact->on) : std::nullopt;
}

std::optional<Date> day_if(bool holds, Date date) {
  return holds ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<Date> day_of(const MissionState& mission, MissionFact fact) {
  const Mission& row = mission.content;
  const MissionCourse& course = mission.course;
  switch (fact) {
    case MissionFact::kOrdered:
      return row.ordered_on;
    case MissionFact::kServing:
      return day_if(!row.tasks.empty(), row.ordered_on);
    case MissionFact::kCostBenefit:
      return day_if(row.cost_benefit.has_value(), row.ordered_on);
    case MissionFact::kContracted:
      return day_of(course.contract);
    case MissionFact::kAccepted:
      return day_of(course.acceptance);
    case MissionFact::kTransferred:
      return day_of(course.transfer);
    case MissionFact::kFollowedUp:
      return course.follow_up ? std::optional(course.follow_up->fact.on) : std::nullopt;
    case MissionFact::kApplied:
      return course.follow_up && course.follow_up->fact.applied ? std::optional(course.follow_up->fact.on)
                                                                : std::nullopt;
    case MissionFact::kStopped:
      return course.stop ? std::optional(course.stop->fact.on) : std::nullopt;
  }
  return std::nullopt;
}

bool counts_as(const MissionState& mission, MissionFact fact, MissionFact among, const CountSpan& span) {
  const std::optional<Date> began = day_of(mission, among);
  if (!began || !span.contains(*began)) return false;
  const std::optional<Date> day = day_of(mission, fact);
  return day && *day <= span.until;
}

void MissionTally::add(const MissionState& mission) {
  ++total;
  for (std::size_t place = 0; place < kMissionFacts; ++place)
    facts[place] += day_of(mission, static_cast<MissionFact>(place)).has_value();
  ++stages[static_cast<std::size_t>(mission.course.stage)];
}

}  // namespace luuvet

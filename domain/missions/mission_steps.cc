#include "domain/missions/mission_steps.h"

#include <algorithm>

namespace luuvet {
namespace {

using enum MissionStage;

// The days of a payment and of a council are read as `on`.
constexpr std::string_view reading_name(std::string_view member) {
  return member == "paid_on" || member == "held_on" ? "on" : member;
}

template <class T>
void take(const T& from, std::optional<T>& to) {
  to = from;
}
template <class T>
void take(const std::optional<T>& from, std::optional<T>& to) {
  to = from;
}
template <class T>
void give(const std::optional<T>& from, T& to) {
  if (from) to = *from;
}
template <class T>
void give(const std::optional<T>& from, std::optional<T>& to) {
  to = from;
}

// Calls f(place in the reading, member of the reading, member of the fact) for what both have.
template <class Reading, class Fact, class F>
void each_pair(Reading& reading, Fact& fact, F&& f) {
  using PlainFact = std::remove_const_t<Fact>;
  for_each_member<MissionStepReading>([&](std::size_t index, auto read) {
    for_each_member<PlainFact>([&](std::size_t, auto member) {
      MissionStepReading scratch;
      if constexpr (requires(PlainFact plain) { take(plain.*member.pointer, scratch.*read.pointer); })
        if (reading_name(member.name) == read.name) f(index, reading.*read.pointer, fact.*member.pointer);
    });
  });
}

// Calls f with the member of the course that holds steps of this kind: an optional, or rows.
template <class Course, class F>
void with_place(Course& course, MissionStep step, F&& f) {
  switch (step) {
    case MissionStep::kSelection:
      return f(course.selection);
    case MissionStep::kContract:
      return f(course.contract);
    case MissionStep::kDisbursement:
      return f(course.disbursements);
    case MissionStep::kCouncil:
      return f(course.councils);
    case MissionStep::kAcceptance:
      return f(course.acceptance);
    case MissionStep::kTransfer:
      return f(course.transfer);
    case MissionStep::kFollowUp:
      return f(course.follow_up);
    case MissionStep::kStop:
      return f(course.stop);
  }
}

template <class Place>
concept Rows = requires(Place& place) {
  place.begin();
};

template <class Held>
auto& fact_of(Held& held) {
  if constexpr (requires { held.fact; })
    return held.fact;
  else
    return held;
}

// Calls f(fact) where the step was taken.
template <class Course, class F>
void with_fact(Course& course, MissionStep step, const std::optional<Sequence>& of, F&& f) {
  with_place(course, step, [&]<class Place>(Place& place) {
    if constexpr (Rows<Place>) {
      for (auto& row : place)
        if (row.sequence == of) f(row.fact);
    } else if (place) {
      f(fact_of(*place));
    }
  });
}

// A course in which every step was taken once, to ask what a step has.
const MissionCourse& every_step() {
  static const MissionCourse course = [] {
    MissionCourse all;
    all.selection.emplace();
    all.contract.emplace();
    all.disbursements.emplace_back();
    all.councils.emplace_back();
    all.acceptance.emplace();
    all.transfer.emplace();
    all.follow_up.emplace();
    all.stop.emplace();
    return all;
  }();
  return course;
}

MissionStage stage_of(const MissionCourse& course) {
  if (course.stop) return kStopped;
  if (course.follow_up) return kFollowedUp;
  if (course.transfer) return kTransferred;
  if (course.acceptance) return kAccepted;
  const bool met = std::any_of(course.milestones.begin(), course.milestones.end(),
                               [](const PlannedStep& step) { return step.done_on.has_value(); });
  if (course.contract) return met || !course.disbursements.empty() ? kUnderWay : kContracted;
  return course.selection ? kSelected : kOrdered;
}

}  // namespace

std::string_view field_of(MissionStep step) {
  switch (step) {
    case MissionStep::kSelection:
      return "selection";
    case MissionStep::kContract:
      return "contract";
    case MissionStep::kDisbursement:
      return "disbursements";
    case MissionStep::kCouncil:
      return "councils";
    case MissionStep::kAcceptance:
      return "acceptance";
    case MissionStep::kTransfer:
      return "transfer";
    case MissionStep::kFollowUp:
      return "follow_up";
    case MissionStep::kStop:
      return "stop";
  }
  return {};
}

std::vector<TakenStep> taken_steps(const MissionCourse& course) {
  std::vector<TakenStep> steps;
  if (course.selection) steps.push_back({MissionStep::kSelection, course.selection->on});
  if (course.contract) steps.push_back({MissionStep::kContract, course.contract->on});
  if (course.acceptance) steps.push_back({MissionStep::kAcceptance, course.acceptance->on});
  if (course.transfer) steps.push_back({MissionStep::kTransfer, course.transfer->on});
  if (course.follow_up) steps.push_back({MissionStep::kFollowUp, course.follow_up->fact.on});
  if (course.stop) steps.push_back({MissionStep::kStop, course.stop->fact.on});
  return steps;
}

bool has_ended(const MissionCourse& course) {
  return course.stop || course.follow_up;
}

Partial<MissionStepReading> reading_of(const MissionCourse& course, MissionStep step,
                                       const std::optional<Sequence>& of) {
  Partial<MissionStepReading> reading;
  with_fact(course, step, of, [&](const auto& fact) {
    each_pair(reading.values, fact, [&](std::size_t index, auto& read, const auto& member) {
      if constexpr (requires { take(member, read); }) take(member, read);
      reading.present |= std::uint64_t{1} << index;
    });
  });
  return reading;
}

std::vector<std::string_view> needed_in(MissionStep step) {
  const Sequence only = 0;
  const Partial<MissionStepReading> reading = reading_of(every_step(), step, only);
  std::vector<std::string_view> needed;
  for_each_member<MissionStepReading>([&](std::size_t index, auto member) {
    if (reading.has(index) && (reading.values.*member.pointer).has_value()) needed.push_back(member.name);
  });
  return needed;
}

void correct_step(Mission& mission, MissionCourse& course, const MissionStepCorrected& event) {
  const bool as_selected = course.selection && mission.host == course.selection->host;
  const bool as_signed = course.contract && course.contract_from == course.contract->on;
  with_fact(course, event.step, event.of, [&](auto& fact) {
    each_pair(event.set.values, fact, [&](std::size_t index, const auto& read, auto& member) {
      if constexpr (requires { give(read, member); })
        if (event.set.has(index)) give(read, member);
    });
  });
  if (event.step == MissionStep::kSelection && as_selected) mission.host = course.selection->host;
  if (event.step == MissionStep::kContract && as_signed) course.contract_from = course.contract->on;
}

// The host goes with the selection unless an amendment has named another since.
void withdraw_step(Mission& mission, MissionCourse& course, const MissionStepWithdrawn& event) {
  const bool as_selected = course.selection && mission.host == course.selection->host;
  if (event.step == MissionStep::kSelection && as_selected) mission.host = course.host_before;
  if (event.step == MissionStep::kContract) course.contract_from.reset();
  with_place(course, event.step, [&]<class Place>(Place& place) {
    if constexpr (Rows<Place>)
      std::erase_if(place, [&](const auto& row) { return row.sequence == event.of; });
    else
      place.reset();
  });
  course.stage = stage_of(course);
}

}  // namespace luuvet

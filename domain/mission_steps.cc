#include "domain/mission_steps.h"

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

template <class Rows, class F>
void with_row(Rows& rows, const std::optional<Sequence>& of, F&& f) {
  for (auto& row : rows)
    if (row.sequence == of) f(row.fact);
}

// Calls f(fact) where the step was taken.
template <class Course, class F>
void with_fact(Course& course, MissionStep step, const std::optional<Sequence>& of, F&& f) {
  switch (step) {
    case MissionStep::kSelection:
      if (course.selection) f(*course.selection);
      return;
    case MissionStep::kContract:
      if (course.contract) f(*course.contract);
      return;
    case MissionStep::kDisbursement:
      return with_row(course.disbursements, of, f);
    case MissionStep::kCouncil:
      return with_row(course.councils, of, f);
    case MissionStep::kAcceptance:
      if (course.acceptance) f(*course.acceptance);
      return;
    case MissionStep::kTransfer:
      if (course.transfer) f(*course.transfer);
      return;
    case MissionStep::kFollowUp:
      if (course.follow_up) f(course.follow_up->fact);
      return;
    case MissionStep::kStop:
      if (course.stop) f(course.stop->fact);
      return;
  }
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

template <class Rows>
void drop_row(Rows& rows, const std::optional<Sequence>& of) {
  std::erase_if(rows, [&](const auto& row) { return row.sequence == of; });
}

// The host goes with the selection unless an amendment has named another since.
void drop_selection(Mission& mission, MissionCourse& course) {
  if (course.selection && mission.host == course.selection->host) mission.host = course.host_before;
  course.selection.reset();
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

void withdraw_step(Mission& mission, MissionCourse& course, const MissionStepWithdrawn& event) {
  switch (event.step) {
    case MissionStep::kSelection:
      drop_selection(mission, course);
      break;
    case MissionStep::kContract:
      course.contract.reset();
      course.contract_from.reset();
      break;
    case MissionStep::kDisbursement:
      drop_row(course.disbursements, event.of);
      break;
    case MissionStep::kCouncil:
      drop_row(course.councils, event.of);
      break;
    case MissionStep::kAcceptance:
      course.acceptance.reset();
      break;
    case MissionStep::kTransfer:
      course.transfer.reset();
      break;
    case MissionStep::kFollowUp:
      course.follow_up.reset();
      break;
    case MissionStep::kStop:
      course.stop.reset();
      break;
  }
  course.stage = stage_of(course);
}

}  // namespace luuvet

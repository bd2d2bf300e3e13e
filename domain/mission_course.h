// How missions, big problems and rows of registers went on: what their states hold beside what they say of themselves.
#pragma once

#include "domain/mission_events.h"

namespace luuvet {

// A fact and the event that said it.
template <class Fact>
struct Said {
  Fact fact;
  Sequence sequence = 0;
  bool operator==(const Said&) const = default;
};

struct MissionCourse {
  MissionStage stage = MissionStage::kOrdered;
  std::optional<MissionSelected> selection;
  std::optional<MissionContracted> contract;
  std::vector<Said<MissionDisbursementRecorded>> disbursements;  // in the order in which they were recorded
  std::vector<Said<MissionCouncilHeld>> councils;                // in that order as well
  std::optional<MissionAccepted> acceptance;
  std::optional<MissionTransferred> transfer;
  std::optional<Said<MissionFollowedUp>> follow_up;
  std::optional<Said<MissionStopped>> stop;
  std::vector<PlannedStep> milestones;

  Amount disbursed() const {
    Amount sum = 0;
    for (const auto& each : disbursements) sum += each.fact.amount;
    return sum;
  }
  bool operator==(const MissionCourse&) const = default;
};

// Of one mission; 0 < amounts, so that no sum of them overflows.
inline constexpr std::size_t kMissionDisbursementsMax = 500;
inline constexpr std::size_t kMissionCouncilsMax = 50;
inline constexpr Amount kMissionAmountMax = 1'000'000'000'000'000;  // 10^15 đồng

struct BigProblemCourse {
  std::vector<PlannedStep> milestones;
  std::optional<Said<BigProblemClosed>> closed;

  BigProblemState state() const { return closed ? closed->fact.outcome : BigProblemState::kOpen; }
  bool operator==(const BigProblemCourse&) const = default;
};

// The day by which one looks whether the result is applied: a year after acceptance. None before acceptance and once
// it was looked at or the mission was stopped.
std::optional<Date> follow_up_due(const MissionCourse& course);

// Steps whose day has passed without being met.
std::size_t overdue_steps(const std::vector<PlannedStep>& steps, Date status_date);

}  // namespace luuvet

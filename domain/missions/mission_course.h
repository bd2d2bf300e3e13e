// How missions, big problems and rows of registers went on: what their states hold beside what they say of themselves.
#pragma once

#include "domain/missions/mission_events.h"

namespace luuvet {

// A fact and the event that said it.
template <class Fact>
struct Said {
  Fact fact;
  Sequence sequence = 0;
  bool operator==(const Said&) const = default;
};

// One reading of a step in place of another. Of what was taken back, `set` is empty and `was` all that it said.
struct MissionCorrection {
  MissionStep step = MissionStep::kSelection;
  std::optional<Sequence> of;
  bool withdrawn = false;
  Partial<MissionStepReading> was;
  Partial<MissionStepReading> set;
  Meta meta;  // of the correction
  std::optional<ReasonText> text;
  bool operator==(const MissionCorrection& other) const {
    return step == other.step && of == other.of && withdrawn == other.withdrawn && was == other.was &&
           set == other.set && meta.sequence == other.meta.sequence && text == other.text;
  }
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
  std::optional<Organisation> host_before;     // of the selection
  std::optional<Date> contract_from;           // the day of the contract before it was amended
  std::vector<MissionCorrection> corrections;  // oldest first

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
inline constexpr std::size_t kMissionCorrectionsMax = 50;
inline constexpr Amount kMissionAmountMax = 1'000'000'000'000'000;  // 10^15 đồng

struct BigProblemCourse {
  std::vector<PlannedStep> milestones;
  std::optional<Said<BigProblemClosed>> closed;

  BigProblemState state() const { return closed ? closed->fact.outcome : BigProblemState::kOpen; }
  bool operator==(const BigProblemCourse&) const = default;
};

// Z06: the last council of acceptance passed it, by that day.
bool is_passed(const MissionCourse& course, Date on);

// The day by which one looks whether the result is applied: a year after acceptance. None before acceptance and once
// it was looked at or the mission was stopped.
std::optional<Date> follow_up_due(const MissionCourse& course);

// Steps whose day has passed without being met.
std::size_t overdue_steps(const std::vector<PlannedStep>& steps, Date status_date);

}  // namespace luuvet

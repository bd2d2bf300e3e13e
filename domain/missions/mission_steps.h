// The steps of a mission as they were entered, for correcting them: what each says, and what becomes of the mission
// when one says something else or was never taken.
#pragma once

#include "domain/missions/mission_course.h"

namespace luuvet {

// The field of a mission that holds steps of this kind.
std::string_view field_of(MissionStep step);

// Payments and councils are many: which one says the sequence of its event.
constexpr bool is_one_of_many(MissionStep step) {
  return step == MissionStep::kDisbursement || step == MissionStep::kCouncil;
}

struct TakenStep {
  MissionStep step;
  Date on;
};

// The steps that were taken, in their order; payments and councils go beside.
std::vector<TakenStep> taken_steps(const MissionCourse& course);

// Followed up or stopped: no step comes any more.
bool has_ended(const MissionCourse& course);

// What the step says, with `present` for what such a step has; empty where it was not taken.
Partial<MissionStepReading> reading_of(const MissionCourse& course, MissionStep step,
                                       const std::optional<Sequence>& of);

// The names of what such a step says in any case: they cannot be set to none.
std::vector<std::string_view> needed_in(MissionStep step);

// Nothing happens where the step was not taken.
void correct_step(Mission& mission, MissionCourse& course, const MissionStepCorrected& event);
void withdraw_step(Mission& mission, MissionCourse& course, const MissionStepWithdrawn& event);

}  // namespace luuvet

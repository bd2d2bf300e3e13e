// What every command on a mission that is there shares: the way that it goes, and the rules that a step and its
// correction both keep.
#pragma once

#include <string_view>
#include <utility>

#include "domain/missions/mission_steps.h"
#include "domain/missions/record_keeping.h"
#include "domain/preconditions.h"

namespace luuvet {

// Null: no mission is addressed.
const MissionState* mission_at(const Scene& scene);

// Of a payment: below zero it came back.
void check_paid(BodyCheck& check, std::string_view pointer, Amount amount);

Rejection not_at_this_stage();  // Z03

// Z05: what is disbursed in all; `contract` null: there is none.
std::optional<Rejection> disbursed_fault(Amount sum, const MissionContracted* contract);
Rejection paid_before_contract();  // Z05

// The way of every command on a mission: check(BodyCheck&, mission), outcome(mission) its event by the rules.
template <class Check, class Outcome>
Result<Decision> on_mission(const Scene& scene, const Check& check_body, const Outcome& outcome) {
  const MissionState* mission = mission_at(scene);
  if (!mission) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, *mission);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&mission->life}))
    return *std::move(rejection);
  AgencyId agency = keeping_agency(scene, mission->content.programme);
  const Result<Capacity> capacity = keeping_capacity(scene, keeping_of(mission->content), agency, "Z02");
  if (!capacity) return capacity.error();
  Result<Event> event = outcome(*mission);
  if (!event) return std::move(event).error();
  return single(std::move(agency), capacity.value(), scene.command.target, mission->content.programme,
                std::move(event).value());
}

}  // namespace luuvet

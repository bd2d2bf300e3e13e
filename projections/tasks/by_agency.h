// Something for each of many agencies, gathered by walks over thousands of assignments: found by hash, kept by order.
#pragma once

#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "domain/plans/unit_planning.h"
#include "projections/tasks/roll_up.h"

namespace luuvet::projections {

template <class Value>
class ByAgency {
 public:
  // That of the agency, a new one where there is none yet; it stays where it is.
  Value& operator[](const AgencyId& agency) {
    const auto found = places_.find(agency.value);
    if (found != places_.end()) return *found->second;
    const auto [place, inserted] = rows_.try_emplace(agency);
    places_.emplace(place->first.value, &place->second);
    return place->second;
  }

  // Empties it.
  std::map<AgencyId, Value> take() {
    places_.clear();
    return std::move(rows_);
  }

 private:
  std::map<AgencyId, Value> rows_;
  std::unordered_map<std::string_view, Value*> places_;  // the names are those of the rows
};

// Calls f(const AgencyId&, const UnitWork&) for who works on each unit's assignment, and how that stands.
template <class F>
void for_each_working_agency(const World& world, const TaskState& task, const TaskWork& work, F&& f) {
  if (work.units.empty()) return;
  if (task.mode != AssignmentMode::kJoint) {
    for (std::size_t at = 0; at < work.units.size(); ++at) f(task.units[at], work.units[at]);
    return;
  }
  for (const AgencyId& agency : working_agencies(world, task, {std::string(kJointUnit)})) f(agency, work.units.front());
}

}  // namespace luuvet::projections

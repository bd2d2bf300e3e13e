#include "domain/people/relations.h"

#include <algorithm>
#include <map>
#include <utility>

#include "domain/people/agency_names.h"

namespace luuvet {
namespace {

const AgencyId* committee_standing(const World& world, const std::optional<CommitteeId>& id) {
  const auto* committee = id ? world.committees.find(id->value) : nullptr;
  return committee ? &committee->content.standing_agency : nullptr;
}

// The standing agency of most programmes; between equals, of the one registered first. Empty while there is no
// programme.
AgencyId usual_standing_agency(const World& world) {
  struct Tally {
    std::size_t programmes = 0;
    Sequence first = 0;
  };
  std::map<AgencyId, Tally> tallies;
  world.programmes.for_each([&](const auto& programme) {
    Tally& tally = tallies[programme->content.standing_agency];
    ++tally.programmes;
    if (tally.first == 0 || programme->life.first < tally.first) tally.first = programme->life.first;
  });
  const auto most = std::max_element(tallies.begin(), tallies.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second.programmes, b.second.first) < std::pair(b.second.programmes, a.second.first);
  });
  return most == tallies.end() ? AgencyId{} : most->first;
}

bool standing_of_any_programme(const World& world, const AgencyId& agency) {
  bool found = false;
  world.programmes.for_each([&](const auto& programme) {
    found = programme->content.standing_agency == agency;
    return !found;
  });
  return found;
}

bool standing_of_any_committee(const World& world, const AgencyId& agency) {
  bool found = false;
  world.committees.for_each([&](const auto& committee) {
    found = committee->content.standing_agency == agency;
    return !found;
  });
  return found;
}

AgencyId id(std::string_view value) {
  return {std::string(value)};
}

// Lào Cai: by area (mảng).
AgencyId area_default(std::string_view area) {
  if (area == "cchc") return id("so-noi-vu");
  if (area == "de-an-06") return id("cong-an-tinh");
  if (area == "party") return id("vp-tinh-uy");
  return id("so-khcn");
}

// Whom the task asks to confirm, in this order. The last ones stand in where those before do the work themselves.
std::vector<AgencyId> candidates(const World& world, const Task& task) {
  const Programme* programme = world.programme_of({Aggregate::kProgramme, task.programme.value});
  std::vector<AgencyId> result;
  if (!task.confirming_agency.empty()) result.push_back(task.confirming_agency);
  if (programme && programme->province == "lai-chau") {
    for (const AgencyId& each : {programme->standing_agency, id("lc-vp-ubnd-tinh"), id("lc-ubnd-tinh")})
      result.push_back(each);
    return result;
  }
  result.push_back(area_default(task.area));
  const bool party = task.area == "party";
  for (const std::string_view each :
       {party ? "vp-tinh-uy" : "vp-ubnd-tinh", party ? "vp-ubnd-tinh" : "vp-tinh-uy", "ubnd-tinh"})
    result.push_back(id(each));
  return result;
}

bool named_lead(const World& world, const Task& task, const AgencyId& agency) {
  return std::any_of(task.lead_agencies.begin(), task.lead_agencies.end(),
                     [&](const AgencyId& lead) { return world.succeeds(agency, lead); });
}

// The first candidate that exists and does not do the work itself; else the first, who may then not confirm either.
template <class DoesTheWork>
AgencyId first_outside(const World& world, const Task& task, const DoesTheWork& does_the_work) {
  std::vector<AgencyId> all = candidates(world, task);
  for (AgencyId& each : all) each = world.successor(each);
  const auto found = std::find_if(all.begin(), all.end(), [&](const AgencyId& each) {
    return world.is_agency(each) && !world.has_ended(each) && !does_the_work(each);
  });
  return found == all.end() ? all.front() : *found;
}

}  // namespace

AgencyId acting_agency(const World& world, const Context& context, const Subject& concerned) {
  if (!context.agency.empty()) return context.agency;
  if (const Programme* programme = world.programme_of(concerned)) return programme->standing_agency;
  if (concerned.aggregate == Aggregate::kCommittee)
    if (const AgencyId* standing = committee_standing(world, CommitteeId{concerned.id})) return *standing;
  return usual_standing_agency(world);
}

bool is_standing(const World& world, const Subject& subject, const AgencyId& agency) {
  if (const Programme* programme = world.programme_of(subject)) return programme->standing_agency == agency;
  return standing_of_any_programme(world, agency);
}

bool is_supervising(const World& world, const Subject& subject, const AgencyId& agency) {
  if (is_standing(world, subject, agency)) return true;
  const Programme* programme = world.programme_of(subject);
  if (!programme) return standing_of_any_committee(world, agency);
  const AgencyId* standing = committee_standing(world, programme->committee);
  return standing && *standing == agency;
}

namespace {

// On what belongs to no programme every committee is meant.
bool of_committee(const World& world, const Subject& subject, const CommitteeId& committee) {
  const Programme* programme = world.programme_of(subject);
  return !programme || programme->committee == committee;
}

bool bound_elsewhere(const World& world, const Subject& subject, const Grant& grant) {
  return grant.committee && !of_committee(world, subject, *grant.committee);
}

}  // namespace

bool is_within(const World& world, std::string_view province, const AgencyId& agency) {
  const AgencyState* state = world.agencies.find(agency.value);
  return state && (state->content.province == province || state->content.province == kCentre);
}

bool stands_over(const World& world, const Subject& subject, const AgencyId& agency, const Grant& grant) {
  return is_standing(world, subject, agency) && !bound_elsewhere(world, subject, grant);
}

bool sits_over(const World& world, const Subject& subject, const Grant& grant) {
  return grant.committee && world.programme_of(subject) && of_committee(world, subject, *grant.committee);
}

bool supervises(const World& world, const Subject& subject, const AgencyId& agency, const Grant& grant) {
  if (grant.role == Role::kStandingAgency)
    return is_supervising(world, subject, agency) && !bound_elsewhere(world, subject, grant);
  return grant.committee && of_committee(world, subject, *grant.committee);
}

bool is_lead(const World& world, const TaskState& task, const AssignmentState& assignment, const AgencyId& agency) {
  return assignment.unit.value == kJointUnit ? world.leads(task.content, agency) : assignment.unit == agency;
}

bool answers_for(const World& world, const TaskState& task, const AssignmentState& assignment, const AgencyId& agency) {
  if (is_lead(world, task, assignment, agency)) return true;
  bool found = false;
  world.sponsored.for_each([&](const auto& row) {
    const bool sponsors = std::any_of(row->sponsors.begin(), row->sponsors.end(),
                                      [&](const auto& sponsor) { return sponsor.agency == agency; });
    found = sponsors && is_lead(world, task, assignment, row->agency);
    return !found;
  });
  return found;
}

bool covers(const Grant& grant, const Task& task) {
  if (grant.role != Role::kDeputy || grant.areas.empty()) return true;
  return std::find(grant.areas.begin(), grant.areas.end(), task.area) != grant.areas.end();
}

AgencyId confirming_by_content(const World& world, const Task& task) {
  return first_outside(world, task, [&](const AgencyId& each) { return named_lead(world, task, each); });
}

bool does_the_work(const World& world, const TaskState& task, const AssignmentState& assignment,
                   const AgencyId& agency) {
  if (assignment.unit.value != kJointUnit) return world.succeeds(agency, assignment.unit);
  const auto& results = assignment.year_work.results;
  const bool submitted_year = std::any_of(results.begin(), results.end(), [&](const YearResult& each) {
    return each.state == YearResultState::kSubmitted && world.succeeds(agency, each.submitted_by);
  });
  return named_lead(world, task.content, agency) || world.succeeds(agency, assignment.submitted_by) || submitted_year;
}

AgencyId confirming_agency(const World& world, const TaskState& task, const AssignmentState& assignment) {
  return first_outside(world, task.content,
                       [&](const AgencyId& each) { return does_the_work(world, task, assignment, each); });
}

}  // namespace luuvet

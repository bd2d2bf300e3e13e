#include "domain/world.h"

#include <algorithm>

namespace luuvet {

Sequence Life::touched(std::string_view field) const {
  const auto found =
      std::find_if(touches.begin(), touches.end(), [&](const Touch& touch) { return touch.field == field; });
  return found == touches.end() ? 0 : found->sequence;
}

void Life::touch(std::string_view field, Sequence sequence) {
  const auto found =
      std::find_if(touches.begin(), touches.end(), [&](const Touch& touch) { return touch.field == field; });
  if (found == touches.end())
    touches.push_back({field, sequence});
  else
    found->sequence = sequence;
}

bool ThreadState::is_withdrawn(Sequence sequence) const {
  return std::binary_search(withdrawn.begin(), withdrawn.end(), sequence);
}

AssignmentState initial_assignment(const TaskId& task, const AgencyId& unit) {
  AssignmentState state;
  state.id = assignment_id(task, unit.value);
  state.task = task;
  state.unit = unit;
  return state;
}

namespace {

template <class State>
const Life* life_in(const Table<State>& table, const std::string& id) {
  const State* state = table.find(id);
  return state ? &state->life : nullptr;
}

// Null where the stream has no record yet.
const Life* life_of(const World& world, const Subject& subject) {
  switch (subject.aggregate) {
    case Aggregate::kLog:
      return &world.log_life;
    case Aggregate::kCalendar:
      return &world.calendar;
    case Aggregate::kProgramme:
      return life_in(world.programmes, subject.id);
    case Aggregate::kAgency:
      return life_in(world.agencies, subject.id);
    case Aggregate::kAgencyGroup:
      return life_in(world.agency_groups, subject.id);
    case Aggregate::kCommittee:
      return life_in(world.committees, subject.id);
    case Aggregate::kMember:
      return life_in(world.members, subject.id);
    case Aggregate::kIndicator:
      return life_in(world.indicators, subject.id);
    case Aggregate::kBudgetLine:
      return life_in(world.budget_lines, subject.id);
    case Aggregate::kReportingDuty:
      return life_in(world.reporting_duties, subject.id);
    case Aggregate::kDoubt:
      return life_in(world.doubts, subject.id);
    case Aggregate::kDocument:
      return life_in(world.documents, subject.id);
    case Aggregate::kTask:
      return life_in(world.tasks, subject.id);
    case Aggregate::kAssignment:
      return life_in(world.assignments, subject.id);
    case Aggregate::kThread:
      return life_in(world.threads, subject.id);
    case Aggregate::kPost:
      return life_in(world.posts, subject.id);
    case Aggregate::kAccount:
      return life_in(world.accounts, subject.id);
    case Aggregate::kLink:
      return life_in(world.links, subject.id);
    case Aggregate::kCoordination:
      return life_in(world.coordinations, subject.id);
    case Aggregate::kUnitPlan:
      return life_in(world.unit_plans, subject.id);
    case Aggregate::kSubmission:
      return life_in(world.submissions, subject.id);
    case Aggregate::kTreasuryExtract:
      return life_in(world.treasury_extracts, subject.id);
    case Aggregate::kRatio:
      return life_in(world.ratios, subject.id);
    case Aggregate::kMission:
      return life_in(world.missions, subject.id);
    case Aggregate::kBigProblem:
      return life_in(world.big_problems, subject.id);
    case Aggregate::kRegisterEntry:
      return life_in(world.register_entries, subject.id);
    case Aggregate::kProposal:
      return life_in(world.proposals, subject.id);
  }
  return nullptr;
}

template <class State>
const ProgrammeId* programme_in(const Table<State>& table, const std::string& id) {
  const State* state = table.find(id);
  return state ? &state->content.programme : nullptr;
}

const ProgrammeId* programme_of_task(const World& world, const std::string& assignment) {
  const auto parts = split(AssignmentId{assignment});
  return parts ? programme_in(world.tasks, parts->task.value) : nullptr;
}

const ProgrammeId* programme_of_request(const World& world, const std::string& coordination) {
  const CoordinationState* state = world.coordinations.find(coordination);
  return state ? programme_in(world.tasks, state->task.value) : nullptr;
}

const ProgrammeId* programme_of_indicator(const World& world, const std::string& submission) {
  const auto parts = split(SubmissionId{submission});
  return parts ? programme_in(world.indicators, parts->indicator.value) : nullptr;
}

template <class State>
const ProgrammeId* programme_if_any(const Table<State>& table, const std::string& id) {
  const State* state = table.find(id);
  return state && state->content.programme ? &*state->content.programme : nullptr;
}

const ProgrammeId* programme_of_proposal(const World& world, const std::string& proposal) {
  const ProposalRow* row = world.proposals.find(proposal);
  return row ? programme_in(world.tasks, row->made.task.value) : nullptr;
}

// Null where the content names none.
const ProgrammeId* named_programme(const World& world, const Subject& subject) {
  switch (subject.aggregate) {
    case Aggregate::kTask:
      return programme_in(world.tasks, subject.id);
    case Aggregate::kAssignment:
      return programme_of_task(world, subject.id);
    case Aggregate::kCoordination:
      return programme_of_request(world, subject.id);
    case Aggregate::kSubmission:
      return programme_of_indicator(world, subject.id);
    case Aggregate::kIndicator:
      return programme_in(world.indicators, subject.id);
    case Aggregate::kBudgetLine:
      return programme_in(world.budget_lines, subject.id);
    case Aggregate::kReportingDuty:
      return programme_in(world.reporting_duties, subject.id);
    case Aggregate::kDoubt:
      return programme_in(world.doubts, subject.id);
    case Aggregate::kRatio: {
      const RatioState* state = world.ratios.find(subject.id);
      return state ? &state->programme : nullptr;
    }
    case Aggregate::kMission:
      return programme_if_any(world.missions, subject.id);
    case Aggregate::kBigProblem:
      return programme_if_any(world.big_problems, subject.id);
    case Aggregate::kRegisterEntry:
      return programme_if_any(world.register_entries, subject.id);
    case Aggregate::kProposal:
      return programme_of_proposal(world, subject.id);
    default:
      return nullptr;
  }
}

const Programme* find_programme(const World& world, std::string_view id) {
  const auto* state = world.programmes.find(id);
  return state ? &state->content : nullptr;
}

bool contains(const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::find(list.begin(), list.end(), agency) != list.end();
}

bool charged(const World& world, const std::vector<AgencyId>& named, const AgencyId& agency) {
  return std::any_of(named.begin(), named.end(),
                     [&](const AgencyId& each) { return each == agency || world.in_group(each, agency); });
}

// Budget lines and indicators show their links.
Sequence links_at(const World& world, const Subject& shown) {
  const LinkedRow* row = world.linked.find(shown.text());
  Sequence last = 0;
  if (!row) return last;
  for (const LinkId& id : row->links)
    if (const LinkState* link = world.links.find(id.value)) last = std::max(last, link->life.last);
  return last;
}

Sequence pulse_of(const World& world, const std::string& task) {
  const TaskPulse* pulse = world.task_pulses.find(task);
  return pulse ? pulse->sequence : 0;
}

}  // namespace

std::uint64_t World::version(const Subject& subject) const {
  const Life* life = life_of(*this, subject);
  return life ? life->version : 0;
}

std::optional<AssignmentState> World::assignment(const AssignmentId& id) const {
  if (const AssignmentState* state = assignments.find(id.value)) return *state;
  const auto parts = split(id);
  const TaskState* task = parts ? tasks.find(parts->task.value) : nullptr;
  if (!task) return std::nullopt;
  if (!in_force(*task, parts->unit) && !contains(task->cancelled_units, parts->unit)) return std::nullopt;
  return initial_assignment(parts->task, parts->unit);
}

std::vector<AgencyId> World::units_of(const TaskState& task) const {
  if (!task.assigned || !carries_work(task.content)) return {};
  if (task.mode == AssignmentMode::kJoint) return {{std::string(kJointUnit)}};
  return task.units;
}

bool World::in_force(const TaskState& task, const AgencyId& unit) const {
  if (!task.assigned || !carries_work(task.content)) return false;
  return task.mode == AssignmentMode::kJoint ? unit.value == kJointUnit : contains(task.units, unit);
}

bool World::leads(const Task& task, const AgencyId& agency) const {
  return charged(*this, task.lead_agencies, agency);
}

bool World::coordinates(const Task& task, const AgencyId& agency) const {
  return charged(*this, task.coordinating_agencies, agency);
}

bool World::in_group(const AgencyId& group, const AgencyId& agency) const {
  const auto* state = agency_groups.find(group.value);
  return state && contains(state->content.members, agency);
}

bool World::is_agency(const AgencyId& id) const {
  return agencies.find(id.value) != nullptr;
}

bool World::is_agency_or_group(const AgencyId& id) const {
  return is_agency(id) || agency_groups.find(id.value) != nullptr;
}

bool World::has_ended(const AgencyId& id) const {
  const AgencyState* state = agencies.find(id.value);
  return state && state->ended_on;
}

AgencyId World::successor(const AgencyId& id) const {
  const AgencyId* last = &id;
  for (std::size_t steps = 0; steps <= agencies.size(); ++steps) {
    const AgencyState* state = agencies.find(last->value);
    if (!state || !state->merged_into) break;
    last = &*state->merged_into;
  }
  return *last;
}

bool World::succeeds(const AgencyId& agency, const AgencyId& other) const {
  if (agency == other) return true;
  const AgencyState* state = agencies.find(agency.value);
  return state && contains(state->predecessors, other);
}

const Programme* World::programme_of(const Subject& subject) const {
  switch (subject.aggregate) {
    case Aggregate::kProgramme:
      return find_programme(*this, subject.id);
    case Aggregate::kDocument: {  // a plan is also a document, under the same id
      const Programme* programme = find_programme(*this, subject.id);
      return programme && programme->document.value == subject.id ? programme : nullptr;
    }
    case Aggregate::kThread: {
      const auto carrier = parse_subject(subject.id);
      return carrier ? programme_of(*carrier) : nullptr;
    }
    case Aggregate::kLink: {  // that of its first row
      const LinkState* link = links.find(subject.id);
      const auto row = link && !link->pair.subjects.empty() ? parse_subject(link->pair.subjects.front()) : std::nullopt;
      return row && row->aggregate != Aggregate::kLink ? programme_of(*row) : nullptr;
    }
    default: {
      const ProgrammeId* id = named_programme(*this, subject);
      return id ? find_programme(*this, id->value) : nullptr;
    }
  }
}

Sequence World::representation(const Subject& subject) const {
  if (subject.aggregate == Aggregate::kTask) return pulse_of(*this, subject.id);
  const Life* life = life_of(*this, subject);
  const Sequence own = life ? life->last : 0;
  if (subject.aggregate == Aggregate::kBudgetLine || subject.aggregate == Aggregate::kIndicator)
    return std::max(own, links_at(*this, subject));
  if (subject.aggregate == Aggregate::kAccount) {
    const AccountState* account = accounts.find(subject.id);
    return account ? std::max(own, account->posts_at) : own;
  }
  if (subject.aggregate != Aggregate::kAssignment) return own;
  const auto parts = split(AssignmentId{subject.id});
  const TaskState* task = parts ? tasks.find(parts->task.value) : nullptr;
  return std::max(own, task ? task->life.last : 0);
}

}  // namespace luuvet

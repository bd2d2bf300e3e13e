#include "domain/people/succession.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/register_traits.h"

namespace luuvet {
namespace {

// Of no batch: what is written here is never published.
constexpr Epoch kScratchEpoch = std::numeric_limits<Epoch>::max();

bool contains(const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::find(list.begin(), list.end(), agency) != list.end();
}

// --- names in a row ---

template <class Member>
void replace(const World&, Member&) {}
void replace(const World& world, AgencyId& agency) {
  agency = passed_on(world, agency);
}
void replace(const World& world, std::optional<AgencyId>& agency) {
  if (agency) agency = passed_on(world, *agency);
}
void replace(const World& world, std::vector<AgencyId>& agencies) {
  agencies = passed_on(world, agencies);
}
void replace(const World& world, std::vector<HelperGroup>& groups) {
  for (HelperGroup& group : groups) replace(world, group.lead_agency);
}

template <class Content>
void complete(const World&, Content&) {}
// Who leads by the merger no longer coordinates, and does not confirm (T04).
void complete(const World& world, Task& row) {
  std::erase_if(row.coordinating_agencies, [&](const AgencyId& each) { return contains(row.lead_agencies, each); });
  row.confirming_agency = confirming_by_content(world, row);
}

template <class Content>
constexpr bool stays(std::string_view member) {
  return member == "id" || (std::is_same_v<Content, Post> && member == "agency");
}

// --- units ---

int advancement(Status status) {
  switch (status) {
    case Status::kCompleted:
      return 3;
    case Status::kAwaitingAcceptance:
      return 2;
    case Status::kInProgress:
      return 1;
    default:
      return 0;
  }
}

bool is_further(const AssignmentState& a, const AssignmentState& b) {
  return std::pair(advancement(a.status), a.percent.value_or(0)) >
         std::pair(advancement(b.status), b.percent.value_or(0));
}

// Of `ended` units and of `unit`, if it is one itself, the one whose work is furthest; itself between equals. Null:
// none has begun.
const AssignmentState* furthest(const World& world, const TaskState& task, const AgencyId& unit,
                                const std::vector<AgencyId>& ended) {
  const auto state_of = [&](const AgencyId& of) {
    return world.assignments.find(assignment_id(task.content.id, of.value).value);
  };
  const bool is_unit = contains(task.units, unit);
  const AssignmentState initial = initial_assignment(task.content.id, unit);
  const AssignmentState* best = is_unit ? state_of(unit) : nullptr;
  for (const AgencyId& each : ended) {
    const AssignmentState* state = state_of(each);
    if (!state) continue;
    if (best ? is_further(*state, *best) : !is_unit || is_further(*state, initial)) best = state;
  }
  return best;
}

// --- events ---

class Passing {
 public:
  Passing(const World& world, Sequence cause, const DocumentRef& document)
      : world_(world), cause_(cause), document_(document) {}

  template <class Content>
  void row(const Content& content) {
    auto set = difference(content, passed_on(world_, content));
    if (!set.empty()) add(subject_of(content), Amended<Content>{std::move(set), document_, std::nullopt});
  }

  void task(const TaskState& state) {
    if (!is_open(world_, state)) return;
    row(state.content);
    if (state.assigned && state.mode != AssignmentMode::kJoint) units(state);
  }

  std::vector<NewEvent> take() { return std::move(events_); }

 private:
  void units(const TaskState& state) {
    std::map<AgencyId, std::vector<AgencyId>> ended;  // by their successor
    for (const AgencyId& unit : state.units)
      if (AgencyId successor = world_.successor(unit); successor != unit) ended[std::move(successor)].push_back(unit);
    if (ended.empty()) return;
    add(subject_of(state.content), TaskAssigned{state.mode, passed_on(world_, state.units), state.group, document_});
    for (const auto& [unit, before] : ended) {
      const AssignmentState* best = furthest(world_, state, unit, before);
      if (best && best->unit != unit)
        add({Aggregate::kAssignment, assignment_id(state.content.id, unit.value).value}, taken_over(*best));
    }
  }

  void add(Subject subject, Event event) {
    auto programme = programme_id_of(world_, subject);
    events_.push_back({std::move(subject), std::move(programme), cause_, std::move(event)});
  }

  const World& world_;
  const Sequence cause_;
  const DocumentRef& document_;
  std::vector<NewEvent> events_;
};

template <class State>
void rows_pass(Passing& passing, const Table<State>& table) {
  table.for_each([&](const auto& row) { passing.row(row->content); });
}

}  // namespace

AssignmentTakenOver taken_over(const AssignmentState& state) {
  AssignmentTakenOver event;
  event.from = state.unit;
  event.status = state.status;
  event.begun = state.own_event;
  event.started_on = state.started_on;
  event.percent = state.percent;
  event.quantities = state.quantities;
  event.reported_periods = state.reported_periods;
  event.completed_on = state.completed_on;
  event.delivered = state.delivered;
  event.document = state.submit_document;
  event.returned = state.returned;
  if (const auto& asked = state.extension_asked)
    event.extension = ExtensionTaken{asked->asked, asked->due, asked->document};
  event.extended_due = state.extended_due;
  if (const auto& opening = state.opening)
    event.opening = OpeningTaken{opening->sequence,     opening->status,   opening->percent,
                                 opening->completed_on, opening->document, opening->confirmed};
  return event;
}

World once_so(const World& world, const Subject& subject, const Event& event, const AgencyId& agency) {
  World next = world;
  Recorded recorded;
  recorded.meta.sequence = world.head + 1;
  recorded.meta.agency = agency;
  recorded.subject = subject;
  recorded.stream_version = world.version(subject) + 1;
  recorded.event = event;
  next.evolve(recorded, kScratchEpoch);
  return next;
}

AgencyId passed_on(const World& world, const AgencyId& agency) {
  return world.successor(agency);
}

std::vector<AgencyId> passed_on(const World& world, const std::vector<AgencyId>& agencies) {
  std::vector<AgencyId> result;
  for (const AgencyId& each : agencies) {
    AgencyId agency = world.successor(each);
    if (!contains(result, agency)) result.push_back(std::move(agency));
  }
  return result;
}

template <class Content>
Content passed_on(const World& world, Content row) {
  const Content before = row;
  for_each_member<Content>([&](std::size_t, auto member) {
    if (!stays<Content>(member.name)) replace(world, row.*member.pointer);
  });
  if (!(row == before)) complete(world, row);
  return row;
}
template Programme passed_on(const World&, Programme);
template Agency passed_on(const World&, Agency);
template AgencyGroup passed_on(const World&, AgencyGroup);
template Committee passed_on(const World&, Committee);
template Member passed_on(const World&, Member);
template Indicator passed_on(const World&, Indicator);
template BudgetLine passed_on(const World&, BudgetLine);
template ReportingDuty passed_on(const World&, ReportingDuty);
template Doubt passed_on(const World&, Doubt);
template Document passed_on(const World&, Document);
template Task passed_on(const World&, Task);
template Post passed_on(const World&, Post);

bool is_open(const World& world, const TaskState& task) {
  if (task.cancelled || task.carried_to) return false;
  const std::vector<AgencyId> units = world.units_of(task);
  return units.empty() || std::any_of(units.begin(), units.end(), [&](const AgencyId& unit) {
           const AssignmentState* state = world.assignments.find(assignment_id(task.content.id, unit.value).value);
           return !state || state->status != Status::kCompleted;
         });
}

void pass_on_opened(const World& world, std::size_t at, const DocumentRef& document, Decision& decision) {
  const NewEvent& opening = decision.events[at];
  const World opened = once_so(world, opening.subject, opening.event, decision.agency);
  const auto parts = split(AssignmentId{opening.subject.id});
  const TaskState* task = opened.tasks.find(
      opening.subject.aggregate == Aggregate::kAssignment && parts ? parts->task.value : opening.subject.id);
  Passing passing(opened, world.head + 1 + at, document);
  if (task) passing.task(*task);
  for (NewEvent& each : passing.take()) decision.events.push_back(std::move(each));
}

std::vector<NewEvent> everything_passes(const World& world, Sequence cause, const DocumentRef& document) {
  Passing passing(world, cause, document);
  rows_pass(passing, world.programmes);
  rows_pass(passing, world.committees);
  rows_pass(passing, world.agency_groups);
  world.agencies.for_each([&](const auto& agency) {
    if (!agency->ended_on) passing.row(agency->content);
  });
  rows_pass(passing, world.members);
  rows_pass(passing, world.indicators);
  rows_pass(passing, world.budget_lines);
  rows_pass(passing, world.reporting_duties);
  world.posts.for_each([&](const auto& post) {
    if (!world.has_ended(post->content.agency)) passing.row(post->content);
  });
  world.tasks.for_each([&](const auto& task) { passing.task(*task); });
  return passing.take();
}

}  // namespace luuvet

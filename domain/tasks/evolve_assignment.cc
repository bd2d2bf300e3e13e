#include <algorithm>
#include <utility>

#include "domain/evolve.h"
#include "domain/tasks/handling.h"
#include "domain/tasks/statements.h"

namespace luuvet {
namespace {

void begin_work(AssignmentState& state) {
  state.own_event = true;
  if (state.status == Status::kNotStarted) state.status = Status::kInProgress;
}

void change(AssignmentState& state, const Meta& meta, const AssignmentStarted& event) {
  begin_work(state);
  state.started_on = event.started_on ? *event.started_on : vietnam_date(meta.time);
}

void change(AssignmentState& state, const Meta& meta, const AssignmentProgressReported& event) {
  begin_work(state);
  add_statement(state, meta, event);
}

void change(AssignmentState& state, const Meta& meta, const AssignmentProgressApproved& event) {
  state.own_event = true;
  approve_statements(state, meta, event.of);
}

void change(AssignmentState& state, const Meta&, const AssignmentProgressReturned& event) {
  state.own_event = true;
  return_statements(state, event.of);
}

void change(AssignmentState& state, const Meta& meta, const AssignmentSubmitted& event) {
  state.own_event = true;
  state.status = Status::kAwaitingAcceptance;
  state.completed_on = event.completed_on;
  state.delivered = event.deliverables;
  state.submit_document = event.document;
  state.submit_text = event.open;
  state.submitted_at = meta.sequence;
  state.submitted_by = meta.agency;
  state.returned = false;
}

void change(AssignmentState& state, const Meta&, const AssignmentAccepted&) {
  state.status = Status::kCompleted;
}

// What was delivered stays, for the next submission to begin from.
void change(AssignmentState& state, const Meta& meta, const AssignmentReturned& event) {
  state.status = Status::kInProgress;
  state.completed_on.reset();
  state.returned = true;
  state.return_text = event.open;
  state.returned_at = meta.sequence;
}

void change(AssignmentState& state, const Meta& meta, const AssignmentExtensionAsked& event) {
  state.own_event = true;
  state.extension_asked = Extension{meta.sequence, event.due, event.document, event.open};
}

void change(AssignmentState& state, const Meta&, const AssignmentExtensionDecided& event) {
  state.extension_asked.reset();
  if (event.decision == ExtensionDecision::kGrant && event.due) state.extended_due = event.due;
}

void change(AssignmentState& state, const Meta&, const AssignmentReopened&) {
  state.status = Status::kInProgress;
  state.completed_on.reset();
  state.returned = false;
}

void change(AssignmentState& state, const Meta& meta, const AssignmentOpeningStateEntered& event) {
  state.opening =
      OpeningState{meta.sequence, event.status, event.percent, event.completed_on, event.document, event.open, false};
}

void change(AssignmentState& state, const Meta&, const AssignmentOpeningStateConfirmed& event) {
  if (!state.opening || state.opening->sequence != event.of) return;
  state.opening->confirmed = true;
  state.status = state.opening->status;
  state.percent = state.opening->percent;
  state.completed_on = state.opening->completed_on;
}

// Statements stay with their unit: what they made official comes along.
void change(AssignmentState& state, const Meta& meta, const AssignmentTakenOver& event) {
  state.taken_over_from = event.from;
  state.status = event.status;
  state.own_event = event.begun;
  state.started_on = event.started_on;
  state.percent = event.percent;
  state.quantities = event.quantities;
  state.reported_periods = event.reported_periods;
  state.completed_on = event.completed_on;
  state.delivered = event.delivered;
  state.submit_document = event.document;
  state.submit_text.reset();
  state.submitted_at = event.status == Status::kAwaitingAcceptance ? meta.sequence : 0;
  state.submitted_by = event.from;
  state.returned = event.returned;
  state.return_text.reset();
  state.returned_at = 0;
  state.extension_asked.reset();
  if (event.extension)
    state.extension_asked = Extension{event.extension->asked, event.extension->due, event.extension->document, {}};
  state.extended_due = event.extended_due;
  state.opening.reset();
  if (const auto& opening = event.opening)
    state.opening =
        OpeningState{opening->entered,  opening->status, opening->percent, opening->completed_on, opening->document, {},
                     opening->confirmed};
}

// What the statement itself had begun has not begun (U05): nothing but such a statement moves the status and is still a
// draft. Of its agency's own events only a question for extension can have come before.
void change(AssignmentState& state, const Meta&, const AssignmentProgressWithdrawn& event) {
  withdraw_statement(state, event.of);
  if (state.life.touched("status") != event.of) return;
  state.status = Status::kNotStarted;
  state.own_event = state.life.touched("extension") != 0;
}

AgencyPeople& people_in(AssignmentState& state, const AgencyId& agency) {
  const auto place =
      std::lower_bound(state.people.begin(), state.people.end(), agency,
                       [](const AgencyPeople& each, const AgencyId& wanted) { return each.agency < wanted; });
  if (place != state.people.end() && place->agency == agency) return *place;
  AgencyPeople people;
  people.agency = agency;
  return *state.people.insert(place, std::move(people));
}

void change(AssignmentState& state, const Meta& meta, const AssignmentPeopleAssigned& event) {
  people_in(state, meta.agency) = {meta.agency, event.leader, event.department, event.officers, meta.sequence};
}

void change(AssignmentState& state, const Meta& meta, const AssignmentHandedOver& event) {
  AgencyPeople& people = people_in(state, meta.agency);
  people = in_place_of(std::move(people), event.from, event.to);
  people.sequence = meta.sequence;
}

// A statement that another event caused was taken over from a twin's.
void note_origin(AssignmentState& state, const Recorded& recorded) {
  if (!recorded.causation) return;
  for (Statement& each : state.statements)
    if (each.sequence == recorded.meta.sequence) each.written_as = *recorded.causation;
}

void change(AssignmentState& state, const Meta& meta, const AssignmentMilestoneMet& event) {
  begin_work(state);
  state.year_work.met.push_back(
      {event.agency, event.year, event.milestone, event.on, event.quantity, event.document, meta.sequence});
}

void change(AssignmentState& state, const Meta&, const AssignmentMilestoneUnmet& event) {
  std::erase_if(state.year_work.met, [&](const MetMilestone& each) {
    return each.agency == event.agency && each.year == event.year && each.milestone == event.milestone;
  });
}

void change(AssignmentState& state, const Meta& meta, const AssignmentYearSubmitted& event) {
  begin_work(state);
  auto& results = state.year_work.results;
  std::erase_if(results, [&](const YearResult& each) { return each.year == event.year; });
  YearResult result;
  result.year = event.year;
  result.completed_on = event.completed_on;
  result.quantity = event.quantity;
  result.document = event.document;
  result.submitted_by = meta.agency;
  result.submitted_at = meta.sequence;
  result.text = event.open;
  results.push_back(std::move(result));
}

void judge(AssignmentState& state, const Meta& meta, std::int64_t year, YearResultState judged,
           const std::optional<ReasonText>& text) {
  for (YearResult& result : state.year_work.results) {
    if (result.year != year) continue;
    result.state = judged;
    result.judged_at = meta.sequence;
    result.return_text = text;
  }
}
void change(AssignmentState& state, const Meta& meta, const AssignmentYearAccepted& event) {
  judge(state, meta, event.year, YearResultState::kAccepted, std::nullopt);
}
void change(AssignmentState& state, const Meta& meta, const AssignmentYearReturned& event) {
  judge(state, meta, event.year, YearResultState::kReturned, event.open);
}
void change(AssignmentState& state, const Meta& meta, const AssignmentYearReopened& event) {
  judge(state, meta, event.year, YearResultState::kReturned, event.open);
}

// The plans and results of the unit before go on with the work.
void take_over_years(const World& world, AssignmentState& state, const AgencyId& from) {
  const AssignmentState* before = world.assignments.find(assignment_id(state.task, from.value).value);
  if (!before || before->unit == state.unit) return;
  const YearWork& theirs = before->year_work;
  YearWork& own = state.year_work;
  own.planned.insert(own.planned.end(), theirs.planned.begin(), theirs.planned.end());
  own.met.insert(own.met.end(), theirs.met.begin(), theirs.met.end());
  for (const YearResult& result : theirs.results)
    if (!find_result(own, result.year)) own.results.push_back(result);
}

AssignmentState state_before(const World& world, const Recorded& recorded) {
  const AssignmentId id{recorded.subject.id};
  if (const AssignmentState* now = world.assignments.find(id.value)) return *now;
  const auto parts = split(id).value_or(AssignmentParts{{id.value}, {}});
  AssignmentState state = initial_assignment(parts.task, parts.unit);
  state.id = id;
  return state;
}

}  // namespace

template <AssignmentEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  AssignmentState next = state_before(world, recorded);
  const Status before = next.status;
  change(next, recorded.meta, event);
  if constexpr (std::is_same_v<E, AssignmentProgressReported>) note_origin(next, recorded);
  if constexpr (std::is_same_v<E, AssignmentTakenOver>) take_over_years(world, next, event.from);
  live(next.life, recorded);
  if (next.status != before) next.life.touch("status", recorded.meta.sequence);
  pulse(world, next.task, recorded.meta.sequence, epoch);
  world.assignments.put(std::make_shared<const AssignmentState>(std::move(next)), epoch);
}
template void evolve_one(World&, const Recorded&, const AssignmentStarted&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentProgressReported&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentProgressApproved&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentProgressReturned&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentSubmitted&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentAccepted&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentReturned&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentExtensionAsked&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentExtensionDecided&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentReopened&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentOpeningStateEntered&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentOpeningStateConfirmed&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentTakenOver&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentProgressWithdrawn&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentPeopleAssigned&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentHandedOver&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentMilestoneMet&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentMilestoneUnmet&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentYearSubmitted&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentYearAccepted&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentYearReturned&, Epoch);
template void evolve_one(World&, const Recorded&, const AssignmentYearReopened&, Epoch);

}  // namespace luuvet

// Yearly plans: their lines and editions. What an edition says of an assignment is kept with that as well.
#include <algorithm>
#include <set>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

bool sets(const UnitPlanLineSet& event, std::string_view field) {
  const auto fields = names(event.set);
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

void change(UnitPlanLine& line, Sequence sequence, const UnitPlanLineSet& event) {
  apply(event.set, line.content);
  if (sets(event, "product")) line.product_at = sequence;
  if (sets(event, "milestones")) line.milestones_at = sequence;
  if (sets(event, "left_out")) {
    line.left_out_at = sequence;
    line.reason = event.open ? event.open->reason : std::nullopt;
  }
  if (sets(event, "noted")) {
    line.note_at = sequence;
    line.note = event.open ? event.open->note : std::nullopt;
  }
}

void change(UnitPlanState&, const Meta&, const UnitPlanBegun&) {}

// An empty line stays among the drafts for what its fields rest on; an edition leaves it out.
void change(UnitPlanState& state, const Meta& meta, const UnitPlanLineSet& event) {
  const auto place =
      std::lower_bound(state.lines.begin(), state.lines.end(), event.assignment,
                       [](const auto& line, const AssignmentId& wanted) { return line->assignment < wanted; });
  const bool there = place != state.lines.end() && (*place)->assignment == event.assignment;
  auto next = there ? std::make_shared<UnitPlanLine>(**place) : std::make_shared<UnitPlanLine>();
  next->assignment = event.assignment;
  change(*next, meta.sequence, event);
  if (there)
    *place = std::move(next);
  else
    state.lines.insert(place, std::move(next));
}

void change(UnitPlanState& state, const Meta&, const UnitPlanSubmitted&) {
  state.stage = UnitPlanStage::kSubmitted;
  state.returned = false;
}

void change(UnitPlanState& state, const Meta& meta, const UnitPlanApproved& event) {
  auto edition = std::make_shared<UnitPlanEdition>();
  edition->number = event.edition;
  edition->approved_at = meta.sequence;
  edition->time = meta.time;
  edition->approved_by = meta.actor;
  edition->approved_for = meta.agency;
  edition->document = event.document;
  std::copy_if(state.lines.begin(), state.lines.end(), std::back_inserter(edition->lines),
               [](const auto& line) { return !line->content.empty(); });
  state.editions.push_back(std::move(edition));
  state.stage = UnitPlanStage::kApproved;
}

void change(UnitPlanState& state, const Meta& meta, const UnitPlanReturned& event) {
  state.stage = UnitPlanStage::kDraft;
  state.returned = true;
  state.return_text = event.open;
  state.returned_at = meta.sequence;
}

void change(UnitPlanState& state, const Meta& meta, const UnitPlanNoted& event) {
  state.notes.push_back(
      {meta.agency, event.edition, meta.time, meta.sequence, event.open ? event.open->note : std::nullopt});
}

void change(UnitPlanState& state, const Meta& meta, const UnitPlanAmendmentBegun& event) {
  state.stage = UnitPlanStage::kDraft;
  state.amendment_text = event.open;
  state.amendment_at = meta.sequence;
}

AssignmentState assignment_of(const World& world, const AssignmentId& id) {
  if (const AssignmentState* now = world.assignments.find(id.value)) return *now;
  const auto parts = split(id).value_or(AssignmentParts{{id.value}, {}});
  AssignmentState state = initial_assignment(parts.task, parts.unit);
  state.id = id;
  return state;
}

// What the plan said of the assignment before, without `line` nothing more, is replaced.
void plan(World& world, const UnitPlan& plan, const AssignmentId& id, const UnitPlanLine* line, Epoch epoch) {
  AssignmentState next = assignment_of(world, id);
  auto& planned = next.year_work.planned;
  std::erase_if(planned, [&](const PlannedYear& each) { return each.agency == plan.agency && each.year == plan.year; });
  if (line)
    planned.push_back(
        {plan.agency, plan.year, line->content.product, line->content.milestones, line->content.left_out});
  world.assignments.put(std::make_shared<const AssignmentState>(std::move(next)), epoch);
}

void put_in_force(World& world, const UnitPlan& state, Epoch epoch) {
  const UnitPlanLines& now = state.editions.back()->lines;
  for (const auto& line : now) plan(world, state, line->assignment, line.get(), epoch);
  if (state.editions.size() < 2) return;
  for (const auto& line : state.editions[state.editions.size() - 2]->lines)
    if (!find_line(now, line->assignment)) plan(world, state, line->assignment, nullptr, epoch);
}

std::shared_ptr<UnitPlanState> state_before(const World& world, const std::string& id) {
  if (const UnitPlanState* now = world.unit_plans.find(id)) return std::make_shared<UnitPlanState>(*now);
  auto state = std::make_shared<UnitPlanState>();
  state->id = {id};
  const auto parts = split(state->id).value_or(UnitPlanParts{{id}, 0});
  state->agency = parts.agency;
  state->year = parts.year;
  return state;
}

}  // namespace

template <UnitPlanEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = state_before(world, recorded.subject.id);
  change(*next, recorded.meta, event);
  live(next->life, recorded);
  if constexpr (std::is_same_v<E, UnitPlanApproved>) put_in_force(world, *next, epoch);
  world.unit_plans.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const UnitPlanBegun&, Epoch);
template void evolve_one(World&, const Recorded&, const UnitPlanLineSet&, Epoch);
template void evolve_one(World&, const Recorded&, const UnitPlanSubmitted&, Epoch);
template void evolve_one(World&, const Recorded&, const UnitPlanApproved&, Epoch);
template void evolve_one(World&, const Recorded&, const UnitPlanReturned&, Epoch);
template void evolve_one(World&, const Recorded&, const UnitPlanNoted&, Epoch);
template void evolve_one(World&, const Recorded&, const UnitPlanAmendmentBegun&, Epoch);

void evolve_one(World& world, const Recorded& recorded, const ProgrammeYearClosed& event, Epoch epoch) {
  const std::string& id = recorded.subject.id;
  move_row(world.programmes, recorded, epoch);
  auto closed = copy_of(world.closed_years, id);
  closed->programme = id;
  closed->years.push_back({event.year, event.into, event.document, event.count, recorded.meta.sequence});
  world.closed_years.put(std::move(closed), epoch);
}

}  // namespace luuvet

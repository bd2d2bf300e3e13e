#include "domain/links/twins.h"

#include <algorithm>
#include <utility>

#include "domain/links/link_rows.h"
#include "domain/people/relations.h"

namespace luuvet {
namespace {

// Who does the work that is written of: where an agency leads together with others, the one that writes or wrote.
AgencyId worker_of(const Work& work) {
  const AssignmentState& state = work.state;
  if (state.unit.value != kJointUnit) return state.unit;
  if (is_lead(work.world, work.task, state, work.agency)) return work.agency;
  if (!state.submitted_by.empty()) return state.submitted_by;
  return state.statements.empty() ? AgencyId{} : state.statements.back().agency;
}

std::optional<AgencyId> unit_of(const World& world, const TaskState& task, const AgencyId& worker) {
  const AgencyId joint{std::string(kJointUnit)};
  if (world.in_force(task, joint)) return world.leads(task.content, worker) ? std::optional(joint) : std::nullopt;
  return world.in_force(task, worker) ? std::optional(worker) : std::nullopt;
}

// A statement and what was taken over from it have one origin.
Sequence origin_of(const Statement& statement) {
  return statement.written_as ? statement.written_as : statement.sequence;
}

std::vector<Sequence> counterparts(const Work& work, const Work& twin, const std::vector<Sequence>& of) {
  std::vector<Sequence> result;
  for (const Statement& own : work.state.statements) {
    if (std::find(of.begin(), of.end(), own.sequence) == of.end()) continue;
    for (const Statement& other : twin.state.statements)
      if (other.state == StatementState::kDraft && origin_of(other) == origin_of(own)) result.push_back(other.sequence);
  }
  return result;
}

// The command as it is on the twin; none where nothing of it concerns the twin.
template <class Body>
std::optional<Body> on_twin(const Work&, const Work&, const Body& body) {
  return body;
}
// Quantities are those of the row's own deliverables.
std::optional<ReportProgress> on_twin(const Work&, const Work&, ReportProgress body) {
  body.quantities.reset();
  if (!body.percent && !body.result && !body.obstacle && !body.proposal) return std::nullopt;
  return body;
}
std::optional<SubmitAssignment> on_twin(const Work&, const Work&, SubmitAssignment body) {
  body.deliverables.clear();
  return body;
}
template <class Judgement>
std::optional<Judgement> of_counterparts(const Work& work, const Work& twin, Judgement body) {
  body.of = counterparts(work, twin, body.of);
  if (body.of.empty()) return std::nullopt;
  return body;
}
std::optional<ApproveProgress> on_twin(const Work& work, const Work& twin, ApproveProgress body) {
  return of_counterparts(work, twin, std::move(body));
}
std::optional<ReturnProgress> on_twin(const Work& work, const Work& twin, ReturnProgress body) {
  return of_counterparts(work, twin, std::move(body));
}
std::optional<WithdrawProgress> on_twin(const Work& work, const Work& twin, const WithdrawProgress& body) {
  const std::vector<Sequence> others = counterparts(work, twin, {body.sequence});
  if (others.empty()) return std::nullopt;
  return WithdrawProgress{others.front()};
}

bool allowed(const Scene& scene, const Work& twin, Capacity capacity) {
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return (each.capacity == capacity || is_system(scene.context.actor)) && relates(twin, relation, each);
  });
  return grant != nullptr;
}

template <WorkBody Body>
void write_on(const Scene& scene, const Work& work, const Work& twin, const Body& body, Sequence cause,
              Decision& decision) {
  if (!allowed(scene, twin, decision.capacity) || standstill(twin)) return;
  const auto own = on_twin(work, twin, body);
  if (!own) return;
  Result<Outcome> made = outcome(twin, *own);
  if (!made) return;
  const Subject subject{Aggregate::kAssignment, twin.state.id.value};
  for (Event& event : made.value().events)
    decision.events.push_back({subject, programme_id_of(scene.world, subject), cause, std::move(event)});
}

}  // namespace

template <WorkBody Body>
void write_on_twins(const Scene& scene, const Work& work, const Body& body, Decision& decision) {
  const std::vector<TaskId> twins = twins_of(scene.world, work.task.content.id);
  if (twins.size() == 1) return;
  const AgencyId worker = worker_of(work);
  const Sequence cause = scene.world.head + decision.events.size();  // the last event of the command itself
  for (const TaskId& id : twins) {
    const TaskState* task = scene.world.tasks.find(id.value);
    const auto unit = task && id != work.task.content.id ? unit_of(scene.world, *task, worker) : std::nullopt;
    if (!unit) continue;
    const Subject target{Aggregate::kAssignment, assignment_id(id, unit->value).value};
    const Result<Work> twin = find_work(scene.world, target, scene.context);
    if (twin) write_on(scene, work, twin.value(), body, cause, decision);
  }
}

#define LUUVET_INSTANTIATE(Body) template void write_on_twins(const Scene&, const Work&, const Body&, Decision&)
LUUVET_INSTANTIATE(StartAssignment);
LUUVET_INSTANTIATE(ReportProgress);
LUUVET_INSTANTIATE(ApproveProgress);
LUUVET_INSTANTIATE(ReturnProgress);
LUUVET_INSTANTIATE(WithdrawProgress);
LUUVET_INSTANTIATE(SubmitAssignment);
LUUVET_INSTANTIATE(AcceptAssignment);
LUUVET_INSTANTIATE(ReturnAssignment);
LUUVET_INSTANTIATE(ReopenAssignment);
#undef LUUVET_INSTANTIATE

}  // namespace luuvet

// What other systems call a task, and what they propose: nothing changes until the standing agency accepts it (Z30 to
// Z35).
#include <algorithm>
#include <utility>

#include "domain/missions/record_keeping.h"
#include "domain/people/relations.h"
#include "domain/plans/external_ids.h"
#include "domain/preconditions.h"
#include "domain/tasks/task_fields.h"
#include "domain/tasks/task_row.h"

namespace luuvet {
namespace {

// --- proposing ---

bool names_one_task(const MakeProposal& body) {
  return body.task ? !body.external_id : body.system && body.external_id;
}

// Null where the body is at fault.
const TaskState* task_of(BodyCheck& check, const MakeProposal& body) {
  if (!names_one_task(body)) {
    check.fault("/task", "Cần nêu mã nhiệm vụ, hoặc hệ thống cùng mã của hệ thống đó.",
                "Name the task by its id, or by a system and that system's id.");
    return nullptr;
  }
  const TaskState* task = body.task ? check.world().tasks.find(body.task->value)
                                    : task_called(check.world(), {*body.system, *body.external_id});
  if (!task) check.unknown(body.task ? "/task" : "/external_id", body.task ? body.task->value : *body.external_id);
  return task;
}

// Z32: what waits for one task has an end.
std::optional<Rejection> waiting_fault(const World& world, const TaskId& task) {
  std::size_t waiting = 0;
  world.proposals.for_each(
      [&](const auto& row) { waiting += row->made.task == task && row->state == ProposalState::kWaiting ? 1 : 0; });
  if (waiting < kOpenProposalsPerTask) return std::nullopt;
  return rule_broken("Z32", "Nhiệm vụ này đã có quá nhiều đề xuất đang chờ.", "Too many proposals wait for this task.");
}

void check_proposal(BodyCheck& check, const MakeProposal& body, const TaskState* task) {
  const Programme* programme = task ? check.world().programme_of({Aggregate::kTask, task->content.id.value}) : nullptr;
  if (programme) check_fields(check, "/set", body.set, *programme);
  if (body.set.empty()) check.fault("/set", "Cần nêu ít nhất một nội dung.", "Name at least one member.");
  if (body.system && !is_valid_agency_id(*body.system)) check_external(check, "", {*body.system, "-"});
  check.text("/note", body.note);
  check.document("/document", body.document);
}

// --- deciding ---

struct Judged {
  const ProposalRow& proposal;
  const TaskRow task;
  AgencyId agency;
  Capacity capacity;
};

const ProposalRow* target_of(const Scene& scene) {
  const Subject& target = scene.command.target;
  return target.aggregate == Aggregate::kProposal ? scene.world.proposals.find(target.id) : nullptr;
}

// Z31, Z34: the standing agency of the task's programme, of what waits.
Result<Judged> judged(const Scene& scene, const BodyCheck& check) {
  const ProposalRow& proposal = *target_of(scene);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&proposal.life}))
    return *std::move(rejection);
  const Subject subject{Aggregate::kTask, proposal.made.task.value};
  const TaskState* task = scene.world.tasks.find(subject.id);
  const Programme* programme = task ? scene.world.programme_of(subject) : nullptr;
  if (!programme) return not_found();
  AgencyId agency = acting_agency(scene.world, scene.context, subject);
  const Result<Capacity> capacity = standing_capacity(scene, *programme, agency);
  if (!capacity) return capacity.error();
  if (proposal.state != ProposalState::kWaiting)
    return rule_broken("Z35", "Đề xuất này đã được quyết định.", "This proposal has been decided.");
  return Judged{proposal, TaskRow{scene.world, *task, *programme}, std::move(agency), capacity.value()};
}

// Z34: what was proposed rests on the task as who decides has seen it.
std::optional<Rejection> moved_fault(const Scene& scene, const Judged& judged) {
  Context context = scene.context;
  context.based_on = context.based_on ? context.based_on : context.if_match;
  context.if_match.reset();
  const Command amend{{Aggregate::kTask, judged.proposal.made.task.value}, AmendTask{judged.proposal.made.set, {}, {}}};
  return precondition_fault(scene.world, amend, context, {&judged.task.task.life});
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const SetExternalIds& body) {
  const Subject& target = scene.command.target;
  const TaskState* task = target.aggregate == Aggregate::kTask ? scene.world.tasks.find(target.id) : nullptr;
  const Programme* programme = task ? scene.world.programme_of(target) : nullptr;
  if (!programme) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_external_ids(check, "/external_ids", body.external_ids);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&task->life}))
    return *std::move(rejection);
  AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = standing_capacity(scene, *programme, agency);
  if (!capacity) return capacity.error();
  if (auto rejection = taken_fault(scene.world, task->content.id, body.external_ids)) return *std::move(rejection);
  if (task->external_ids == body.external_ids)
    return rule_broken("Z30", "Các mã giống hệt các mã hiện có.", "These are the ids as they stand.");
  return single(std::move(agency), capacity.value(), target, programme->id, TaskExternalIdsSet{body.external_ids});
}

Result<Decision> decide_one(const Scene& scene, const MakeProposal& body) {
  BodyCheck check(scene.world, scene.context);
  const TaskState* task = task_of(check, body);
  check_proposal(check, body, task);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  const TaskId& id = task->content.id;
  const Subject on{Aggregate::kTask, id.value};
  Subject subject{Aggregate::kProposal, scene.context.new_id};
  if (scene.world.proposals.find(subject.id)) return already_exists(subject.id);
  AgencyId agency = acting_agency(scene.world, scene.context, on);
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  if (auto rejection = waiting_fault(scene.world, id)) return *std::move(rejection);
  ProposalMade event{id, body.system, body.external_id, body.set, body.document, note_words(body.note)};
  const Capacity capacity = scene.acting.grants.front().capacity;
  return single(std::move(agency), capacity, std::move(subject), programme_id_of(scene.world, on), std::move(event));
}

Result<Decision> decide_one(const Scene& scene, const AcceptProposal& body) {
  if (!target_of(scene)) return not_found();
  BodyCheck check(scene.world, scene.context);
  check.document("/document", body.document);
  check.text("/reason", body.reason);
  Result<Judged> found = judged(scene, check);
  if (!found) return std::move(found).error();
  Judged& each = found.value();
  if (auto rejection = moved_fault(scene, each)) return *std::move(rejection);
  BodyCheck still(scene.world, scene.context);
  check_fields(still, "/set", each.proposal.made.set, each.task.programme);
  if (auto rejection = still.rejection()) return *std::move(rejection);
  Result<Event> event = amended(each.task, each.proposal.made.set, body.document, body.reason);
  if (!event) return std::move(event).error();
  const ProgrammeId programme = each.task.programme.id;
  Decision made =
      single(std::move(each.agency), each.capacity, scene.command.target, programme, ProposalAccepted{body.document});
  made.events.push_back(
      {{Aggregate::kTask, each.proposal.made.task.value}, programme, std::nullopt, std::move(event).value()});
  return made;
}

Result<Decision> decide_one(const Scene& scene, const RefuseProposal& body) {
  if (!target_of(scene)) return not_found();
  BodyCheck check(scene.world, scene.context);
  check.text("/reason", body.reason);
  Result<Judged> found = judged(scene, check);
  if (!found) return std::move(found).error();
  Judged& each = found.value();
  return single(std::move(each.agency), each.capacity, scene.command.target, each.task.programme.id,
                ProposalRefused{reason_words(body.reason)});
}

}  // namespace luuvet

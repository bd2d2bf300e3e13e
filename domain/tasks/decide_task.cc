#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/people/succession.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"
#include "domain/tasks/collective.h"
#include "domain/tasks/task_fields.h"
#include "domain/tasks/task_row.h"

namespace luuvet {
namespace {

// --- bodies ---

void check_body(BodyCheck& check, const TaskRow& row, const AmendTask& body) {
  if (body.set.empty())
    check.fault("/set", "Cần nêu ít nhất một nội dung điều chỉnh.", "Name at least one member to amend.");
  check_fields(check, "/set", body.set, row.programme);
  check.document("/document", body.document);
  check.text("/reason", body.reason);
}

void check_body(BodyCheck& check, const TaskRow&, const AssignTask& body) {
  check_assigning(check, body);
}

void check_body(BodyCheck& check, const TaskRow&, const RecordTrigger& body) {
  check.not_future("/occurred_on", body.occurred_on);
  check.document("/document", body.document);
}

void check_body(BodyCheck& check, const TaskRow&, const SuspendTask& body) {
  check.text("/reason", body.reason);
  check.document("/document", body.document);
  check.after_today("/until", body.until);
}

template <class Decided>  // ResumeTask, CancelTask, ReinstateTask
void check_body(BodyCheck& check, const TaskRow&, const Decided& body) {
  check.text("/reason", body.reason);
  check.document("/document", body.document);
}

// --- relations ---

bool works_on(const TaskRow& row, const AgencyId& agency) {
  if (row.world.in_force(row.task, {std::string(kJointUnit)})) return row.world.leads(row.task.content, agency);
  return row.world.in_force(row.task, agency);
}

template <class Body>
Result<Capacity> capacity_for(const Scene& scene, const TaskRow& row, const AgencyId& agency, const Body&) {
  return standing_capacity(scene, row.programme, agency);
}

Result<Capacity> capacity_for(const Scene& scene, const TaskRow& row, const AgencyId& agency, const RecordTrigger&) {
  if (auto rejection = acting_fault(row.world, agency)) return *std::move(rejection);
  const Subject subject{Aggregate::kTask, row.task.content.id.value};
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    if (relation == Relation::kLead) return works_on(row, agency);
    return relation == Relation::kStanding && stands_over(row.world, subject, agency, each);
  });
  if (grant) return grant->capacity;
  return forbidden("T12", "Điều kiện phát sinh do cơ quan được giao hoặc cơ quan thường trực ghi nhận.",
                   "A trigger is recorded by an agency charged with the task or by the standing agency.");
}

// --- rules ---

std::optional<Rejection> workless_fault(const TaskRow& row) {
  if (carries_work(row.task.content)) return std::nullopt;
  return rule_broken("T02", "Dòng này chỉ nhóm hoặc dẫn chiếu, không có phần việc.",
                     "This row groups or refers; it carries no work.");
}

std::optional<Rejection> not_running_fault(const TaskRow& row) {
  if (auto rejection = workless_fault(row)) return rejection;
  if (auto rejection = carried_over_fault(row.task)) return rejection;
  if (!row.task.cancelled) return std::nullopt;
  return rule_broken("T07", "Nhiệm vụ đã dừng theo quyết định; cần khôi phục trước.",
                     "The task is cancelled; reinstate it first.");
}

Result<Event> outcome(const TaskRow& row, const AmendTask& body) {
  return amended(row, body.set, body.document, body.reason);
}

Result<Event> outcome(const TaskRow& row, const AssignTask& body) {
  if (auto rejection = not_running_fault(row)) return *std::move(rejection);
  return assigned(row, body);
}

const Trigger* trigger_of(const Deadline& deadline) {
  if (deadline.trigger) return &*deadline.trigger;
  for (const Deadline& part : deadline.parts)
    if (part.trigger) return &*part.trigger;
  return nullptr;
}

Result<Event> outcome(const TaskRow& row, const RecordTrigger& body) {
  if (auto rejection = not_running_fault(row)) return *std::move(rejection);
  const Trigger* trigger = trigger_of(row.task.content.deadline);
  if (!trigger)
    return rule_broken("T10", "Thời hạn của nhiệm vụ này không phụ thuộc điều kiện phát sinh.",
                       "This task's deadline does not wait for a trigger.");
  if (trigger->repeat == Repeat::kOnce && !row.task.triggers.empty())
    return rule_broken("T11", "Điều kiện phát sinh đã được ghi nhận.", "The trigger has been recorded already.");
  return Event{TaskTriggerRecorded{body.occurred_on, body.document}};
}

Result<Event> outcome(const TaskRow& row, const SuspendTask& body) {
  if (auto rejection = not_running_fault(row)) return *std::move(rejection);
  if (row.task.suspended) return rule_broken("T13", "Nhiệm vụ đang tạm dừng.", "The task is suspended already.");
  return Event{TaskSuspended{body.document, body.until, reason_words(body.reason)}};
}

Result<Event> outcome(const TaskRow& row, const ResumeTask& body) {
  if (auto rejection = not_running_fault(row)) return *std::move(rejection);
  if (!row.task.suspended) return rule_broken("T14", "Nhiệm vụ không tạm dừng.", "The task is not suspended.");
  return Event{TaskResumed{body.document, reason_words(body.reason)}};
}

Result<Event> outcome(const TaskRow& row, const CancelTask& body) {
  return cancelled(row, body.document, body.reason);
}

Result<Event> outcome(const TaskRow& row, const ReinstateTask& body) {
  if (auto rejection = workless_fault(row)) return *std::move(rejection);
  if (!row.task.cancelled) return rule_broken("T16", "Nhiệm vụ không dừng.", "The task is not cancelled.");
  return Event{TaskReinstated{body.document, reason_words(body.reason)}};
}

Decision decision(const TaskRow& row, AgencyId agency, Capacity capacity, Event event) {
  return single(std::move(agency), capacity, {Aggregate::kTask, row.task.content.id.value}, row.programme.id,
                std::move(event));
}

}  // namespace

template <TaskBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body) {
  const Subject& target = scene.command.target;
  const TaskState* task = target.aggregate == Aggregate::kTask ? scene.world.tasks.find(target.id) : nullptr;
  const Programme* programme = task ? scene.world.programme_of(target) : nullptr;
  if (!programme) return not_found();
  const TaskRow row{scene.world, *task, *programme};
  BodyCheck check(scene.world, scene.context);
  check_body(check, row, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&task->life}))
    return *std::move(rejection);
  AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = capacity_for(scene, row, agency, body);
  if (!capacity) return capacity.error();
  Result<Event> event = outcome(row, body);
  if (!event) return std::move(event).error();
  Decision made = decision(row, std::move(agency), capacity.value(), std::move(event).value());
  if constexpr (std::is_same_v<Body, ReinstateTask>) pass_on_opened(scene.world, 0, body.document, made);
  return made;
}
template Result<Decision> decide_one(const Scene&, const AmendTask&);
template Result<Decision> decide_one(const Scene&, const AssignTask&);
template Result<Decision> decide_one(const Scene&, const RecordTrigger&);
template Result<Decision> decide_one(const Scene&, const SuspendTask&);
template Result<Decision> decide_one(const Scene&, const ResumeTask&);
template Result<Decision> decide_one(const Scene&, const CancelTask&);
template Result<Decision> decide_one(const Scene&, const ReinstateTask&);

Result<Decision> decide_one(const Scene& scene, const RegisterTask& body) {
  const auto* state = scene.world.programmes.find(body.programme.value);
  if (!state) return unknown_reference("/programme", body.programme.value);
  const Programme& programme = state->content;
  const Partial<TaskFields> set = all_fields(body);
  BodyCheck check(scene.world, scene.context);
  check_fields(check, "", set, programme);
  check.document("/document", body.document);
  if (auto rejection = check.rejection()) return *std::move(rejection);

  Decision decision;
  decision.resource = {Aggregate::kTask, scene.context.new_id};
  if (scene.world.tasks.find(decision.resource.id)) return already_exists(decision.resource.id);
  decision.agency = acting_agency(scene.world, scene.context, {Aggregate::kProgramme, programme.id.value});
  const Result<Capacity> capacity = standing_capacity(scene, programme, decision.agency);
  if (!capacity) return capacity.error();
  decision.capacity = capacity.value();
  Result<std::vector<Event>> events = registered(scene.world, programme, {decision.resource.id}, set, body.document);
  if (!events) return std::move(events).error();
  for (Event& event : events.value())
    decision.events.push_back({decision.resource, programme.id, std::nullopt, std::move(event)});
  return decision;
}

}  // namespace luuvet

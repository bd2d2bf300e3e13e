#include "domain/tasks/work.h"

#include <utility>

#include "domain/tasks/task_row.h"

namespace luuvet {
namespace {

Rejection no_own_assignment() {
  return forbidden("A01",
                   "Cơ quan bạn đang làm việc thay mặt không có phần việc trong nhiệm vụ này; xin chọn đúng phần việc.",
                   "The agency that you act for has no assignment in this task; address the assignment itself.");
}

// Of the task's assignments the one that the agency means.
std::optional<AgencyId> own_unit(const World& world, const TaskState& task, const AgencyId& agency) {
  if (world.in_force(task, {std::string(kJointUnit)})) return AgencyId{std::string(kJointUnit)};
  if (world.in_force(task, agency)) return agency;
  if (task.units.size() == 1 && world.in_force(task, task.units.front())) return task.units.front();
  return std::nullopt;
}

// Null if nobody is charged with it.
std::shared_ptr<const AssignmentState> find_state(const World& world, const AssignmentId& id) {
  if (auto state = world.assignments.get(id.value)) return state;
  std::optional<AssignmentState> initial = world.assignment(id);
  return initial ? std::make_shared<const AssignmentState>(*std::move(initial)) : nullptr;
}

Work work_on(const World& world, const Context& context, const TaskState& task,
             std::shared_ptr<const AssignmentState> held, AgencyId agency) {
  const AssignmentState& state = *held;
  return Work{world, context, task, std::move(held), state, std::move(agency)};
}

Result<Work> find_by_task(const World& world, const Subject& target, const Context& context) {
  const TaskState* task = world.tasks.find(target.id);
  if (!task) return not_found();
  AgencyId agency = acting_agency(world, context, target);
  const auto unit = own_unit(world, *task, agency);
  if (!unit) return no_own_assignment();
  auto state = find_state(world, assignment_id(task->content.id, unit->value));
  if (!state) return not_found();
  return work_on(world, context, *task, std::move(state), std::move(agency));
}

Result<Work> find_by_assignment(const World& world, const Subject& target, const Context& context) {
  auto state = find_state(world, {target.id});
  const TaskState* task = state ? world.tasks.find(state->task.value) : nullptr;
  if (!task) return not_found();
  return work_on(world, context, *task, std::move(state), acting_agency(world, context, target));
}

std::string name_of(const World& world, const AgencyId& agency) {
  const auto* state = world.agencies.find(agency.value);
  return state ? state->content.name : agency.value;
}

}  // namespace

Result<Work> find_work(const World& world, const Subject& target, const Context& context) {
  if (target.aggregate == Aggregate::kTask) return find_by_task(world, target, context);
  if (target.aggregate == Aggregate::kAssignment) return find_by_assignment(world, target, context);
  return not_found();
}

namespace {

Rejection not_lead() {
  return forbidden("A02", "Chỉ cơ quan được giao phần việc này mới ghi được; cơ quan khác có thể gửi ý kiến trao đổi.",
                   "Only the agency charged with this assignment writes here; others may comment.");
}

Rejection not_your_area() {
  return forbidden("P07", "Việc này thuộc mảng do lãnh đạo khác phụ trách.",
                   "This belongs to an area that another deputy is in charge of.");
}

bool confirms(const Work& work) {
  return confirming_agency(work.world, work.task, work.state) == work.agency &&
         !does_the_work(work.world, work.task, work.state, work.agency);
}

Rejection not_confirming(const Work& work) {
  const std::string name = name_of(work.world, confirming_agency(work.world, work.task, work.state));
  if (does_the_work(work.world, work.task, work.state, work.agency))
    return forbidden("A07", "Không cơ quan nào tự xác nhận việc của mình; việc này do " + name + " xác nhận.",
                     "Nobody confirms its own work; " + name + " confirms this.");
  return forbidden("A08", "Việc này do " + name + " xác nhận.", "This is confirmed by " + name + ".");
}

Rejection not_standing() {
  return forbidden("A17", "Việc này do cơ quan thường trực của chương trình hoặc Trưởng Ban Chỉ đạo quyết định.",
                   "The standing agency of the programme, or the head of its committee, decides this.");
}

Subject task_of(const Work& work) {
  return {Aggregate::kTask, work.task.content.id.value};
}

}  // namespace

bool relates(const Work& work, Relation relation, const Grant& grant) {
  switch (relation) {
    case Relation::kLead:
      return is_lead(work.world, work.task, work.state, work.agency);
    case Relation::kLeadHead:
      return answers_for(work.world, work.task, work.state, work.agency) && covers(grant, work.task.content);
    case Relation::kConfirming:
      return confirms(work) && covers(grant, work.task.content);
    case Relation::kStanding:
      return stands_over(work.world, task_of(work), work.agency, grant);
    case Relation::kCommittee:
      return sits_over(work.world, task_of(work), grant);
    case Relation::kSupervising:
      return supervises(work.world, task_of(work), work.agency, grant);
    case Relation::kAny:
      return true;
    case Relation::kRegistered:  // of documents and posts only
    case Relation::kOwnPosts:
    case Relation::kOwnPost:
    case Relation::kOwnAgency:  // of handing over and of comments
    case Relation::kOwn:
    case Relation::kAsked:  // of requests for coordination
    case Relation::kLine:
    case Relation::kLineHead:
    case Relation::kProvince:
    case Relation::kAsking:
    case Relation::kPublishing:  // of indicators
    case Relation::kVerifying:   // of figures
    case Relation::kKeeper:      // of missions and big problems
      return false;
  }
  return false;
}

Rejection unrelated(const Work& work, Relation relation) {
  if (relation == Relation::kLeadHead)
    return answers_for(work.world, work.task, work.state, work.agency) ? not_your_area() : not_lead();
  if (relation == Relation::kConfirming) return confirms(work) ? not_your_area() : not_confirming(work);
  return relation == Relation::kLead ? not_lead() : not_standing();
}

std::optional<Rejection> standstill(const Work& work) {
  if (auto rejection = carried_over_fault(work.task)) return rejection;
  if (work.task.cancelled)
    return rule_broken("A03", "Nhiệm vụ đã dừng theo quyết định; cần khôi phục nhiệm vụ trước.",
                       "The task is cancelled; it has to be reinstated first.");
  if (work.task.suspended)
    return rule_broken("A03", "Nhiệm vụ đang tạm dừng; cần tiếp tục nhiệm vụ trước.",
                       "The task is suspended; it has to be resumed first.");
  if (!work.world.in_force(work.task, work.state.unit))
    return rule_broken("A03", "Đơn vị này không còn được giao nhiệm vụ; nội dung cũ vẫn được giữ để tra cứu.",
                       "This unit is no longer charged with the task; what it wrote stays readable.");
  return std::nullopt;
}

}  // namespace luuvet

#include "domain/tasks/task_row.h"

#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/reason_words.h"
#include "domain/tasks/task_fields.h"

namespace luuvet {
namespace {

bool sets(const Partial<TaskFields>& set, std::string_view field) {
  for (const std::string_view name : names(set))
    if (name == field) return true;
  return false;
}

}  // namespace

Result<Capacity> standing_capacity(const Scene& scene, const Programme& programme, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Subject subject{Aggregate::kProgramme, programme.id.value};
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return relation == Relation::kStanding && stands_over(scene.world, subject, agency, each);
  });
  if (grant) return grant->capacity;
  return forbidden("T01", "Việc này do cơ quan thường trực của chương trình thực hiện.",
                   "The standing agency of the programme does this.");
}

std::optional<Rejection> carried_over_fault(const TaskState& task) {
  if (!task.carried_to) return std::nullopt;
  return rule_broken("Y18", "Năm kế hoạch đã khép; nhiệm vụ được chuyển tiếp sang " + task.carried_to->to.value + ".",
                     "The year is closed; the task goes on as " + task.carried_to->to.value + ".");
}

Result<Event> amended(const TaskRow& row, const Partial<TaskFields>& set, const DocumentRef& document,
                      const std::optional<std::string>& reason) {
  if (auto rejection = carried_over_fault(row.task)) return *std::move(rejection);
  if (row.task.cancelled)
    return rule_broken("T07", "Nhiệm vụ đã dừng theo quyết định; cần khôi phục trước khi điều chỉnh.",
                       "The task is cancelled; reinstate it before amending it.");
  Task next = row.task.content;
  apply_fields(set, row.programme, next);
  if (sets(set, "parent"))
    if (auto rejection = parent_fault(row.world, next)) return *std::move(rejection);
  if (sets(set, "lead_agencies") || sets(set, "confirming_agency"))
    next.confirming_agency = confirming_by_content(row.world, next);
  Partial<Task> change = difference(row.task.content, next);
  if (change.empty())
    return rule_broken("T06", "Nội dung điều chỉnh giống hệt nội dung hiện có.", "The amendment changes nothing.");
  return Event{TaskAmended{std::move(change), document, std::nullopt, reason_words(reason)}};
}

Result<Event> cancelled(const TaskRow& row, const DocumentRef& document, const std::optional<std::string>& reason) {
  if (!carries_work(row.task.content))
    return rule_broken("T02", "Dòng này chỉ nhóm hoặc dẫn chiếu, không có phần việc.",
                       "This row groups or refers; it carries no work.");
  if (auto rejection = carried_over_fault(row.task)) return *std::move(rejection);
  if (row.task.cancelled)
    return rule_broken("T15", "Nhiệm vụ đã dừng theo quyết định.", "The task is cancelled already.");
  return Event{TaskCancelled{document, reason_words(reason)}};
}

Result<std::vector<Event>> registered(const World& world, const Programme& programme, TaskId id,
                                      const Partial<TaskFields>& set, const DocumentRef& document) {
  Task task = new_task(world, programme, std::move(id), set, document);
  if (auto rejection = parent_fault(world, task)) return *std::move(rejection);
  std::vector<Event> events;
  events.push_back(TaskRegistered{std::move(task)});
  events.push_back(TaskAssigned{AssignmentMode::kJoint, {}, std::nullopt, document});
  return events;
}

}  // namespace luuvet

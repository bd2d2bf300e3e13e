// Undoing one's own amendment of a task or a document, as a new amendment (U01 to U04).
#include <algorithm>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/tasks/task_fields.h"

namespace luuvet {
namespace {

Rejection too_old() {
  const std::string count = std::to_string(kAmendmentsKept);
  return rule_broken("U02", "Chỉ hoàn tác được một trong " + count + " lần sửa gần nhất của nội dung này.",
                     "Only one of the last " + count + " amendments of this record can be undone.");
}

Rejection not_undone(AmendmentOrigin origin) {
  switch (origin) {
    case AmendmentOrigin::kImport:
      return rule_broken("U03", "Nội dung này do nhập từ văn bản; không hoàn tác được.",
                         "This came with the papers: it is not undone.");
    case AmendmentOrigin::kAct:
      return rule_broken("U03", "Lần sửa này thuộc một đợt điều chỉnh nhiều mục theo văn bản; cần điều chỉnh lại.",
                         "This was amended with others by one act: amend it again.");
    case AmendmentOrigin::kUndo:
      return rule_broken("U03", "Đây là một lần hoàn tác; xin sửa lại nội dung.",
                         "This is an undo itself: amend the record again.");
    case AmendmentOrigin::kFile:
      return rule_broken("U03", "Lần sửa này đưa tệp văn bản vào; xin bổ sung tệp đúng.",
                         "This brought the document's file: supply the right one.");
    case AmendmentOrigin::kSingle:
      break;
  }
  return rule_broken("U03", "Lần sửa này không còn gì để hoàn tác.", "Nothing is left of this to undo.");
}

template <class Content>
Result<const Amendment<Content>*> own_amendment(const Amendments<Content>& all, Sequence sequence, const ActorId& actor,
                                                const AgencyId& agency) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each->sequence == sequence; });
  if (found == all.end()) return too_old();
  const Amendment<Content>& amendment = **found;
  if (amendment.origin == AmendmentOrigin::kImport) return not_undone(amendment.origin);
  if (amendment.actor != actor || amendment.agency != agency) return not_own();
  if (amendment.origin != AmendmentOrigin::kSingle || amendment.before.empty()) return not_undone(amendment.origin);
  return &amendment;
}

Rejection built_upon(Sequence since) {
  Rejection rejection =
      rule_broken("U04", "Đã có thay đổi khác dựa trên lần sửa này; xin điều chỉnh lại thay vì hoàn tác.",
                  "Something rests on this amendment by now: amend the record again.");
  rejection.since = since;
  return rejection;
}

bool lists(const std::vector<std::string_view>& fields, std::string_view field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool touched_since(const Life& life, const std::vector<std::string_view>& fields, Sequence since) {
  return std::any_of(fields.begin(), fields.end(), [&](std::string_view field) { return life.touched(field) > since; });
}

// What work rests on what the task says.
bool rests_on(const AssignmentState& work, const std::vector<std::string_view>& fields, Sequence since) {
  const Life& life = work.life;
  if (lists(fields, "lead_agencies")) return life.last > since;
  if (lists(fields, "deliverables") && touched_since(life, {"draft", "delivered"}, since)) return true;
  if (lists(fields, "deadline") && touched_since(life, {"extension"}, since)) return true;
  return lists(fields, "confirming_agency") && touched_since(life, {"status"}, since);
}

bool work_rests_on(const World& world, const TaskState& task, const std::vector<std::string_view>& fields,
                   Sequence since) {
  const std::string prefix = task.content.id.value + ".";
  bool found = false;
  world.assignments.for_each_from(prefix, [&](const auto& work) {
    if (!work->id.value.starts_with(prefix)) return false;
    found = work->task == task.content.id && rests_on(*work, fields, since);
    return !found;
  });
  return found;
}

bool built_on(const World& world, const TaskState& task, const Amendment<Task>& amendment) {
  std::vector<std::string_view> fields = names(amendment.before);
  if (work_rests_on(world, task, fields, amendment.sequence)) return true;
  // Who leads and who confirms depend on each other.
  if (lists(fields, "lead_agencies") || lists(fields, "confirming_agency"))
    for (const std::string_view field : {"lead_agencies", "confirming_agency"}) fields.push_back(field);
  return touched_since(task.life, fields, amendment.sequence);
}

// Whether what comes back may still be named.
bool is_still_there(const Scene& scene, const Task& before) {
  BodyCheck check(scene.world, scene.context);
  check.agencies("/lead_agencies", before.lead_agencies, BodyCheck::Bodies::kAgenciesAndGroups);
  check.agencies("/coordinating_agencies", before.coordinating_agencies, BodyCheck::Bodies::kAgenciesAndGroups);
  if (!before.confirming_agency.empty())
    check.agency("/confirming_agency", before.confirming_agency, BodyCheck::Bodies::kAgencies);
  return !check.rejection();
}

Result<Event> undone(const Scene& scene, const TaskState& task, const Amendment<Task>& amendment) {
  if (task.cancelled)
    return rule_broken("T07", "Nhiệm vụ đã dừng theo quyết định; cần khôi phục trước.",
                       "The task is cancelled; reinstate it first.");
  if (built_on(scene.world, task, amendment) || !is_still_there(scene, amendment.before.values))
    return built_upon(amendment.sequence);
  Task next = task.content;
  apply(amendment.before, next);
  if (lists(names(amendment.before), "parent"))
    if (auto rejection = parent_fault(scene.world, next)) return *std::move(rejection);
  return Event{TaskAmended{amendment.before, std::nullopt, amendment.sequence, std::nullopt}};
}

Decision decision(AgencyId agency, Capacity capacity, Subject subject, std::optional<ProgrammeId> programme,
                  Sequence undone, Event event) {
  Decision decision;
  decision.agency = std::move(agency);
  decision.capacity = capacity;
  decision.resource = std::move(subject);
  decision.events.push_back({decision.resource, std::move(programme), undone, std::move(event)});
  return decision;
}

}  // namespace

Rejection not_own() {
  return forbidden("U01", "Chỉ người đã ghi, khi làm việc cho cùng cơ quan, mới hoàn tác hoặc rút lại được.",
                   "Only who wrote this, for the same agency, takes it back.");
}

Result<Decision> decide_one(const Scene& scene, const UndoTask& body) {
  const Subject& target = scene.command.target;
  const TaskState* task = target.aggregate == Aggregate::kTask ? scene.world.tasks.find(target.id) : nullptr;
  const Programme* programme = task ? scene.world.programme_of(target) : nullptr;
  if (!programme) return not_found();
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&task->life}))
    return *std::move(rejection);
  AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = standing_capacity(scene, *programme, agency);
  if (!capacity) return capacity.error();
  const auto amendment = own_amendment(task->amendments, body.sequence, scene.context.actor, agency);
  if (!amendment) return amendment.error();
  Result<Event> event = undone(scene, *task, *amendment.value());
  if (!event) return std::move(event).error();
  return decision(std::move(agency), capacity.value(), target, programme->id, body.sequence, std::move(event).value());
}

Result<Decision> decide_one(const Scene& scene, const UndoDocument& body) {
  const Subject& target = scene.command.target;
  const DocumentState* state =
      target.aggregate == Aggregate::kDocument ? scene.world.documents.find(target.id) : nullptr;
  if (!state) return not_found();
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  AgencyId agency = acting_agency(scene.world, scene.context, target);
  const auto amendment = own_amendment(state->amendments, body.sequence, scene.context.actor, agency);
  const std::vector<std::string_view> fields =
      amendment ? names(amendment.value()->before) : std::vector<std::string_view>{};
  const Result<Capacity> capacity = document_capacity(scene, *state, agency, fields);
  if (!capacity) return capacity.error();
  if (!amendment) return amendment.error();
  if (touched_since(state->life, fields, body.sequence)) return built_upon(body.sequence);
  return decision(std::move(agency), capacity.value(), target, programme_id_of(scene.world, target), body.sequence,
                  DocumentAmended{amendment.value()->before, body.sequence, std::nullopt});
}

}  // namespace luuvet

// Bàn giao: one person's open work in an agency goes to another, as one act (K05 to K07).
#include <utility>

#include "domain/act_items.h"
#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/reason_words.h"
#include "domain/tasks/handling.h"

namespace luuvet {
namespace {

constexpr std::size_t kRowsNamedMax = 20;  // of a rejection

std::optional<Rejection> body_fault(const Scene& scene, const HandOver& body) {
  BodyCheck check(scene.world, scene.context);
  check.account("/from", body.from);
  check.account("/to", body.to);
  if (body.from == body.to)
    check.fault("/to", "Người nhận bàn giao phải là người khác.", "The work goes to somebody else.");
  check.not_future("/on", body.on);
  check.document("/document", body.document);
  check.text("/note", body.note);
  return check.rejection();
}

Result<Capacity> capacity_for(const Scene& scene, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [](Relation relation, const Grant& each) {
    return relation == Relation::kOwnAgency && (each.role != Role::kDeputy || each.areas.empty());
  });
  if (grant) return grant->capacity;
  return forbidden("P07", "Bàn giao toàn bộ công việc do người đứng đầu hoặc cấp phó phụ trách mọi mảng thực hiện.",
                   "The head hands work over, or a deputy in charge of all areas.");
}

struct Row {
  const TaskState* task;
  const AssignmentState* assignment;
  const AgencyPeople* people;
};

// Suspended work is open: it goes on one day.
bool is_open(const World& world, const TaskState& task, const AssignmentState& assignment) {
  return !task.cancelled && assignment.status != Status::kCompleted && world.in_force(task, assignment.unit);
}

std::vector<Row> rows_of(const World& world, const AgencyId& agency, const AccountId& account) {
  std::vector<Row> rows;
  world.assignments.for_each([&](const auto& assignment) {
    const TaskState* task = assignment->people.empty() ? nullptr : world.tasks.find(assignment->task.value);
    if (!task || !is_open(world, *task, *assignment)) return;
    for (const AgencyPeople* people : people_in_charge(world, *task, *assignment))
      if (people->agency == agency && names_account(*people, account)) rows.push_back({task, assignment.get(), people});
  });
  return rows;
}

Rejection not_of_the_agency() {
  Rejection rejection = rule_broken("K06", "Người nhận bàn giao hiện không giữ chức danh nào của cơ quan.",
                                    "Who takes over holds no post of the agency today.");
  rejection.errors.push_back({"/to", rejection.detail});
  return rejection;
}

// Who takes over what a leading official led is one as well.
std::optional<Rejection> leading_fault(const Scene& scene, const HandOver& body, const AgencyId& agency,
                                       const std::vector<Row>& rows) {
  if (holds_post(scene.world, body.to, agency, scene.context.today, PostKind::kLeading)) return std::nullopt;
  std::vector<FieldError> errors;
  for (const Row& row : rows) {
    if (row.people->leader != body.from || errors.size() == kRowsNamedMax) continue;
    const std::string place = row.assignment->id.value + ": " + row.task->content.title;
    errors.push_back({"/to", {place, place}});
  }
  if (errors.empty()) return std::nullopt;
  Rejection rejection =
      rule_broken("K06", "Người nhận không phải người đứng đầu hoặc cấp phó nên không làm lãnh đạo phụ trách được.",
                  "Who takes over is neither head nor deputy and cannot be the leading official.");
  rejection.errors = std::move(errors);
  return rejection;
}

AssignmentHandedOver event_of(const HandOver& body) {
  return {body.from, body.to, body.on, body.document, note_words(body.note)};
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const HandOver& body) {
  if (auto rejection = body_fault(scene, body)) return *std::move(rejection);
  Decision decision;
  decision.agency = scene.context.agency;
  const Result<Capacity> capacity = capacity_for(scene, decision.agency);
  if (!capacity) return capacity.error();
  decision.capacity = capacity.value();
  if (!holds_post(scene.world, body.to, decision.agency, scene.context.today, PostKind::kAny))
    return not_of_the_agency();
  const std::vector<Row> rows = rows_of(scene.world, decision.agency, body.from);
  if (rows.empty())
    return rule_broken("K07", "Người này không được phân công việc nào đang thực hiện tại cơ quan.",
                       "This account is named for no open work of the agency.");
  if (rows.size() > kActEventsMax) return too_large();
  if (auto rejection = leading_fault(scene, body, decision.agency, rows)) return *std::move(rejection);
  for (const Row& row : rows)
    decision.events.push_back({{Aggregate::kAssignment, row.assignment->id.value},
                               row.task->content.programme,
                               std::nullopt,
                               event_of(body)});
  decision.resource = decision.events.front().subject;
  return decision;
}

}  // namespace luuvet

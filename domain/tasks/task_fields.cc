#include "domain/tasks/task_fields.h"

#include <utility>

#include "domain/people/relations.h"

namespace luuvet {
namespace {

PlanYears years_of(const Programme& programme) {
  return {static_cast<int>(programme.year_from), static_cast<int>(programme.year_to)};
}

bool says_more_than_text(const DeadlineInput& input) {
  return input.start || input.due || input.rhythms || input.trigger || input.parts;
}

// With a kind but nothing beside it, the text may say the rest.
Deadline deadline_from(const DeadlineInput& input, const Programme& programme) {
  Deadline read = parse_deadline(input.text, years_of(programme));
  if (!input.kind || (read.kind == *input.kind && !says_more_than_text(input))) return read;
  Deadline deadline;
  deadline.text = input.text;
  deadline.kind = *input.kind;
  deadline.start = input.start;
  deadline.due = input.due;
  deadline.rhythms = input.rhythms.value_or(std::vector<Rhythm>{});
  deadline.trigger = input.trigger;
  deadline.parts = input.parts.value_or(std::vector<Deadline>{});
  return deadline;
}

void check_deadline(BodyCheck& check, const std::string& pointer, const DeadlineInput& input,
                    const Programme& programme) {
  check.text(pointer + "/text", std::optional(input.text));
  if (!input.kind && says_more_than_text(input)) {
    check.fault(pointer + "/kind", "Cần nêu loại thời hạn khi nhập ngày, nhịp hoặc điều kiện.",
                "Name the kind of the deadline where days, rhythms or a trigger are given.");
    return;
  }
  check.size(pointer + "/rhythms", input.rhythms ? input.rhythms->size() : 0);
  check.size(pointer + "/parts", input.parts ? input.parts->size() : 0);
  if (input.text.size() > kTextBytesMax || !input.kind) return;
  if (const auto fault = find_deadline_fault(deadline_from(input, programme)))
    check.fault(pointer, std::string(fault->vi), std::string(fault->en));
}

void check_deliverables(BodyCheck& check, const std::string& pointer, const std::vector<Deliverable>& deliverables) {
  check.size(pointer, deliverables.size());
  if (deliverables.size() > kListItemsMax) return;
  for (std::size_t i = 0; i < deliverables.size(); ++i) {
    const std::string place = at(pointer, i);
    check.text(place + "/text", deliverables[i].text);
    check.not_negative(place + "/quantity", deliverables[i].quantity);
    check.text(place + "/unit", deliverables[i].unit);
  }
}

void check_leads(BodyCheck& check, const std::string& pointer, const std::vector<AgencyId>& leads) {
  if (leads.empty()) check.fault(pointer, "Cần nêu ít nhất một cơ quan chủ trì.", "Name at least one lead agency.");
  check.agencies(pointer, leads, BodyCheck::Bodies::kAgenciesAndGroups);
}

template <class Body>
Partial<TaskFields> all_of(const Body& body) {
  Partial<TaskFields> set;
  set.values.parent = body.parent;
  set.values.title = body.title;
  set.values.content = body.content;
  set.values.lead_agencies = body.lead_agencies;
  set.values.coordinating_agencies = body.coordinating_agencies.value_or(std::vector<AgencyId>{});
  set.values.confirming_agency = body.confirming_agency.value_or(AgencyId{});
  set.values.deadline = body.deadline;
  set.values.deliverables = body.deliverables.value_or(std::vector<Deliverable>{});
  for_each_member<TaskFields>([&](std::size_t index, auto) { set.present |= std::uint64_t{1} << index; });
  return set;
}

// Members of TaskFields by what must hold for them.
struct FieldCheck {
  BodyCheck& check;
  const Programme& programme;

  void operator()(const std::string& pointer, const std::optional<TaskId>& parent) const {
    if (parent && !check.world().tasks.find(parent->value)) check.unknown(pointer, parent->value);
  }
  void operator()(const std::string& pointer, const std::string& title) const { check.text(pointer, title); }
  void operator()(const std::string& pointer, const std::optional<std::string>& content) const {
    check.text(pointer, content);
  }
  void operator()(const std::string& pointer, const std::vector<AgencyId>& agencies) const {
    if (pointer.ends_with("/lead_agencies")) return check_leads(check, pointer, agencies);
    check.agencies(pointer, agencies, BodyCheck::Bodies::kAgenciesAndGroups);
  }
  void operator()(const std::string& pointer, const AgencyId& confirming) const {
    if (!confirming.empty()) check.agency(pointer, confirming, BodyCheck::Bodies::kAgencies);
  }
  void operator()(const std::string& pointer, const DeadlineInput& deadline) const {
    check_deadline(check, pointer, deadline, programme);
  }
  void operator()(const std::string& pointer, const std::vector<Deliverable>& deliverables) const {
    check_deliverables(check, pointer, deliverables);
  }
};

}  // namespace

Partial<TaskFields> all_fields(const RegisterTask& body) {
  return all_of(body);
}
Partial<TaskFields> all_fields(const AddedTask& body) {
  return all_of(body);
}

void check_fields(BodyCheck& check, std::string_view prefix, const Partial<TaskFields>& set,
                  const Programme& programme) {
  const FieldCheck field_check{check, programme};
  for_each_member<TaskFields>([&](std::size_t index, auto member) {
    if (set.has(index)) field_check(std::string(prefix) + "/" + member.name, set.values.*member.pointer);
  });
}

void apply_fields(const Partial<TaskFields>& set, const Programme& programme, Task& task) {
  const TaskFields& values = set.values;
  for (const std::string_view name : names(set)) {
    if (name == "parent") task.parent = values.parent;
    if (name == "title") task.title = values.title;
    if (name == "content") task.content = values.content;
    if (name == "lead_agencies") task.lead_agencies = values.lead_agencies;
    if (name == "coordinating_agencies") task.coordinating_agencies = values.coordinating_agencies;
    if (name == "confirming_agency") task.confirming_agency = values.confirming_agency;
    if (name == "deadline") task.deadline = deadline_from(values.deadline, programme);
    if (name == "deliverables") task.deliverables = values.deliverables;
  }
}

std::optional<Rejection> parent_fault(const World& world, const Task& task) {
  const Rejection fault =
      rule_broken("T03", "Dòng cha phải là dòng nhóm của cùng chương trình và không nằm dưới chính nhiệm vụ này.",
                  "A parent is a group row of the same programme that does not stand under this task.");
  std::optional<TaskId> above = task.parent;
  for (std::size_t steps = 0; above; ++steps) {
    const TaskState* parent = world.tasks.find(above->value);
    const bool fits = parent && parent->content.is_group && parent->content.programme == task.programme;
    if (!fits || *above == task.id || steps > world.tasks.size()) return fault;
    above = parent->content.parent;
  }
  return std::nullopt;
}

Task new_task(const World& world, const Programme& programme, TaskId id, const Partial<TaskFields>& set,
              const DocumentRef& document) {
  Task task;
  task.id = std::move(id);
  task.programme = programme.id;
  apply_fields(set, programme, task);
  const TaskState* parent = task.parent ? world.tasks.find(task.parent->value) : nullptr;
  task.area = parent ? parent->content.area : std::string(kAreaOfTasks);
  task.mandate = document.id;
  task.confirming_agency = confirming_by_content(world, task);
  return task;
}

}  // namespace luuvet

#include "domain/tasks/collective.h"

#include <algorithm>
#include <utility>

namespace luuvet {
namespace {

bool is_group(const World& world, const AgencyId& id) {
  return world.agency_groups.find(id.value) != nullptr;
}

bool contains(const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::find(list.begin(), list.end(), agency) != list.end();
}

// The units that the body names: itself, or by a group.
std::vector<AgencyId> units_of(const World& world, const AssignTask& body) {
  if (body.units) return *body.units;
  const auto* group = body.group ? world.agency_groups.find(body.group->value) : nullptr;
  std::vector<AgencyId> units = group ? group->content.members : std::vector<AgencyId>{};
  std::erase_if(units, [&](const AgencyId& each) { return world.has_ended(each); });
  return units;
}

void check_group(BodyCheck& check, const AssignTask& body) {
  const auto* group = check.world().agency_groups.find(body.group->value);
  if (!group) return check.unknown("/group", body.group->value);
  if (body.units || group->content.complete) return;
  check.fault("/group",
              "Văn bản không nêu đủ thành viên của nhóm \"" + group->content.name + "\"; cần nêu danh sách đơn vị.",
              "The papers do not name all members of the group \"" + group->content.name + "\"; name the units.");
}

void check_each(BodyCheck& check, const AssignTask& body) {
  if (body.agency)
    check.fault("/agency", "Đầu mối tổng hợp chỉ nêu khi giao cho một đầu mối.",
                "A focal agency is named only where the task is given to one.");
  if (body.group) check_group(check, body);
  if (body.units) check.agencies("/units", *body.units, BodyCheck::Bodies::kAgencies);
  const std::vector<AgencyId> units = units_of(check.world(), body);
  const std::string_view where = body.group && !body.units ? "/group" : "/units";
  if (units.empty())
    check.fault(where, "Cần nêu các đơn vị được giao, hoặc một nhóm đã có danh sách thành viên.",
                "Name the units, or a group whose members are known.");
  check.size(where, units.size(), kUnitsMax);
}

void check_one_body(BodyCheck& check, const AssignTask& body) {
  if (body.units)
    check.fault("/units", "Giao chung hoặc giao một đầu mối thì không nêu từng đơn vị.",
                "Units are named only where each is given its own part.");
  if (body.group)
    check.fault("/group", "Giao chung hoặc giao một đầu mối thì không nêu nhóm đơn vị.",
                "A group is named only where each unit is given its own part.");
}

void check_focal(BodyCheck& check, const AssignTask& body) {
  check_one_body(check, body);
  if (body.agency)
    check.agency("/agency", *body.agency, BodyCheck::Bodies::kAgencies);
  else
    check.fault("/agency", "Cần nêu cơ quan làm đầu mối tổng hợp.", "Name the focal agency.");
}

void check_joint(BodyCheck& check, const AssignTask& body) {
  check_one_body(check, body);
  if (body.agency)
    check.fault("/agency", "Giao chung thì không nêu đầu mối tổng hợp.", "A joint assignment names no focal agency.");
}

TaskAssigned event_of(const World& world, const AssignTask& body) {
  TaskAssigned event{body.mode, {}, std::nullopt, body.document};
  if (body.mode == AssignmentMode::kFocal) event.units = {*body.agency};
  if (body.mode == AssignmentMode::kEach) {
    event.units = units_of(world, body);
    event.group = body.group;
  }
  return event;
}

}  // namespace

bool leads_collectively(const World& world, const Task& task) {
  return std::any_of(task.lead_agencies.begin(), task.lead_agencies.end(),
                     [&](const AgencyId& each) { return is_group(world, each); });
}

bool lead_is_undecided(const World& world, const TaskState& task) {
  if (!carries_work(task.content) || task.cancelled) return false;
  const auto& leads = task.content.lead_agencies;
  return std::any_of(leads.begin(), leads.end(), [&](const AgencyId& each) {
    return is_group(world, each) && !(task.decided_leads && contains(*task.decided_leads, each));
  });
}

void check_assigning(BodyCheck& check, const AssignTask& body) {
  check.document("/document", body.document);
  switch (body.mode) {
    case AssignmentMode::kJoint:
      return check_joint(check, body);
    case AssignmentMode::kEach:
      return check_each(check, body);
    case AssignmentMode::kFocal:
      return check_focal(check, body);
  }
}

Result<Event> assigned(const TaskRow& row, const AssignTask& body) {
  const TaskState& now = row.task;
  const bool keeps_collective = body.mode == AssignmentMode::kJoint && leads_collectively(row.world, now.content);
  if (keeps_collective && !body.document)
    return rule_broken("F04", "Giữ giao chung cho tập thể là một quyết định; cần nêu văn bản.",
                       "To leave the task with all of them jointly is a decision: name its document.");
  TaskAssigned event = event_of(row.world, body);
  const bool is_same = now.assigned && now.mode == event.mode && now.units == event.units && now.group == event.group;
  if (is_same && !lead_is_undecided(row.world, now))
    return rule_broken("T09", "Nhiệm vụ đã được giao đúng như vậy.", "The task is assigned like that already.");
  return Event{std::move(event)};
}

}  // namespace luuvet

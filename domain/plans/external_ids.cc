#include "domain/plans/external_ids.h"

namespace luuvet {

std::string external_key(const ExternalId& id) {
  return id.system + ' ' + id.id;
}

const TaskState* task_called(const World& world, const ExternalId& id) {
  const ExternalIdRow* row = world.external_ids.find(external_key(id));
  return row && !row->task.empty() ? world.tasks.find(row->task.value) : nullptr;
}

bool bears(const World& world, const ExternalId& id, const TaskId& task) {
  const ExternalIdRow* row = world.external_ids.find(external_key(id));
  return row && row->task == task;
}

void check_external(BodyCheck& check, const std::string& pointer, const ExternalId& id) {
  if (!is_valid_agency_id(id.system))
    check.fault(pointer + "/system", "Mã hệ thống gồm chữ thường, chữ số, gạch ngang; nhiều nhất 40 ký tự.",
                "A system's name has lower-case letters, digits and hyphens, at most 40.");
  const bool fits = !id.id.empty() && id.id.size() <= kExternalIdBytesMax;
  if (!fits) check.fault(pointer + "/id", "Mã cần có, không dài quá 200 ký tự.", "It has 1 to 200 bytes.");
}

void check_external_ids(BodyCheck& check, const std::string& pointer, const std::vector<ExternalId>& ids) {
  check.size(pointer, ids.size(), kExternalIdsMax);
  if (ids.size() > kExternalIdsMax) return;
  std::set<std::string> used;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string place = at(pointer, i);
    check_external(check, place, ids[i]);
    check.once(place, used, external_key(ids[i]));
  }
}

std::optional<Rejection> taken_fault(const World& world, const TaskId& task, const std::vector<ExternalId>& ids) {
  for (const ExternalId& each : ids) {
    const TaskState* other = task_called(world, each);
    if (other && other->content.id != task)
      return rule_broken(
          "Z30", "Mã " + each.id + " của " + each.system + " đã gắn với nhiệm vụ " + other->content.id.value + ".",
          each.system + " has " + each.id + " for the task " + other->content.id.value + " already.");
  }
  return std::nullopt;
}

}  // namespace luuvet

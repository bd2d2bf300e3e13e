#include "domain/external_ids.h"

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

}  // namespace luuvet

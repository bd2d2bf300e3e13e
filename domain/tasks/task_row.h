// One command on a task, on its way through the checks; shared by the single commands and by the amendment of a
// programme.
#pragma once

#include "domain/base/result.h"
#include "domain/body_check.h"
#include "domain/commands.h"
#include "domain/world.h"

namespace luuvet {

struct TaskRow {
  const World& world;
  const TaskState& task;
  const Programme& programme;
};

Result<Event> amended(const TaskRow& row, const Partial<TaskFields>& set, const DocumentRef& document,
                      const std::optional<std::string>& reason);
Result<Event> cancelled(const TaskRow& row, const DocumentRef& document, const std::optional<std::string>& reason);

// Y18: what was carried over goes on elsewhere.
std::optional<Rejection> carried_over_fault(const TaskState& task);

// task.registered and task.assigned (T05).
Result<std::vector<Event>> registered(const World& world, const Programme& programme, TaskId id,
                                      const Partial<TaskFields>& set, const DocumentRef& document);

}  // namespace luuvet

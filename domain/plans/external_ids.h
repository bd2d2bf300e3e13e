// What other systems call tasks: World::external_ids.
#pragma once

#include "domain/body_check.h"
#include "domain/world.h"

namespace luuvet {

// No system's name holds a space.
std::string external_key(const ExternalId& id);

// Null: that system has no task of this id.
const TaskState* task_called(const World& world, const ExternalId& id);

// Whether the id is that task's.
bool bears(const World& world, const ExternalId& id, const TaskId& task);

// Z30: as many as a task may have, each well formed and once. `pointer` is the list's.
void check_external_ids(BodyCheck& check, const std::string& pointer, const std::vector<ExternalId>& ids);
void check_external(BodyCheck& check, const std::string& pointer, const ExternalId& id);

// Z30: one id of one system names one task.
std::optional<Rejection> taken_fault(const World& world, const TaskId& task, const std::vector<ExternalId>& ids);

}  // namespace luuvet

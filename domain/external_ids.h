// What other systems call tasks: World::external_ids.
#pragma once

#include "domain/world.h"

namespace luuvet {

// No system's name holds a space.
std::string external_key(const ExternalId& id);

// Null: that system has no task of this id.
const TaskState* task_called(const World& world, const ExternalId& id);

// Whether the id is that task's.
bool bears(const World& world, const ExternalId& id, const TaskId& task);

}  // namespace luuvet

// Collective leads ("các sở, ngành", all communes): a group among a task's leads says nothing of who works on it.
#pragma once

#include "domain/body_check.h"
#include "domain/commands.h"
#include "domain/tasks/task_row.h"
#include "domain/world.h"

namespace luuvet {

// Whether a group is among its leads.
bool leads_collectively(const World& world, const Task& task);

// Whether it waits for the standing agency to say who works on it (F01).
bool lead_is_undecided(const World& world, const TaskState& task);

// The values of the body (T08, F02, F03).
void check_assigning(BodyCheck& check, const AssignTask& body);

// The event, or why not (T09, F04). Whether the task may be assigned at all has been judged.
Result<Event> assigned(const TaskRow& row, const AssignTask& body);

}  // namespace luuvet

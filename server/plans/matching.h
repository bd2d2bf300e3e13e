// Which task of the programme each row of a plan's file is.
#pragma once

#include <memory>

#include "server/plans/plan_row.h"

namespace luuvet::server {

using TaskPtr = std::shared_ptr<const TaskState>;

// For each row its task, or null: by id, place, title and words, the surest ways first. No task is two rows'.
std::vector<TaskPtr> match_rows(const World& world, const ProgrammeId& programme, const std::vector<PlanRow>& rows);

}  // namespace luuvet::server

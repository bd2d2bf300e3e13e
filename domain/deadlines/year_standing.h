// How an assignment stands against the yearly plans in force: their milestones, and the result of a year that is over
// (SPEC, Y..).
#pragma once

#include <optional>

#include "domain/deadlines/timeliness.h"

namespace luuvet {

// Overdue or due soon; none where nothing of a plan presses on that day.
std::optional<Timeliness> planned_timeliness(const AssignmentState& assignment, Date status_date);

// Standing work on that day: ongoing, recurring, or from a period on without an end.
bool is_standing_work(const Window& window);

}  // namespace luuvet

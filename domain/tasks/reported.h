// What an assignment has officially reported, period by period.
#pragma once

#include <optional>

#include "domain/deadlines/reporting_period.h"
#include "domain/tasks/assignment.h"
#include "domain/world.h"

namespace luuvet {

// Whether the period of the rhythm in which the day lies has as many approved statements as the rhythm asks for (SPEC,
// L..).
bool is_reported(const AssignmentState& assignment, const Rhythm& rhythm, Date date);

// Approval day of the newest approved statement.
std::optional<Date> last_approved_on(const AssignmentState& assignment);

}  // namespace luuvet

// What lists are filtered by, read from a query: the same for what is answered as JSON and as a file.
#pragma once

#include "api/query_string.h"
#include "projections/account_list.h"
#include "projections/register_list.h"
#include "projections/tasks/assignment_list.h"
#include "projections/tasks/coordination_list.h"
#include "projections/tasks/task_list.h"

namespace luuvet::api {

projections::TaskFilter task_filter(Query& query);
projections::AssignmentFilter assignment_filter(Query& query);
projections::AccountFilter account_filter(Query& query);
projections::CoordinationFilter coordination_filter(Query& query);
// Each register takes the parameters that fit its rows (openapi.yaml); the rest stays unknown and is refused.
projections::RegisterFilter register_filter(Aggregate aggregate, Query& query, Date status_date);

}  // namespace luuvet::api

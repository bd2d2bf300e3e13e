// Yearly plans of agencies: the list for one year, and one plan.
#pragma once

#include "api/reads/read.h"
#include "projections/tasks/unit_plan_list.h"

namespace luuvet::api {

// Without a year: that of the status date.
projections::UnitPlanFilter unit_plan_filter(Query& query, Date status_date);

// As read_list and read_item; the parameters stand in openapi.yaml.
Asked<ListAnswer> read_unit_plans(const ViewContext& context, std::string_view log, Query& query);
std::optional<std::string> read_unit_plan(const ViewContext& context, const std::string& id);

}  // namespace luuvet::api

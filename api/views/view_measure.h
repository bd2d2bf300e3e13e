// Measures of tasks to JSON.
#pragma once

#include "api/views/view_parts.h"
#include "projections/indicators/measure_list.h"

namespace luuvet::api {

// The measures of the task, each with what its reports say.
void write_measures(std::string& out, const World& world, const TaskState& task);

// MeasureSuggestion of openapi.yaml.
void write_measure_row(std::string& out, const ViewContext& context, const projections::MeasureRow& row);

}  // namespace luuvet::api

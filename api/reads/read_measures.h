// The list of numbers in tasks' words.
#pragma once

#include "api/reads/read.h"

namespace luuvet::api {

// As read_list; its parameters stand in openapi.yaml.
Asked<ListAnswer> read_measure_suggestions(const ViewContext& context, std::string_view log, Query& query);

}  // namespace luuvet::api

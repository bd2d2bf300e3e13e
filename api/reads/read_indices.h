// Composite indices that are named in plans and have no row of their own.
#pragma once

#include "api/reads/read.h"

namespace luuvet::api {

Asked<std::string> read_index_suggestions(const ViewContext& context, std::string_view log, Query& query);

}  // namespace luuvet::api

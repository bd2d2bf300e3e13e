// Lists of links between rows, of suggestions, and of doubts.
#pragma once

#include "api/reads/read.h"
#include "projections/links/contradictions.h"
#include "projections/links/link_list.h"
#include "projections/links/link_suggestions.h"

namespace luuvet::api {

projections::LinkFilter link_filter(Query& query);
projections::ContradictionFilter contradiction_filter(Query& query);

// As read_list; their parameters stand in openapi.yaml.
Asked<ListAnswer> read_links(const ViewContext& context, std::string_view log, Query& query);
Asked<ListAnswer> read_doubts(const ViewContext& context, std::string_view log, Query& query);
Asked<ListAnswer> read_suggestions(const ViewContext& context, std::string_view log,
                                   const projections::Suggestions& all, Query& query);
Asked<ListAnswer> read_contradictions(const ViewContext& context, std::string_view log,
                                      const projections::Contradictions& all, Query& query);

}  // namespace luuvet::api

// Links between rows to JSON.
#pragma once

#include <string>

#include "api/views/view_parts.h"
#include "projections/links/link_suggestions.h"

namespace luuvet::api {

// LinkRow of openapi.yaml: one row as it stands beside another.
void write_link_row(std::string& out, const World& world, const std::string& subject);

void write_suggestion(std::string& out, const ViewContext& context, const projections::Suggestion& suggestion);

// What the row is linked to or proposed to be, each with the other row.
void write_links_of(std::string& out, const ViewContext& context, const Subject& row);

}  // namespace luuvet::api

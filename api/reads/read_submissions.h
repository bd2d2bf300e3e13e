// Reads of indicators' figures: lists, the grid of a period, completeness, a series.
#pragma once

#include "api/reads/read.h"
#include "projections/indicators/submission_grid.h"
#include "projections/indicators/submission_list.h"

namespace luuvet::api {

// Of the list of submissions.
projections::SubmissionFilter submission_filter(Query& query);

// As read_list; their parameters stand in openapi.yaml.
Asked<ListAnswer> read_submissions(const ViewContext& context, std::string_view log, Query& query);
Asked<ListAnswer> read_queue(const ViewContext& context, std::string_view log, Query& query);

// What grid and template ask for.
struct GridAsked {
  AgencyId agency;
  std::string period;
  std::optional<ProgrammeId> programme;
};
// With an agency that is there and a period; `query.problem()` says what is wrong.
GridAsked grid_asked(const World& world, Query& query, bool with_programme = true);

Asked<std::string> read_grid(const ViewContext& context, std::string_view log, Query& query);
Asked<std::string> read_completeness(const ViewContext& context, std::string_view log, Query& query);
// None: there is no such indicator, or it is a heading.
std::optional<std::string> read_series(const ViewContext& context, std::string_view log, std::string_view indicator);

}  // namespace luuvet::api

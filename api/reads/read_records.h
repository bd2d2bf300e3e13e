// Lists of missions, big problems, rows of registers and proposals: read from their tables, as JSON and as sheets.
#pragma once

#include "api/query_string.h"
#include "api/reads/read.h"
#include "api/sheets/sheet.h"
#include "projections/record_list.h"

namespace luuvet::api {

projections::MissionFilter mission_filter(Query& query);
projections::BigProblemFilter big_problem_filter(Query& query);
projections::RegisterEntryFilter register_entry_filter(Query& query);
projections::ProposalFilter proposal_filter(Query& query);

// Of one of these four aggregates.
Asked<ListAnswer> read_records(const ViewContext& context, std::string_view log, Aggregate aggregate, Query& query);

// Missions counted by what became of them and by stage: MissionCounts of openapi.yaml. Takes the filters of the list.
Asked<std::string> read_mission_counts(const ViewContext& context, std::string_view log, Query& query);

Sheet mission_sheet(const ViewContext& context, const std::vector<std::shared_ptr<const MissionState>>& rows);
Sheet big_problem_sheet(const ViewContext& context, const std::vector<std::shared_ptr<const BigProblemRow>>& rows);
Sheet register_sheet(const ViewContext& context, const std::vector<std::shared_ptr<const RegisterEntryState>>& rows);

}  // namespace luuvet::api

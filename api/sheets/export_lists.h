// Exports of lists that are not registers.
#pragma once

#include "api/sheets/export.h"

namespace luuvet::api {

// As export_list.
Asked<Workbook> export_coordinations(const ViewContext& context, Query& query, std::size_t most);
Asked<Workbook> export_unit_plans(const ViewContext& context, Query& query, std::size_t most);
Asked<Workbook> export_submissions(const ViewContext& context, Query& query, std::size_t most);
Asked<Workbook> export_links(const ViewContext& context, Query& query, std::size_t most);
Asked<Workbook> export_ratios(const ViewContext& context, Query& query, std::size_t most);
Asked<Workbook> export_proposals(const ViewContext& context, Query& query, std::size_t most);

}  // namespace luuvet::api

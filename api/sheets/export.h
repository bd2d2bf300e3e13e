// Lists and programmes as spreadsheets. The rows are those of the list with the same filters; of what is protected a
// sheet holds what the reader may read, as the list does.
#pragma once

#include <optional>
#include <string_view>

#include "api/query_string.h"
#include "api/sheets/sheet.h"
#include "api/views/view_codec.h"
#include "projections/links/contradictions.h"

namespace luuvet::api {

inline constexpr std::size_t kExportRowsMax = 20'000;  // of one sheet

// Whether the collection has a sheet: accounts have none.
bool is_exported(Aggregate aggregate);

// Takes its parameters from `query` and refuses the rest; read_at() must have been taken before. kTooLarge beyond
// `most` rows.
Asked<Workbook> export_list(const ViewContext& context, Aggregate aggregate, Query& query,
                            std::size_t most = kExportRowsMax);

// As export_list. `all`: those of the same World.
Asked<Workbook> export_contradictions(const ViewContext& context, const projections::Contradictions& all, Query& query,
                                      std::size_t most = kExportRowsMax);
// The entries of a budget line; kNotFound without such a line.
Asked<Workbook> export_ledger(const ViewContext& context, std::string_view line, Query& query,
                              std::size_t most = kExportRowsMax);
Asked<Workbook> export_money_groups(const ViewContext& context, Query& query);
Asked<Workbook> export_money_findings(const ViewContext& context, Query& query);

// Tasks, indicators and money of a programme, a sheet each; nothing if there is no such programme.
std::optional<Workbook> export_programme(const ViewContext& context, std::string_view programme);

}  // namespace luuvet::api

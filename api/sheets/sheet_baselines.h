// The baselines of indicators as a template to fill in: of the whole or of one agency, for one year.
#pragma once

#include <optional>
#include <string_view>

#include "api/sheets/export.h"

namespace luuvet::api {

// Whose baselines of which year a template has.
struct BaselinesAsked {
  std::optional<AgencyId> agency;  // none: of the whole
  std::int64_t year = 0;
};
// With a year, and an agency that is there where one is named; `query.problem()` says what is wrong.
BaselinesAsked baselines_asked(const World& world, Query& query);

// A row for each indicator that a number says, also where nothing is known; filtered by `programme`. As export_list.
Asked<Workbook> export_baselines(const ViewContext& context, Query& query, std::size_t most = kExportRowsMax);

// The columns of the template.
enum class BaselineColumn : std::uint8_t { kIndicator, kNumber, kName, kUnit, kAgency, kYear, kValue, kDocument };
inline constexpr std::size_t kBaselineColumns = 8;

// Which column a head is, whatever its case and marks; none: not one of the template's.
std::optional<BaselineColumn> baseline_column_of(std::string_view head);

// What a row says of whose it is.
Message whose_baseline(const World& world, const std::optional<AgencyId>& agency);

}  // namespace luuvet::api

// What people say of a file's tables, held against the tables that it has.
#pragma once

#include <vector>

#include "server/plans/settings.h"
#include "server/tables/table.h"

namespace luuvet::server {

inline constexpr std::size_t kSettingsFaultsMax = 20;

// Tables, columns and head rows that the file does not have, and what is named twice, each with its pointer into
// ImportSettings ("/tables/0/columns/2/column"): the first kSettingsFaultsMax.
std::vector<FieldError> settings_faults(const std::vector<Table>& tables, const std::vector<TableUse>& uses);

}  // namespace luuvet::server

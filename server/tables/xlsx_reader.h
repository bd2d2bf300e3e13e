// The sheets of an XLSX file as tables.
#pragma once

#include "server/tables/package.h"

namespace luuvet::server {

// Throws TableFault.
TablesRead read_xlsx(Package& package, const TableLimits& limits);

}  // namespace luuvet::server

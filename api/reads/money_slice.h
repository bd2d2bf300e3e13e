// Which part of the money a query asks for.
#pragma once

#include "api/query_string.h"
#include "projections/money/money_sums.h"

namespace luuvet::api {

// component, year, funding_source
projections::MoneySlice money_slice(Query& query);

}  // namespace luuvet::api

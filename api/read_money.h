// Reads of money: the ledger of a line, sums of whatever is filtered, what has to be reconciled, what does not go
// together; ratios.
#pragma once

#include "api/read.h"

namespace luuvet::api {

// The parameters stand in openapi.yaml; each takes all of them from `query` and refuses the rest. read_at() must have
// been taken before.
Asked<ListAnswer> read_ledger(const ViewContext& context, std::string_view log, const BudgetLineId& line, Query& query);
Asked<std::string> read_money(const ViewContext& context, std::string_view log, Query& query);
Asked<std::string> read_reconciliation(const ViewContext& context, std::string_view log, Query& query);
Asked<std::string> read_money_findings(const ViewContext& context, std::string_view log, Query& query);
Asked<ListAnswer> read_ratios(const ViewContext& context, std::string_view log, Query& query);

}  // namespace luuvet::api

// Reads of money: the ledger of a line, sums of whatever is filtered, what has to be reconciled, what does not go
// together; ratios.
#pragma once

#include "api/reads/read.h"
#include "api/sheets/sheet.h"
#include "projections/money/money_findings.h"
#include "projections/money/money_report.h"

namespace luuvet::api {

struct MoneyAsked {
  projections::MoneyFilter filter;
  projections::MoneyGroup group = projections::MoneyGroup::kSection;
};
MoneyAsked money_asked(Query& query);

struct FindingsAsked {
  projections::MoneyFindings all;
  std::vector<projections::MoneyFinding> items;  // those of the kind asked for
};
Asked<FindingsAsked> findings_asked(const ViewContext& context, Query& query);

Asked<projections::Page<std::shared_ptr<const RatioState>>> list_ratios(const ViewContext& context, Query& query,
                                                                        const projections::PageRequest& request);

// The parameters stand in openapi.yaml; each takes all of them from `query` and refuses the rest. read_at() must have
// been taken before.
Asked<ListAnswer> read_ledger(const ViewContext& context, std::string_view log, const BudgetLineId& line, Query& query);
// The entries as read_ledger has them, whole; kTooLarge beyond `most`.
Asked<Sheet> ledger_sheet(const ViewContext& context, const BudgetLineId& line, Query& query, std::size_t most);
Asked<std::string> read_money(const ViewContext& context, std::string_view log, Query& query);
Asked<std::string> read_reconciliation(const ViewContext& context, std::string_view log, Query& query);
Asked<std::string> read_money_findings(const ViewContext& context, std::string_view log, Query& query);
Asked<ListAnswer> read_ratios(const ViewContext& context, std::string_view log, Query& query);

}  // namespace luuvet::api

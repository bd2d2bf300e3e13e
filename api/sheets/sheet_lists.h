// The sheets of lists that are not registers: a row for each item of the list.
#pragma once

#include <memory>
#include <vector>

#include "api/sheets/sheet.h"
#include "api/views/view_codec.h"
#include "projections/links/contradictions.h"
#include "projections/money/money_findings.h"
#include "projections/money/money_report.h"

namespace luuvet::api {

template <class State>
using ListRows = std::vector<std::shared_ptr<const State>>;

Sheet coordination_sheet(const ViewContext& context, const ListRows<CoordinationState>& rows);
Sheet unit_plan_sheet(const ViewContext& context, const std::vector<projections::UnitPlanItem>& rows);
Sheet proposal_sheet(const ViewContext& context, const ListRows<ProposalRow>& rows);
Sheet link_sheet(const ViewContext& context, const ListRows<LinkState>& rows);
Sheet contradiction_sheet(const ViewContext& context, const std::vector<projections::ContradictionItem>& rows);
// A group of columns for each kind of figure.
Sheet submission_sheet(const ViewContext& context, const ListRows<SubmissionState>& rows);
// Columns for each year and basis of which one of the ratios has figures.
Sheet ratio_sheet(const ViewContext& context, const ListRows<RatioState>& rows);

Sheet money_group_sheet(const ViewContext& context, projections::MoneyGroup group,
                        const std::vector<projections::MoneyRow>& rows);
Sheet finding_sheet(const ViewContext& context, const std::vector<projections::MoneyFinding>& rows);

}  // namespace luuvet::api

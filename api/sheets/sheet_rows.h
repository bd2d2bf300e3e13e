// The sheet of each collection: its columns, and a row out of an item.
#pragma once

#include <vector>

#include "api/sheets/sheet.h"
#include "api/views/view_codec.h"

namespace luuvet::api {

using projections::AssignmentItem;
using projections::TaskItem;

Sheet task_sheet(const ViewContext& context, const std::vector<TaskItem>& items);
Sheet assignment_sheet(const ViewContext& context, const std::vector<AssignmentItem>& items);

template <class State>
using Rows = std::vector<std::shared_ptr<const State>>;
Sheet sheet_of(const ViewContext& context, const Rows<RegisterState<Indicator>>& rows);
Sheet sheet_of(const ViewContext& context, const Rows<RegisterState<BudgetLine>>& rows);
Sheet sheet_of(const ViewContext& context, const Rows<DocumentState>& rows);
Sheet sheet_of(const ViewContext& context, const Rows<DoubtState>& rows);
Sheet sheet_of(const ViewContext& context, const Rows<AgencyState>& rows);
Sheet sheet_of(const ViewContext& context, const Rows<RegisterState<Programme>>& rows);
Sheet sheet_of(const ViewContext& context, const Rows<RegisterState<AgencyGroup>>& rows);
Sheet sheet_of(const ViewContext& context, const Rows<RegisterState<Committee>>& rows);
Sheet sheet_of(const ViewContext& context, const Rows<RegisterState<Member>>& rows);
Sheet sheet_of(const ViewContext& context, const Rows<RegisterState<ReportingDuty>>& rows);
Sheet sheet_of(const ViewContext& context, const Rows<PostState>& rows);

}  // namespace luuvet::api

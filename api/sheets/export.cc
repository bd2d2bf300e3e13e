#include "api/sheets/export.h"

#include "api/reads/list_query.h"
#include "api/reads/read_records.h"
#include "api/sheets/export_lists.h"
#include "api/sheets/export_parts.h"
#include "api/sheets/sheet_rows.h"

namespace luuvet::api {
namespace {

using projections::PageRequest;
using projections::RegisterFilter;

Asked<Workbook> export_tasks(const ViewContext& context, Query& query, std::size_t most) {
  projections::TaskFilter filter = task_filter(query);
  filter.sight = context.sight;
  const auto sort = query.sort();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto list =
      projections::list_tasks(context.views, filter, sort, PageRequest{most, std::nullopt}, context.status_date);
  if (auto problem = size_fault(list.page, most)) return std::move(*problem);
  return workbook_of(task_sheet(context, list.page.items));
}

Asked<Workbook> export_assignments(const ViewContext& context, Query& query, std::size_t most) {
  const auto filter = assignment_filter(query);
  const auto sort = query.sort();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto list =
      projections::list_assignments(context.views, filter, sort, PageRequest{most, std::nullopt}, context.status_date);
  if (auto problem = size_fault(list.page, most)) return std::move(*problem);
  return workbook_of(assignment_sheet(context, list.page.items));
}

template <class State>
Asked<Workbook> export_register(const ViewContext& context, const Table<State>& table, Aggregate aggregate,
                                Query& query, std::size_t most) {
  const RegisterFilter filter = register_filter(aggregate, query, context.status_date);
  if (auto problem = query.problem()) return std::move(*problem);
  const auto page =
      projections::list_register(context.views, table, aggregate, filter, PageRequest{most, std::nullopt});
  if (auto problem = size_fault(page, most)) return std::move(*problem);
  return workbook_of(sheet_of(context, page.items));
}

Asked<Workbook> export_missions(const ViewContext& context, Query& query, std::size_t most) {
  const auto filter = mission_filter(query);
  if (auto problem = query.problem()) return std::move(*problem);
  const auto page =
      projections::list_missions(context.views, filter, PageRequest{most, std::nullopt}, context.status_date);
  if (auto problem = size_fault(page, most)) return std::move(*problem);
  return workbook_of(mission_sheet(context, page.items));
}

Asked<Workbook> export_big_problems(const ViewContext& context, Query& query, std::size_t most) {
  const auto filter = big_problem_filter(query);
  if (auto problem = query.problem()) return std::move(*problem);
  const auto page =
      projections::list_big_problems(context.views, filter, PageRequest{most, std::nullopt}, context.status_date);
  if (auto problem = size_fault(page, most)) return std::move(*problem);
  return workbook_of(big_problem_sheet(context, page.items));
}

Asked<Workbook> export_register_entries(const ViewContext& context, Query& query, std::size_t most) {
  const auto filter = register_entry_filter(query);
  if (auto problem = query.problem()) return std::move(*problem);
  const auto page = projections::list_register_entries(context.views, filter, context.likely_doubles(),
                                                       PageRequest{most, std::nullopt});
  if (auto problem = size_fault(page, most)) return std::move(*problem);
  return workbook_of(register_sheet(context, page.items));
}

template <class State>
Sheet of_programme(const ViewContext& context, const Table<State>& table, Aggregate aggregate,
                   const ProgrammeId& programme) {
  RegisterFilter filter;
  filter.programme = programme;
  return sheet_of(context, projections::list_register(context.views, table, aggregate, filter,
                                                      PageRequest{kExportRowsMax, std::nullopt})
                               .items);
}

}  // namespace

bool is_exported(Aggregate aggregate) {
  switch (aggregate) {
    case Aggregate::kAccount:
    case Aggregate::kTreasuryExtract:
    case Aggregate::kLog:
    case Aggregate::kCalendar:
    case Aggregate::kThread:
      return false;
    default:
      return true;
  }
}

Asked<Workbook> export_list(const ViewContext& context, Aggregate aggregate, Query& query, std::size_t most) {
  const World& world = context.views.world;
  const auto of_register = [&](const auto& table) { return export_register(context, table, aggregate, query, most); };
  switch (aggregate) {
    case Aggregate::kTask:
      return export_tasks(context, query, most);
    case Aggregate::kAssignment:
      return export_assignments(context, query, most);
    case Aggregate::kIndicator:
      return of_register(world.indicators);
    case Aggregate::kBudgetLine:
      return of_register(world.budget_lines);
    case Aggregate::kDocument:
      return of_register(world.documents);
    case Aggregate::kDoubt:
      return of_register(world.doubts);
    case Aggregate::kAgency:
      return of_register(world.agencies);
    case Aggregate::kProgramme:
      return of_register(world.programmes);
    case Aggregate::kAgencyGroup:
      return of_register(world.agency_groups);
    case Aggregate::kCommittee:
      return of_register(world.committees);
    case Aggregate::kMember:
      return of_register(world.members);
    case Aggregate::kReportingDuty:
      return of_register(world.reporting_duties);
    case Aggregate::kPost:
      return of_register(world.posts);
    case Aggregate::kCoordination:
      return export_coordinations(context, query, most);
    case Aggregate::kUnitPlan:
      return export_unit_plans(context, query, most);
    case Aggregate::kSubmission:
      return export_submissions(context, query, most);
    case Aggregate::kLink:
      return export_links(context, query, most);
    case Aggregate::kRatio:
      return export_ratios(context, query, most);
    case Aggregate::kProposal:
      return export_proposals(context, query, most);
    case Aggregate::kMission:
      return export_missions(context, query, most);
    case Aggregate::kBigProblem:
      return export_big_problems(context, query, most);
    case Aggregate::kRegisterEntry:
      return export_register_entries(context, query, most);
    default:
      return not_found_here();
  }
}

std::optional<Workbook> export_programme(const ViewContext& context, std::string_view programme) {
  const World& world = context.views.world;
  const auto* state = world.programmes.find(std::string(programme));
  if (!state) return std::nullopt;
  const Programme& row = state->content;
  projections::TaskFilter filter;
  filter.programme = row.id;
  filter.sight = context.sight;
  Workbook book;
  book.title = {row.title, row.title};
  book.sheets.push_back(task_sheet(
      context,
      projections::list_tasks(context.views, filter, {}, PageRequest{kExportRowsMax, std::nullopt}, context.status_date)
          .page.items));
  book.sheets.push_back(of_programme(context, world.indicators, Aggregate::kIndicator, row.id));
  book.sheets.push_back(of_programme(context, world.budget_lines, Aggregate::kBudgetLine, row.id));
  return book;
}

}  // namespace luuvet::api

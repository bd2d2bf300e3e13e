#include "api/sheets/export_lists.h"

#include "api/reads/list_query.h"
#include "api/reads/read_links.h"
#include "api/reads/read_money.h"
#include "api/reads/read_records.h"
#include "api/reads/read_submissions.h"
#include "api/reads/read_unit_plans.h"
#include "api/sheets/export_parts.h"
#include "api/sheets/sheet_lists.h"

namespace luuvet::api {

using projections::PageRequest;

Problem too_many_rows(std::size_t most) {
  Problem problem;
  problem.type = ProblemType::kTooLarge;
  const std::string limit = std::to_string(most);
  problem.detail = {"Danh sách có hơn " + limit + " dòng; xin lọc bớt rồi xuất lại.",
                    "The list has more than " + limit + " rows: filter it and export again."};
  return problem;
}

Workbook workbook_of(Sheet sheet) {
  Workbook book;
  book.title = sheet.name;
  book.sheets.push_back(std::move(sheet));
  return book;
}

Asked<Workbook> export_coordinations(const ViewContext& context, Query& query, std::size_t most) {
  const auto filter = coordination_filter(query);
  return exported(
      query, most,
      [&](const PageRequest& all) {
        return projections::list_coordinations(context.views, filter, all, context.status_date);
      },
      [&](const auto& rows) { return coordination_sheet(context, rows); });
}

Asked<Workbook> export_unit_plans(const ViewContext& context, Query& query, std::size_t most) {
  const auto filter = unit_plan_filter(query, context.status_date);
  return exported(
      query, most,
      [&](const PageRequest& all) {
        return projections::list_unit_plans(context.views, filter, all, context.status_date,
                                            context.thresholds.unit_plans)
            .page;
      },
      [&](const auto& rows) { return unit_plan_sheet(context, rows); });
}

Asked<Workbook> export_submissions(const ViewContext& context, Query& query, std::size_t most) {
  const auto filter = submission_filter(query);
  const auto may_read = [&](const Subject& subject) { return context.sight.may_read(subject); };
  return exported(
      query, most,
      [&](const PageRequest& all) { return projections::list_submissions(context.views, filter, all, may_read).page; },
      [&](const auto& rows) { return submission_sheet(context, rows); });
}

Asked<Workbook> export_links(const ViewContext& context, Query& query, std::size_t most) {
  const auto filter = link_filter(query);
  return exported(
      query, most, [&](const PageRequest& all) { return projections::list_links(context.views.world, filter, all); },
      [&](const auto& rows) { return link_sheet(context, rows); });
}

Asked<Workbook> export_ratios(const ViewContext& context, Query& query, std::size_t most) {
  const auto page = list_ratios(context, query, PageRequest{most, std::nullopt});
  if (!page) return page.error();
  if (auto problem = size_fault(page.value(), most)) return std::move(*problem);
  return workbook_of(ratio_sheet(context, page.value().items));
}

Asked<Workbook> export_proposals(const ViewContext& context, Query& query, std::size_t most) {
  const auto filter = proposal_filter(query);
  return exported(
      query, most, [&](const PageRequest& all) { return projections::list_proposals(context.views, filter, all); },
      [&](const auto& rows) { return proposal_sheet(context, rows); });
}

Asked<Workbook> export_contradictions(const ViewContext& context, const projections::Contradictions& all, Query& query,
                                      std::size_t most) {
  const auto filter = contradiction_filter(query);
  if (auto problem = query.problem()) return std::move(*problem);
  const auto list = projections::list_contradictions(context.views.world, all, filter, PageRequest{most, std::nullopt});
  if (auto problem = size_fault(list.page, most)) return std::move(*problem);
  return workbook_of(contradiction_sheet(context, list.page.items));
}

Asked<Workbook> export_ledger(const ViewContext& context, std::string_view line, Query& query, std::size_t most) {
  auto sheet = ledger_sheet(context, BudgetLineId{std::string(line)}, query, most);
  if (!sheet) return std::move(sheet).error();
  Workbook book = workbook_of(std::move(sheet).value());
  const auto* row = context.views.world.budget_lines.find(line);
  if (row) book.title = {"Sổ chi tiết: " + row->content.name, "Ledger: " + row->content.name};
  return book;
}

Asked<Workbook> export_money_groups(const ViewContext& context, Query& query) {
  const MoneyAsked asked = money_asked(query);
  if (auto problem = query.problem()) return std::move(*problem);
  const auto report = projections::money_report(context.views.world, asked.filter, asked.group);
  return workbook_of(money_group_sheet(context, asked.group, report.rows));
}

Asked<Workbook> export_money_findings(const ViewContext& context, Query& query) {
  const auto asked = findings_asked(context, query);
  if (!asked) return asked.error();
  return workbook_of(finding_sheet(context, asked.value().items));
}

}  // namespace luuvet::api

#include "api/reads/read_money.h"

#include <algorithm>
#include <map>

#include "api/reads/list_answer.h"
#include "api/reads/money_slice.h"
#include "api/views/view_money.h"
#include "projections/money/reconciliation.h"

namespace luuvet::api {
namespace {

void add_place(JsonObject& object, const ViewContext& context, std::string_view log) {
  object.member("sequence", context.views.world.head).member("log", log).member("status_date", context.status_date);
}

// The programme, or what is wrong.
Asked<const Programme*> programme_asked(const ViewContext& context, Query& query) {
  const auto id = query.id<ProgrammeTag>("programme");
  if (!id) query.refuse("programme", {"Cần nêu kế hoạch.", "Say which programme."});
  if (auto problem = query.problem()) return std::move(*problem);
  const auto* state = context.views.world.programmes.find(id->value);
  if (!state) return not_found_here();
  return &state->content;
}

// --- findings ---

std::optional<std::string> component_name(const World& world, const BudgetLineId& line,
                                          const std::optional<ComponentId>& id) {
  const BudgetBook* book = id ? world.budget_books.find(line.value) : nullptr;
  const BudgetComponent* component = book ? find_component(*book, *id) : nullptr;
  return component ? std::optional(component->content.name) : std::nullopt;
}

void write_finding(std::string& out, const World& world, const projections::MoneyFinding& finding) {
  const auto& products = finding.products;
  JsonObject(out)
      .member("kind", finding.kind)
      .member("line", finding.line)
      .member("line_name", line_name(world, finding.line))
      .member("component", finding.component)
      .member("component_name", component_name(world, finding.line, finding.component))
      .member("other", finding.other)
      .member("other_name", finding.other ? std::optional(line_name(world, *finding.other)) : std::nullopt)
      .member("other_component", finding.other_component)
      .member("other_component_name",
              finding.other ? component_name(world, *finding.other, finding.other_component) : std::nullopt)
      .member("tasks", finding.tasks)
      .member("amount", finding.amount)
      .member("disbursed", finding.disbursed)
      .member("products_asked", products ? std::optional(products->asked) : std::nullopt)
      .member("products_delivered", products ? std::optional(products->delivered) : std::nullopt)
      .member("progress_percent", finding.progress)
      .member("expected_percent", finding.expected)
      .member("score", finding.score)
      .member("link", finding.link)
      .member("link_status", finding.link_status);
}

void write_finding_counts(std::string& out, const projections::MoneyFindings& found) {
  JsonObject object(out);
  for (const auto& kind : enum_names<projections::MoneyFindingKind>())
    object.member(kind.name, std::count_if(found.items.begin(), found.items.end(), [&](const auto& each) {
                    return each.kind == kind.value && !each.decided();
                  }));
}

// --- reconciliation ---

void write_sum(std::string& out, const projections::ReconciledSum& sum) {
  JsonObject object(out);
  object.member("key", sum.key).member("kind", sum.kind).member("label", sum.label).member("printed", sum.printed);
  object.member("computed", sum.computed)
      .member("difference", sum.printed ? std::optional(plus(sum.computed, -*sum.printed)) : std::nullopt);
  object.with("parts", [&](std::string& to) {
    write_array(to, sum.parts, [](std::string& inner, const projections::ReconciledPart& part) {
      JsonObject(inner).member("subject", part.subject).member("label", part.label).member("amount", part.amount);
    });
  });
}

void write_difference(std::string& out, const projections::MoneyDifference& row) {
  JsonObject(out)
      .member("line", row.line->id)
      .member("line_name", row.line->name)
      .member("component", row.component->id)
      .member("component_name", row.component->content.name)
      .member("budget_year", row.cell.year)
      .member("funding_source", row.cell.funding_source)
      .member("allocated", row.cell.allocated)
      .member("disbursed", row.cell.disbursed)
      .member("difference", row.cell.above_ceiling())
      .member("owner", row.owner);
}

void write_waiting(std::string& out, const projections::WaitingRow& row) {
  JsonObject object(out);
  object.member("extract", row.extract);
  object.with("row", [&](std::string& to) { write_extract_row(to, shown_row(*row.row)); });
  object.member("owner", row.row->owner).member("since", row.since);
}

}  // namespace

MoneyAsked money_asked(Query& query) {
  MoneyAsked asked;
  asked.filter.programme = query.id<ProgrammeTag>("programme");
  asked.filter.agency = query.agency("agency");
  asked.filter.section = query.text("section");
  asked.filter.slice = money_slice(query);
  asked.group = query.word<projections::MoneyGroup>("group").value_or(asked.group);
  return asked;
}

Asked<std::string> read_money(const ViewContext& context, std::string_view log, Query& query) {
  const MoneyAsked asked = money_asked(query);
  if (auto problem = query.problem()) return std::move(*problem);
  const projections::MoneyReport report = projections::money_report(context.views.world, asked.filter, asked.group);
  std::string body;
  {
    JsonObject object(body);
    object.member("sums", report.sums).member("lines", report.lines).member("group", asked.group);
    object.with("rows", [&](std::string& to) {
      write_array(to, report.rows, [](std::string& inner, const projections::MoneyRow& row) {
        JsonObject(inner)
            .member("key", row.key)
            .member("label", row.label)
            .member("lines", row.lines)
            .members(row.sums);
      });
    });
    add_place(object, context, log);
  }
  return body;
}

Asked<std::string> read_reconciliation(const ViewContext& context, std::string_view log, Query& query) {
  const auto programme = programme_asked(context, query);
  if (!programme) return std::move(programme).error();
  const auto found = projections::reconcile(context.views.world, *programme.value());
  std::string body;
  {
    JsonObject object(body);
    object.with("sums", [&](std::string& to) { write_array(to, found.sums, write_sum); });
    object.with("differences", [&](std::string& to) { write_array(to, found.differences, write_difference); });
    object.with("waiting", [&](std::string& to) { write_array(to, found.waiting, write_waiting); });
    add_place(object, context, log);
  }
  return body;
}

Asked<FindingsAsked> findings_asked(const ViewContext& context, Query& query) {
  const auto kind = query.word<projections::MoneyFindingKind>("kind");
  const auto programme = programme_asked(context, query);
  if (!programme) return programme.error();
  FindingsAsked asked;
  asked.all = projections::money_findings(context.views.world, programme.value()->id, context.status_date,
                                          context.thresholds.findings);
  std::copy_if(asked.all.items.begin(), asked.all.items.end(), std::back_inserter(asked.items),
               [&](const auto& each) { return !kind || each.kind == *kind; });
  return asked;
}

Asked<std::string> read_money_findings(const ViewContext& context, std::string_view log, Query& query) {
  const auto asked = findings_asked(context, query);
  if (!asked) return asked.error();
  const World& world = context.views.world;
  const projections::MoneyFindings& found = asked.value().all;
  std::string body;
  {
    JsonObject object(body);
    object.with("items", [&](std::string& to) {
      write_array(to, asked.value().items,
                  [&](std::string& inner, const auto& finding) { write_finding(inner, world, finding); });
    });
    object.with("counts", [&](std::string& to) { write_finding_counts(to, found); });
    object.member("linked_lines", found.linked_lines).member("lines", found.lines);
    object.member("linked_need", found.linked_need).member("need", found.need);
    add_place(object, context, log);
  }
  return body;
}

Asked<projections::Page<std::shared_ptr<const RatioState>>> list_ratios(const ViewContext& context, Query& query,
                                                                        const projections::PageRequest& request) {
  const auto programme = query.id<ProgrammeTag>("programme");
  if (auto problem = query.problem()) return std::move(*problem);
  projections::Page<std::shared_ptr<const RatioState>> page;
  bool begun = !request.after;
  context.views.world.ratios.for_each([&](const auto& row) {
    if (programme && row->programme != *programme) return;
    ++page.total;
    if (begun && page.items.size() < request.limit)
      page.items.push_back(row);
    else if (begun && !page.next)
      page.next = page.items.back()->id.value;
    if (request.after && row->id.value == *request.after) begun = true;
  });
  page.unknown_cursor = !begun;
  return page;
}

Asked<ListAnswer> read_ratios(const ViewContext& context, std::string_view log, Query& query) {
  const auto request = query.page();
  const auto page = list_ratios(context, query, request);
  if (!page) return page.error();
  return list_answer(
      context, log, page.value(), [&](std::string& out, const auto& row) { write_row(out, context, *row); },
      [](JsonObject&) {});
}

}  // namespace luuvet::api

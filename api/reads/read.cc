#include "api/reads/read.h"

#include "api/reads/list_answer.h"
#include "api/reads/list_query.h"
#include "api/reads/read_links.h"
#include "api/reads/read_money.h"
#include "api/reads/read_records.h"
#include "api/reads/read_submissions.h"
#include "api/reads/read_unit_plans.h"

namespace luuvet::api {
namespace {

using projections::AccountFilter;
using projections::AssignmentFilter;
using projections::CoordinationFilter;
using projections::RegisterFilter;
using projections::TaskFilter;

template <class Item, class Write>
Asked<ListAnswer> answer(const ViewContext& context, std::string_view log, const projections::Page<Item>& page,
                         const projections::Counts* counts, Write&& write) {
  return list_answer(context, log, page, write, [&](JsonObject& object) {
    if (counts) object.with("counts", [&](std::string& out) { write_counts(out, *counts); });
  });
}

template <class State>
Asked<ListAnswer> read_register(const ViewContext& context, std::string_view log, const Table<State>& table,
                                Aggregate aggregate, Query& query) {
  const RegisterFilter filter = register_filter(aggregate, query, context.status_date);
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto page = projections::list_register(context.views, table, aggregate, filter, request);
  return answer(context, log, page, nullptr, [&](std::string& out, const auto& row) { write_row(out, context, *row); });
}

Asked<ListAnswer> read_tasks(const ViewContext& context, std::string_view log, Query& query) {
  TaskFilter filter = task_filter(query);
  filter.sight = context.sight;
  const auto sort = query.sort();
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto list = projections::list_tasks(context.views, filter, sort, request, context.status_date);
  return list_answer(
      context, log, list.page, [&](std::string& out, const auto& item) { write_task(out, context, item); },
      [&](JsonObject& object) {
        object.with("counts", [&](std::string& out) { write_counts(out, list.counts); });
        object.with("distinct", [&](std::string& out) { write_counts(out, list.distinct); });
      });
}

Asked<ListAnswer> read_assignments(const ViewContext& context, std::string_view log, Query& query) {
  const AssignmentFilter filter = assignment_filter(query);
  const auto sort = query.sort();
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto list = projections::list_assignments(context.views, filter, sort, request, context.status_date);
  return answer(context, log, list.page, &list.counts,
                [&](std::string& out, const auto& item) { write_assignment(out, context, item); });
}

Asked<ListAnswer> read_accounts(const ViewContext& context, std::string_view log, Query& query) {
  const AccountFilter filter = account_filter(query);
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto page = projections::list_accounts(context.views, filter, request);
  return answer(context, log, page, nullptr, [&](std::string& out, const auto& row) { write_row(out, context, *row); });
}

Asked<ListAnswer> read_coordinations(const ViewContext& context, std::string_view log, Query& query) {
  const CoordinationFilter filter = coordination_filter(query);
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto page = projections::list_coordinations(context.views, filter, request, context.status_date);
  return answer(context, log, page, nullptr, [&](std::string& out, const auto& row) { write_row(out, context, *row); });
}

template <class State>
std::optional<std::string> read_row(const ViewContext& context, const Table<State>& table, const std::string& id) {
  const State* row = table.find(id);
  if (!row) return std::nullopt;
  std::string out;
  write_row(out, context, *row);
  return out;
}

std::optional<std::string> read_task(const ViewContext& context, const std::string& id) {
  auto task = context.views.world.tasks.get(id);
  if (!task) return std::nullopt;
  std::string out;
  write_task(out, context, projections::task_item(context.views, std::move(task), context.status_date));
  return out;
}

std::optional<std::string> read_assignment(const ViewContext& context, const std::string& id) {
  const auto item = projections::assignment_item(context.views, AssignmentId{id}, context.status_date);
  if (!item) return std::nullopt;
  std::string out;
  write_assignment(out, context, *item);
  return out;
}

}  // namespace

Asked<ListAnswer> read_list(const ViewContext& context, std::string_view log, Aggregate aggregate, Query& query) {
  const World& world = context.views.world;
  const auto of_register = [&](const auto& table) { return read_register(context, log, table, aggregate, query); };
  switch (aggregate) {
    case Aggregate::kTask:
      return read_tasks(context, log, query);
    case Aggregate::kAssignment:
      return read_assignments(context, log, query);
    case Aggregate::kProgramme:
      return of_register(world.programmes);
    case Aggregate::kAgency:
      return of_register(world.agencies);
    case Aggregate::kAgencyGroup:
      return of_register(world.agency_groups);
    case Aggregate::kCommittee:
      return of_register(world.committees);
    case Aggregate::kMember:
      return of_register(world.members);
    case Aggregate::kIndicator:
      return of_register(world.indicators);
    case Aggregate::kBudgetLine:
      return of_register(world.budget_lines);
    case Aggregate::kReportingDuty:
      return of_register(world.reporting_duties);
    case Aggregate::kDoubt:
      return read_doubts(context, log, query);
    case Aggregate::kLink:
      return read_links(context, log, query);
    case Aggregate::kDocument:
      return of_register(world.documents);
    case Aggregate::kPost:
      return of_register(world.posts);
    case Aggregate::kAccount:
      return read_accounts(context, log, query);
    case Aggregate::kCoordination:
      return read_coordinations(context, log, query);
    case Aggregate::kUnitPlan:
      return read_unit_plans(context, log, query);
    case Aggregate::kSubmission:
      return read_submissions(context, log, query);
    case Aggregate::kRatio:
      return read_ratios(context, log, query);
    case Aggregate::kTreasuryExtract:
    case Aggregate::kMission:
    case Aggregate::kBigProblem:
    case Aggregate::kRegisterEntry:
    case Aggregate::kProposal:
      return read_records(context, log, aggregate, query);
    case Aggregate::kLog:
    case Aggregate::kCalendar:
    case Aggregate::kThread:
      break;
  }
  return not_found_here();
}

std::optional<std::string> read_item(const ViewContext& context, const Subject& subject) {
  const World& world = context.views.world;
  switch (subject.aggregate) {
    case Aggregate::kTask:
      return read_task(context, subject.id);
    case Aggregate::kAssignment:
      return read_assignment(context, subject.id);
    case Aggregate::kProgramme:
      return read_row(context, world.programmes, subject.id);
    case Aggregate::kAgency:
      return read_row(context, world.agencies, subject.id);
    case Aggregate::kAgencyGroup:
      return read_row(context, world.agency_groups, subject.id);
    case Aggregate::kCommittee:
      return read_row(context, world.committees, subject.id);
    case Aggregate::kMember:
      return read_row(context, world.members, subject.id);
    case Aggregate::kIndicator:
      return read_row(context, world.indicators, subject.id);
    case Aggregate::kBudgetLine:
      return read_row(context, world.budget_lines, subject.id);
    case Aggregate::kReportingDuty:
      return read_row(context, world.reporting_duties, subject.id);
    case Aggregate::kDoubt:
      return read_row(context, world.doubts, subject.id);
    case Aggregate::kDocument:
      return read_row(context, world.documents, subject.id);
    case Aggregate::kPost:
      return read_row(context, world.posts, subject.id);
    case Aggregate::kAccount:
      return read_row(context, world.accounts, subject.id);
    case Aggregate::kLink:
      return read_row(context, world.links, subject.id);
    case Aggregate::kCoordination:
      return read_row(context, world.coordinations, subject.id);
    case Aggregate::kUnitPlan:
      return read_unit_plan(context, subject.id);
    case Aggregate::kSubmission:
      return read_row(context, world.submissions, subject.id);
    case Aggregate::kRatio:
      return read_row(context, world.ratios, subject.id);
    case Aggregate::kTreasuryExtract:
      return read_row(context, world.treasury_extracts, subject.id);
    case Aggregate::kMission:
      return read_row(context, world.missions, subject.id);
    case Aggregate::kBigProblem:
      return read_row(context, world.big_problems, subject.id);
    case Aggregate::kRegisterEntry:
      return read_row(context, world.register_entries, subject.id);
    case Aggregate::kProposal:
      return read_row(context, world.proposals, subject.id);
    case Aggregate::kLog:
    case Aggregate::kCalendar:
    case Aggregate::kThread:
      break;
  }
  return std::nullopt;
}

std::string list_body(const std::vector<std::string>& items, const ListHead& head) {
  std::string body;
  {
    JsonObject object(body);
    object.with("items", [&](std::string& out) {
      write_array(out, items, [](std::string& to, const std::string& item) { to += item; });
    });
    add_head(object, head);
  }
  return body;
}

}  // namespace luuvet::api

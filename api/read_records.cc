#include "api/read_records.h"

#include "api/list_answer.h"

namespace luuvet::api {
namespace {

using projections::BigProblemFilter;
using projections::MissionFilter;
using projections::ProposalFilter;
using projections::RegisterEntryFilter;

void read_common(Query& query, projections::RecordFilter& filter) {
  filter.programme = query.id<ProgrammeTag>("programme");
  filter.task = query.id<TaskTag>("task");
}

template <class Row>
Asked<ListAnswer> answer(const ViewContext& context, std::string_view log, const projections::Page<Row>& page) {
  return list_answer(
      context, log, page, [&](std::string& out, const auto& row) { write_row(out, context, *row); },
      [](JsonObject&) {});
}

// The page of `list(request)` where nothing was wrong with the query.
template <class List>
Asked<ListAnswer> answered(const ViewContext& context, std::string_view log, Query& query, const List& list) {
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  return answer(context, log, list(request));
}

}  // namespace

MissionFilter mission_filter(Query& query) {
  MissionFilter filter;
  read_common(query, filter);
  filter.agency = query.agency("agency");
  filter.kind = query.word<MissionKind>("kind");
  filter.stage = query.words<MissionStage>("stage");
  filter.overdue = query.boolean("overdue");
  filter.q = query.text("q");
  return filter;
}

BigProblemFilter big_problem_filter(Query& query) {
  BigProblemFilter filter;
  read_common(query, filter);
  filter.agency = query.agency("agency");
  filter.state = query.word<BigProblemState>("state");
  filter.overdue = query.boolean("overdue");
  filter.q = query.text("q");
  return filter;
}

RegisterEntryFilter register_entry_filter(Query& query) {
  RegisterEntryFilter filter;
  read_common(query, filter);
  filter.agency = query.agency("agency");
  filter.kind = query.word<Register>("register");
  filter.budget_line = query.id<BudgetLineTag>("budget_line");
  filter.ended = query.boolean("ended");
  filter.likely_double = query.boolean("likely_double");
  filter.q = query.text("q");
  return filter;
}

ProposalFilter proposal_filter(Query& query) {
  ProposalFilter filter;
  read_common(query, filter);
  filter.state = query.word<ProposalState>("state");
  if (const auto system = query.id<struct SystemTag>("system")) filter.system = system->value;
  return filter;
}

Asked<ListAnswer> read_records(const ViewContext& context, std::string_view log, Aggregate aggregate, Query& query) {
  const auto answer_with = [&](const auto& list) { return answered(context, log, query, list); };
  const projections::Views& views = context.views;
  if (aggregate == Aggregate::kMission)
    return answer_with([&, filter = mission_filter(query)](const auto& request) {
      return projections::list_missions(views, filter, request, context.status_date);
    });
  if (aggregate == Aggregate::kBigProblem)
    return answer_with([&, filter = big_problem_filter(query)](const auto& request) {
      return projections::list_big_problems(views, filter, request, context.status_date);
    });
  if (aggregate == Aggregate::kRegisterEntry)
    return answer_with([&, filter = register_entry_filter(query)](const auto& request) {
      const projections::LikelyDoubles none;
      return projections::list_register_entries(views, filter, filter.likely_double ? context.likely_doubles() : none,
                                                request);
    });
  return answer_with([&, filter = proposal_filter(query)](const auto& request) {
    return projections::list_proposals(views, filter, request);
  });
}

}  // namespace luuvet::api

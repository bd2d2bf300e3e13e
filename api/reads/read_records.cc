#include "api/reads/read_records.h"

#include <algorithm>

#include "api/reads/list_answer.h"
#include "api/views/view_parts.h"

namespace luuvet::api {
namespace {

constexpr std::uint64_t kOrderYearFirst = 1900;
constexpr std::uint64_t kOrderYearLast = 2100;

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

std::optional<std::int64_t> year_of_order(Query& query) {
  const auto year = query.position("year");
  if (!year) return std::nullopt;
  if (*year < kOrderYearFirst || *year > kOrderYearLast)
    query.refuse("year", {"Năm không hợp lệ.", "This is no year that is known here."});
  return static_cast<std::int64_t>(std::min(*year, kOrderYearLast));
}

void read_counted(Query& query, MissionFilter& filter) {
  filter.counted_for = query.id<SubmissionTag>("counted_for");
  const auto part = query.word<CountedPart>("counted_as");
  if (filter.counted_for && !split(*filter.counted_for))
    query.refuse("counted_for", {"Mã số liệu gồm chỉ tiêu, cơ quan và kỳ.", "Its id is of indicator, agency, period."});
  if (part && !filter.counted_for)
    query.refuse("counted_as", {"Chỉ dùng cùng với counted_for.", "Only together with counted_for."});
  filter.counted_as = part.value_or(CountedPart::kDenominator);
}

// "[{"fact":"ordered","total":3},...]": one of each, in the order of the enumeration.
template <class Enum, class Totals>
void write_totals(std::string& out, std::string_view name, const Totals& totals) {
  write_array(out, enum_names<Enum>(), [&](std::string& to, const auto& each) {
    JsonObject(to).member(name, each.value).member("total", totals[static_cast<std::size_t>(each.value)]);
  });
}

}  // namespace

MissionFilter mission_filter(Query& query) {
  MissionFilter filter;
  read_common(query, filter);
  filter.agency = query.agency("agency");
  filter.kind = query.word<MissionKind>("kind");
  filter.stage = query.words<MissionStage>("stage");
  filter.year = year_of_order(query);
  read_counted(query, filter);
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

Asked<std::string> read_mission_counts(const ViewContext& context, std::string_view log, Query& query) {
  const MissionFilter filter = mission_filter(query);
  if (auto problem = query.problem()) return std::move(*problem);
  const projections::MissionCounts counts = projections::count_missions(context.views, filter, context.status_date);
  std::string body;
  {
    JsonObject object(body);
    object.member("total", counts.tally.total);
    object.with("facts", [&](std::string& to) { write_totals<MissionFact>(to, "fact", counts.tally.facts); });
    object.with("stages", [&](std::string& to) { write_totals<MissionStage>(to, "stage", counts.tally.stages); });
    object.member("years", counts.years);
    object.member("sequence", context.views.world.head).member("log", log).member("status_date", context.status_date);
  }
  return body;
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

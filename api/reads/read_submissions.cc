#include "api/reads/read_submissions.h"

#include "api/reads/list_answer.h"
#include "api/views/view_indicator.h"
#include "api/views/view_submission.h"

namespace luuvet::api {
namespace {

using projections::SubmissionFilter;
using projections::SubmissionList;
using projections::SubmissionStanding;

std::optional<std::string> period(Query& query, std::string_view name) {
  auto text = query.text(name);
  if (text && !parse_period(*text))
    query.refuse(name,
                 {"Kỳ có dạng 2026, 2026-h1, 2026-q2 hoặc 2026-04.", "A period is 2026, 2026-h1, 2026-q2 or 2026-04."});
  return text;
}

void refuse_missing(Query& query, std::string_view name) {
  query.refuse(name, {"Thiếu tham số này.", "This parameter is needed."});
}

SubmissionFilter filter_of(Query& query, std::string_view submitter) {
  SubmissionFilter filter;
  filter.programme = query.id<ProgrammeTag>("programme");
  filter.period = period(query, "period");
  filter.indicator = query.id<IndicatorTag>("indicator");
  filter.agency = query.agency(submitter);
  return filter;
}

SubmissionFilter list_filter(Query& query) {
  SubmissionFilter filter = filter_of(query, "agency");
  filter.state = query.words<SubmissionStanding>("state");
  filter.kind = query.word<FigureKind>("kind");
  return filter;
}

Asked<ListAnswer> answered(const ViewContext& context, std::string_view log, const SubmissionList& list) {
  return list_answer(
      context, log, list.page, [&](std::string& out, const auto& row) { write_row(out, context, *row); },
      [&](JsonObject& object) { object.member("counts", list.totals); });
}

}  // namespace

SubmissionFilter submission_filter(Query& query) {
  return list_filter(query);
}

Asked<ListAnswer> read_submissions(const ViewContext& context, std::string_view log, Query& query) {
  const SubmissionFilter filter = submission_filter(query);
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  return answered(context, log,
                  projections::list_submissions(context.views, filter, request, [&](const Subject& subject) {
                    return context.sight.may_read(subject);
                  }));
}

Asked<ListAnswer> read_queue(const ViewContext& context, std::string_view log, Query& query) {
  SubmissionFilter filter = filter_of(query, "submitter");
  filter.warned = query.boolean("warned");
  const auto agency = query.agency("agency");
  if (!agency) refuse_missing(query, "agency");
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  return answered(context, log, projections::list_queue(context.views, *agency, filter, request));
}

GridAsked grid_asked(const World& world, Query& query, bool with_programme) {
  GridAsked asked;
  const auto agency = query.agency("agency");
  const auto of = period(query, "period");
  if (!agency) refuse_missing(query, "agency");
  if (!of) refuse_missing(query, "period");
  if (agency && !world.is_agency(*agency))
    query.refuse("agency", {"Không có cơ quan này.", "There is no such agency."});
  if (with_programme) asked.programme = query.id<ProgrammeTag>("programme");
  asked.agency = agency.value_or(AgencyId{});
  asked.period = of.value_or("");
  return asked;
}

Asked<std::string> read_grid(const ViewContext& context, std::string_view log, Query& query) {
  const GridAsked asked = grid_asked(context.views.world, query);
  if (auto problem = query.problem()) return std::move(*problem);
  const auto rows =
      projections::submission_grid(context.views, asked.agency, asked.period, asked.programme, context.status_date);
  return grid_body(context, log, asked.agency, asked.period, rows);
}

Asked<std::string> read_completeness(const ViewContext& context, std::string_view log, Query& query) {
  const auto of = period(query, "period");
  if (!of) refuse_missing(query, "period");
  const auto programme = query.id<ProgrammeTag>("programme");
  if (auto problem = query.problem()) return std::move(*problem);
  return completeness_body(context, log, *of, projections::period_completeness(context.views, *of, programme));
}

std::optional<std::string> read_series(const ViewContext& context, std::string_view log, std::string_view indicator) {
  const auto* row = context.views.world.indicators.find(indicator);
  if (!row || row->content.heading) return std::nullopt;
  return series_body(context, log, *row);
}

}  // namespace luuvet::api

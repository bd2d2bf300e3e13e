#include "api/views/view_submission.h"

#include "api/views/indicator_rows.h"
#include "api/views/view_indicator.h"
#include "api/views/view_parts.h"
#include "domain/figures/submitting.h"

namespace luuvet::api {
namespace {

void add_foot(JsonObject& object, const ViewContext& context, std::string_view log) {
  object.member("sequence", context.views.world.head).member("log", log).member("status_date", context.status_date);
}

std::vector<FigureKind> waiting_kinds(const SubmissionState& state) {
  std::vector<FigureKind> kinds;
  for (const SubmittedFigure& figure : state.figures)
    if (figure.stage == FigureStage::kApproved) kinds.push_back(figure.kind);
  return kinds;
}

std::vector<AgencyId> others_verifying(const World& world, const Submitting& at) {
  std::vector<AgencyId> agencies = verifiers_of(world, at.definition.terms);
  std::erase_if(agencies, [&](const AgencyId& each) { return is_own(world, at, each); });
  return agencies;
}

// The names of the counts in which it stands.
std::vector<std::string> counted_in(const projections::AgencyCompleteness& counts) {
  std::vector<std::string> names;
  for_each_member<projections::AgencyCompleteness>([&](std::size_t, auto member) {
    if (counts.*member.pointer > 0) names.emplace_back(member.name);
  });
  return names;
}

void write_grid_row(std::string& out, const ViewContext& context, const projections::GridRow& row) {
  const Indicator& indicator = row.indicator->content;
  const World& world = context.views.world;
  const bool readable = context.sight.may_read({Aggregate::kSubmission, row.submission.value});
  JsonObject object(out);
  object.member("indicator", indicator.id).member("programme", indicator.programme);
  object.member("source", indicator.source).member("name", indicator.name);
  object.member("unit", row.definition.terms.unit);
  object.with("definition", [&](std::string& to) { write_definition(to, row.definition, true); });
  object.member("target", row.target).member("previous", previous_row(row.previous));
  object.member("submission", row.submission);
  object.member("figures", row.state ? figure_rows(world, *row.state, readable) : std::vector<FigureRow>{});
  object.member("shared_from", row.shared_from).member("counted", counted_row(row.counted));
  object.member("counted_in", counted_in(row.counts));
  object.member("withheld", !readable);
  object.member("sequence", row.state ? row.state->life.last : Sequence{0});
}

}  // namespace

void write_row(std::string& out, const ViewContext& context, const SubmissionState& row) {
  const World& world = context.views.world;
  const Subject subject{Aggregate::kSubmission, row.id.value};
  const bool readable = context.sight.may_read(subject);
  const auto at = find_submitting(world, subject);
  JsonObject object(out);
  object.member("id", row.id).member("indicator", row.indicator).member("agency", row.agency);
  object.member("period", row.period).member("programme", at ? at->row->programme : ProgrammeId{});
  object.member("name", at ? at->row->name : std::string{})
      .member("unit", at ? at->definition.terms.unit : std::nullopt);
  const IndicatorTerms terms = at ? at->definition.terms : IndicatorTerms{};
  object.member("direction", terms.direction).member("combine", terms.combine);
  object.member("figures", figure_rows(world, row, readable));
  object.member("previous", previous_row(previous_figure(world, {row.indicator, row.agency, row.period})));
  object.member("target", at ? projections::target_for(world, *at->row, row.agency, row.period, context.status_date)
                             : std::nullopt);
  object.member("waiting", waiting_kinds(row));
  object.member("verifying_agencies", at ? others_verifying(world, *at) : std::vector<AgencyId>{});
  object.member("withheld", !readable);
  add_life(object, context, subject);
}

std::string grid_body(const ViewContext& context, std::string_view log, const AgencyId& agency, std::string_view period,
                      const std::vector<projections::GridRow>& rows) {
  std::string body;
  {
    JsonObject object(body);
    object.member("agency", agency).member("period", period);
    object.with("rows", [&](std::string& out) {
      write_array(out, rows, [&](std::string& to, const auto& row) { write_grid_row(to, context, row); });
    });
    add_foot(object, context, log);
  }
  return body;
}

std::string completeness_body(const ViewContext& context, std::string_view log, std::string_view period,
                              const projections::PeriodCompleteness& found) {
  std::string body;
  {
    JsonObject object(body);
    object.member("period", period);
    object.with("items", [&](std::string& out) {
      write_array(out, found.rows, [](std::string& to, const projections::CompletenessRow& row) {
        JsonObject(to).member("agency", row.agency).members(row.counts);
      });
    });
    object.member("totals", found.totals);
    add_foot(object, context, log);
  }
  return body;
}

}  // namespace luuvet::api

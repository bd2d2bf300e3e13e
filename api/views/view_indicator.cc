#include "api/views/view_indicator.h"

#include <algorithm>

#include "api/reads/list_answer.h"
#include "api/views/indicator_rows.h"
#include "api/views/view_link.h"
#include "api/views/view_parts.h"
#include "domain/links/link_rows.h"
#include "projections/indicators/indicator_path.h"
#include "projections/indicators/share_sums.h"
#include "projections/indicators/submission_grid.h"

namespace luuvet::api {
namespace {

using projections::AgencyFigure;
using projections::AssessmentResult;
using projections::CombinedFigure;

struct PointRow {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  std::optional<AgencyId> agency;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  FigureStage stage = FigureStage::kApproved;
  std::optional<std::string> unit;
  std::optional<AgencyId> speaker;
  std::int64_t due = 0;
  std::int64_t reported = 0;
  std::int64_t missing = 0;
  bool restated = false;
  bool restatement_waiting = false;
  std::optional<SubmissionId> submission;
  std::optional<Target> target;
  std::optional<AssessmentResult> result;
  std::optional<AgencyId> published_by = {};
};
BOOST_DESCRIBE_STRUCT(PointRow, (),
                      (period, kind, agency, value, numerator, denominator, stage, unit, speaker, due, reported,
                       missing, restated, restatement_waiting, submission, target, result, published_by))

// The series of one indicator on one day.
class Series {
 public:
  Series(const ViewContext& context, const RegisterState<Indicator>& state)
      : context_(context),
        world_(context.views.world),
        row_(state.content),
        date_(context.status_date),
        bearer_(projections::bearer_of(world_, row_, date_)),
        book_(book_of(world_, row_.id)),
        now_(definition_on(world_, row_, date_)),
        readable_(context.sight.may_read({Aggregate::kIndicator, row_.id.value})),
        registered_(state.life.first) {}

  void write(JsonObject& object) const {
    object.member("indicator", row_.id);
    object.member("shared_from", bearer_.id == row_.id ? std::nullopt : std::optional(bearer_.id));
    object.with("definitions", [&](std::string& to) {
      write_array(to, definitions_of(world_, row_), [&](std::string& inner, const IndicatorDefinition& each) {
        write_definition(inner, each, each.version == now_.version);
      });
    });
    object.member("target_sets", target_sets());
    object.member("targets", targets_on(world_, row_, std::nullopt, date_));
    object.member("share_sums", projections::share_sums(world_, row_, date_));
    const projections::Path path = projections::path_on(world_, row_, date_);
    const std::vector<Baseline> baselines = book_ ? book_->baselines : std::vector<Baseline>{};
    object.member("baselines", baseline_rows(world_, row_, baselines, date_)).member("baseline", path.baseline);
    object.member("breaks", breaks()).member("checks", checks_of(book_, now_.terms, row_.name));
    object.member("submitters", submitters_of(world_, now_.terms)).member("points", points());
    object.member("path", path.points);
    object.member("forecast", projections::forecast_on(world_, row_, date_, context_.thresholds.indicators));
    object.with("restatements", [&](std::string& to) { write_restatements(to); });
    const StandingRows standing = standing_rows(context_, row_);
    object.member("latest", standing.latest).member("assessment", standing.assessment);
    const bool readable = context_.sight.may_read({Aggregate::kIndicator, bearer_.id.value});
    object.member("publications", publication_rows(world_, bearer_, date_, readable));
    object.member("publication_records", publication_record_rows(world_, bearer_, readable));
    object.member("comparison", comparison_rows(world_, bearer_, readable));
    object.member("official_figures", official_figure_rows(world_, bearer_, readable));
  }

 private:
  std::vector<TargetSetRow> target_sets() const {
    std::vector<TargetSetRow> rows{{std::nullopt, row_.targets, std::nullopt, DocumentRef{row_.source.document, {}},
                                    std::nullopt, targets_on(world_, row_, std::nullopt, date_) == row_.targets,
                                    registered_, std::nullopt, std::nullopt}};
    if (!book_) return rows;
    const auto in_force = target_sets_on(*book_, date_);
    for (const TargetSet& each : book_->target_sets) {
      const auto set = in_force.find(each.agency ? std::string_view(each.agency->value) : std::string_view());
      rows.push_back({each.agency, each.targets, each.valid_from, each.document,
                      readable_ && each.text ? each.text->reason : std::nullopt,
                      set != in_force.end() && set->second == &each, each.sequence, each.time,
                      ByRow{each.actor, each.by}});
    }
    return rows;
  }

  std::vector<SeriesBreak> breaks() const {
    std::vector<SeriesBreak> rows = book_ ? book_->breaks : std::vector<SeriesBreak>{};
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    return rows;
  }

  static PointRow point(const std::string& period, FigureKind kind, const Figure& figure, FigureStage stage) {
    PointRow row;
    row.period = period;
    row.kind = kind;
    row.value = figure.value;
    row.numerator = figure.numerator;
    row.denominator = figure.denominator;
    row.stage = stage;
    return row;
  }

  PointRow point(const CombinedFigure& each) const {
    PointRow row = point(each.period, each.kind, each.figure, each.stage);
    row.unit = each.unit;
    row.speaker = each.speaker;
    row.due = each.due;
    row.reported = each.reported;
    row.missing = each.missing;
    row.restated = each.restated;
    row.restatement_waiting = each.waiting;
    row.published_by = each.published_by;
    return row;
  }

  PointRow point(const AgencyFigure& each) const {
    PointRow row = point(each.period, each.kind, each.figure, each.stage);
    row.agency = each.agency;
    if (const auto days = parse_period(each.period)) row.unit = unit_on(world_, bearer_, days->last);
    row.due = row.reported = 1;
    row.restated = each.restated;
    row.restatement_waiting = each.waiting;
    row.submission = each.submission;
    const std::vector<Target> own = targets_on(world_, row_, each.agency, date_);
    const Target* target = milestone_for(own, projections::year_of(each.period));
    if (!target) return row;
    row.target = *target;
    row.result = projections::judged(each, *target, now_.terms, date_);
    return row;
  }

  std::vector<PointRow> points() const {
    std::vector<PointRow> rows;
    for (const CombinedFigure& each : projections::combined_figures(world_, bearer_)) rows.push_back(point(each));
    for (const AgencyFigure& each : projections::agency_figures(world_, bearer_)) rows.push_back(point(each));
    std::stable_sort(rows.begin(), rows.end(), [](const PointRow& a, const PointRow& b) {
      return projections::end_month(a.period) < projections::end_month(b.period);
    });
    return rows;
  }

  void write_restatements(std::string& out) const {
    struct Found {
      const SubmissionState* state;
      const SubmittedFigure* figure;
      const FigureRestatement* restatement;
    };
    std::vector<Found> found;
    for (const AgencyFigure& each : projections::agency_figures(world_, bearer_)) {
      const SubmissionState* state = world_.submissions.find(each.submission.value);
      const SubmittedFigure* figure = find_figure(*state, each.kind);
      for (const FigureRestatement& one : figure->restatements) found.push_back({state, figure, &one});
    }
    std::sort(found.begin(), found.end(),
              [](const Found& a, const Found& b) { return a.restatement->sequence < b.restatement->sequence; });
    write_array(out, found, [&](std::string& to, const Found& each) {
      const bool readable = context_.sight.may_read({Aggregate::kSubmission, each.state->id.value});
      JsonObject object(to);
      object.member("submission", each.state->id).member("agency", each.state->agency);
      object.member("period", each.state->period).member("kind", each.figure->kind);
      object.members(restatement_row(*each.restatement, readable));
    });
  }

  const ViewContext& context_;
  const World& world_;
  const Indicator& row_;
  const Date date_;
  const Indicator& bearer_;
  const IndicatorBook* book_;
  const IndicatorDefinition now_;
  const bool readable_;
  const Sequence registered_;
};

}  // namespace

void write_definition(std::string& out, const IndicatorDefinition& definition, bool in_force) {
  JsonObject object(out);
  object.member("version", definition.version).members(definition.terms).member("in_force", in_force);
  object.member("sequence", definition.sequence);
}

namespace {

// X29: whose row is another one's is named.
void write_in_force(std::string& out, const World& world, const Indicator& row, Date date) {
  const Indicator& unit = row_in_force(world, row, LinkField::kUnit);
  const Indicator& member = row_in_force(world, row, LinkField::kMember);
  const auto other = [&](const Indicator& each) { return each.id == row.id ? std::nullopt : std::optional(each.id); };
  JsonObject object(out);
  object.member("unit", definition_on(world, unit, date).terms.unit).member("unit_from", other(unit));
  object.member("member", member.member).member("member_position", position_of(world, member.member));
  object.member("member_from", other(member));
}

}  // namespace

void write_row(std::string& out, const ViewContext& context, const RegisterState<Indicator>& state) {
  const World& world = context.views.world;
  const Indicator& row = state.content;
  const Date date = context.status_date;
  JsonObject object(out);
  object.members(row);
  if (row.heading) {
    for (const char* name : {"definition", "latest", "assessment", "completeness", "publication"})
      object.member(name, nullptr);
    object.member("trend", std::vector<TrendRow>{}).member("baselines", std::vector<BaselineRow>{});
  } else {
    object.with("definition", [&](std::string& to) { write_definition(to, definition_on(world, row, date), true); });
    const StandingRows standing = standing_rows(context, row);
    object.member("latest", standing.latest).member("assessment", standing.assessment);
    object.member("completeness", completeness_row(world, row, date)).member("trend", standing.trend);
    object.member("publication", publication_standing_row(world, row, date));
    object.member("baselines", baseline_rows(world, row, newest_baselines(book_of(world, row.id)), date));
  }
  object.member("differs_from_statistics", projections::differs_from_statistics(world, row, date));
  const Subject subject{Aggregate::kIndicator, row.id.value};
  object.with("in_force", [&](std::string& to) { write_in_force(to, world, row, date); });
  object.with("links", [&](std::string& to) { write_links_of(to, context, subject); });
  add_life(object, context, subject);
}

std::string series_body(const ViewContext& context, std::string_view log, const RegisterState<Indicator>& row) {
  std::string body;
  {
    JsonObject object(body);
    Series(context, row).write(object);
    object.member("sequence", context.views.world.head).member("log", log).member("status_date", context.status_date);
  }
  return body;
}

}  // namespace luuvet::api

#include "api/views/indicator_rows.h"

#include <utility>

#include "domain/figures/figure.h"

namespace luuvet::api {
namespace {

std::optional<std::string> reason_of(const std::optional<ReasonText>& text, bool readable) {
  return readable && text ? text->reason : std::nullopt;
}
std::optional<std::string> note_of(const std::optional<ReasonText>& text, bool readable) {
  return readable && text ? text->note : std::nullopt;
}

void add_words(FigureRow& row, const SubmittedFigure& figure, bool readable) {
  if (readable && figure.text) {
    row.reason = figure.text->reason;
    row.source = figure.text->source;
    row.comment = figure.text->comment;
  }
  row.return_reason = reason_of(figure.return_text, readable);
  row.verified_note = note_of(figure.verify_text, readable);
}

std::vector<Finding> findings_of(const World& world, const SubmissionState& state, const SubmittedFigure& figure) {
  const auto* row = world.indicators.find(state.indicator.value);
  if (!row) return {};
  return findings_on(world, row->content, {state.indicator, state.agency, state.period}, figure.kind, figure.figure);
}

FigureRow figure_row(const World& world, const SubmissionState& state, const SubmittedFigure& figure, bool readable) {
  FigureRow row;
  row.kind = figure.kind;
  row.stage = figure.stage;
  row.value = figure.figure.value;
  row.numerator = figure.figure.numerator;
  row.denominator = figure.figure.denominator;
  row.missing = figure.missing;
  row.evidence = figure.evidence;
  row.returned = figure.returned;
  row.verified_by = figure.verified_by;
  row.findings = findings_of(world, state, figure);
  row.copied = is_copied(figure.figure, previous_figure(world, {state.indicator, state.agency, state.period}));
  row.round = is_round(figure.figure);
  row.entered_by = {figure.actor, figure.agency};
  row.entered_at = figure.time;
  row.sequence = state.life.touched(field_of(figure.kind));
  for (const FigureRestatement& each : figure.restatements) row.restatements.push_back(restatement_row(each, readable));
  add_words(row, figure, readable);
  return row;
}

}  // namespace

std::optional<CountedRow> counted_row(const std::optional<MissionsCounted>& counted) {
  if (!counted) return std::nullopt;
  return CountedRow{counted->kind.numerator, counted->kind.denominator, counted->kind.scope,  counted->span.from,
                    counted->span.until,     counted->numerator,        counted->denominator, counted->value};
}

std::optional<PreviousRow> previous_row(const std::optional<PreviousFigure>& previous) {
  if (!previous) return std::nullopt;
  const Figure& figure = previous->figure;
  return PreviousRow{previous->period, previous->kind, figure.value, figure.numerator, figure.denominator};
}

RestatementRow restatement_row(const FigureRestatement& each, bool readable) {
  RestatementRow row;
  row.before = each.before;
  row.after = each.after;
  row.missing_before = each.missing_before;
  row.missing = each.missing;
  row.reason = readable && each.text ? each.text->reason : std::nullopt;
  row.document = each.document;
  row.state = each.state;
  row.time = each.time;
  row.by = {each.actor, each.agency};
  row.sequence = each.sequence;
  if (each.before.value && each.after.value) row.difference = minus(*each.after.value, *each.before.value);
  return row;
}

std::vector<FigureRow> figure_rows(const World& world, const SubmissionState& state, bool readable) {
  std::vector<FigureRow> rows;
  for (const SubmittedFigure& figure : state.figures)
    if (readable || is_approved(figure)) rows.push_back(figure_row(world, state, figure, readable));
  return rows;
}

namespace {

// Its reason is read as the submission's words are.
StatedMissingRow missing_row(const ViewContext& context, const projections::StatedMissing& missing) {
  StatedMissingRow row{missing.period, missing.kind, missing.agency, std::nullopt};
  const SubmissionState* state = context.views.world.submissions.find(missing.submission.value);
  const SubmittedFigure* figure = state ? find_figure(*state, missing.kind) : nullptr;
  const bool readable = context.sight.may_read({Aggregate::kSubmission, missing.submission.value});
  if (readable && figure && figure->text) row.reason = figure->text->reason;
  return row;
}

std::optional<CoverageRow> coverage_row(const ViewContext& context, const projections::CombinedFigure& figure) {
  if (!projections::is_added(figure)) return std::nullopt;
  return CoverageRow{figure.due, figure.reported, figure.missing, context.thresholds.indicators.coverage_percent};
}

AssessmentRow assessment_row(const ViewContext& context, const projections::Assessment& assessment) {
  AssessmentRow row{assessment.result, {}};
  row.inputs.status_date = assessment.status_date;
  row.inputs.target = assessment.target;
  row.inputs.baseline = assessment.baseline;
  row.inputs.expected = assessment.expected;
  row.inputs.reason = assessment.reason;
  if (assessment.missing) row.inputs.stated_missing = missing_row(context, *assessment.missing);
  if (!assessment.figure) return row;
  const projections::CombinedFigure& figure = *assessment.figure;
  row.inputs.period = figure.period;
  row.inputs.kind = figure.kind;
  row.inputs.value = figure.figure.value;
  row.inputs.stage = figure.stage;
  row.inputs.restatement_waiting = figure.waiting;
  row.inputs.speaker = figure.speaker;
  row.inputs.coverage = coverage_row(context, figure);
  return row;
}

LatestRow latest_row(const projections::CombinedFigure& latest, const Indicator& bearer, const Indicator& row) {
  const Figure& figure = latest.figure;
  return LatestRow{latest.period,      latest.kind,
                   figure.value,       figure.numerator,
                   figure.denominator, latest.unit,
                   latest.stage,       latest.restated,
                   latest.waiting,     latest.speaker,
                   latest.due,         latest.reported,
                   latest.missing,     bearer.id == row.id ? std::nullopt : std::optional(bearer.id),
                   latest.published_by};
}

}  // namespace

std::vector<BaselineRow> baseline_rows(const World& world, const Indicator& row, const std::vector<Baseline>& baselines,
                                       Date date) {
  std::vector<BaselineRow> rows;
  for (const Baseline& each : baselines)
    rows.push_back(
        {each.agency, each.year, each.value, each.document, each.sequence, baseline_findings(world, row, each, date)});
  return rows;
}

StandingRows standing_rows(const ViewContext& context, const Indicator& row) {
  const World& world = context.views.world;
  const Date date = context.status_date;
  const Indicator& bearer = projections::bearer_of(world, row, date);
  const projections::NewestFigures newest = projections::newest_figures(world, bearer, date, kTrendPeriods);
  StandingRows rows;
  if (newest.latest) rows.latest = latest_row(*newest.latest, bearer, row);
  rows.assessment =
      assessment_row(context, projections::assess(world, row, date, newest, context.thresholds.indicators));
  for (const projections::CombinedFigure& each : newest.trend)
    rows.trend.push_back({each.period, each.kind, *each.figure.value});
  return rows;
}

CompletenessRow completeness_row(const World& world, const Indicator& row, Date date) {
  const projections::Completeness found = projections::completeness_on(world, row, date);
  return {found.period, found.due, found.entered, found.approved, found.verified};
}

namespace {

PublicationRecordRow record_row(const PublicationRecord& record, bool standing, bool readable) {
  PublicationRecordRow row{record.period,
                           record.document,
                           record.published_on,
                           record.address,
                           record.value,
                           reason_of(record.text, readable),
                           standing,
                           std::nullopt,
                           record.time,
                           {record.actor, record.by},
                           record.sequence};
  if (const auto& end = record.taken_back)
    row.taken_back =
        PublicationTakenBackRow{reason_of(end->text, readable), end->time, {end->actor, end->by}, end->sequence};
  return row;
}

}  // namespace

std::optional<PublicationStandingRow> publication_standing_row(const World& world, const Indicator& row, Date date) {
  const Indicator& bearer = projections::bearer_of(world, row, date);
  const auto standing = projections::standing_of(projections::publications_on(world, bearer, date));
  if (!standing) return std::nullopt;
  return PublicationStandingRow{standing->period, standing->state, standing->due, standing->overdue, standing->waiting};
}

std::vector<PeriodPublicationRow> publication_rows(const World& world, const Indicator& bearer, Date date,
                                                   bool readable) {
  std::vector<PeriodPublicationRow> rows;
  for (const projections::PeriodPublication& each : projections::publications_on(world, bearer, date)) {
    PeriodPublicationRow row{each.period,  each.due,    each.state,   each.publishers,
                             std::nullopt, each.figure, each.differs, each.without_figure};
    if (each.record) row.record = record_row(*each.record, true, readable);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<PublicationRecordRow> publication_record_rows(const World& world, const Indicator& bearer, bool readable) {
  std::vector<PublicationRecordRow> rows;
  const IndicatorBook* book = book_of(world, bearer.id);
  if (!book) return rows;
  for (const PublicationRecord& each : book->publications)
    rows.push_back(record_row(each, standing_publication(*book, each.period) == &each, readable));
  return rows;
}

namespace {

OfficialFigureRow official_row(const OfficialFigure& said, bool standing, bool readable) {
  return {said.agency,
          said.period,
          said.figure.value,
          said.figure.numerator,
          said.figure.denominator,
          said.document,
          reason_of(said.text, readable),
          standing,
          said.time,
          {said.actor, said.by},
          said.sequence};
}

}  // namespace

std::vector<ComparisonRow> comparison_rows(const World& world, const Indicator& bearer, bool readable) {
  std::vector<ComparisonRow> rows;
  for (const projections::ComparedFigures& each : projections::compared_figures(world, bearer)) {
    ComparisonRow row{each.period,  each.agency,     each.estimate,
                      each.actual,  each.official,   std::nullopt,
                      each.against, each.difference, projections::differs(each)};
    if (each.statistics) row.statistics = official_row(*each.statistics, true, readable);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<OfficialFigureRow> official_figure_rows(const World& world, const Indicator& bearer, bool readable) {
  std::vector<OfficialFigureRow> rows;
  const IndicatorBook* book = book_of(world, bearer.id);
  if (!book) return rows;
  for (const OfficialFigure& each : book->official_figures)
    rows.push_back(official_row(each, standing_official(*book, each.agency, each.period) == &each, readable));
  return rows;
}

}  // namespace luuvet::api

// What is shown of an indicator beside its row, and of its figures: shapes of openapi.yaml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/views/view_codec.h"
#include "domain/figures/computed_figure.h"
#include "projections/indicators/indicator_assessment.h"
#include "projections/indicators/indicator_publication.h"
#include "projections/indicators/statistics_figure.h"

namespace luuvet::api {

struct ByRow {
  ActorId actor;
  AgencyId agency;
};
BOOST_DESCRIBE_STRUCT(ByRow, (), (actor, agency))

struct TargetSetRow {
  std::optional<AgencyId> agency;
  std::vector<Target> targets;
  std::optional<Date> valid_from;
  std::optional<DocumentRef> document;
  std::optional<std::string> reason;
  bool in_force = false;
  Sequence sequence = 0;
  std::optional<Instant> time;
  std::optional<ByRow> by;
};
BOOST_DESCRIBE_STRUCT(TargetSetRow, (), (agency, targets, valid_from, document, reason, in_force, sequence, time, by))

struct PreviousRow {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
};
BOOST_DESCRIBE_STRUCT(PreviousRow, (), (period, kind, value, numerator, denominator))

struct RestatementRow {
  Figure before;
  Figure after;
  bool missing_before = false;
  bool missing = false;  // the figure was corrected to be missing
  std::optional<Decimal> difference;
  std::optional<std::string> reason;
  std::optional<DocumentRef> document;
  RestatementState state = RestatementState::kWaiting;
  Instant time;
  ByRow by;
  Sequence sequence = 0;
};
BOOST_DESCRIBE_STRUCT(RestatementRow, (),
                      (before, after, missing_before, missing, difference, reason, document, state, time, by, sequence))

struct FigureRow {
  FigureKind kind = FigureKind::kActual;
  FigureStage stage = FigureStage::kDraft;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  bool missing = false;
  std::optional<std::string> reason;
  std::optional<std::string> source;
  std::optional<DocumentId> evidence;
  std::optional<std::string> comment;
  bool returned = false;
  std::optional<std::string> return_reason;
  std::optional<AgencyId> verified_by;
  std::optional<std::string> verified_note;
  std::vector<RestatementRow> restatements;
  std::vector<Finding> findings;
  bool copied = false;  // equals the figure before
  bool round = false;   // a whole multiple of ten
  ByRow entered_by;
  Instant entered_at;
  Sequence sequence = 0;
};
BOOST_DESCRIBE_STRUCT(FigureRow, (),
                      (kind, stage, value, numerator, denominator, missing, reason, source, evidence, comment, returned,
                       return_reason, verified_by, verified_note, restatements, findings, copied, round, entered_by,
                       entered_at, sequence))

struct LatestRow {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  std::optional<std::string> unit;
  FigureStage stage = FigureStage::kApproved;
  bool restated = false;
  bool restatement_waiting = false;
  std::optional<AgencyId> speaker;
  std::int64_t due = 0;
  std::int64_t reported = 0;
  std::int64_t missing = 0;
  std::optional<IndicatorId> shared_from;
  std::optional<AgencyId> published_by;
};
BOOST_DESCRIBE_STRUCT(LatestRow, (),
                      (period, kind, value, numerator, denominator, unit, stage, restated, restatement_waiting, speaker,
                       due, reported, missing, shared_from, published_by))

struct TrendRow {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  Decimal value;
};
BOOST_DESCRIBE_STRUCT(TrendRow, (), (period, kind, value))
inline constexpr std::size_t kTrendPeriods = 8;

// Số liệu đầu kỳ, and what the checks say of it today.
struct BaselineRow {
  std::optional<AgencyId> agency;
  std::int64_t year = 0;
  Decimal value;
  std::optional<DocumentRef> document;
  Sequence sequence = 0;
  std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(BaselineRow, (), (agency, year, value, document, sequence, findings))

// How much of the whole a figure is that is added up.
struct CoverageRow {
  std::int64_t due = 0;
  std::int64_t reported = 0;
  std::int64_t missing = 0;  // agencies that say that there is none
  std::int64_t needed_percent = 0;
};
BOOST_DESCRIBE_STRUCT(CoverageRow, (), (due, reported, missing, needed_percent))

struct StatedMissingRow {
  std::string period;
  FigureKind kind = FigureKind::kActual;
  AgencyId agency;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(StatedMissingRow, (), (period, kind, agency, reason))

struct AssessmentInputs {
  Date status_date;
  std::optional<Target> target;
  std::optional<std::string> period;
  std::optional<FigureKind> kind;
  std::optional<Decimal> value;
  std::optional<FigureStage> stage;
  bool restatement_waiting = false;
  std::optional<AgencyId> speaker;
  std::optional<CoverageRow> coverage;
  std::optional<StatedMissingRow> stated_missing;
  std::optional<Baseline> baseline;
  std::optional<Decimal> expected;
  std::optional<projections::AssessmentReason> reason;
};
BOOST_DESCRIBE_STRUCT(AssessmentInputs, (),
                      (status_date, target, period, kind, value, stage, restatement_waiting, speaker, coverage,
                       stated_missing, baseline, expected, reason))

struct AssessmentRow {
  projections::AssessmentResult result = projections::AssessmentResult::kNoData;
  AssessmentInputs inputs;
};
BOOST_DESCRIBE_STRUCT(AssessmentRow, (), (result, inputs))

struct CompletenessRow {
  std::string period;
  std::int64_t due = 0;
  std::int64_t entered = 0;
  std::int64_t approved = 0;
  std::int64_t verified = 0;
};
BOOST_DESCRIBE_STRUCT(CompletenessRow, (), (period, due, entered, approved, verified))

struct PublicationStandingRow {
  std::string period;
  projections::PublicationState state = projections::PublicationState::kWaiting;
  std::optional<Date> due;
  std::int64_t overdue = 0;
  std::int64_t waiting = 0;
};
BOOST_DESCRIBE_STRUCT(PublicationStandingRow, (), (period, state, due, overdue, waiting))

struct PublicationTakenBackRow {
  std::optional<std::string> reason;
  Instant time;
  ByRow by;
  Sequence sequence = 0;
};
BOOST_DESCRIBE_STRUCT(PublicationTakenBackRow, (), (reason, time, by, sequence))

// `standing`: neither replaced nor taken back.
struct PublicationRecordRow {
  std::string period;
  DocumentRef document;
  Date published_on;
  std::optional<std::string> address;
  std::optional<Decimal> value;
  std::optional<std::string> reason;
  bool standing = false;
  std::optional<PublicationTakenBackRow> taken_back;
  Instant time;
  ByRow by;
  Sequence sequence = 0;
};
BOOST_DESCRIBE_STRUCT(PublicationRecordRow, (),
                      (period, document, published_on, address, value, reason, standing, taken_back, time, by,
                       sequence))

struct PeriodPublicationRow {
  std::string period;
  std::optional<Date> due;
  projections::PublicationState state = projections::PublicationState::kWaiting;
  std::vector<AgencyId> publishers;
  std::optional<PublicationRecordRow> record;
  std::optional<Decimal> figure;
  bool differs = false;
  bool without_figure = false;
};
BOOST_DESCRIBE_STRUCT(PeriodPublicationRow, (),
                      (period, due, state, publishers, record, figure, differs, without_figure))

// What statistics says. `standing`: neither replaced nor withdrawn; without a value it withdraws what stood.
struct OfficialFigureRow {
  std::optional<AgencyId> agency;
  std::string period;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  DocumentRef document;
  std::optional<std::string> reason;
  bool standing = false;
  Instant time;
  ByRow by;
  Sequence sequence = 0;
};
BOOST_DESCRIBE_STRUCT(OfficialFigureRow, (),
                      (agency, period, value, numerator, denominator, document, reason, standing, time, by, sequence))

struct ComparisonRow {
  std::string period;
  std::optional<AgencyId> agency;
  std::optional<Figure> estimate;
  std::optional<Figure> actual;
  std::optional<Figure> official;
  std::optional<OfficialFigureRow> statistics;
  std::optional<FigureKind> against;
  std::optional<Decimal> difference;
  bool differs = false;
};
BOOST_DESCRIBE_STRUCT(ComparisonRow, (),
                      (period, agency, estimate, actual, official, statistics, against, difference, differs))

// What is counted for a figure, with what is counted.
struct CountedRow {
  MissionFact numerator_fact = MissionFact::kOrdered;
  std::optional<MissionFact> denominator_fact;
  MissionScope scope = MissionScope::kProvince;
  std::optional<Date> from;
  Date until;
  std::int64_t numerator = 0;
  std::optional<std::int64_t> denominator;
  std::optional<Decimal> value;
};
BOOST_DESCRIBE_STRUCT(CountedRow, (),
                      (numerator_fact, denominator_fact, scope, from, until, numerator, denominator, value))

std::optional<CountedRow> counted_row(const std::optional<MissionsCounted>& counted);
std::optional<PreviousRow> previous_row(const std::optional<PreviousFigure>& previous);
RestatementRow restatement_row(const FigureRestatement& restatement, bool readable);

// Those of the figures that the reader may know: what is not approved only where it is `readable`.
std::vector<FigureRow> figure_rows(const World& world, const SubmissionState& state, bool readable);

std::vector<BaselineRow> baseline_rows(const World& world, const Indicator& row, const std::vector<Baseline>& baselines,
                                       Date date);

// How an indicator stands on a day, whose figures are its own or its twin's.
struct StandingRows {
  std::optional<LatestRow> latest;
  AssessmentRow assessment;
  std::vector<TrendRow> trend;
};
StandingRows standing_rows(const ViewContext& context, const Indicator& row);
CompletenessRow completeness_row(const World& world, const Indicator& row, Date date);

std::optional<PublicationStandingRow> publication_standing_row(const World& world, const Indicator& row, Date date);
// Of the row on which the figures stand; reasons only where they are `readable`.
std::vector<PeriodPublicationRow> publication_rows(const World& world, const Indicator& bearer, Date date,
                                                   bool readable);
// All that was recorded, oldest first.
std::vector<PublicationRecordRow> publication_record_rows(const World& world, const Indicator& bearer, bool readable);

// As compared_figures, of the row on which the figures stand; reasons only where they are `readable`.
std::vector<ComparisonRow> comparison_rows(const World& world, const Indicator& bearer, bool readable);
// All that statistics said, oldest first.
std::vector<OfficialFigureRow> official_figure_rows(const World& world, const Indicator& bearer, bool readable);

}  // namespace luuvet::api

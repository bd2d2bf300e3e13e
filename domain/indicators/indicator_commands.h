// The commands on an indicator's definition, targets, baseline, breaks, checks and publications: see domain/commands.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/indicators/indicator.h"

namespace luuvet {

// A whole new version.
struct DefineIndicator {
  Date valid_from;
  DocumentRef document;
  std::optional<std::string> unit;
  IndicatorDirection direction = IndicatorDirection::kHigher;
  std::optional<std::string> formula;
  std::optional<std::string> numerator;
  std::optional<std::string> denominator;
  Counting counting = Counting::kUnclear;
  std::optional<std::string> data_source;
  IndicatorTier tier = IndicatorTier::kUnclear;
  std::optional<std::vector<AgencyId>> implementing_agencies;
  std::optional<std::vector<AgencyId>> tracking_agencies;
  std::optional<std::vector<AgencyId>> submitters;
  std::optional<AgencyId> verifier;
  Frequency frequency = Frequency::kYear;
  Combining combine = Combining::kSingle;
  std::optional<ComputedFrom> computed_from;
  std::optional<PublicationDuty> publication;
};
BOOST_DESCRIBE_STRUCT(DefineIndicator, (),
                      (valid_from, document, unit, direction, formula, numerator, denominator, counting, data_source,
                       tier, implementing_agencies, tracking_agencies, submitters, verifier, frequency, combine,
                       computed_from, publication))

struct TargetPartInput {
  std::string text;
  Comparator comparator = Comparator::kText;
  std::optional<TargetValue> value;
  std::optional<std::string> unit;
};
BOOST_DESCRIBE_STRUCT(TargetPartInput, (), (text, comparator, value, unit))

struct TargetInput {
  std::int64_t year = 0;
  std::string text;
  Comparator comparator = Comparator::kText;
  std::optional<TargetValue> value;
  std::optional<std::string> unit;
  std::optional<std::vector<TargetPartInput>> parts;
};
BOOST_DESCRIBE_STRUCT(TargetInput, (), (year, text, comparator, value, unit, parts))

struct SetIndicatorTargets {
  std::optional<AgencyId> agency;  // none: of the whole
  std::vector<TargetInput> targets;
  Date valid_from;
  DocumentRef document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(SetIndicatorTargets, (), (agency, targets, valid_from, document, reason))

// Shares of many agencies, or targets of wholes: SetIndicatorTargets on each item, of one document and from one day.
// `subject` = "indicator/<id>".
struct SetIndicatorTargetsItem {
  std::string subject;
  Sequence based_on = 0;
  std::optional<AgencyId> agency;
  std::vector<TargetInput> targets;
};
BOOST_DESCRIBE_STRUCT(SetIndicatorTargetsItem, (), (subject, based_on, agency, targets))
struct SetIndicatorTargetsMany {
  Date valid_from;
  DocumentRef document;
  std::optional<std::string> reason;
  std::vector<SetIndicatorTargetsItem> items;
};
BOOST_DESCRIBE_STRUCT(SetIndicatorTargetsMany, (), (valid_from, document, reason, items))

SetIndicatorTargets body_of(const SetIndicatorTargetsMany& act, const SetIndicatorTargetsItem& item);

// DefineIndicator on each indicator named, with the whole new version; `subject` = "indicator/<id>".
struct DefineIndicatorsItem {
  std::string subject;
  Sequence based_on = 0;
  DefineIndicator definition;
};
BOOST_DESCRIBE_STRUCT(DefineIndicatorsItem, (), (subject, based_on, definition))
struct DefineIndicators {
  std::vector<DefineIndicatorsItem> items;
};
BOOST_DESCRIBE_STRUCT(DefineIndicators, (), (items))

const DefineIndicator& body_of(const DefineIndicatorsItem& item);

struct EnterIndicatorBaseline {
  std::optional<AgencyId> agency;
  std::int64_t year = 0;
  Decimal value;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(EnterIndicatorBaseline, (), (agency, year, value, document))

// EnterIndicatorBaseline on each indicator named; `subject` = "indicator/<id>".
struct EnterIndicatorBaselineItem {
  std::string subject;
  Sequence based_on = 0;
  std::optional<AgencyId> agency;
  std::int64_t year = 0;
  Decimal value;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(EnterIndicatorBaselineItem, (), (subject, based_on, agency, year, value, document))
struct EnterIndicatorBaselines {
  std::vector<EnterIndicatorBaselineItem> items;
};
BOOST_DESCRIBE_STRUCT(EnterIndicatorBaselines, (), (items))

EnterIndicatorBaseline body_of(const EnterIndicatorBaselineItem& item);

struct MarkIndicatorBreak {
  std::int64_t from = 0;
  std::string text;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(MarkIndicatorBreak, (), (from, text, document))

struct CheckInput {
  CheckKind kind = CheckKind::kRange;
  Importance importance = Importance::kWarning;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  std::optional<std::vector<IndicatorId>> parts;
  std::optional<Decimal> factor;
};
BOOST_DESCRIBE_STRUCT(CheckInput, (), (kind, importance, low, high, parts, factor))

// A break that a plan prints: a line of the seeds.
struct SeriesBreakRow {
  IndicatorId id;
  ProgrammeId programme;
  std::int64_t from = 0;
  std::string text;
  DocumentRef document;
  bool operator==(const SeriesBreakRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(SeriesBreakRow, (), (id, programme, from, text, document))

// Of no checks: the usual ones hold again.
struct SetIndicatorChecks {
  std::vector<CheckInput> checks;
};
BOOST_DESCRIBE_STRUCT(SetIndicatorChecks, (), (checks))

// That the result of a period was published; replaces what stands recorded of it.
struct RecordPublication {
  std::string period;
  DocumentRef document;
  Date published_on;
  std::optional<std::string> address;
  std::optional<Decimal> value;
  std::optional<std::string> reason;  // needed where it replaces
};
BOOST_DESCRIBE_STRUCT(RecordPublication, (), (period, document, published_on, address, value, reason))

struct TakeBackPublication {
  std::string period;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TakeBackPublication, (), (period, reason))

// The figure of statistics: a value, or numerator and denominator, or that what stands is withdrawn.
struct SetOfficialFigure {
  std::string period;
  std::optional<AgencyId> agency;  // none: of the whole
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  std::optional<bool> withdrawn;
  DocumentRef document;
  std::optional<std::string> reason;  // needed where another one stands
};
BOOST_DESCRIBE_STRUCT(SetOfficialFigure, (),
                      (period, agency, value, numerator, denominator, withdrawn, document, reason))

// An indicator that no plan prints, by a document.
struct RegisterIndicator {
  ProgrammeId programme;
  std::optional<IndicatorId> parent;
  std::string name;
  std::optional<std::string> unit;
  IndicatorDirection direction = IndicatorDirection::kHigher;
  std::optional<std::vector<AgencyId>> tracking_agencies;
  std::optional<std::vector<AgencyId>> implementing_agencies;
  std::optional<std::vector<TargetInput>> targets;
  std::optional<MemberId> member;
  std::optional<std::string> note;
  DocumentId document;
};
BOOST_DESCRIBE_STRUCT(RegisterIndicator, (),
                      (programme, parent, name, unit, direction, tracking_agencies, implementing_agencies, targets,
                       member, note, document))

}  // namespace luuvet

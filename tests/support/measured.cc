#include "tests/support/measured.h"

#include <utility>

#include "domain/figures/submission.h"
#include "domain/links/link_rows.h"

namespace luuvet::test {
namespace {

constexpr const char* kAgency = "so-tai-chinh";
const std::string kId = "i1.so-tai-chinh.2026";

std::string agency_of(const std::string& id) {
  return split(SubmissionId{id})->agency.value;
}

Fact on(const std::string& id, Event event, std::string agency = {}) {
  return {"submission/" + id, std::move(event), agency.empty() ? agency_of(id) : std::move(agency)};
}

}  // namespace

Decimal number(std::string_view text) {
  return *parse_decimal(text);
}

Target a_target(std::int64_t year, Comparator comparator, std::string_view value) {
  Target target;
  target.year = year;
  target.text = std::string(value);
  target.comparator = comparator;
  if (!value.empty()) target.value.low = number(value);
  return target;
}

Indicator an_indicator_row(std::string id) {
  Indicator row;
  row.id = {std::move(id)};
  row.programme = {"p1"};
  row.source = {{"p1"}, "I", std::nullopt, "1"};
  row.name = "Chỉ tiêu " + row.id.value;
  row.unit = "%";
  row.direction = "higher";
  row.targets = {a_target(2026, Comparator::kAtLeast, "70"), a_target(2030, Comparator::kAtLeast, "90")};
  row.tracking_agencies = agencies({"so-khcn"});
  row.implementing_agencies = agencies({kAgency});
  return row;
}

Fact an_indicator(const Indicator& row) {
  return {"indicator/" + row.id.value, Registered<Indicator>{row}};
}

IndicatorTerms terms(Combining combine, std::initializer_list<std::string_view> submitters, Frequency frequency) {
  IndicatorTerms terms;
  terms.valid_from = day("2026-01-01");
  terms.document = qd1();
  terms.unit = "%";
  terms.tracking_agencies = agencies({"so-khcn"});
  terms.submitters = agencies(submitters);
  terms.frequency = frequency;
  terms.combine = combine;
  return terms;
}

Fact defined(IndicatorTerms terms, std::string indicator) {
  return {"indicator/" + indicator, IndicatorDefined(std::move(terms)), "so-khcn"};
}

DefineIndicator a_definition() {
  DefineIndicator body;
  body.valid_from = day("2026-01-01");
  body.document = qd1();
  body.unit = "%";
  body.tracking_agencies = agencies({"so-khcn"});
  body.submitters = agencies({"cac-xa"});
  body.frequency = Frequency::kQuarter;
  body.combine = Combining::kRate;
  return body;
}

SetIndicatorTargets some_targets() {
  SetIndicatorTargets body;
  TargetInput target;
  target.year = 2026;
  target.text = "≥ 75";
  target.comparator = Comparator::kAtLeast;
  target.value = TargetValue{number("75"), std::nullopt};
  body.targets = {target};
  body.valid_from = day("2026-03-01");
  body.document = qd1();
  return body;
}

IndicatorTerms to_publish(IndicatorTerms terms) {
  terms.publication = PublicationDuty{AgencyId{"vp-tinh-uy"}, 15};
  return terms;
}

RecordPublication a_publication(std::string period, std::string_view on) {
  return {std::move(period), qd1(), day(on), "https://laocai.gov.vn/ket-qua", number("60"), std::nullopt};
}

Fact published(std::string period, std::string_view on, std::string_view value) {
  return {std::string(kIndicator),
          IndicatorPublicationRecorded{std::move(period), qd1(), day(on), std::nullopt, number(value), std::nullopt},
          "so-khcn"};
}

SetOfficialFigure an_official_figure(std::string period, std::string_view value) {
  SetOfficialFigure body;
  body.period = std::move(period);
  body.value = number(value);
  body.document = qd1();
  return body;
}

Fact officially(std::string period, std::string_view value, std::optional<AgencyId> agency) {
  IndicatorOfficialFigureSet event;
  event.agency = std::move(agency);
  event.period = std::move(period);
  event.value = number(value);
  event.document = qd1();
  return {std::string(kIndicator), event, "xa-c"};
}

RegisterIndicator a_new_indicator() {
  RegisterIndicator body;
  body.programme = {"p1"};
  body.name = "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)";
  body.direction = IndicatorDirection::kRank;
  body.tracking_agencies = agencies({"so-tai-chinh"});
  body.document = {"qd-1"};
  return body;
}

Fact indicator_twins(const std::string& a, const std::string& b, const std::string& bearing) {
  const LinkedPair pair = pair_of(LinkKind::kTwin, {"indicator/" + a, "indicator/" + b});
  std::vector<Binding> binding{{LinkField::kTargets, "indicator/" + bearing}};
  return {"link/" + link_id(pair).value, LinkLinked{pair.kind, pair.subjects, std::move(binding), qd1(), {}},
          "so-khcn"};
}

EnterSubmission a_figure(std::string_view value, FigureKind kind) {
  EnterSubmission body;
  body.kind = kind;
  body.value = number(value);
  return body;
}

EnterSubmission a_fraction(std::string_view numerator, std::string_view denominator) {
  EnterSubmission body;
  body.numerator = number(numerator);
  body.denominator = number(denominator);
  return body;
}

Fact entered(std::string id, std::string_view value, FigureKind kind) {
  SubmissionEntered event;
  event.kind = kind;
  event.value = number(value);
  event.open = FigureText{std::nullopt, "Báo cáo", std::nullopt};
  return on(id, std::move(event));
}

Fact entered_fraction(std::string id, std::string_view numerator, std::string_view denominator,
                      std::string_view value) {
  SubmissionEntered event;
  event.value = number(value);
  event.numerator = number(numerator);
  event.denominator = number(denominator);
  return on(id, std::move(event));
}

Fact approved(std::string id, FigureKind kind) {
  return on(id, SubmissionApproved{kind});
}

Fact verified(std::string id, FigureKind kind, std::string by) {
  return on(id, SubmissionVerified{kind, std::nullopt}, std::move(by));
}

std::vector<Fact> counted(std::string id, std::string_view value, FigureKind kind) {
  return {entered(id, value, kind), approved(id, kind)};
}

std::vector<Fact> an_indicator_to_measure() {
  return together(a_province(), std::vector{an_indicator(an_indicator_row("i1"))});
}
std::vector<Fact> a_drafted_figure() {
  return together(an_indicator_to_measure(), std::vector{entered(kId, "60")});
}
std::vector<Fact> a_submitted_figure() {
  return together(a_drafted_figure(), std::vector{on(kId, SubmissionSubmitted{FigureKind::kActual})});
}
std::vector<Fact> an_approved_figure() {
  return together(a_submitted_figure(), std::vector{approved(kId)});
}
std::vector<Fact> a_verified_figure() {
  return together(an_approved_figure(), std::vector{verified(kId)});
}

}  // namespace luuvet::test

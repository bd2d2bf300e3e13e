// What is said of an indicator beside its row (X01 to X05): its definition, targets, baseline, breaks and checks, by
// the standing agency of its programme or by statistics.
#include <algorithm>
#include <set>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/figures/figure.h"
#include "domain/figures/figure_body.h"
#include "domain/figures/figure_checks.h"
#include "domain/figures/submitting.h"
#include "domain/indicators/indicator_targets.h"
#include "domain/indicators/indicator_terms.h"
#include "domain/indicators/target_words.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"

namespace luuvet {
namespace {

using Bodies = BodyCheck::Bodies;

void check_year(BodyCheck& check, std::string_view pointer, std::int64_t year) {
  if (year < kTargetYearFirst || year > kTargetYearLast)
    check.fault(pointer, "Năm không hợp lệ.", "This is no year that is known here.");
}

// X77: another year is a slip of the pen.
void check_day(BodyCheck& check, Date valid_from) {
  constexpr std::int64_t kYearsAround = 10;
  const std::int64_t years = std::int64_t{civil_from_date(valid_from).year} - civil_from_date(check.today()).year;
  if (years < -kYearsAround || years > kYearsAround)
    check.fault("/valid_from", "Ngày có hiệu lực cách nay không quá 10 năm.",
                "The day from which it holds is within ten years of today.");
}

void check_optional(BodyCheck& check, std::string_view pointer, const std::optional<std::vector<AgencyId>>& list) {
  if (list) check.agencies(pointer, *list, Bodies::kAgenciesAndGroups);
}

void check_optional(BodyCheck& check, std::string_view pointer, const std::optional<AgencyId>& agency) {
  if (agency) check.agency(pointer, *agency, Bodies::kAgencies);
}

// Whose share of it is meant.
void check_unit(BodyCheck& check, const Indicator& row, const std::optional<AgencyId>& agency) {
  check_optional(check, "/agency", agency);
  const Programme* programme = check.world().programme_of({Aggregate::kIndicator, row.id.value});
  if (!agency || !programme || !check.world().is_agency(*agency)) return;
  if (!is_within(check.world(), programme->province, *agency))
    check.fault("/agency", "Cơ quan không thuộc tỉnh của kế hoạch.", "The agency is not of the plan's province.");
}

// --- definition ---

// X60: a share is of something else than itself, and what is counted is a number.
void check_computed(BodyCheck& check, const DefineIndicator& body) {
  if (!body.computed_from) return;
  const ComputedFrom& from = *body.computed_from;
  const bool words = body.direction == IndicatorDirection::kText || body.direction == IndicatorDirection::kDone;
  if (words)
    check.fault("/computed_from", "Chỉ tiêu không tính bằng số thì không tính từ nhiệm vụ KH&CN được.",
                "What is no number is not computed from missions.");
  if (from.denominator == from.numerator)
    check.fault("/computed_from/denominator", "Tử số và mẫu số phải khác nhau.", "Numerator and denominator differ.");
  if (body.combine == Combining::kRate && !from.denominator)
    check.fault("/computed_from/denominator", "Chỉ tiêu cộng tử số và mẫu số cần cả hai.",
                "Where numerators and denominators are added, both are needed.");
}

// X33
void check_publication(BodyCheck& check, const std::optional<PublicationDuty>& duty) {
  if (!duty) return;
  check_optional(check, "/publication/agency", duty->agency);
  if (duty->within_days < 1 || duty->within_days > kPublicationDaysMax)
    check.fault("/publication/within_days", "Thời hạn công bố từ 1 đến 366 ngày sau khi hết kỳ.",
                "A period's result is published within 1 to 366 days after its end.");
}

IndicatorTerms terms_of(const DefineIndicator& body) {
  IndicatorTerms terms;
  terms.valid_from = body.valid_from;
  terms.document = body.document;
  terms.unit = body.unit;
  terms.direction = body.direction;
  terms.formula = body.formula;
  terms.numerator = body.numerator;
  terms.denominator = body.denominator;
  terms.counting = body.counting;
  terms.data_source = body.data_source;
  terms.tier = body.tier;
  terms.implementing_agencies = body.implementing_agencies.value_or(std::vector<AgencyId>{});
  terms.tracking_agencies = body.tracking_agencies.value_or(std::vector<AgencyId>{});
  terms.submitters = body.submitters.value_or(std::vector<AgencyId>{});
  terms.verifier = body.verifier;
  terms.frequency = body.frequency;
  terms.combine = body.combine;
  terms.computed_from = body.computed_from;
  terms.publication = body.publication;
  return terms;
}

// X78: whoever alone submits would verify nothing, for nobody verifies its own.
void check_verifier(BodyCheck& check, const DefineIndicator& body) {
  if (!body.verifier) return;
  const IndicatorTerms terms = terms_of(body);
  const std::vector<AgencyId> submitters = submitters_of(check.world(), terms);
  if (submitters.size() == 1 && submitters == verifiers_of(check.world(), terms))
    check.fault("/verifier", "Cơ quan thẩm định là cơ quan duy nhất nhập số liệu; không cơ quan nào tự thẩm định.",
                "The verifier is the only one that submits: nobody verifies its own.");
}

void check_body(BodyCheck& check, const Indicator&, const DefineIndicator& body) {
  check_day(check, body.valid_from);
  check.document("/document", body.document);
  check.text("/unit", body.unit);
  check.text("/formula", body.formula);
  check.text("/numerator", body.numerator);
  check.text("/denominator", body.denominator);
  check.text("/data_source", body.data_source);
  check_optional(check, "/implementing_agencies", body.implementing_agencies);
  check_optional(check, "/tracking_agencies", body.tracking_agencies);
  check_optional(check, "/submitters", body.submitters);
  check_optional(check, "/verifier", body.verifier);
  check_verifier(check, body);
  const bool words = body.direction == IndicatorDirection::kText || body.direction == IndicatorDirection::kDone;
  if (words && (body.combine == Combining::kSum || body.combine == Combining::kRate))
    check.fault("/combine", "Chỉ tiêu không tính bằng số thì không cộng được.", "What is no number is not added.");
  check_computed(check, body);
  check_publication(check, body.publication);
}

Rejection too_many(std::string_view rule) {
  return rule_broken(rule, "Chỉ tiêu này đã có quá nhiều lần điều chỉnh.",
                     "This indicator has been changed too often.");
}

Result<Event> outcome(const Scene& scene, const Indicator& row, const IndicatorBook& book,
                      const DefineIndicator& body) {
  if (book.definitions.size() >= kVersionsMax) return too_many("X92");
  if (const auto twin = body.publication ? figures_from(scene.world, row, body.valid_from) : std::nullopt)
    return rule_broken("X39", "Chỉ tiêu này dùng chung số liệu; xin đặt việc công bố ở chỉ tiêu " + twin->value + ".",
                       "This indicator shares its figures; set the duty to publish at " + twin->value + ".");
  IndicatorTerms terms = terms_of(body);
  if (definition_on(scene.world, row, body.valid_from).terms == terms) return changes_nothing("X02");
  return Event{std::move(terms)};
}

// --- targets ---

bool fits_value(Comparator comparator, const std::optional<TargetValue>& value) {
  const bool low = value && value->low;
  const bool high = value && value->high;
  switch (comparator) {
    case Comparator::kText:
      return !low;
    case Comparator::kDone:
      return !high;
    case Comparator::kRange:
      return low && high && compare(*value->low, *value->high) <= 0;
    default:
      return low && !high;
  }
}

void check_value(BodyCheck& check, const std::string& pointer, Comparator comparator,
                 const std::optional<TargetValue>& value) {
  if (!fits_value(comparator, value))
    check.fault(pointer + "/value", "Giá trị không hợp với phép so sánh: một số, khoảng [từ, đến], hoặc để trống.",
                "The value does not fit the comparator: a number, a range [low, high], or none.");
}

// X76: the words say nothing else than the number beside them.
void check_words(BodyCheck& check, const std::string& pointer, const TargetInput& target) {
  if (contradicts(target.text, target.comparator, target.value.value_or(TargetValue{})))
    check.fault(pointer + "/text",
                "Lời văn của mục tiêu (\"" + target.text + "\") khác phép so sánh hoặc giá trị đã nhập.",
                "The words of the target (\"" + target.text + "\") say another comparator or value than was entered.");
}

void check_target(BodyCheck& check, const std::string& pointer, const TargetInput& target) {
  check_year(check, pointer + "/year", target.year);
  check.text(pointer + "/text", target.text);
  check.text(pointer + "/unit", target.unit);
  check_value(check, pointer, target.comparator, target.value);
  if (!target.parts || target.parts->empty()) check_words(check, pointer, target);
  if (!target.parts) return;
  check.size(pointer + "/parts", target.parts->size(), kTargetPartsMax);
  for (std::size_t i = 0; i < std::min(target.parts->size(), kTargetPartsMax); ++i) {
    const TargetPartInput& part = (*target.parts)[i];
    const std::string place = at(pointer + "/parts", i);
    check.text(place + "/text", part.text);
    check.text(place + "/unit", part.unit);
    check_value(check, place, part.comparator, part.value);
  }
}

void check_body(BodyCheck& check, const Indicator& row, const SetIndicatorTargets& body) {
  check_unit(check, row, body.agency);
  check_day(check, body.valid_from);
  check.document("/document", body.document);
  check.text("/reason", body.reason);
  if (body.targets.empty()) check.fault("/targets", "Cần ít nhất một mục tiêu.", "At least one target is needed.");
  check_targets(check, body.targets);
}

Target target_of(const TargetInput& input) {
  Target target{input.year, input.text, input.comparator, input.value.value_or(TargetValue{}), input.unit, {}};
  if (input.parts)
    for (const TargetPartInput& part : *input.parts)
      target.parts.push_back({part.text, part.comparator, part.value.value_or(TargetValue{}), part.unit});
  return target;
}

// X90: a share is given to who submits on its first day.
std::optional<Rejection> share_fault(const World& world, const Indicator& row, const SetIndicatorTargets& body) {
  if (!body.agency) return std::nullopt;
  const std::vector<AgencyId> submitters = submitters_of(world, definition_on(world, row, body.valid_from).terms);
  if (std::find(submitters.begin(), submitters.end(), *body.agency) != submitters.end()) return std::nullopt;
  const std::string name = names_of_some(world, {*body.agency}), others = names_of_some(world, submitters);
  Rejection rejection = rule_broken(
      "X90",
      submitters.empty() ? name + " không nhập số liệu chỉ tiêu này nên không giao được; chưa cơ quan nào nhập."
                         : name + " không nhập số liệu chỉ tiêu này nên không giao được. Cơ quan nhập: " + others + ".",
      submitters.empty()
          ? name + " does not submit for this indicator and has no share of it; nobody submits yet."
          : name + " does not submit for this indicator and has no share of it; these do: " + others + ".");
  rejection.errors.push_back({"/agency", rejection.detail});
  return rejection;
}

bool too_often(const IndicatorBook& book, const std::optional<AgencyId>& agency) {
  const auto sets = std::count_if(book.target_sets.begin(), book.target_sets.end(),
                                  [&](const TargetSet& each) { return each.agency == agency; });
  return static_cast<std::size_t>(sets) >= kVersionsMax;
}

Result<Event> outcome(const Scene& scene, const Indicator& row, const IndicatorBook& book,
                      const SetIndicatorTargets& body) {
  if (too_often(book, body.agency)) return too_many("X92");
  if (auto rejection = share_fault(scene.world, row, body)) return *std::move(rejection);
  std::vector<Target> targets = targets_of(body.targets);
  if (targets_on(scene.world, row, body.agency, body.valid_from) == targets) return changes_nothing("X04");
  return Event{
      IndicatorTargetsSet{body.agency, std::move(targets), body.valid_from, body.document, reason_words(body.reason)}};
}

// --- baseline, break, checks ---

void check_body(BodyCheck& check, const Indicator& row, const EnterIndicatorBaseline& body) {
  check_unit(check, row, body.agency);
  check_year(check, "/year", body.year);
  if (body.year > civil_from_date(check.today()).year)
    check.fault("/year", "Số liệu đầu kỳ là của một năm đã có.", "A baseline is of a year that has come.");
  check.document("/document", body.document);
  check_number(check, "/value", body.value);
  const IndicatorDirection direction = definition_on(check.world(), row, check.today()).terms.direction;
  if (!takes(direction, body.value)) fault_of_direction(check, "/value", direction);
}

// X41: what is an error is refused.
std::optional<Rejection> baseline_fault(const Scene& scene, const Indicator& row, const EnterIndicatorBaseline& body) {
  const Baseline said{body.agency, body.year, body.value, body.document, 0};
  const std::vector<Finding> findings = baseline_findings(scene.world, row, said, scene.context.today);
  if (std::none_of(findings.begin(), findings.end(),
                   [](const Finding& each) { return each.importance == Importance::kError; }))
    return std::nullopt;
  Rejection rejection = rule_broken("X41", "Số liệu đầu kỳ không đạt quy tắc kiểm tra của chỉ tiêu.",
                                    "The baseline does not stand the indicator's checks.");
  rejection.errors.push_back({"/value", rejection.detail});
  return rejection;
}

Result<Event> outcome(const Scene& scene, const Indicator& row, const IndicatorBook& book,
                      const EnterIndicatorBaseline& body) {
  if (book.baselines.size() >= kVersionsMax * 4) return too_many("X05");
  const Baseline* stands = baseline_of(book, body.agency, body.year);
  if (stands && stands->value == body.value && stands->document == body.document) return changes_nothing("X14");
  if (auto rejection = baseline_fault(scene, row, body)) return *std::move(rejection);
  return Event{IndicatorBaselineEntered{body.agency, body.year, body.value, body.document}};
}

bool breaks_in(const IndicatorBook& book, std::int64_t year) {
  return std::any_of(book.breaks.begin(), book.breaks.end(),
                     [&](const SeriesBreak& each) { return each.from == year; });
}

void check_body(BodyCheck& check, const Indicator&, const MarkIndicatorBreak& body) {
  check_year(check, "/from", body.from);
  check.text("/text", body.text);
  check.document("/document", body.document);
}

Result<Event> outcome(const Scene&, const Indicator&, const IndicatorBook& book, const MarkIndicatorBreak& body) {
  if (book.breaks.size() >= kVersionsMax) return too_many("X05");
  if (breaks_in(book, body.from))
    return rule_broken("X05", "Năm này đã được đánh dấu thay đổi cách hiểu.",
                       "A break is marked in this year already.");
  return Event{IndicatorBreakMarked{body.from, body.text, body.document}};
}

void check_one(BodyCheck& check, const std::string& pointer, const Indicator& row, const CheckInput& input) {
  if (input.kind == CheckKind::kCounted)
    check.fault(pointer + "/kind", "Quy tắc này đi theo cách tính của chỉ tiêu, không đặt riêng.",
                "This check comes with what the indicator is computed from; it is not set.");
  const bool bounds = input.low || input.high;
  if (input.kind == CheckKind::kRange && !bounds)
    check.fault(pointer + "/low", "Cần giới hạn dưới hoặc trên.", "A lower or an upper bound is needed.");
  if (input.low && input.high && compare(*input.low, *input.high) > 0)
    check.fault(pointer + "/high", "Giới hạn trên nhỏ hơn giới hạn dưới.", "The upper bound is below the lower one.");
  if (input.factor && compare(*input.factor, {}) <= 0)
    check.fault(pointer + "/factor", "Hệ số phải lớn hơn 0.", "The factor is greater than 0.");
  if (input.factor && compare(*input.factor, Decimal{kCheckFactorMax, 0}) > 0)
    check.fault(pointer + "/factor", "Hệ số không vượt quá 1.000.", "The factor is at most 1,000.");
  const std::vector<IndicatorId> parts = input.parts.value_or(std::vector<IndicatorId>{});
  if (input.kind == CheckKind::kSumOfParts && parts.empty())
    check.fault(pointer + "/parts", "Cần các chỉ tiêu thành phần.", "The indicators that are added are needed.");
  check.size(pointer + "/parts", parts.size(), kCheckPartsMax);
  for (std::size_t i = 0; i < std::min(parts.size(), kCheckPartsMax); ++i)
    if (parts[i] == row.id || !check.world().indicators.find(parts[i].value))
      check.unknown(at(pointer + "/parts", i), parts[i].value);
}

void check_body(BodyCheck& check, const Indicator& row, const SetIndicatorChecks& body) {
  constexpr std::size_t kKindsMax = 6;
  check.size("/checks", body.checks.size(), kKindsMax);
  std::set<CheckKind> kinds;
  for (std::size_t i = 0; i < std::min(body.checks.size(), kKindsMax); ++i) {
    check.once(at("/checks", i) + "/kind", kinds, body.checks[i].kind);
    check_one(check, at("/checks", i), row, body.checks[i]);
  }
}

Result<Event> outcome(const Scene&, const Indicator&, const IndicatorBook& book, const SetIndicatorChecks& body) {
  IndicatorChecksSet event;
  for (const CheckInput& each : body.checks)
    event.checks.push_back({each.kind, each.importance, each.low, each.high,
                            each.parts.value_or(std::vector<IndicatorId>{}), each.factor});
  if (event.checks == book.checks) return changes_nothing("X05");
  return Event{std::move(event)};
}

// X58: of the year in which one is marked already nothing is added.
void check_row(BodyCheck& check, const SeriesBreakRow& row) {
  if (!check.world().indicators.find(row.id.value)) check.unknown("/id", row.id.value);
  check_body(check, Indicator{}, MarkIndicatorBreak{row.from, row.text, row.document});
}

// --- the way of all ---

bool of_its_province(const Scene& scene, const AgencyId& agency) {
  const Programme* programme = scene.world.programme_of(scene.command.target);
  return programme && is_within(scene.world, programme->province, agency);
}

Result<Capacity> capacity_for(const Scene& scene, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return (relation == Relation::kAny && of_its_province(scene, agency)) ||
           (relation == Relation::kStanding && stands_over(scene.world, scene.command.target, agency, each));
  });
  if (grant) return grant->capacity;
  return forbidden("X01", "Chỉ cơ quan thường trực của kế hoạch, hoặc cơ quan thống kê, đặt nội dung này của chỉ tiêu.",
                   "The standing agency of the plan sets this of an indicator, or statistics.");
}

}  // namespace

void check_targets(BodyCheck& check, const std::vector<TargetInput>& targets) {
  check.size("/targets", targets.size(), kTargetsMax);
  std::set<std::int64_t> years;
  for (std::size_t i = 0; i < std::min(targets.size(), kTargetsMax); ++i) {
    check.once(at("/targets", i) + "/year", years, targets[i].year);
    check_target(check, at("/targets", i), targets[i]);
  }
}

std::vector<Target> targets_of(const std::vector<TargetInput>& inputs) {
  std::vector<Target> targets;
  for (const TargetInput& each : inputs) targets.push_back(target_of(each));
  std::stable_sort(targets.begin(), targets.end(), [](const Target& a, const Target& b) { return a.year < b.year; });
  return targets;
}

template <IndicatorBody Body>
std::optional<Rejection> body_fault(const Scene& scene, const Body& body, std::string prefix) {
  const auto* state = scene.world.indicators.find(scene.command.target.id);
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context, std::move(prefix));
  check_body(check, state->content, body);
  return check.rejection();
}
template std::optional<Rejection> body_fault(const Scene&, const SetIndicatorTargets&, std::string);
template std::optional<Rejection> body_fault(const Scene&, const EnterIndicatorBaseline&, std::string);

template <IndicatorBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body) {
  static const IndicatorBook kNothing;
  const Subject& target = scene.command.target;
  const auto* state = target.aggregate == Aggregate::kIndicator ? scene.world.indicators.find(target.id) : nullptr;
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, state->content, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  Decision decision;
  decision.agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = capacity_for(scene, decision.agency);
  if (!capacity) return capacity.error();
  if (state->content.heading)
    return rule_broken("X01", "Đây là dòng tiêu đề, không phải chỉ tiêu.", "This is a heading, not an indicator.");
  const IndicatorBook* book = book_of(scene.world, state->content.id);
  Result<Event> event = outcome(scene, state->content, book ? *book : kNothing, body);
  if (!event) return std::move(event).error();
  decision.capacity = capacity.value();
  decision.resource = target;
  decision.events.push_back({target, programme_id_of(scene.world, target), std::nullopt, std::move(event).value()});
  return decision;
}
template Result<Decision> decide_one(const Scene&, const DefineIndicator&);
template Result<Decision> decide_one(const Scene&, const SetIndicatorTargets&);
template Result<Decision> decide_one(const Scene&, const EnterIndicatorBaseline&);
template Result<Decision> decide_one(const Scene&, const MarkIndicatorBreak&);
template Result<Decision> decide_one(const Scene&, const SetIndicatorChecks&);

Result<Decision> decide_one(const Scene& scene, const ImportRow<SeriesBreakRow>& body) {
  if (auto rejection = import_fault(scene.context)) return *std::move(rejection);
  const SeriesBreakRow& row = body.row;
  BodyCheck check(scene.world, scene.context);
  check_row(check, row);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  Decision made;
  made.agency = {std::string(kSystemActor)};
  made.resource = {Aggregate::kIndicator, row.id.value};
  const IndicatorBook* book = book_of(scene.world, row.id);
  if (!book || !breaks_in(*book, row.from))
    made.events.push_back(
        {made.resource, row.programme, std::nullopt, IndicatorBreakMarked{row.from, row.text, row.document}});
  return made;
}

}  // namespace luuvet

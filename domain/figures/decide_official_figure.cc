// Số liệu Thống kê công bố: the figure that statistics gives of a period (X82 to X85).
#include <algorithm>
#include <utility>

#include "domain/at_place.h"
#include "domain/decide_parts.h"
#include "domain/figures/figure_checks.h"
#include "domain/figures/official_figures.h"
#include "domain/figures/submission_check.h"
#include "domain/indicators/indicator_terms.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"

namespace luuvet {
namespace {

struct Saying {
  const Scene& scene;
  const Indicator& row;
  const IndicatorBook& book;
  const Programme* programme;  // null: the row's is not there
  DateRange days;
  IndicatorTerms terms;  // on the last day of the period
};

bool of_its_province(const Saying& at, const AgencyId& agency) {
  return at.programme && is_within(at.scene.world, at.programme->province, agency);
}

void check_body(BodyCheck& check, const Saying& at, const SetOfficialFigure& body) {
  check_official(check, at.terms, body);
  check.document("/document", body.document);
  check.text("/reason", body.reason);
  if (!body.agency) return;
  check.agency("/agency", *body.agency, BodyCheck::Bodies::kAgencies);
  if (at.scene.world.is_agency(*body.agency) && !of_its_province(at, *body.agency))
    check.fault("/agency", "Cơ quan không thuộc tỉnh của kế hoạch.", "The agency is not of the plan's province.");
}

Result<Capacity> capacity_for(const Saying& at, const AgencyId& agency) {
  if (auto rejection = acting_fault(at.scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(at.scene.acting, at.scene.command.body, [&](Relation relation, const Grant&) {
    return relation == Relation::kAny && of_its_province(at, agency);
  });
  if (grant) return grant->capacity;
  return forbidden("X82", "Chỉ cơ quan thống kê của tỉnh nhập số liệu chính thức.",
                   "Statistics of the province alone gives official figures.");
}

// X01, X82, X85: of which row and period.
std::optional<Rejection> place_fault(const Saying& at, const std::string& period) {
  if (at.row.heading)
    return rule_broken("X01", "Đây là dòng tiêu đề, không phải chỉ tiêu.", "This is a heading, not an indicator.");
  if (const auto twin = figures_from(at.scene.world, at.row, at.days.last))
    return rule_broken("X85", "Chỉ tiêu này dùng chung số liệu; xin nhập ở chỉ tiêu " + twin->value + ".",
                       "This indicator shares its figures; enter them at " + twin->value + ".");
  if (!fits(at.terms.frequency, period))
    return rule_broken("X82", "Kỳ này không đúng tần suất báo cáo của chỉ tiêu.",
                       "The period does not fit the indicator's frequency.");
  if (at.days.last >= at.scene.context.today)
    return rule_broken("X82", "Số liệu chính thức chỉ có sau khi kết thúc kỳ.",
                       "Official figures come after the end of the period.");
  return std::nullopt;
}

// X09: what breaks a check that is an error is refused of statistics too.
std::optional<Rejection> finding_fault(const Saying& at, const AgencyId& agency, const SetOfficialFigure& body,
                                       const Figure& figure) {
  const SubmissionParts parts{at.row.id, body.agency.value_or(agency), body.period};
  for (const Finding& each : findings_on(at.scene.world, at.row, parts, FigureKind::kOfficial, figure))
    if (each.importance == Importance::kError)
      return at_place(rule_broken("X09", "Số liệu không đạt quy tắc kiểm tra của chỉ tiêu.",
                                  "The figure does not stand the indicator's checks."),
                      "/value");
  return std::nullopt;
}

// X84: over what stands of the period.
std::optional<Rejection> replacing_fault(const Saying& at, const SetOfficialFigure& body, const Figure& figure) {
  const OfficialFigure* stands = standing_official(at.book, body.agency, body.period);
  if (!stands) {
    if (figure.value) return std::nullopt;
    return rule_broken("X84", "Kỳ này chưa có số liệu chính thức để rút.",
                       "There is no official figure of the period to withdraw.");
  }
  if (stands->figure == figure && stands->document == body.document) return changes_nothing("X14");
  if (body.reason && !body.reason->empty()) return std::nullopt;
  return at_place(rule_broken("X84", "Kỳ này đã có số liệu chính thức; sửa hoặc rút thì cần nêu lý do.",
                              "The period has an official figure; replacing or withdrawing it needs a reason."),
                  "/reason");
}

Result<Event> outcome(const Saying& at, const AgencyId& agency, const SetOfficialFigure& body) {
  if (at.book.official_figures.size() >= kOfficialFiguresMax)
    return rule_broken("X84", "Chỉ tiêu này đã có quá nhiều số liệu chính thức.",
                       "This indicator has too many official figures.");
  const Figure figure = entered_figure(at.terms, {body.value, body.numerator, body.denominator});
  if (auto rejection = replacing_fault(at, body, figure)) return *std::move(rejection);
  if (figure.value)
    if (auto rejection = finding_fault(at, agency, body, figure)) return *std::move(rejection);
  return Event{IndicatorOfficialFigureSet{body.agency, body.period, figure.value, figure.numerator, figure.denominator,
                                          body.document, reason_words(body.reason)}};
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const SetOfficialFigure& body) {
  static const IndicatorBook kNothing;
  const Subject& target = scene.command.target;
  const auto* state = target.aggregate == Aggregate::kIndicator ? scene.world.indicators.find(target.id) : nullptr;
  if (!state) return not_found();
  const auto days = parse_period(body.period);
  if (!days) return invalid("/period", "Kỳ không hợp lệ.", "This is no period.");
  const Indicator& row = state->content;
  const IndicatorBook* book = book_of(scene.world, row.id);
  const Saying at{scene,
                  row,
                  book ? *book : kNothing,
                  scene.world.programme_of(target),
                  *days,
                  definition_on(scene.world, row, days->last).terms};
  BodyCheck check(scene.world, scene.context);
  check_body(check, at, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  const AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = capacity_for(at, agency);
  if (!capacity) return capacity.error();
  if (auto rejection = place_fault(at, body.period)) return *std::move(rejection);
  Result<Event> event = outcome(at, agency, body);
  if (!event) return std::move(event).error();
  return single(agency, capacity.value(), target, row.programme, std::move(event).value());
}

}  // namespace luuvet

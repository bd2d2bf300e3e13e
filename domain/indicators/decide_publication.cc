// That the result of a period was published, and that this was recorded by mistake (X34 to X37, X39).
#include <algorithm>
#include <utility>

#include "domain/at_place.h"
#include "domain/decide_parts.h"
#include "domain/indicators/indicator_terms.h"
#include "domain/indicators/publishing.h"
#include "domain/missions/record_keeping.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"

namespace luuvet {
namespace {

// --- what is sent ---

void check_period(BodyCheck& check, const std::string& period) {
  if (!parse_period(period)) check.fault("/period", "Kỳ không hợp lệ.", "This is no period.");
}

void check_body(BodyCheck& check, const RecordPublication& body) {
  check_period(check, body.period);
  check.document("/document", body.document);
  check.not_future("/published_on", body.published_on);
  check.text("/reason", body.reason);
  if (body.address && !body.address->empty() && !is_web_address(*body.address))
    check.fault("/address", "Địa chỉ bắt đầu bằng http:// hoặc https:// và không quá 2.000 ký tự.",
                "An address begins with http:// or https:// and has at most 2,000 characters.");
}

void check_body(BodyCheck& check, const TakeBackPublication& body) {
  check_period(check, body.period);
  check.text("/reason", body.reason);
}

// --- who ---

struct Publishing {
  const Scene& scene;
  const Indicator& row;
  const IndicatorBook& book;
  DateRange days;
  IndicatorTerms terms;  // on the last day of the period
};

bool publishes(const Publishing& at, const AgencyId& agency) {
  const std::vector<AgencyId> publishers = publishers_of(at.scene.world, at.terms);
  return std::find(publishers.begin(), publishers.end(), agency) != publishers.end();
}

bool of_its_province(const Scene& scene, const AgencyId& agency) {
  const Programme* programme = scene.world.programme_of(scene.command.target);
  return programme && is_within(scene.world, programme->province, agency);
}

bool holds(const Publishing& at, const AgencyId& agency, Relation relation, const Grant& grant) {
  if (relation == Relation::kPublishing) return publishes(at, agency);
  if (relation == Relation::kAny) return of_its_province(at.scene, agency);
  return relation == Relation::kStanding && stands_over(at.scene.world, at.scene.command.target, agency, grant);
}

Result<Capacity> capacity_for(const Publishing& at, const AgencyId& agency) {
  if (auto rejection = acting_fault(at.scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(at.scene.acting, at.scene.command.body, [&](Relation relation, const Grant& each) {
    return holds(at, agency, relation, each);
  });
  if (grant) return grant->capacity;
  return forbidden("X34", "Chỉ cơ quan công bố, cơ quan thường trực của kế hoạch hoặc cơ quan thống kê ghi việc này.",
                   "Who publishes it records this, the standing agency of the plan, or statistics.");
}

// --- rules ---

// X01, X35, X39: of which row and period.
std::optional<Rejection> place_fault(const Publishing& at, const std::string& period) {
  if (at.row.heading)
    return rule_broken("X01", "Đây là dòng tiêu đề, không phải chỉ tiêu.", "This is a heading, not an indicator.");
  if (const auto twin = figures_from(at.scene.world, at.row, at.days.last))
    return rule_broken("X39", "Chỉ tiêu này dùng chung số liệu; xin ghi công bố ở chỉ tiêu " + twin->value + ".",
                       "This indicator shares its figures; record publications at " + twin->value + ".");
  if (!fits(at.terms.frequency, period))
    return rule_broken("X35", "Kỳ này không đúng tần suất báo cáo của chỉ tiêu.",
                       "The period does not fit the indicator's frequency.");
  if (at.days.last >= at.scene.context.today)
    return rule_broken("X35", "Kỳ này chưa kết thúc nên chưa có kết quả để công bố.",
                       "The period is not over: there is no result to publish yet.");
  return std::nullopt;
}

bool says_the_same(const PublicationRecord& stands, const IndicatorPublicationRecorded& event) {
  return stands.document == event.document && stands.published_on == event.published_on &&
         stands.address == event.address && stands.value == event.value;
}

// X36: over what stands of the period.
std::optional<Rejection> replacing_fault(const Publishing& at, const IndicatorPublicationRecorded& event) {
  const PublicationRecord* stands = standing_publication(at.book, event.period);
  if (!stands) return std::nullopt;
  if (says_the_same(*stands, event))
    return rule_broken("X14", "Nội dung gửi giống hệt nội dung hiện có.", "This changes nothing.");
  if (event.open) return std::nullopt;
  return at_place(rule_broken("X36", "Kỳ này đã ghi công bố; ghi lại thì cần nêu lý do.",
                              "A publication of this period is recorded already; replacing it needs a reason."),
                  "/reason");
}

Result<Event> outcome(const Publishing& at, const RecordPublication& body) {
  if (body.published_on <= at.days.last)
    return at_place(rule_broken("X35", "Kết quả chỉ được công bố sau khi kỳ kết thúc.",
                                "A result is published after the end of its period."),
                    "/published_on");
  if (at.book.publications.size() >= kPublicationsMax)
    return rule_broken("X36", "Chỉ tiêu này đã ghi công bố quá nhiều lần.",
                       "Too many publications of this indicator are recorded.");
  IndicatorPublicationRecorded event{body.period,  body.document, body.published_on,
                                     body.address, body.value,    reason_words(body.reason)};
  if (event.address && event.address->empty()) event.address.reset();
  if (auto rejection = replacing_fault(at, event)) return *std::move(rejection);
  return Event{std::move(event)};
}

Result<Event> outcome(const Publishing& at, const TakeBackPublication& body) {
  if (standing_publication(at.book, body.period))
    return Event{IndicatorPublicationTakenBack{body.period, reason_words(body.reason)}};
  return rule_broken("X37", "Kỳ này chưa ghi công bố, hoặc lần ghi đã hủy.",
                     "No publication of this period stands recorded.");
}

}  // namespace

template <PublicationBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body) {
  static const IndicatorBook kNothing;
  const Subject& target = scene.command.target;
  const auto* state = target.aggregate == Aggregate::kIndicator ? scene.world.indicators.find(target.id) : nullptr;
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  const Indicator& row = state->content;
  const IndicatorBook* book = book_of(scene.world, row.id);
  const DateRange days = *parse_period(body.period);
  const Publishing at{scene, row, book ? *book : kNothing, days, definition_on(scene.world, row, days.last).terms};
  const AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = capacity_for(at, agency);
  if (!capacity) return capacity.error();
  if (auto rejection = place_fault(at, body.period)) return *std::move(rejection);
  Result<Event> event = outcome(at, body);
  if (!event) return std::move(event).error();
  return single(agency, capacity.value(), target, row.programme, std::move(event).value());
}
template Result<Decision> decide_one(const Scene&, const RecordPublication&);
template Result<Decision> decide_one(const Scene&, const TakeBackPublication&);

}  // namespace luuvet

// Links between rows (J01 to J06): proposed by whoever may comment, decided by a standing agency.
#include <algorithm>
#include <set>
#include <utility>

#include "domain/act_items.h"
#include "domain/decide_parts.h"
#include "domain/links/link_rows.h"
#include "domain/money/budget_scene.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"

namespace luuvet {
namespace {

// A pair on its way through the checks; `state` is null while nothing was recorded of it.
struct Pair {
  LinkedPair rows;
  Subject subject;
  const LinkState* state;
};

Pair found_pair(const World& world, LinkedPair rows) {
  const LinkState* state = find_link(world, rows);
  Subject subject{Aggregate::kLink, link_id(rows).value};
  return {std::move(rows), std::move(subject), state};
}

Result<Pair> addressed_pair(const Scene& scene) {
  const Subject& target = scene.command.target;
  const LinkState* state = target.aggregate == Aggregate::kLink ? scene.world.links.find(target.id) : nullptr;
  if (!state) return not_found();
  return Pair{state->pair, target, state};
}

// --- bodies ---

void check_binding(BodyCheck& check, const LinkedPair& pair, const std::vector<Binding>& binding) {
  std::set<LinkField> used;
  check.size("/binding", binding.size());
  for (std::size_t i = 0; i < std::min(binding.size(), kListItemsMax); ++i) {
    const std::string place = at("/binding", i);
    check.once(place + "/field", used, binding[i].field);
    if (std::find(pair.subjects.begin(), pair.subjects.end(), binding[i].subject) == pair.subjects.end())
      check.fault(place + "/subject", "Dòng được chọn phải là một trong hai dòng của liên kết.",
                  "The row that binds is one of the two.");
  }
}

void check_body(BodyCheck& check, const LinkedPair& pair, const LinkRows& body) {
  if (body.binding) check_binding(check, pair, *body.binding);
  check.document("/document", body.document);
  check.text("/reason", body.reason);
}
void check_body(BodyCheck& check, const LinkedPair&, const RejectLink& body) {
  check.text("/reason", body.reason);
}
void check_body(BodyCheck& check, const LinkedPair&, const PartLink& body) {
  check.text("/reason", body.reason);
  check.document("/document", body.document);
}

// --- rules ---

bool has_status(const Pair& pair, LinkStatus status) {
  return pair.state && pair.state->status == status;
}

Rejection missing_binding(LinkField field) {
  static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"tên, nội dung", "title"},   {"thời hạn", "deadline"},
      {"cơ quan chủ trì", "leads"}, {"cơ quan phối hợp", "coordinators"},
      {"sản phẩm", "deliverables"}, {"mục tiêu", "targets"},
      {"đơn vị tính", "unit"},      {"thành viên phụ trách", "member in charge"}};
  const auto& [vi, en] = kNames[static_cast<std::size_t>(field)];
  return rule_broken("J05", "Hai dòng khác nhau về " + std::string(vi) + "; cần chọn dòng nào có hiệu lực.",
                     "The rows differ in their " + std::string(en) + ": say which of them binds.");
}

// J05: of twins each field in which they differ, no other; what is related keeps its own.
std::optional<Rejection> binding_fault(const World& world, const LinkedPair& pair,
                                       const std::vector<Binding>& binding) {
  const bool twins = pair.kind == LinkKind::kTwin;
  const std::vector<LinkField> differ = twins ? differing_fields(world, pair) : std::vector<LinkField>{};
  const auto names = [&](LinkField field) {
    return std::any_of(binding.begin(), binding.end(), [&](const Binding& each) { return each.field == field; });
  };
  for (const LinkField field : differ)
    if (!names(field)) return missing_binding(field);
  if (binding.size() == differ.size()) return std::nullopt;
  return rule_broken("J05", "Chỉ chọn dòng có hiệu lực ở nội dung mà hai dòng trùng nhau thực sự khác nhau.",
                     "Only where twins differ is there a row to choose.");
}

Result<Event> outcome(const World& world, const Pair& pair, const LinkRows& body) {
  const std::vector<Binding> binding = body.binding.value_or(std::vector<Binding>{});
  if (!of_one_province(world, pair.rows.subjects))
    return rule_broken("J01", "Hai dòng thuộc kế hoạch của hai tỉnh khác nhau nên không liên kết được.",
                       "The rows are of plans of two provinces: they are not linked.");
  if (auto rejection = binding_fault(world, pair.rows, binding)) return *std::move(rejection);
  if (has_status(pair, LinkStatus::kLinked) && pair.state->binding == binding && pair.state->document == body.document)
    return rule_broken("J06", "Hai dòng đã liên kết đúng như vậy.", "The rows are linked in just that way already.");
  return Event{LinkLinked{pair.rows.kind, pair.rows.subjects, binding, body.document, reason_words(body.reason),
                          pair.rows.component}};
}

Result<Event> outcome(const World&, const Pair& pair, const RejectLink& body) {
  if (has_status(pair, LinkStatus::kLinked))
    return rule_broken("J06", "Hai dòng đang liên kết; cần tách trước.", "The rows are linked; part them first.");
  if (has_status(pair, LinkStatus::kRejected))
    return rule_broken("J06", "Đề nghị liên kết này đã bị bác.", "This link has been rejected already.");
  return Event{LinkRejected{pair.rows.kind, pair.rows.subjects, reason_words(body.reason), pair.rows.component}};
}

Result<Event> outcome(const World&, const Pair& pair, const PartLink& body) {
  if (!has_status(pair, LinkStatus::kLinked))
    return rule_broken("J06", "Chỉ tách được hai dòng đang liên kết.", "Only rows that are linked can be parted.");
  return Event{LinkParted{body.document, reason_words(body.reason)}};
}

// J04: the standing agency of the programme of either row; of funds also the finance department (M22).
Result<Capacity> capacity_for(const Scene& scene, const LinkedPair& pair, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return std::any_of(pair.subjects.begin(), pair.subjects.end(), [&](const std::string& text) {
      const Subject row = parse_subject(text).value_or(Subject{});
      if (relation == Relation::kProvince)
        return pair.kind == LinkKind::kFunds && of_province(scene.world, scene.world.programme_of(row), agency);
      return relation == Relation::kStanding && stands_over(scene.world, row, agency, each);
    });
  });
  if (grant) return grant->capacity;
  return forbidden("J04", "Chỉ cơ quan thường trực của kế hoạch có dòng này quyết định liên kết.",
                   "The standing agency of the plan of either row decides links.");
}

AgencyId agency_of(const Scene& scene, const LinkedPair& pair) {
  return acting_agency(scene.world, scene.context, parse_subject(pair.subjects.front()).value_or(Subject{}));
}

Decision decision(const Scene& scene, const Pair& pair, AgencyId agency, Capacity capacity, Event event) {
  return single(std::move(agency), capacity, pair.subject, programme_of_row(scene.world, pair.rows.subjects.front()),
                std::move(event));
}

// After the body.
template <class Body>
Result<Decision> decide_pair(const Scene& scene, const Pair& pair, const Body& body) {
  static const Life kNothing;
  const Life* own = pair.state ? &pair.state->life : &kNothing;
  const Life* first = life_of_row(scene.world, pair.rows.subjects.front());
  const Life* second = life_of_row(scene.world, pair.rows.subjects.back());
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context,
                                          {own, first ? first : &kNothing, second ? second : &kNothing}))
    return *std::move(rejection);
  AgencyId agency = agency_of(scene, pair.rows);
  const Result<Capacity> capacity = capacity_for(scene, pair.rows, agency);
  if (!capacity) return capacity.error();
  Result<Event> event = outcome(scene.world, pair, body);
  if (!event) return std::move(event).error();
  return decision(scene, pair, std::move(agency), capacity.value(), std::move(event).value());
}

template <class Body>
Result<Decision> decide_addressed(const Scene& scene, const Body& body) {
  const Result<Pair> pair = addressed_pair(scene);
  if (!pair) return pair.error();
  BodyCheck check(scene.world, scene.context);
  check_body(check, pair.value().rows, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  return decide_pair(scene, pair.value(), body);
}

// --- acts over many pairs ---

LinkRows body_of(const LinkMany& act, const LinkItem& item) {
  return {item.binding, act.document, act.reason};
}
RejectLink body_of(const RejectLinks& act, const RejectLinkItem&) {
  return {act.reason};
}

// What is said once for all items.
void check_common(BodyCheck& check, const LinkMany& act) {
  check.document("/document", act.document);
  check.text("/reason", act.reason);
}
void check_common(BodyCheck& check, const RejectLinks& act) {
  check.text("/reason", act.reason);
}

template <class Act>
std::optional<Rejection> bodies_fault(const Scene& scene, const Act& act) {
  std::set<std::string> used;
  for (std::size_t i = 0; i < act.items.size(); ++i) {
    const auto& item = act.items[i];
    BodyCheck check(scene.world, scene.context, item_pointer(i));
    check_pair(check, {item.kind, item.subjects, item.component});
    const LinkedPair pair = pair_of(item.kind, item.subjects, item.component);
    check.once("/subjects", used, link_id(pair).value);
    if (auto rejection = check.rejection()) return rejection;
    if constexpr (std::is_same_v<Act, LinkMany>)
      if (item.binding) check_binding(check, pair, *item.binding);
    if (auto rejection = check.rejection()) return rejection;
  }
  BodyCheck check(scene.world, scene.context);
  check_common(check, act);
  return check.rejection();
}

template <class Act>
Result<Decision> decide_many(const Scene& scene, const Act& act) {
  if (auto rejection = items_fault(act.items)) return *std::move(rejection);
  if (auto rejection = bodies_fault(scene, act)) return *std::move(rejection);
  Decision whole;
  for (std::size_t i = 0; i < act.items.size(); ++i) {
    const auto& item = act.items[i];
    const Pair pair = found_pair(scene.world, pair_of(item.kind, item.subjects, item.component));
    if (i == 0) {
      whole.resource = pair.subject;
      whole.agency = agency_of(scene, pair.rows);
    }
    const auto body = body_of(act, item);
    const Command command{pair.subject, body};
    const Context context = item_context(scene.context, whole.agency, item.based_on);
    const Scene alone{scene.world, command, context, scene.acting};
    if (auto rejection = join(whole, decide_pair(alone, pair, body), i)) return *std::move(rejection);
  }
  return whole;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const ProposeLink& body) {
  BodyCheck check(scene.world, scene.context);
  check_pair(check, {body.kind, body.subjects, body.component});
  check.text("/reason", body.reason);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  const Pair pair = found_pair(scene.world, pair_of(body.kind, body.subjects, body.component));
  AgencyId agency = agency_of(scene, pair.rows);
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  if (has_status(pair, LinkStatus::kProposed) || has_status(pair, LinkStatus::kLinked))
    return rule_broken("J03", "Hai dòng này đã được đề nghị hoặc đã liên kết.",
                       "These rows are proposed or linked already.");
  return decision(scene, pair, std::move(agency), scene.acting.grants.front().capacity,
                  LinkProposed{pair.rows.kind, pair.rows.subjects, reason_words(body.reason), pair.rows.component});
}

Result<Decision> decide_one(const Scene& scene, const LinkRows& body) {
  return decide_addressed(scene, body);
}
Result<Decision> decide_one(const Scene& scene, const RejectLink& body) {
  return decide_addressed(scene, body);
}
Result<Decision> decide_one(const Scene& scene, const PartLink& body) {
  return decide_addressed(scene, body);
}
Result<Decision> decide_one(const Scene& scene, const LinkMany& body) {
  return decide_many(scene, body);
}
Result<Decision> decide_one(const Scene& scene, const RejectLinks& body) {
  return decide_many(scene, body);
}

}  // namespace luuvet

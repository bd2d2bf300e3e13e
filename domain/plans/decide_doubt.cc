// Doubts about the papers, worked off by the standing agency of their programme (Q01 to Q04).
#include <utility>

#include "domain/decide_items.h"
#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"

namespace luuvet {
namespace {

const DoubtState* find_doubt(const World& world, const Subject& subject) {
  return subject.aggregate == Aggregate::kDoubt ? world.doubts.find(subject.id) : nullptr;
}

bool is_blank(const std::optional<std::string>& text) {
  return !text || text->empty();
}

// Q02: what is kept or amended against a doubt says on what ground.
bool needs_ground(DoubtOutcome outcome) {
  return outcome == DoubtOutcome::kKept || outcome == DoubtOutcome::kAmended;
}

void check_body(BodyCheck& check, const SettleDoubt& body) {
  check.document("/document", body.document);
  check.text("/reason", body.reason);
  if (needs_ground(body.outcome) && !body.document && is_blank(body.reason))
    check.fault("/reason", "Cần nêu căn cứ: văn bản hoặc lý do.", "Say on what ground: a document or a reason.");
}
void check_body(BodyCheck& check, const ReopenDoubt& body) {
  check.text("/reason", body.reason);
}

Result<Event> outcome(const DoubtState& state, const SettleDoubt& body) {
  if (state.settled)
    return rule_broken("Q03", "Điểm này đã xử lý; cần mở lại trước.", "This doubt is settled; reopen it first.");
  return Event{DoubtSettled{body.outcome, body.document, reason_words(body.reason)}};
}
Result<Event> outcome(const DoubtState& state, const ReopenDoubt& body) {
  if (!state.settled) return rule_broken("Q03", "Điểm này đang chờ xử lý.", "This doubt is open.");
  return Event{DoubtReopened{reason_words(body.reason)}};
}

// Q01; a doubt on what belongs to no programme: any standing agency.
Result<Capacity> capacity_for(const Scene& scene, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return relation == Relation::kStanding && stands_over(scene.world, scene.command.target, agency, each);
  });
  if (grant) return grant->capacity;
  return forbidden("Q01", "Điểm nghi vấn do cơ quan thường trực của kế hoạch xử lý.",
                   "Doubts are settled by the standing agency of their plan.");
}

template <class Body>
Result<Decision> decide_doubt(const Scene& scene, const Body& body) {
  const DoubtState* state = find_doubt(scene.world, scene.command.target);
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  const Subject& target = scene.command.target;
  AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = capacity_for(scene, agency);
  if (!capacity) return capacity.error();
  Result<Event> event = outcome(*state, body);
  if (!event) return std::move(event).error();
  return single(std::move(agency), capacity.value(), target, programme_id_of(scene.world, target),
                std::move(event).value());
}

SettleDoubt body_of(const SettleDoubtItem& item) {
  return {item.outcome, item.document, item.reason};
}

}  // namespace

std::optional<Rejection> body_fault(const Scene& scene, const SettleDoubt& body, std::string prefix) {
  BodyCheck check(scene.world, scene.context, std::move(prefix));
  check_body(check, body);
  return check.rejection();
}

Result<Decision> decide_one(const Scene& scene, const SettleDoubt& body) {
  return decide_doubt(scene, body);
}
Result<Decision> decide_one(const Scene& scene, const ReopenDoubt& body) {
  return decide_doubt(scene, body);
}

Result<Decision> decide_one(const Scene& scene, const SettleDoubts& act) {
  const auto alone = [](const auto& item) { return body_of(item); };
  const auto there = [&](const Subject& subject) { return find_doubt(scene.world, subject) != nullptr; };
  if (auto rejection = subjects_fault(scene, act.items, there)) return *std::move(rejection);
  if (auto rejection = bodies_fault(scene, act.items, alone)) return *std::move(rejection);
  return decide_items(scene, act.items, alone);
}

}  // namespace luuvet

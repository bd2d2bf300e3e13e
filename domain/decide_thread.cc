#include <algorithm>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/preconditions.h"
#include "domain/relations.h"

namespace luuvet {
namespace {

// H01: a thread hangs on anything that is there, but not on the log, the calendar, a thread or an account.
bool carries_thread(const World& world, const Subject& subject) {
  switch (subject.aggregate) {
    case Aggregate::kLog:
    case Aggregate::kCalendar:
    case Aggregate::kThread:
    case Aggregate::kAccount:
      return false;
    case Aggregate::kAssignment:
      return world.assignment({subject.id}).has_value();
    default:
      return world.version(subject) > 0;
  }
}

void check_text(BodyCheck& check, const std::string& text) {
  check.text("/text", text);
}

void check_body(BodyCheck& check, const Scene& scene, const Comment& body) {
  check_text(check, body.text);
  if (!body.reply_to) return;
  const ThreadState* thread = scene.world.threads.find(scene.command.target.text());
  const bool there = thread && thread->entries.contains(*body.reply_to);
  if (!there) check.unknown("/reply_to", std::to_string(*body.reply_to));
}

template <class Order>  // Direct, Urge
void check_body(BodyCheck& check, const Scene&, const Order& body) {
  check_text(check, body.text);
  if (body.to.empty()) check.fault("/to", "Cần nêu ít nhất một cơ quan nhận.", "Name at least one agency.");
  check.agencies("/to", body.to, BodyCheck::Bodies::kAgenciesAndGroups);
  if (body.answer_due && *body.answer_due < check.today())
    check.fault("/answer_due", "Hạn trả lời không được trước ngày hôm nay.", "The answer cannot be due before today.");
  check.document("/document", body.document);
}

Result<Capacity> capacity_for(const Scene& scene, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return relation == Relation::kAny || supervises(scene.world, scene.command.target, agency, each);
  });
  if (grant) return grant->capacity;
  return forbidden(
      "H03",
      "Ý kiến chỉ đạo và đôn đốc do Ban Chỉ đạo hoặc cơ quan thường trực gửi; cơ quan khác có thể gửi ý kiến trao đổi.",
      "Directives and urgings come from the committee or the standing agency; others may comment.");
}

Event event_of(const Comment& body) {
  return ThreadCommented{body.reply_to, ThreadText{body.text}};
}
Event event_of(const Direct& body) {
  return ThreadDirected{body.to, body.answer_due, body.document, ThreadText{body.text}};
}
Event event_of(const Urge& body) {
  return ThreadUrged{body.to, body.answer_due, body.document, ThreadText{body.text}};
}

template <class Body>
Result<Decision> decide_entry(const Scene& scene, const Body& body) {
  const Subject& target = scene.command.target;
  if (!carries_thread(scene.world, target)) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, scene, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {})) return *std::move(rejection);

  Decision decision;
  decision.agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = capacity_for(scene, decision.agency);
  if (!capacity) return capacity.error();
  decision.capacity = capacity.value();
  decision.resource = target;
  const Subject thread{Aggregate::kThread, target.text()};
  decision.events.push_back({thread, programme_id_of(scene.world, target), std::nullopt, event_of(body)});
  return decision;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const Comment& body) {
  return decide_entry(scene, body);
}
Result<Decision> decide_one(const Scene& scene, const Direct& body) {
  return decide_entry(scene, body);
}
Result<Decision> decide_one(const Scene& scene, const Urge& body) {
  return decide_entry(scene, body);
}

}  // namespace luuvet

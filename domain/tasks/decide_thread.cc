#include <algorithm>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"

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

Rejection gone_already() {
  return rule_broken("U06", "Ý kiến này đã được rút lại.", "This comment was withdrawn.");
}

std::optional<Rejection> answer_fault(const Scene& scene, const Comment& body) {
  const ThreadState* thread = body.reply_to ? scene.world.threads.find(scene.command.target.text()) : nullptr;
  if (thread && thread->is_withdrawn(*body.reply_to)) return gone_already();
  return std::nullopt;
}
template <class Order>
std::optional<Rejection> answer_fault(const Scene&, const Order&) {
  return std::nullopt;
}

Decision decision(const Scene& scene, AgencyId agency, Capacity capacity, std::optional<Sequence> causation,
                  Event event) {
  const Subject& target = scene.command.target;
  Decision decision;
  decision.agency = std::move(agency);
  decision.capacity = capacity;
  decision.resource = target;
  decision.events.push_back(
      {{Aggregate::kThread, target.text()}, programme_id_of(scene.world, target), causation, std::move(event)});
  return decision;
}

template <class Body>
Result<Decision> decide_entry(const Scene& scene, const Body& body) {
  const Subject& target = scene.command.target;
  if (!carries_thread(scene.world, target)) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, scene, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {})) return *std::move(rejection);

  AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = capacity_for(scene, agency);
  if (!capacity) return capacity.error();
  if (auto rejection = answer_fault(scene, body)) return *std::move(rejection);
  return decision(scene, std::move(agency), capacity.value(), std::nullopt, event_of(body));
}

// --- taking a comment back ---

const RecentComment* recent_comment(const ThreadState& thread, Sequence sequence) {
  const auto found = std::find_if(thread.recent.begin(), thread.recent.end(),
                                  [&](const RecentComment& each) { return each.sequence == sequence; });
  return found == thread.recent.end() ? nullptr : &*found;
}

Rejection out_of_reach() {
  const std::string count = std::to_string(kCommentsKept);
  return rule_broken(
      "U06", "Chỉ rút được ý kiến trao đổi, trong " + count + " ý kiến gần nhất; ý kiến chỉ đạo, đôn đốc thì không.",
      "Only one of the last " + count + " comments is withdrawn; no directive, no urging.");
}

Result<Capacity> author_capacity(const Scene& scene, const RecentComment& comment, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const bool own = comment.actor == scene.context.actor && comment.agency == agency;
  const Grant* grant = grant_where(scene.acting, scene.command.body,
                                   [&](Relation relation, const Grant&) { return relation == Relation::kOwn && own; });
  if (grant) return grant->capacity;
  return not_own();
}

std::optional<Rejection> withdrawal_fault(const ThreadState& thread, const RecentComment& comment) {
  if (comment.answered) {
    Rejection rejection = rule_broken("U06", "Ý kiến này đã có người trả lời; không rút được nữa.",
                                      "This comment has been answered: it stands.");
    rejection.since = comment.sequence;
    return rejection;
  }
  if (thread.withdrawn.size() < kWithdrawnMax) return std::nullopt;
  return rule_broken("U06", "Đã rút quá nhiều ý kiến trong mục này.", "Too many comments were withdrawn here.");
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const WithdrawComment& body) {
  const Subject& target = scene.command.target;
  if (!carries_thread(scene.world, target)) return not_found();
  const ThreadState* thread = scene.world.threads.find(target.text());
  if (!thread || !thread->entries.contains(body.sequence))
    return unknown_reference("/sequence", std::to_string(body.sequence));
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {})) return *std::move(rejection);
  if (thread->is_withdrawn(body.sequence)) return gone_already();
  const RecentComment* comment = recent_comment(*thread, body.sequence);
  if (!comment) return out_of_reach();
  AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = author_capacity(scene, *comment, agency);
  if (!capacity) return capacity.error();
  if (auto rejection = withdrawal_fault(*thread, *comment)) return *std::move(rejection);
  return decision(scene, std::move(agency), capacity.value(), body.sequence, ThreadCommentWithdrawn{body.sequence});
}

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

// Đề nghị phối hợp: asked by who works on a task, confirmed or disputed by each agency that is asked (O..).
#include <algorithm>
#include <set>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"
#include "domain/tasks/coordinating.h"

namespace luuvet {
namespace {

// --- asking ---

void check_body(BodyCheck& check, const AgencyId& agency, const AskCoordination& body) {
  if (body.to.empty()) check.fault("/to", "Cần nêu ít nhất một cơ quan phối hợp.", "Name at least one agency.");
  check.size("/to", body.to.size(), kAskedAgenciesMax);
  if (body.to.size() <= kAskedAgenciesMax) check.agencies("/to", body.to, BodyCheck::Bodies::kAgencies);
  for (std::size_t i = 0; i < body.to.size() && i < kAskedAgenciesMax; ++i)
    if (body.to[i] == agency)
      check.fault(at("/to", i), "Cơ quan không tự đề nghị mình phối hợp.", "No agency asks itself.");
  check.text("/what", body.what);
  if (body.due < check.today())
    check.fault("/due", "Hạn phối hợp không được trước ngày hôm nay.", "It cannot be due before today.");
  check.document("/document", body.document);
}

Result<Capacity> asking_capacity(const Scene& scene, const Work& work) {
  if (auto rejection = acting_fault(work.world, work.agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body,
                                   [&](Relation relation, const Grant& each) { return relates(work, relation, each); });
  if (grant) return grant->capacity;
  return unrelated(work, Relation::kLead);
}

std::optional<Rejection> asking_fault(const Work& work) {
  if (auto rejection = standstill(work)) return rejection;
  if (work.state.status == Status::kCompleted)
    return rule_broken("O02", "Việc đã hoàn thành; không còn gì để đề nghị phối hợp.",
                       "The work is completed; there is nothing to coordinate any more.");
  const TaskCoordinations* of_task = work.world.task_coordinations.find(work.task.content.id.value);
  if (!of_task || of_task->ids.size() < kCoordinationsPerTaskMax) return std::nullopt;
  return rule_broken("O02", "Nhiệm vụ này đã có quá nhiều đề nghị phối hợp.", "This task has too many requests.");
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const AskCoordination& body) {
  const Subject task{Aggregate::kTask, body.task.value};
  if (!scene.world.tasks.find(task.id)) return unknown_reference("/task", task.id);
  AgencyId agency = acting_agency(scene.world, scene.context, task);
  BodyCheck check(scene.world, scene.context);
  check_body(check, agency, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  Subject subject{Aggregate::kCoordination, scene.context.new_id};
  if (scene.world.coordinations.find(subject.id)) return already_exists(subject.id);
  const Result<Work> work = find_work(scene.world, task, scene.context);
  if (!work) return work.error();
  const Result<Capacity> capacity = asking_capacity(scene, work.value());
  if (!capacity) return capacity.error();
  if (auto rejection = asking_fault(work.value())) return *std::move(rejection);
  CoordinationAsked event{body.task, body.to, body.due, body.document, CoordinationWords{body.what}};
  return single(std::move(agency), capacity.value(), std::move(subject), programme_id_of(scene.world, task),
                std::move(event));
}

// --- answering ---

namespace {

struct Request {
  const World& world;
  const CoordinationState& state;
  AgencyId agency;  // acted for
};

void check_body(BodyCheck& check, const ConfirmCoordination& body) {
  check.text("/note", body.note);
  check.document("/document", body.document);
  check.not_future("/done_on", body.done_on);
}
void check_body(BodyCheck& check, const DisputeCoordination& body) {
  check.text("/reason", body.reason);
}
void check_body(BodyCheck& check, const AnswerCoordination& body) {
  check.text("/text", body.text);
  check.size("/of", body.of.size(), kAskedAgenciesMax);
  if (body.of.empty()) check.fault("/of", "Cần nêu ý kiến được trả lời.", "Name the objections that are answered.");
  if (body.of.size() > kAskedAgenciesMax) return;
  std::set<Sequence> used;
  for (std::size_t i = 0; i < body.of.size(); ++i) check.once(at("/of", i), used, body.of[i]);
}
void check_body(BodyCheck& check, const CloseCoordination& body) {
  check.text("/reason", body.reason);
}

Rejection unrelated_to(const CommandBody& body) {
  if (std::holds_alternative<ConfirmCoordination>(body) || std::holds_alternative<DisputeCoordination>(body))
    return forbidden("O03", "Chỉ cơ quan được đề nghị phối hợp mới xác nhận hoặc nêu ý kiến khác.",
                     "Only an agency that is asked confirms or disputes.");
  return forbidden("O05", "Việc này do cơ quan đã gửi đề nghị phối hợp thực hiện.",
                   "This is for the agency that has asked.");
}

Result<Capacity> capacity_for(const Scene& scene, const Request& request) {
  if (auto rejection = acting_fault(scene.world, request.agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    if (relation == Relation::kAsked) return is_asked(scene.world, request.state, request.agency);
    if (relation == Relation::kAsking) return has_asked(scene.world, request.state, request.agency);
    return relation == Relation::kStanding && stands_over(scene.world, scene.command.target, request.agency, each);
  });
  if (grant) return grant->capacity;
  return unrelated_to(scene.command.body);
}

bool may_say(const Request& request, std::initializer_list<CoordinationAnswer> from) {
  return std::any_of(request.state.asked.begin(), request.state.asked.end(), [&](const AskedAgency& each) {
    return request.world.succeeds(request.agency, each.agency) &&
           std::find(from.begin(), from.end(), each.answer) != from.end();
  });
}

using enum CoordinationAnswer;

Result<Event> outcome(const Request& request, const ConfirmCoordination& body) {
  if (!may_say(request, {kWaiting, kDisputed, kAnswered}))
    return rule_broken("O04", "Cơ quan đã xác nhận đề nghị phối hợp này.", "This has been confirmed already.");
  return Event{CoordinationConfirmed{body.done_on, body.document, note_words(body.note)}};
}

Result<Event> outcome(const Request& request, const DisputeCoordination& body) {
  if (!may_say(request, {kWaiting, kAnswered}))
    return rule_broken("O04", "Cơ quan đã xác nhận, hoặc ý kiến khác đang chờ trả lời.",
                       "It is confirmed already, or an objection waits for its answer.");
  return Event{CoordinationDisputed{reason_words(body.reason)}};
}

Result<Event> outcome(const Request& request, const AnswerCoordination& body) {
  const auto waits = [&](Sequence objection) {
    return std::any_of(request.state.asked.begin(), request.state.asked.end(),
                       [&](const AskedAgency& each) { return each.answer == kDisputed && each.sequence == objection; });
  };
  if (!std::all_of(body.of.begin(), body.of.end(), waits))
    return rule_broken("O05", "Ý kiến này không chờ trả lời.", "This objection does not wait for an answer.");
  return Event{CoordinationAnswered{body.of, CoordinationReply{body.text}}};
}

Result<Event> outcome(const Request&, const CloseCoordination& body) {
  return Event{CoordinationClosed{reason_words(body.reason)}};
}

}  // namespace

template <CoordinationBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body) {
  const Subject& target = scene.command.target;
  const CoordinationState* state =
      target.aggregate == Aggregate::kCoordination ? scene.world.coordinations.find(target.id) : nullptr;
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  const Request request{scene.world, *state, acting_agency(scene.world, scene.context, target)};
  const Result<Capacity> capacity = capacity_for(scene, request);
  if (!capacity) return capacity.error();
  if (state->closed_at != 0) return rule_broken("O07", "Đề nghị phối hợp này đã đóng.", "This request is closed.");
  Result<Event> event = outcome(request, body);
  if (!event) return std::move(event).error();
  return single(request.agency, capacity.value(), target, programme_id_of(scene.world, target),
                std::move(event).value());
}
template Result<Decision> decide_one(const Scene&, const ConfirmCoordination&);
template Result<Decision> decide_one(const Scene&, const DisputeCoordination&);
template Result<Decision> decide_one(const Scene&, const AnswerCoordination&);
template Result<Decision> decide_one(const Scene&, const CloseCoordination&);

}  // namespace luuvet

// Nhiệm vụ KH&CN: ordered, then step by step, each with its paper and its day (Z01 to Z09).
#include <algorithm>
#include <utility>

#include "domain/preconditions.h"
#include "domain/record_keeping.h"

namespace luuvet {
namespace {

using enum MissionStage;

// --- bodies ---

void check_set(BodyCheck& check, const std::string& prefix, const Partial<OrderMission>& set) {
  const OrderMission& body = set.values;
  if (sets(set, "title")) check.text(prefix + "/title", body.title);
  check_programme(check, prefix + "/programme", body.programme);
  check_tasks(check, prefix + "/tasks", body.tasks);
  if (body.host) check_organisation(check, prefix + "/host", *body.host);
  if (sets(set, "managing_agency"))
    check.agency(prefix + "/managing_agency", body.managing_agency, BodyCheck::Bodies::kAgencies);
  check_amount(check, prefix + "/budget", body.budget);
  check.document(prefix + "/cost_benefit", body.cost_benefit);
  if (sets(set, "ordered_on")) {
    check.not_future(prefix + "/ordered_on", body.ordered_on);
    check_day(check, prefix + "/ordered_on", body.ordered_on);
  }
  check_day(check, prefix + "/from", body.from);
  check_day(check, prefix + "/to", body.to);
  if (sets(set, "document")) check.document(prefix + "/document", body.document);
}

void check_body(BodyCheck& check, const SelectMission& body) {
  check_organisation(check, "/host", body.host);
  check.not_future("/on", body.on);
  check.document("/document", body.document);
}
void check_body(BodyCheck& check, const ContractMission& body) {
  check.text("/number", body.number);
  check_amount(check, "/amount", body.amount);
  check.not_future("/on", body.on);
  check.document("/document", body.document);
}
void check_body(BodyCheck& check, const RecordMissionDisbursement& body) {
  if (body.amount == 0 || body.amount > kMissionAmountMax || body.amount < -kMissionAmountMax)
    check.fault("/amount", "Số tiền tính bằng đồng, khác 0 và không quá 10^15; số âm là tiền nộp trả.",
                "An amount is in đồng, not 0 and at most 10^15; below zero it is money that came back.");
  check.not_future("/paid_on", body.paid_on);
  check.document("/document", body.document);
  check.text("/note", body.note);
}
void check_body(BodyCheck& check, const RecordMissionCouncil& body) {
  check.not_future("/held_on", body.held_on);
  check_day(check, "/held_on", body.held_on);
  check.document("/document", body.document);
  check.text("/note", body.note);
}
void check_body(BodyCheck& check, const AcceptMission& body) {
  check.not_future("/on", body.on);
  check.text("/grade", body.grade);
  check.document("/document", body.document);
}
void check_body(BodyCheck& check, const TransferMission& body) {
  check_organisation(check, "/receiver", body.receiver);
  check.not_future("/on", body.on);
  check.document("/document", body.document);
}
void check_body(BodyCheck& check, const FollowUpMission& body) {
  check.not_future("/on", body.on);
  check.text("/text", body.text);
  check.document("/document", body.document);
}
void check_body(BodyCheck& check, const StopMission& body) {
  check.not_future("/on", body.on);
  check.text("/reason", body.reason);
  check.document("/document", body.document);
}
void check_body(BodyCheck& check, const SetMissionMilestones& body) {
  check_steps(check, body.milestones, false);
}

// --- rules ---

Rejection not_at_this_stage() {
  return rule_broken("Z03", "Nhiệm vụ KH&CN chưa đến hoặc đã qua bước này; các bước chỉ đi tới.",
                     "The mission has not come to this step, or is past it: steps only go forwards.");
}

bool has_ended(const MissionCourse& course) {
  return course.stop || course.follow_up;
}

// The last step that was taken.
Date last_step(const MissionState& mission) {
  Date last = mission.content.ordered_on;
  const MissionCourse& course = mission.course;
  if (course.selection) last = std::max(last, course.selection->on);
  if (course.contract) last = std::max(last, course.contract->on);
  if (course.acceptance) last = std::max(last, course.acceptance->on);
  if (course.transfer) last = std::max(last, course.transfer->on);
  return last;
}

// Z03: whether it stands at one of these stages, and the step does not come before the one before it.
std::optional<Rejection> step_fault(const MissionState& mission, std::initializer_list<MissionStage> from, Date on) {
  if (std::find(from.begin(), from.end(), mission.course.stage) == from.end()) return not_at_this_stage();
  if (on >= last_step(mission)) return std::nullopt;
  return rule_broken("Z03", "Bước này không thể có ngày trước bước liền trước (" + to_string(last_step(mission)) + ").",
                     "A step is not dated before the one before it (" + to_string(last_step(mission)) + ").");
}

Result<Event> outcome(const MissionState& mission, const SelectMission& body) {
  if (auto rejection = step_fault(mission, {kOrdered}, body.on)) return *std::move(rejection);
  return Event{MissionSelected{body.way, body.host, body.on, body.document}};
}

// Entered again it is the contract as amended.
Result<Event> outcome(const MissionState& mission, const ContractMission& body) {
  if (auto rejection = step_fault(mission, {kSelected, kContracted, kUnderWay}, body.on)) return *std::move(rejection);
  if (mission.course.disbursed() > body.amount)
    return rule_broken("Z05", "Giá trị hợp đồng không thể nhỏ hơn số đã giải ngân.",
                       "A contract is not worth less than what was disbursed.");
  return Event{MissionContracted{body.number, body.amount, body.on, body.document}};
}

Result<Event> outcome(const MissionState& mission, const RecordMissionDisbursement& body) {
  const MissionCourse& course = mission.course;
  if (!course.contract || course.disbursements.size() >= kMissionDisbursementsMax) return not_at_this_stage();
  if (body.paid_on < course.contract->on)
    return rule_broken("Z05", "Ngày giải ngân không thể trước ngày ký hợp đồng.",
                       "Nothing is paid before its contract.");
  const Amount sum = course.disbursed() + body.amount;
  if (sum < 0 || sum > course.contract->amount)
    return rule_broken("Z05", "Tổng số giải ngân không âm và không quá giá trị hợp đồng.",
                       "What is disbursed in all is not below zero nor above the contract.");
  return Event{MissionDisbursementRecorded{body.amount, body.paid_on, body.document, note_words(body.note)}};
}

Result<Event> outcome(const MissionState& mission, const RecordMissionCouncil& body) {
  if (has_ended(mission.course) || mission.course.councils.size() >= kMissionCouncilsMax) return not_at_this_stage();
  return Event{MissionCouncilHeld{body.kind, body.held_on, body.result, body.document, note_words(body.note)}};
}

Result<Event> outcome(const MissionState& mission, const AcceptMission& body) {
  if (auto rejection = step_fault(mission, {kContracted, kUnderWay}, body.on)) return *std::move(rejection);
  if (!is_passed(mission.course, body.on))
    return rule_broken("Z06", "Cần biên bản hội đồng nghiệm thu kết luận đạt trước khi nghiệm thu.",
                       "A council of acceptance must have passed it first.");
  return Event{MissionAccepted{body.on, body.grade, body.document}};
}

Result<Event> outcome(const MissionState& mission, const TransferMission& body) {
  if (auto rejection = step_fault(mission, {kAccepted}, body.on)) return *std::move(rejection);
  return Event{MissionTransferred{body.receiver, body.on, body.document}};
}

Result<Event> outcome(const MissionState& mission, const FollowUpMission& body) {
  if (auto rejection = step_fault(mission, {kAccepted, kTransferred}, body.on)) return *std::move(rejection);
  return Event{MissionFollowedUp{body.applied, body.on, body.document, note_words(body.text)}};
}

Result<Event> outcome(const MissionState& mission, const StopMission& body) {
  const auto before_the_end = {kOrdered, kSelected, kContracted, kUnderWay, kAccepted, kTransferred};
  if (auto rejection = step_fault(mission, before_the_end, body.on)) return *std::move(rejection);
  return Event{MissionStopped{body.on, body.document, reason_words(body.reason)}};
}

Result<Event> outcome(const MissionState& mission, const SetMissionMilestones& body) {
  if (has_ended(mission.course)) return not_at_this_stage();
  if (mission.course.milestones == body.milestones)
    return rule_broken("Z04", "Các mốc giống hệt các mốc hiện có.", "These are the milestones as they stand.");
  return Event{MissionMilestonesSet{body.milestones}};
}

const MissionState* target_of(const Scene& scene) {
  const Subject& target = scene.command.target;
  return target.aggregate == Aggregate::kMission ? scene.world.missions.find(target.id) : nullptr;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const OrderMission& body) {
  const Partial<OrderMission> set = all_members(body);
  BodyCheck check(scene.world, scene.context);
  check_set(check, "", set);
  check_span(check, "/to", body.from, body.to);
  check_one_province(check, "",
                     {body.programme, body.managing_agency, {}, body.tasks.value_or(std::vector<TaskId>{}), {}});
  if (auto rejection = check.rejection()) return *std::move(rejection);
  Registered<Mission> event;
  put_members(set, event.content);
  event.content.id.value = scene.context.new_id;
  event.content.programme = programme_of_rows(scene.world, body.programme, std::nullopt, event.content.tasks);
  Subject subject{Aggregate::kMission, scene.context.new_id};
  if (scene.world.missions.find(subject.id)) return already_exists(subject.id);
  const std::optional<ProgrammeId> programme = event.content.programme;
  AgencyId agency = keeping_agency(scene, programme);
  const Result<Capacity> capacity = keeping_capacity(scene, keeping_of(event.content), agency, "Z02");
  if (!capacity) return capacity.error();
  return single(std::move(agency), capacity.value(), std::move(subject), programme, std::move(event));
}

Result<Decision> decide_one(const Scene& scene, const AmendMission& body) {
  const MissionState* state = target_of(scene);
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_set(check, "/set", body.set);
  Mission next = state->content;
  put_members(body.set, next);
  check_span(check, "/set/to", next.from, next.to);
  if (sets_rows(body.set, "managing_agency")) check_one_province(check, "/set", keeping_of(next));
  check.text("/reason", body.reason);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  AgencyId agency = keeping_agency(scene, state->content.programme);
  const Result<Capacity> capacity = keeping_capacity(scene, keeping_of(state->content), agency, "Z02");
  if (!capacity) return capacity.error();
  if (has_ended(state->course)) return not_at_this_stage();
  Result<Event> event = amendment(state->content, body.set, body.reason, "Z04");
  if (!event) return std::move(event).error();
  return single(std::move(agency), capacity.value(), scene.command.target, state->content.programme,
                std::move(event).value());
}

template <MissionStepBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body) {
  const MissionState* state = target_of(scene);
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  AgencyId agency = keeping_agency(scene, state->content.programme);
  const Result<Capacity> capacity = keeping_capacity(scene, keeping_of(state->content), agency, "Z02");
  if (!capacity) return capacity.error();
  Result<Event> event = outcome(*state, body);
  if (!event) return std::move(event).error();
  return single(std::move(agency), capacity.value(), scene.command.target, state->content.programme,
                std::move(event).value());
}
template Result<Decision> decide_one(const Scene&, const SelectMission&);
template Result<Decision> decide_one(const Scene&, const ContractMission&);
template Result<Decision> decide_one(const Scene&, const RecordMissionDisbursement&);
template Result<Decision> decide_one(const Scene&, const RecordMissionCouncil&);
template Result<Decision> decide_one(const Scene&, const AcceptMission&);
template Result<Decision> decide_one(const Scene&, const TransferMission&);
template Result<Decision> decide_one(const Scene&, const FollowUpMission&);
template Result<Decision> decide_one(const Scene&, const StopMission&);
template Result<Decision> decide_one(const Scene&, const SetMissionMilestones&);

}  // namespace luuvet

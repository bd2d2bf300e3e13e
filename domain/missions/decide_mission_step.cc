// The steps of a mission, each with its paper and its day (Z03 to Z09).
#include <algorithm>
#include <utility>

#include "domain/missions/mission_scene.h"

namespace luuvet {
namespace {

using enum MissionStage;

// --- bodies ---

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
  check_paid(check, "/amount", body.amount);
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

struct StepStages {
  MissionStep step;
  MissionStage first;
  MissionStage last;
};

// The stages at which each step is taken. Payments and councils go beside them.
constexpr StepStages kTakenAt[] = {
    {MissionStep::kSelection, kOrdered, kOrdered},       // Z03
    {MissionStep::kContract, kSelected, kUnderWay},      // Z03: entered again it is the contract as amended
    {MissionStep::kAcceptance, kContracted, kUnderWay},  // Z03
    {MissionStep::kTransfer, kAccepted, kAccepted},      // Z03
    {MissionStep::kFollowUp, kAccepted, kTransferred},   // Z03: transfer may be left out
    {MissionStep::kStop, kOrdered, kTransferred},        // Z08
};

bool is_taken_at(MissionStep step, MissionStage stage) {
  return std::any_of(std::begin(kTakenAt), std::end(kTakenAt), [&](const StepStages& each) {
    return each.step == step && each.first <= stage && stage <= each.last;
  });
}

// Z03: the stage is one of the step's, and the step does not come before the last that was taken.
std::optional<Rejection> step_fault(const MissionState& mission, MissionStep step, Date on) {
  if (!is_taken_at(step, mission.course.stage)) return not_at_this_stage();
  Date last = mission.content.ordered_on;
  for (const TakenStep& each : taken_steps(mission.course)) last = std::max(last, each.on);
  if (on >= last) return std::nullopt;
  return rule_broken("Z03", "Bước này không thể có ngày trước bước liền trước (" + to_string(last) + ").",
                     "A step is not dated before the one before it (" + to_string(last) + ").");
}

Result<Event> outcome(const MissionState& mission, const SelectMission& body) {
  if (auto rejection = step_fault(mission, MissionStep::kSelection, body.on)) return *std::move(rejection);
  return Event{MissionSelected{body.way, body.host, body.on, body.document}};
}

Result<Event> outcome(const MissionState& mission, const ContractMission& body) {
  if (auto rejection = step_fault(mission, MissionStep::kContract, body.on)) return *std::move(rejection);
  if (mission.course.disbursed() > body.amount)
    return rule_broken("Z05", "Giá trị hợp đồng không thể nhỏ hơn số đã giải ngân.",
                       "A contract is not worth less than what was disbursed.");
  return Event{MissionContracted{body.number, body.amount, body.on, body.document}};
}

Result<Event> outcome(const MissionState& mission, const RecordMissionDisbursement& body) {
  const MissionCourse& course = mission.course;
  if (!course.contract || course.disbursements.size() >= kMissionDisbursementsMax) return not_at_this_stage();
  if (body.paid_on < course.contract->on) return paid_before_contract();
  if (auto rejection = disbursed_fault(course.disbursed() + body.amount, &*course.contract))
    return *std::move(rejection);
  return Event{MissionDisbursementRecorded{body.amount, body.paid_on, body.document, note_words(body.note)}};
}

Result<Event> outcome(const MissionState& mission, const RecordMissionCouncil& body) {
  if (has_ended(mission.course) || mission.course.councils.size() >= kMissionCouncilsMax) return not_at_this_stage();
  return Event{MissionCouncilHeld{body.kind, body.held_on, body.result, body.document, note_words(body.note)}};
}

Result<Event> outcome(const MissionState& mission, const AcceptMission& body) {
  if (auto rejection = step_fault(mission, MissionStep::kAcceptance, body.on)) return *std::move(rejection);
  if (!is_passed(mission.course, body.on))
    return rule_broken("Z06", "Cần biên bản hội đồng nghiệm thu kết luận đạt trước khi nghiệm thu.",
                       "A council of acceptance must have passed it first.");
  return Event{MissionAccepted{body.on, body.grade, body.document}};
}

Result<Event> outcome(const MissionState& mission, const TransferMission& body) {
  if (auto rejection = step_fault(mission, MissionStep::kTransfer, body.on)) return *std::move(rejection);
  return Event{MissionTransferred{body.receiver, body.on, body.document}};
}

Result<Event> outcome(const MissionState& mission, const FollowUpMission& body) {
  if (auto rejection = step_fault(mission, MissionStep::kFollowUp, body.on)) return *std::move(rejection);
  return Event{MissionFollowedUp{body.applied, body.on, body.document, note_words(body.text)}};
}

Result<Event> outcome(const MissionState& mission, const StopMission& body) {
  if (auto rejection = step_fault(mission, MissionStep::kStop, body.on)) return *std::move(rejection);
  return Event{MissionStopped{body.on, body.document, reason_words(body.reason)}};
}

Result<Event> outcome(const MissionState& mission, const SetMissionMilestones& body) {
  if (has_ended(mission.course)) return not_at_this_stage();
  if (mission.course.milestones == body.milestones)
    return rule_broken("Z04", "Các mốc giống hệt các mốc hiện có.", "These are the milestones as they stand.");
  return Event{MissionMilestonesSet{body.milestones}};
}

}  // namespace

template <MissionStepBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body) {
  return on_mission(
      scene, [&](BodyCheck& check, const MissionState&) { check_body(check, body); },
      [&](const MissionState& mission) { return outcome(mission, body); });
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

#include "domain/preconditions.h"

#include <algorithm>
#include <utility>

#include "domain/decide.h"

namespace luuvet {
namespace {

using Fields = std::vector<std::string_view>;

// Commands on work read whether it may move at all.
Fields with_standing(std::initializer_list<std::string_view> own) {
  Fields fields(own);
  for (const std::string_view each : {"suspended", "cancelled"}) fields.push_back(each);
  return fields;
}

Fields fields(const AmendDocument& body) {
  return names(body.set);
}
Fields fields(const AmendTask& body) {
  Fields result = names(body.set);
  const auto has = [&](std::string_view name) { return std::find(result.begin(), result.end(), name) != result.end(); };
  // Who leads and who confirms depend on each other.
  if (has("lead_agencies") && !has("confirming_agency"))
    result.push_back("confirming_agency");
  else if (has("confirming_agency") && !has("lead_agencies"))
    result.push_back("lead_agencies");
  return result;
}
Fields fields(const AmendPost& body) {
  Fields result = names(body.set);
  // What a post may say depends on its role.
  if (std::find(result.begin(), result.end(), "role") == result.end()) result.push_back("role");
  return result;
}
Fields fields(const AssignTask&) {
  return {"mode", "units", "group", "cancelled"};
}
Fields fields(const SuspendTask&) {
  return {"suspended", "cancelled"};
}
Fields fields(const ResumeTask&) {
  return {"suspended", "cancelled"};
}
Fields fields(const CancelTask&) {
  return {"cancelled"};
}
Fields fields(const ReinstateTask&) {
  return {"cancelled"};
}
Fields fields(const StartAssignment&) {
  return with_standing({"status", "started_on"});
}
Fields fields(const ReportProgress& body) {
  Fields result = with_standing({"draft"});
  if (body.quantities) result.push_back("deliverables");  // addressed by their place
  return result;
}
Fields fields(const ApproveProgress&) {
  return with_standing({"approval"});
}
Fields fields(const ReturnProgress&) {
  return with_standing({"approval"});
}
Fields fields(const SubmitAssignment&) {
  return with_standing({"status", "draft", "approval", "completed_on", "delivered", "deliverables"});
}
Fields fields(const AcceptAssignment&) {
  return with_standing({"status", "completed_on", "delivered"});
}
Fields fields(const ReturnAssignment&) {
  return with_standing({"status", "completed_on", "delivered"});
}
Fields fields(const AskExtension&) {
  return with_standing({"status", "extension", "extended_due", "deadline"});
}
Fields fields(const DecideExtension&) {
  return with_standing({"extension", "extended_due", "deadline"});
}
Fields fields(const ReopenAssignment&) {
  return with_standing({"status", "completed_on"});
}
Fields fields(const EnterOpeningState&) {
  return with_standing({"status", "opening_state"});
}
Fields fields(const ConfirmOpeningState&) {
  return with_standing({"status", "opening_state"});
}
Fields fields(const RenameAgency&) {
  return {"name", "short_name", "ended_on"};
}
Fields fields(const MergeAgency&) {
  return {"ended_on"};
}
Fields fields(const DissolveAgency&) {
  return {"ended_on"};
}
// A decision on a pair rests on what both rows say.
Fields fields(const LinkRows&) {
  return {"status",       "binding",           "title", "content", "deadline", "lead_agencies", "coordinating_agencies",
          "deliverables", "deliverables_text", "name",  "targets"};
}
Fields fields(const RejectLink&) {
  return {"status", "title", "content", "name"};
}
Fields fields(const PartLink&) {
  return {"status"};
}
Fields fields(const SettleDoubt&) {
  return {"settled", "text", "places"};
}
Fields fields(const ReopenDoubt&) {
  return {"settled"};
}
Fields fields(const CloseCoordination&) {
  return {"answers", "closed"};
}
// Its own agency's part of "people" is looked at apart: two agencies do not hinder each other (K04).
Fields fields(const AssignPeople&) {
  return with_standing({});
}
Fields fields(const SetUnitPlanLines&) {
  return {"stage"};  // lines are looked at one by one (Y04)
}
Fields fields(const SubmitUnitPlan&) {
  return {"stage", "lines"};
}
Fields fields(const ApproveUnitPlan&) {
  return {"stage", "lines"};
}
Fields fields(const ReturnUnitPlan&) {
  return {"stage", "lines"};
}
Fields fields(const NoteUnitPlan&) {
  return {"editions"};
}
Fields fields(const AmendUnitPlan&) {
  return {"stage"};
}
Fields fields(const MeetMilestone&) {
  return with_standing({"milestones"});
}
Fields fields(const UnmeetMilestone&) {
  return with_standing({"milestones"});
}
Fields fields(const SubmitYear&) {
  return with_standing({"status", "year_results"});
}
Fields fields(const AcceptYear&) {
  return with_standing({"year_results"});
}
Fields fields(const ReturnYear&) {
  return with_standing({"year_results"});
}
Fields fields(const ReopenYear&) {
  return with_standing({"year_results"});
}
Fields fields(const CloseYear&) {
  return {"closed_years"};
}
Fields fields(const DefineIndicator&) {
  return {"definitions"};
}
Fields fields(const SetIndicatorTargets&) {
  return {"target_sets"};
}
Fields fields(const EnterIndicatorBaseline&) {
  return {"baselines"};
}
Fields fields(const MarkIndicatorBreak&) {
  return {"breaks"};
}
Fields fields(const SetIndicatorChecks&) {
  return {"checks"};
}
// Whether there is a duty, and who publishes, stands in the definition.
Fields fields(const RecordPublication&) {
  return {"publications", "definitions"};
}
Fields fields(const TakeBackPublication&) {
  return {"publications"};
}
Fields fields(const SetOfficialFigure&) {
  return {"official_figures", "definitions"};
}
// The figures of the other kinds go their own way.
template <class Body>
requires requires(const Body& body) {
  body.kind == FigureKind::kActual;
}
Fields fields(const Body& body) {
  return {field_of(body.kind)};
}
Fields fields(const AssignSources&) {
  return {"sources", "need"};
}
Fields fields(const AmendNeed&) {
  return {"sources", "need"};
}
Fields fields(const ReviseNeed&) {
  return {"revised_need", "need"};
}
Fields fields(const OpenNeedRound&) {
  return {"need_rounds"};
}
Fields fields(const CloseNeedRound&) {
  return {"need_rounds"};
}
Fields fields(const AmendComponent&) {
  return {"components"};
}
Fields fields(const EndComponent&) {
  return {"components"};
}
Fields fields(const AmendContract&) {
  return {"contracts"};
}
Fields fields(const RedefineRatio&) {
  return {"definitions"};
}
Fields fields(const EnterRatioFigures&) {
  return {"figures"};
}
Fields fields(const AmendMission& body) {
  Fields result = names(body.set);
  result.push_back("stop");
  return result;
}
Fields fields(const SelectMission&) {
  return {"selection", "host", "stop"};
}
Fields fields(const ContractMission&) {
  return {"contract", "stop"};
}
Fields fields(const RecordMissionDisbursement&) {
  return {"contract", "disbursements", "stop"};
}
Fields fields(const RecordMissionCouncil&) {
  return {"councils", "stop"};
}
Fields fields(const AcceptMission&) {
  return {"acceptance", "councils", "stop"};
}
Fields fields(const TransferMission&) {
  return {"transfer", "stop"};
}
Fields fields(const FollowUpMission&) {
  return {"follow_up", "stop"};
}
Fields fields(const StopMission&) {
  return {"stage"};
}
Fields fields(const SetMissionMilestones&) {
  return {"milestones", "stop"};
}
// A correction rests on the whole course.
template <class Body>
requires requires(const Body& body) {
  body.step == MissionStep::kStop;
}
Fields fields(const Body&) {
  return {"selection", "contract", "disbursements", "councils", "acceptance", "transfer", "follow_up", "stop"};
}
Fields fields(const AmendBigProblem& body) {
  Fields result = names(body.set);
  result.push_back("state");
  return result;
}
Fields fields(const SetBigProblemMilestones&) {
  return {"milestones", "state"};
}
Fields fields(const CloseBigProblem&) {
  return {"state", "problem", "product"};
}
Fields fields(const AmendRegisterEntry& body) {
  Fields result = names(body.set);
  result.push_back("ended");
  return result;
}
Fields fields(const EndRegisterEntry&) {
  return {"ended"};
}
Fields fields(const SetExternalIds&) {
  return {"external_ids"};
}
Fields fields(const SetMeasures&) {
  return {"measures", "title", "content", "deliverables"};
}
Fields fields(const AcceptProposal&) {
  return {"state"};
}
Fields fields(const RefuseProposal&) {
  return {"state"};
}
// Entries of money do not hinder each other: their rules look at every sum as it is (M08 to M14).
template <class Body>
Fields fields(const Body&) {
  return {};
}

template <class... Bodies>
struct OneOf {
  template <class Body>
  bool operator()(const Body&) const {
    return (std::is_same_v<Body, Bodies> || ...);
  }
};
using Needing =
    OneOf<AmendDocument, AmendPost, AmendTask, AssignTask, SuspendTask, ResumeTask, CancelTask, ReinstateTask,
          StartAssignment, ReportProgress, ApproveProgress, ReturnProgress, SubmitAssignment, AcceptAssignment,
          ReturnAssignment, AskExtension, DecideExtension, ReopenAssignment, EnterOpeningState, ConfirmOpeningState,
          RenameAgency, MergeAgency, DissolveAgency, AssignPeople, LinkRows, RejectLink, PartLink, SettleDoubt,
          ReopenDoubt, CloseCoordination, SetUnitPlanLines, SubmitUnitPlan, ApproveUnitPlan, ReturnUnitPlan,
          NoteUnitPlan, AmendUnitPlan, MeetMilestone, UnmeetMilestone, SubmitYear, AcceptYear, ReturnYear, ReopenYear,
          CloseYear, DefineIndicator, SetIndicatorTargets, EnterIndicatorBaseline, MarkIndicatorBreak,
          SetIndicatorChecks, RecordPublication, TakeBackPublication, SetOfficialFigure, EnterSubmission,
          SubmitSubmission, ApproveSubmission, ReturnSubmissionDraft, VerifySubmission, ReturnSubmission,
          RestateSubmission, AssignSources, AmendNeed, ReviseNeed, OpenNeedRound, CloseNeedRound, RegisterComponent,
          AmendComponent, EndComponent, Allocate, ReduceAllocation, RegisterContract, AmendContract, Disburse,
          ReverseDisbursement, EnterOutsideMoney, ConfirmOutsideMoney, ReverseOutsideMoney, RedefineRatio,
          EnterRatioFigures, AmendMission, SelectMission, ContractMission, RecordMissionDisbursement,
          RecordMissionCouncil, AcceptMission, TransferMission, FollowUpMission, StopMission, SetMissionMilestones,
          CorrectMissionStep, TakeBackMissionStep, AmendBigProblem, SetBigProblemMilestones, CloseBigProblem,
          AmendRegisterEntry, EndRegisterEntry, SetExternalIds, SetMeasures, AcceptProposal, RefuseProposal>;

// Fields touched after `base`: of those that matter, or of all.
std::vector<std::string> moved_since(Sequence base, std::initializer_list<const Life*> lives,
                                     const Fields* that_matter) {
  std::vector<std::string> moved;
  for (const Life* life : lives) {
    for (const Touch& touch : life->touches) {
      if (touch.sequence <= base) continue;
      if (that_matter && std::find(that_matter->begin(), that_matter->end(), touch.field) == that_matter->end())
        continue;
      moved.emplace_back(touch.field);
    }
  }
  return moved;
}

Rejection precondition_required() {
  Rejection rejection;
  rejection.kind = RejectionKind::kPreconditionRequired;
  rejection.detail = {"Yêu cầu cần kèm If-Match hoặc Luuvet-Based-On: bạn đã xem nội dung ở thời điểm nào.",
                      "Send If-Match or Luuvet-Based-On: which state you have seen."};
  return rejection;
}

std::optional<Rejection> beyond_head(const World& world, const Context& context) {
  const Sequence head = world.head;
  if (!context.based_on || *context.based_on <= head) return std::nullopt;
  if (context.based_on_in_item) return unseen("/based_on", head);
  Rejection rejection;
  rejection.detail = {"Luuvet-Based-On vượt quá bản ghi cuối cùng (" + std::to_string(head) + ").",
                      "Luuvet-Based-On lies beyond the last record (" + std::to_string(head) + ")."};
  return rejection;
}

}  // namespace

Rejection unseen(std::string pointer, Sequence head) {
  return invalid(std::move(pointer), "Vượt quá bản ghi cuối cùng (" + std::to_string(head) + ").",
                 "This lies beyond the last record (" + std::to_string(head) + ").");
}

Rejection stale(std::vector<std::string> moved, Sequence current) {
  Rejection rejection;
  rejection.kind = RejectionKind::kStale;
  rejection.detail = {"Nội dung đã được người khác cập nhật sau khi bạn mở; xin xem thay đổi rồi gửi lại.",
                      "Somebody has changed this since you read it; look at the changes and send again."};
  rejection.fields = std::move(moved);
  rejection.current = current;
  return rejection;
}

bool needs_precondition(const CommandBody& body) {
  return std::visit(Needing{}, body);
}

std::vector<std::string_view> fields_of(const CommandBody& body) {
  return std::visit([](const auto& each) { return fields(each); }, body);
}

std::optional<Rejection> unaddressed_fault(const World& world, const Context& context) {
  if (context.if_match) return stale({}, 0);
  return beyond_head(world, context);
}

std::optional<Rejection> precondition_fault(const World& world, const Command& command, const Context& context,
                                            std::initializer_list<const Life*> lives) {
  if (auto rejection = beyond_head(world, context)) return rejection;
  if (!context.if_match && !context.based_on) {
    if (needs_precondition(command.body)) return precondition_required();
    return std::nullopt;
  }
  const Sequence current = world.representation(command.target);
  if (context.if_match && *context.if_match != current)
    return stale(moved_since(*context.if_match, lives, nullptr), current);
  if (!context.based_on) return std::nullopt;
  const Fields that_matter = fields_of(command.body);
  std::vector<std::string> moved = moved_since(*context.based_on, lives, &that_matter);
  if (moved.empty()) return std::nullopt;
  return stale(std::move(moved), current);
}

}  // namespace luuvet

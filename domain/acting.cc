#include "domain/acting.h"

#include <boost/mp11.hpp>
#include <utility>

#include "domain/fate.h"

namespace luuvet {
namespace {

template <class Body, CommandKind kKindOf>
struct Named {
  using Type = Body;
  static constexpr CommandKind kKind = kKindOf;
};

// Each command that a request can carry, by its name in the table of rights.
using Names = boost::mp11::mp_list<
    Named<RegisterDocument, CommandKind::kRegisterDocument>, Named<AmendDocument, CommandKind::kAmendDocument>,
    Named<RegisterTask, CommandKind::kRegisterTask>, Named<AmendTask, CommandKind::kAmendTask>,
    Named<AssignTask, CommandKind::kAssign>, Named<RecordTrigger, CommandKind::kRecordTrigger>,
    Named<SuspendTask, CommandKind::kSuspend>, Named<ResumeTask, CommandKind::kResume>,
    Named<CancelTask, CommandKind::kCancel>, Named<ReinstateTask, CommandKind::kReinstate>,
    Named<AmendProgramme, CommandKind::kAmendProgramme>, Named<ImportPlan, CommandKind::kAmendProgramme>,
    Named<StartAssignment, CommandKind::kStart>, Named<ReportProgress, CommandKind::kReportProgress>,
    Named<SubmitAssignment, CommandKind::kSubmit>, Named<AskExtension, CommandKind::kAskExtension>,
    Named<EnterOpeningState, CommandKind::kEnterOpeningState>,
    Named<EnterOpeningStates, CommandKind::kEnterOpeningState>, Named<ApproveProgress, CommandKind::kApproveProgress>,
    Named<ApproveProgressMany, CommandKind::kApproveProgress>, Named<ReturnProgress, CommandKind::kReturnProgress>,
    Named<ConfirmOpeningState, CommandKind::kConfirmOpeningState>,
    Named<ConfirmOpeningStates, CommandKind::kConfirmOpeningState>, Named<AcceptAssignment, CommandKind::kAccept>,
    Named<ReturnAssignment, CommandKind::kReturn>, Named<ReopenAssignment, CommandKind::kReopen>,
    Named<DecideExtension, CommandKind::kDecideExtension>, Named<Comment, CommandKind::kComment>,
    Named<Direct, CommandKind::kDirect>, Named<Urge, CommandKind::kUrge>,
    Named<RegisterPost, CommandKind::kRegisterPost>, Named<AmendPost, CommandKind::kAmendPost>,
    Named<FillPost, CommandKind::kFillPost>, Named<VacatePost, CommandKind::kVacatePost>,
    Named<OpenAccount, CommandKind::kOpenAccount>, Named<CloseAccount, CommandKind::kCloseAccount>,
    Named<ReopenAccount, CommandKind::kReopenAccount>, Named<IssueToken, CommandKind::kIssueToken>,
    Named<RevokeToken, CommandKind::kRevokeToken>, Named<FoundAgency, CommandKind::kFoundAgency>,
    Named<RenameAgency, CommandKind::kRenameAgency>, Named<MergeAgency, CommandKind::kMergeAgency>,
    Named<DissolveAgency, CommandKind::kDissolveAgency>, Named<UndoTask, CommandKind::kUndoTask>,
    Named<UndoDocument, CommandKind::kUndoDocument>, Named<WithdrawProgress, CommandKind::kWithdrawProgress>,
    Named<WithdrawComment, CommandKind::kWithdrawComment>, Named<AssignPeople, CommandKind::kAssignPeople>,
    Named<AssignPeopleMany, CommandKind::kAssignPeople>, Named<HandOver, CommandKind::kHandOver>,
    Named<ProposeLink, CommandKind::kProposeLink>, Named<LinkRows, CommandKind::kLink>,
    Named<LinkMany, CommandKind::kLink>, Named<RejectLink, CommandKind::kRejectLink>,
    Named<RejectLinks, CommandKind::kRejectLink>, Named<PartLink, CommandKind::kPartLink>,
    Named<SettleDoubt, CommandKind::kSettleDoubt>, Named<SettleDoubts, CommandKind::kSettleDoubt>,
    Named<ReopenDoubt, CommandKind::kReopenDoubt>, Named<AskCoordination, CommandKind::kAskCoordination>,
    Named<ConfirmCoordination, CommandKind::kConfirmCoordination>,
    Named<DisputeCoordination, CommandKind::kDisputeCoordination>,
    Named<AnswerCoordination, CommandKind::kAnswerCoordination>,
    Named<CloseCoordination, CommandKind::kCloseCoordination>, Named<AssignTasks, CommandKind::kAssign>,
    Named<BeginUnitPlan, CommandKind::kBeginUnitPlan>, Named<SetUnitPlanLines, CommandKind::kSetUnitPlanLines>,
    Named<SubmitUnitPlan, CommandKind::kSubmitUnitPlan>, Named<ApproveUnitPlan, CommandKind::kApproveUnitPlan>,
    Named<ReturnUnitPlan, CommandKind::kReturnUnitPlan>, Named<NoteUnitPlan, CommandKind::kNoteUnitPlan>,
    Named<AmendUnitPlan, CommandKind::kAmendUnitPlan>, Named<MeetMilestone, CommandKind::kMeetMilestone>,
    Named<UnmeetMilestone, CommandKind::kUnmeetMilestone>, Named<SubmitYear, CommandKind::kSubmitYear>,
    Named<AcceptYear, CommandKind::kAcceptYear>, Named<ReturnYear, CommandKind::kReturnYear>,
    Named<ReopenYear, CommandKind::kReopenYear>, Named<CloseYear, CommandKind::kCloseYear>,
    Named<DefineIndicator, CommandKind::kDefineIndicator>,
    Named<SetIndicatorTargets, CommandKind::kSetIndicatorTargets>,
    Named<EnterIndicatorBaseline, CommandKind::kEnterIndicatorBaseline>,
    Named<EnterIndicatorBaselines, CommandKind::kEnterIndicatorBaseline>,
    Named<MarkIndicatorBreak, CommandKind::kMarkIndicatorBreak>,
    Named<SetIndicatorChecks, CommandKind::kSetIndicatorChecks>, Named<EnterSubmission, CommandKind::kEnterSubmission>,
    Named<SubmitSubmission, CommandKind::kSubmitSubmission>, Named<ApproveSubmission, CommandKind::kApproveSubmission>,
    Named<ReturnSubmissionDraft, CommandKind::kReturnSubmissionDraft>,
    Named<VerifySubmission, CommandKind::kVerifySubmission>, Named<ReturnSubmission, CommandKind::kReturnSubmission>,
    Named<RestateSubmission, CommandKind::kRestateSubmission>, Named<EnterSubmissions, CommandKind::kEnterSubmission>,
    Named<SubmitSubmissions, CommandKind::kSubmitSubmission>,
    Named<ApproveSubmissions, CommandKind::kApproveSubmission>,
    Named<VerifySubmissions, CommandKind::kVerifySubmission>, Named<ReturnSubmissions, CommandKind::kReturnSubmission>,
    Named<ReturnSubmissionDrafts, CommandKind::kReturnSubmissionDraft>,
    Named<AssignSources, CommandKind::kAssignSources>, Named<AmendNeed, CommandKind::kAmendNeed>,
    Named<ReviseNeed, CommandKind::kReviseNeed>, Named<OpenNeedRound, CommandKind::kOpenNeedRound>,
    Named<CloseNeedRound, CommandKind::kCloseNeedRound>, Named<RegisterComponent, CommandKind::kRegisterComponent>,
    Named<AmendComponent, CommandKind::kAmendComponent>, Named<EndComponent, CommandKind::kEndComponent>,
    Named<Allocate, CommandKind::kAllocate>, Named<ReduceAllocation, CommandKind::kReduceAllocation>,
    Named<RegisterContract, CommandKind::kRegisterContract>, Named<AmendContract, CommandKind::kAmendContract>,
    Named<Disburse, CommandKind::kDisburse>, Named<ReverseDisbursement, CommandKind::kReverseDisbursement>,
    Named<EnterOutsideMoney, CommandKind::kEnterOutsideMoney>,
    Named<ConfirmOutsideMoney, CommandKind::kConfirmOutsideMoney>,
    Named<ReverseOutsideMoney, CommandKind::kReverseOutsideMoney>,
    Named<BookTreasuryExtract, CommandKind::kBookTreasuryExtract>,
    Named<SettleTreasuryRows, CommandKind::kSettleTreasuryRows>, Named<DefineNewRatio, CommandKind::kDefineRatio>,
    Named<RedefineRatio, CommandKind::kDefineRatio>, Named<EnterRatioFigures, CommandKind::kEnterRatioFigures>,
    Named<OrderMission, CommandKind::kOrderMission>, Named<AmendMission, CommandKind::kAmendMission>,
    Named<SelectMission, CommandKind::kAdvanceMission>, Named<ContractMission, CommandKind::kAdvanceMission>,
    Named<RecordMissionDisbursement, CommandKind::kAdvanceMission>,
    Named<RecordMissionCouncil, CommandKind::kAdvanceMission>, Named<AcceptMission, CommandKind::kAdvanceMission>,
    Named<TransferMission, CommandKind::kAdvanceMission>, Named<StopMission, CommandKind::kStopMission>,
    Named<FollowUpMission, CommandKind::kFollowUpMission>,
    Named<SetMissionMilestones, CommandKind::kSetMissionMilestones>,
    Named<CorrectMissionStep, CommandKind::kCorrectMission>, Named<TakeBackMissionStep, CommandKind::kCorrectMission>,
    Named<RegisterBigProblem, CommandKind::kRegisterBigProblem>, Named<AmendBigProblem, CommandKind::kAmendBigProblem>,
    Named<SetBigProblemMilestones, CommandKind::kSetBigProblemMilestones>,
    Named<CloseBigProblem, CommandKind::kCloseBigProblem>, Named<AddRegisterEntry, CommandKind::kAddRegisterEntry>,
    Named<AmendRegisterEntry, CommandKind::kAmendRegisterEntry>,
    Named<EndRegisterEntry, CommandKind::kEndRegisterEntry>, Named<SetExternalIds, CommandKind::kSetExternalIds>,
    Named<SetMeasures, CommandKind::kSetMeasures>, Named<SetMeasuresMany, CommandKind::kSetMeasures>,
    Named<MakeProposal, CommandKind::kPropose>, Named<AcceptProposal, CommandKind::kAcceptProposal>,
    Named<RefuseProposal, CommandKind::kRefuseProposal>>;

template <class Body>
std::optional<CommandKind> kind_of_body(const Body&) {
  std::optional<CommandKind> kind;
  boost::mp11::mp_for_each<Names>([&](auto named) {
    if constexpr (std::is_same_v<typename decltype(named)::Type, Body>) kind = named.kKind;
  });
  return kind;
}

// The system has every role, for whichever agency it is said to act (P05).
std::vector<Grant> every_grant(const AgencyId& agency) {
  std::vector<Grant> grants;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto role) {
    Grant grant;
    grant.role = role.value;
    grant.agency = agency;
    grant.capacity = Capacity::kSystem;
    grants.push_back(std::move(grant));
  });
  return grants;
}

Rejection no_such_capacity() {
  return forbidden("P06", "Bạn không được giao làm việc cho cơ quan này với tư cách đó.",
                   "You have not been given that capacity for this agency.");
}

Rejection no_role() {
  return forbidden("P01", "Không chức danh nào bạn đang giữ tại cơ quan này được làm việc này.",
                   "No post that you hold for this agency gives the right to do this.");
}

Rejection for_an_ended_agency(const World& world, const AgencyId& agency) {
  const Message fate = fate_of(world, agency);
  return forbidden("B05", "Không thể làm việc thay mặt cơ quan này: " + fate.vi,
                   "Nobody acts for this agency: " + fate.en);
}

}  // namespace

std::optional<CommandKind> kind_of(const CommandBody& body) {
  return std::visit([](const auto& each) { return kind_of_body(each); }, body);
}

Result<Acting> acting_by(const World& world, const Command& command, const Context& context) {
  if (world.has_ended(context.agency)) return for_an_ended_agency(world, context.agency);
  if (is_system(context.actor)) return Acting{every_grant(context.agency)};
  Acting acting{grants_of(world, context.actor, context.today)};
  std::erase_if(acting.grants, [&](const Grant& grant) { return grant.agency != context.agency; });
  if (context.capacity) {
    std::erase_if(acting.grants, [&](const Grant& grant) { return grant.capacity != *context.capacity; });
    if (acting.grants.empty()) return no_such_capacity();
  }
  const std::optional<CommandKind> kind = kind_of(command.body);
  if (!kind) return acting;
  std::erase_if(acting.grants, [&](const Grant& grant) { return !takes(*kind, grant.role); });
  if (acting.grants.empty()) return no_role();
  return acting;
}

}  // namespace luuvet

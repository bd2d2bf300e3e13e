// The kind of each command that a request can carry: its name in the table of rights.
#include <boost/mp11.hpp>
#include <type_traits>

#include "domain/people/acting.h"

namespace luuvet {
namespace {

using enum CommandKind;

template <CommandKind kKindOf, class... Bodies>
struct Kind {};

// An act over many subjects has the right of the single command; so have other commands that are one in the table.
// clang-format off
using Kinds = boost::mp11::mp_list<
    Kind<kRegisterDocument, RegisterDocument>,
    Kind<kAmendDocument, AmendDocument>,
    Kind<kRegisterTask, RegisterTask>,
    Kind<kAmendTask, AmendTask>,
    Kind<kAssign, AssignTask, AssignTasks>,
    Kind<kRecordTrigger, RecordTrigger>,
    Kind<kSuspend, SuspendTask>,
    Kind<kResume, ResumeTask>,
    Kind<kCancel, CancelTask>,
    Kind<kReinstate, ReinstateTask>,
    Kind<kAmendProgramme, AmendProgramme, ImportPlan>,
    Kind<kStart, StartAssignment>,
    Kind<kReportProgress, ReportProgress>,
    Kind<kSubmit, SubmitAssignment>,
    Kind<kAskExtension, AskExtension>,
    Kind<kEnterOpeningState, EnterOpeningState, EnterOpeningStates>,
    Kind<kApproveProgress, ApproveProgress, ApproveProgressMany>,
    Kind<kReturnProgress, ReturnProgress>,
    Kind<kConfirmOpeningState, ConfirmOpeningState, ConfirmOpeningStates>,
    Kind<kAccept, AcceptAssignment>,
    Kind<kReturn, ReturnAssignment>,
    Kind<kReopen, ReopenAssignment>,
    Kind<kDecideExtension, DecideExtension>,
    Kind<kComment, Comment>,
    Kind<kDirect, Direct>,
    Kind<kUrge, Urge>,
    Kind<kRegisterPost, RegisterPost>,
    Kind<kAmendPost, AmendPost>,
    Kind<kFillPost, FillPost>,
    Kind<kVacatePost, VacatePost>,
    Kind<kOpenAccount, OpenAccount>,
    Kind<kCloseAccount, CloseAccount>,
    Kind<kReopenAccount, ReopenAccount>,
    Kind<kIssueToken, IssueToken>,
    Kind<kRevokeToken, RevokeToken>,
    Kind<kFoundAgency, FoundAgency>,
    Kind<kRenameAgency, RenameAgency>,
    Kind<kMergeAgency, MergeAgency>,
    Kind<kDissolveAgency, DissolveAgency>,
    Kind<kUndoTask, UndoTask>,
    Kind<kUndoDocument, UndoDocument>,
    Kind<kWithdrawProgress, WithdrawProgress>,
    Kind<kWithdrawComment, WithdrawComment>,
    Kind<kAssignPeople, AssignPeople, AssignPeopleMany>,
    Kind<kHandOver, HandOver>,
    Kind<kProposeLink, ProposeLink>,
    Kind<kLink, LinkRows, LinkMany>,
    Kind<kRejectLink, RejectLink, RejectLinks>,
    Kind<kPartLink, PartLink>,
    Kind<kRaiseDoubt, RaiseDoubt>,
    Kind<kSettleDoubt, SettleDoubt, SettleDoubts>,
    Kind<kReopenDoubt, ReopenDoubt>,
    Kind<kAskCoordination, AskCoordination>,
    Kind<kConfirmCoordination, ConfirmCoordination>,
    Kind<kDisputeCoordination, DisputeCoordination>,
    Kind<kAnswerCoordination, AnswerCoordination>,
    Kind<kCloseCoordination, CloseCoordination>,
    Kind<kBeginUnitPlan, BeginUnitPlan>,
    Kind<kSetUnitPlanLines, SetUnitPlanLines>,
    Kind<kSubmitUnitPlan, SubmitUnitPlan>,
    Kind<kApproveUnitPlan, ApproveUnitPlan>,
    Kind<kReturnUnitPlan, ReturnUnitPlan>,
    Kind<kNoteUnitPlan, NoteUnitPlan>,
    Kind<kAmendUnitPlan, AmendUnitPlan>,
    Kind<kMeetMilestone, MeetMilestone>,
    Kind<kUnmeetMilestone, UnmeetMilestone>,
    Kind<kSubmitYear, SubmitYear>,
    Kind<kAcceptYear, AcceptYear>,
    Kind<kReturnYear, ReturnYear>,
    Kind<kReopenYear, ReopenYear>,
    Kind<kCloseYear, CloseYear>,
    Kind<kDefineIndicator, DefineIndicator, DefineIndicators>,
    Kind<kSetIndicatorTargets, SetIndicatorTargets, SetIndicatorTargetsMany>,
    Kind<kEnterIndicatorBaseline, EnterIndicatorBaseline, EnterIndicatorBaselines>,
    Kind<kMarkIndicatorBreak, MarkIndicatorBreak>,
    Kind<kSetIndicatorChecks, SetIndicatorChecks>,
    Kind<kRecordPublication, RecordPublication>,
    Kind<kTakeBackPublication, TakeBackPublication>,
    Kind<kSetOfficialFigure, SetOfficialFigure>,
    Kind<kRegisterIndicator, RegisterIndicator>,
    Kind<kEnterSubmission, EnterSubmission, EnterSubmissions>,
    Kind<kSubmitSubmission, SubmitSubmission, SubmitSubmissions>,
    Kind<kApproveSubmission, ApproveSubmission, ApproveSubmissions>,
    Kind<kReturnSubmissionDraft, ReturnSubmissionDraft, ReturnSubmissionDrafts>,
    Kind<kVerifySubmission, VerifySubmission, VerifySubmissions>,
    Kind<kReturnSubmission, ReturnSubmission, ReturnSubmissions>,
    Kind<kRestateSubmission, RestateSubmission>,
    Kind<kAssignSources, AssignSources>,
    Kind<kAmendNeed, AmendNeed>,
    Kind<kReviseNeed, ReviseNeed>,
    Kind<kOpenNeedRound, OpenNeedRound>,
    Kind<kCloseNeedRound, CloseNeedRound>,
    Kind<kRegisterComponent, RegisterComponent>,
    Kind<kAmendComponent, AmendComponent>,
    Kind<kEndComponent, EndComponent>,
    Kind<kAllocate, Allocate>,
    Kind<kReduceAllocation, ReduceAllocation>,
    Kind<kRegisterContract, RegisterContract>,
    Kind<kAmendContract, AmendContract>,
    Kind<kDisburse, Disburse>,
    Kind<kReverseDisbursement, ReverseDisbursement>,
    Kind<kEnterOutsideMoney, EnterOutsideMoney>,
    Kind<kConfirmOutsideMoney, ConfirmOutsideMoney>,
    Kind<kReverseOutsideMoney, ReverseOutsideMoney>,
    Kind<kBookTreasuryExtract, BookTreasuryExtract>,
    Kind<kSettleTreasuryRows, SettleTreasuryRows>,
    Kind<kDefineRatio, DefineNewRatio, RedefineRatio>,
    Kind<kEnterRatioFigures, EnterRatioFigures>,
    Kind<kOrderMission, OrderMission>,
    Kind<kAmendMission, AmendMission>,
    Kind<kAdvanceMission, SelectMission, ContractMission, RecordMissionDisbursement, RecordMissionCouncil,
         AcceptMission, TransferMission>,
    Kind<kStopMission, StopMission>,
    Kind<kFollowUpMission, FollowUpMission>,
    Kind<kSetMissionMilestones, SetMissionMilestones>,
    Kind<kCorrectMission, CorrectMissionStep, TakeBackMissionStep>,
    Kind<kRegisterBigProblem, RegisterBigProblem>,
    Kind<kAmendBigProblem, AmendBigProblem>,
    Kind<kSetBigProblemMilestones, SetBigProblemMilestones>,
    Kind<kCloseBigProblem, CloseBigProblem>,
    Kind<kAddRegisterEntry, AddRegisterEntry>,
    Kind<kAmendRegisterEntry, AmendRegisterEntry>,
    Kind<kEndRegisterEntry, EndRegisterEntry>,
    Kind<kSetExternalIds, SetExternalIds>,
    Kind<kSetMeasures, SetMeasures, SetMeasuresMany>,
    Kind<kPropose, MakeProposal>,
    Kind<kAcceptProposal, AcceptProposal>,
    Kind<kRefuseProposal, RefuseProposal>>;
// clang-format on

template <class Body>
std::optional<CommandKind> kind_of_body(const Body&) {
  std::optional<CommandKind> kind;
  boost::mp11::mp_for_each<Kinds>([&]<CommandKind kEach, class... Bodies>(Kind<kEach, Bodies...>) {
    if constexpr ((std::is_same_v<Body, Bodies> || ...)) kind = kEach;
  });
  return kind;
}

}  // namespace

std::optional<CommandKind> kind_of(const CommandBody& body) {
  return std::visit([](const auto& each) { return kind_of_body(each); }, body);
}

}  // namespace luuvet

// The parts of `decide`, one a kind of command, after the roles have been judged. Each goes the same way: target, body,
// preconditions, relations, rules.
#pragma once

#include <functional>

#include "domain/body_check.h"
#include "domain/decide.h"
#include "domain/people/acting.h"
#include "domain/tasks/work.h"

namespace luuvet {

// One command as it came in.
struct Scene {
  const World& world;
  const Command& command;
  const Context& context;
  const Acting& acting;
};

template <WorkBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body);

Result<Decision> decide_one(const Scene& scene, const RegisterTask& body);
using TaskBodies =
    boost::mp11::mp_list<AmendTask, AssignTask, RecordTrigger, SuspendTask, ResumeTask, CancelTask, ReinstateTask>;
template <class Body>
concept TaskBody = boost::mp11::mp_contains<TaskBodies, Body>::value;
template <TaskBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body);

Result<Decision> decide_one(const Scene& scene, const UndoTask& body);

Result<Decision> decide_one(const Scene& scene, const RegisterDocument& body);
Result<Decision> decide_one(const Scene& scene, const AmendDocument& body);
Result<Decision> decide_one(const Scene& scene, const UndoDocument& body);

Result<Decision> decide_one(const Scene& scene, const Comment& body);
Result<Decision> decide_one(const Scene& scene, const Direct& body);
Result<Decision> decide_one(const Scene& scene, const Urge& body);
Result<Decision> decide_one(const Scene& scene, const WithdrawComment& body);

Result<Decision> decide_one(const Scene& scene, const RegisterPost& body);
Result<Decision> decide_one(const Scene& scene, const AmendPost& body);
Result<Decision> decide_one(const Scene& scene, const FillPost& body);
Result<Decision> decide_one(const Scene& scene, const VacatePost& body);

Result<Decision> decide_one(const Scene& scene, const OpenAccount& body);
Result<Decision> decide_one(const Scene& scene, const CloseAccount& body);
Result<Decision> decide_one(const Scene& scene, const ReopenAccount& body);
Result<Decision> decide_one(const Scene& scene, const IssueToken& body);
Result<Decision> decide_one(const Scene& scene, const RevokeToken& body);

Result<Decision> decide_one(const Scene& scene, const FoundAgency& body);
Result<Decision> decide_one(const Scene& scene, const RenameAgency& body);
Result<Decision> decide_one(const Scene& scene, const MergeAgency& body);
Result<Decision> decide_one(const Scene& scene, const DissolveAgency& body);

Result<Decision> decide_one(const Scene& scene, const BeginUnitPlan& body);
Result<Decision> decide_one(const Scene& scene, const SetUnitPlanLines& body);
Result<Decision> decide_one(const Scene& scene, const SubmitUnitPlan& body);
Result<Decision> decide_one(const Scene& scene, const ApproveUnitPlan& body);
Result<Decision> decide_one(const Scene& scene, const ReturnUnitPlan& body);
Result<Decision> decide_one(const Scene& scene, const NoteUnitPlan& body);
Result<Decision> decide_one(const Scene& scene, const AmendUnitPlan& body);
Result<Decision> decide_one(const Scene& scene, const CloseYear& body);

using IndicatorBodies = boost::mp11::mp_list<DefineIndicator, SetIndicatorTargets, EnterIndicatorBaseline,
                                             MarkIndicatorBreak, SetIndicatorChecks>;
template <class Body>
concept IndicatorBody = boost::mp11::mp_contains<IndicatorBodies, Body>::value;
template <IndicatorBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body);

Result<Decision> decide_one(const Scene& scene, const SetOfficialFigure& body);
Result<Decision> decide_one(const Scene& scene, const RegisterIndicator& body);

using PublicationBodies = boost::mp11::mp_list<RecordPublication, TakeBackPublication>;
template <class Body>
concept PublicationBody = boost::mp11::mp_contains<PublicationBodies, Body>::value;
template <PublicationBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body);

using SubmissionBodies =
    boost::mp11::mp_list<EnterSubmission, SubmitSubmission, ApproveSubmission, ReturnSubmissionDraft, VerifySubmission,
                         ReturnSubmission, RestateSubmission>;
template <class Body>
concept SubmissionBody = boost::mp11::mp_contains<SubmissionBodies, Body>::value;
template <SubmissionBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body);
Result<Decision> decide_one(const Scene& scene, const EnterSubmissions& body);
Result<Decision> decide_one(const Scene& scene, const SubmitSubmissions& body);
Result<Decision> decide_one(const Scene& scene, const ApproveSubmissions& body);
Result<Decision> decide_one(const Scene& scene, const VerifySubmissions& body);
Result<Decision> decide_one(const Scene& scene, const ReturnSubmissions& body);
Result<Decision> decide_one(const Scene& scene, const ReturnSubmissionDrafts& body);
Result<Decision> decide_one(const Scene& scene, const EnterIndicatorBaselines& body);
Result<Decision> decide_one(const Scene& scene, const SetIndicatorTargetsMany& body);
Result<Decision> decide_one(const Scene& scene, const DefineIndicators& body);
Result<Decision> decide_one(const Scene& scene, const AssignSources& body);
Result<Decision> decide_one(const Scene& scene, const AmendNeed& body);
Result<Decision> decide_one(const Scene& scene, const ReviseNeed& body);
Result<Decision> decide_one(const Scene& scene, const OpenNeedRound& body);
Result<Decision> decide_one(const Scene& scene, const CloseNeedRound& body);
Result<Decision> decide_one(const Scene& scene, const RegisterComponent& body);
Result<Decision> decide_one(const Scene& scene, const AmendComponent& body);
Result<Decision> decide_one(const Scene& scene, const EndComponent& body);
Result<Decision> decide_one(const Scene& scene, const Allocate& body);
Result<Decision> decide_one(const Scene& scene, const ReduceAllocation& body);
Result<Decision> decide_one(const Scene& scene, const RegisterContract& body);
Result<Decision> decide_one(const Scene& scene, const AmendContract& body);
Result<Decision> decide_one(const Scene& scene, const Disburse& body);
Result<Decision> decide_one(const Scene& scene, const ReverseDisbursement& body);
Result<Decision> decide_one(const Scene& scene, const EnterOutsideMoney& body);
Result<Decision> decide_one(const Scene& scene, const ConfirmOutsideMoney& body);
Result<Decision> decide_one(const Scene& scene, const ReverseOutsideMoney& body);
Result<Decision> decide_one(const Scene& scene, const BookTreasuryExtract& body);
Result<Decision> decide_one(const Scene& scene, const SettleTreasuryRows& body);
Result<Decision> decide_one(const Scene& scene, const DefineNewRatio& body);
Result<Decision> decide_one(const Scene& scene, const RedefineRatio& body);
Result<Decision> decide_one(const Scene& scene, const EnterRatioFigures& body);

Result<Decision> decide_one(const Scene& scene, const AmendProgramme& body);
Result<Decision> decide_one(const Scene& scene, const EnterOpeningStates& body);
Result<Decision> decide_one(const Scene& scene, const ConfirmOpeningStates& body);
Result<Decision> decide_one(const Scene& scene, const ApproveProgressMany& body);
Result<Decision> decide_one(const Scene& scene, const AssignPeopleMany& body);
Result<Decision> decide_one(const Scene& scene, const HandOver& body);

Result<Decision> decide_one(const Scene& scene, const ProposeLink& body);
Result<Decision> decide_one(const Scene& scene, const LinkRows& body);
Result<Decision> decide_one(const Scene& scene, const RejectLink& body);
Result<Decision> decide_one(const Scene& scene, const PartLink& body);
Result<Decision> decide_one(const Scene& scene, const LinkMany& body);
Result<Decision> decide_one(const Scene& scene, const RejectLinks& body);
Result<Decision> decide_one(const Scene& scene, const RaiseDoubt& body);
Result<Decision> decide_one(const Scene& scene, const SettleDoubt& body);
Result<Decision> decide_one(const Scene& scene, const ReopenDoubt& body);
Result<Decision> decide_one(const Scene& scene, const SettleDoubts& body);
Result<Decision> decide_one(const Scene& scene, const AssignTasks& body);

Result<Decision> decide_one(const Scene& scene, const AskCoordination& body);
using CoordinationBodies =
    boost::mp11::mp_list<ConfirmCoordination, DisputeCoordination, AnswerCoordination, CloseCoordination>;
template <class Body>
concept CoordinationBody = boost::mp11::mp_contains<CoordinationBodies, Body>::value;
template <CoordinationBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body);

Result<Decision> decide_one(const Scene& scene, const OrderMission& body);
Result<Decision> decide_one(const Scene& scene, const AmendMission& body);
using MissionStepBodies =
    boost::mp11::mp_list<SelectMission, ContractMission, RecordMissionDisbursement, RecordMissionCouncil, AcceptMission,
                         TransferMission, FollowUpMission, StopMission, SetMissionMilestones>;
template <class Body>
concept MissionStepBody = boost::mp11::mp_contains<MissionStepBodies, Body>::value;
template <MissionStepBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body);

using MissionCorrectionBodies = boost::mp11::mp_list<CorrectMissionStep, TakeBackMissionStep>;
template <class Body>
concept MissionCorrectionBody = boost::mp11::mp_contains<MissionCorrectionBodies, Body>::value;
template <MissionCorrectionBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body);

Result<Decision> decide_one(const Scene& scene, const RegisterBigProblem& body);
Result<Decision> decide_one(const Scene& scene, const AmendBigProblem& body);
Result<Decision> decide_one(const Scene& scene, const SetBigProblemMilestones& body);
Result<Decision> decide_one(const Scene& scene, const CloseBigProblem& body);

Result<Decision> decide_one(const Scene& scene, const AddRegisterEntry& body);
Result<Decision> decide_one(const Scene& scene, const AmendRegisterEntry& body);
Result<Decision> decide_one(const Scene& scene, const EndRegisterEntry& body);

Result<Decision> decide_one(const Scene& scene, const SetExternalIds& body);
Result<Decision> decide_one(const Scene& scene, const SetMeasures& body);
Result<Decision> decide_one(const Scene& scene, const SetMeasuresMany& body);
Result<Decision> decide_one(const Scene& scene, const MakeProposal& body);
Result<Decision> decide_one(const Scene& scene, const AcceptProposal& body);
Result<Decision> decide_one(const Scene& scene, const RefuseProposal& body);

Result<Decision> decide_one(const Scene& scene, const ImportPlan& body);
template <class Content>
Result<Decision> decide_one(const Scene& scene, const ImportRow<Content>& body);
Result<Decision> decide_one(const Scene& scene, const ImportRow<RatioRow>& body);
Result<Decision> decide_one(const Scene& scene, const ImportRow<SeriesBreakRow>& body);

Result<Decision> decide_one(const Scene& scene, const OpenDay& body);
Result<Decision> decide_one(const Scene& scene, const CreateLog& body);
Result<Decision> decide_one(const Scene& scene, const AdoptLog& body);
Result<Decision> decide_one(const Scene& scene, const NoteErasure& body);

// The check of the body alone, as decide_one does it, with `prefix` before the pointers: acts check all their items
// first.
template <WorkBody Body>
std::optional<Rejection> body_fault(const Scene& scene, const Body& body, std::string prefix);

template <SubmissionBody Body>
std::optional<Rejection> body_fault(const Scene& scene, const Body& body, std::string prefix);

template <IndicatorBody Body>
std::optional<Rejection> body_fault(const Scene& scene, const Body& body, std::string prefix);
std::optional<Rejection> body_fault(const Scene& scene, const SettleDoubt& body, std::string prefix);
std::optional<Rejection> body_fault(const Scene& scene, const SetMeasures& body,
                                    std::string prefix);  // of a known task

// G01: who acts is a registered agency.
std::optional<Rejection> acting_fault(const World& world, const AgencyId& agency);

// I05: only the system imports.
std::optional<Rejection> import_fault(const Context& context);

// T01: the capacity in which the standing agency of the programme does the command.
Result<Capacity> standing_capacity(const Scene& scene, const Programme& programme, const AgencyId& agency);

// V02, P11: the capacity in which the agency changes these fields of the document.
Result<Capacity> document_capacity(const Scene& scene, const DocumentState& state, const AgencyId& agency,
                                   const std::vector<std::string_view>& fields);

// P25: whether after this somebody could still administer. `leaves`: the holdings that go by it.
std::optional<Rejection> last_administrator_fault(const World& world, Date date,
                                                  const std::function<bool(const PostState&, const Holding&)>& leaves);

// U01: what somebody else wrote.
Rejection not_own();

// One event, on what the answer represents.
Decision single(AgencyId agency, Capacity capacity, Subject subject, const std::optional<ProgrammeId>& programme,
                Event event);

// The same of a command whose rights ask for a role and no relation, on what belongs to no programme: by the first
// grant.
Result<Decision> single_by_role(const Scene& scene, Subject subject, Event event);

// What was sent is what stands.
Rejection changes_nothing(std::string_view rule);

std::optional<ProgrammeId> programme_id_of(const World& world, const Subject& subject);

}  // namespace luuvet

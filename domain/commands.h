// Every command, as its body arrives: imperative, one struct each; members are the JSON members (design: "Commands").
// The target, the actor and the preconditions stand in `Command` and `Context`. Those on posts, accounts and agencies:
// domain/people/people_commands.h; on links and doubts: domain/links/link_commands.h; on requests for coordination:
// domain/tasks/coordination_commands.h;
// on yearly plans: domain/plans/unit_plan_commands.h; on indicators and their figures:
// domain/indicators/indicator_commands.h, domain/figures/submission_commands.h; on money:
// domain/money/budget_commands.h, domain/money/treasury_commands.h and domain/money/ratio.h; on missions, big problems
// and registers: domain/missions/mission_commands.h; on proposals of other systems: domain/plans/proposal.h.
#pragma once

#include <boost/mp11/set.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/subject.h"
#include "domain/events.h"
#include "domain/figures/submission_commands.h"
#include "domain/indicators/indicator_commands.h"
#include "domain/indicators/measure.h"
#include "domain/links/link_commands.h"
#include "domain/missions/mission_commands.h"
#include "domain/money/budget_commands.h"
#include "domain/money/treasury_commands.h"
#include "domain/people/people_commands.h"
#include "domain/plans/import_commands.h"
#include "domain/plans/proposal.h"
#include "domain/plans/unit_plan_commands.h"
#include "domain/tasks/coordination_commands.h"
#include "domain/tasks/task_input.h"

namespace luuvet {

// --- document ---
struct RegisterDocument {
  std::string kind;
  std::optional<std::string> number;
  std::optional<Date> issued_on;
  std::string issuer;
  std::string abstract;
  std::optional<std::string> signer_title;
  std::optional<std::string> file;  // id of an upload
  std::optional<std::string> external_id;
};
BOOST_DESCRIBE_STRUCT(RegisterDocument, (),
                      (kind, number, issued_on, issuer, abstract, signer_title, file, external_id))

struct AmendDocument {
  Partial<RegisterDocument> set;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AmendDocument, (), (set, reason))

// Brings back what that amendment replaced.
struct UndoDocument {
  Sequence sequence = 0;
};
BOOST_DESCRIBE_STRUCT(UndoDocument, (), (sequence))

// --- task ---
struct RegisterTask {
  ProgrammeId programme;
  std::optional<TaskId> parent;
  std::string title;
  std::optional<std::string> content;
  std::vector<AgencyId> lead_agencies;
  std::optional<std::vector<AgencyId>> coordinating_agencies;
  std::optional<AgencyId> confirming_agency;
  DeadlineInput deadline;
  std::optional<std::vector<Deliverable>> deliverables;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(RegisterTask, (),
                      (programme, parent, title, content, lead_agencies, coordinating_agencies, confirming_agency,
                       deadline, deliverables, document))

struct AmendTask {
  Partial<TaskFields> set;
  DocumentRef document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AmendTask, (), (set, document, reason))

struct UndoTask {
  Sequence sequence = 0;
};
BOOST_DESCRIBE_STRUCT(UndoTask, (), (sequence))

struct AssignTask {
  AssignmentMode mode = AssignmentMode::kJoint;
  std::optional<std::vector<AgencyId>> units;
  std::optional<AgencyId> group;
  std::optional<DocumentRef> document;
  std::optional<AgencyId> agency = {};  // kFocal
};
BOOST_DESCRIBE_STRUCT(AssignTask, (), (mode, units, group, document, agency))

struct RecordTrigger {
  Date occurred_on;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(RecordTrigger, (), (occurred_on, document))

struct SuspendTask {
  std::string reason;
  DocumentRef document;
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(SuspendTask, (), (reason, document, until))

struct ResumeTask {
  std::string reason;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(ResumeTask, (), (reason, document))
struct CancelTask {
  std::string reason;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(CancelTask, (), (reason, document))
struct ReinstateTask {
  std::string reason;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(ReinstateTask, (), (reason, document))

// --- assignment ---
struct StartAssignment {
  std::optional<Date> started_on;
};
BOOST_DESCRIBE_STRUCT(StartAssignment, (), (started_on))

struct ReportProgress {
  std::optional<std::int64_t> percent;
  std::optional<std::vector<Quantity>> quantities;
  std::optional<std::string> result;
  std::optional<Obstacle> obstacle;
  std::optional<std::string> proposal;
  std::optional<std::string> period;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(ReportProgress, (), (percent, quantities, result, obstacle, proposal, period, document))

struct ApproveProgress {
  std::vector<Sequence> of;
};
BOOST_DESCRIBE_STRUCT(ApproveProgress, (), (of))
struct ReturnProgress {
  std::vector<Sequence> of;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnProgress, (), (of, reason))

struct SubmitAssignment {
  Date completed_on;
  std::vector<DeliveredItem> deliverables;
  std::optional<DocumentRef> document;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(SubmitAssignment, (), (completed_on, deliverables, document, note))

struct AcceptAssignment {
  std::optional<std::string> note;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(AcceptAssignment, (), (note, document))
struct ReturnAssignment {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnAssignment, (), (reason))

struct AskExtension {
  Date due;
  std::string reason;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(AskExtension, (), (due, reason, document))
struct DecideExtension {
  Sequence asked = 0;
  ExtensionDecision decision = ExtensionDecision::kGrant;
  std::optional<Date> due;
  std::optional<std::string> reason;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(DecideExtension, (), (asked, decision, due, reason, document))

struct ReopenAssignment {
  std::string reason;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(ReopenAssignment, (), (reason, document))

struct EnterOpeningState {
  Status status = Status::kNotStarted;
  std::optional<std::int64_t> percent;
  std::optional<Date> completed_on;
  std::optional<DocumentRef> document;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(EnterOpeningState, (), (status, percent, completed_on, document, note))
struct ConfirmOpeningState {
  Sequence of = 0;
};
BOOST_DESCRIBE_STRUCT(ConfirmOpeningState, (), (of))

struct WithdrawProgress {
  Sequence sequence = 0;  // of the statement
};
BOOST_DESCRIBE_STRUCT(WithdrawProgress, (), (sequence))

// Who works on it in the agency acted for.
struct AssignPeople {
  std::optional<AccountId> leader;
  std::optional<std::string> department;
  std::vector<AccountId> officers;
};
BOOST_DESCRIBE_STRUCT(AssignPeople, (), (leader, department, officers))

// --- thread: the target is the subject that it hangs on ---
struct Comment {
  std::string text;
  std::optional<Sequence> reply_to;
};
BOOST_DESCRIBE_STRUCT(Comment, (), (text, reply_to))
struct Direct {
  std::string text;
  std::vector<AgencyId> to;
  std::optional<Date> answer_due;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(Direct, (), (text, to, answer_due, document))
struct Urge {
  std::string text;
  std::vector<AgencyId> to;
  std::optional<Date> answer_due;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(Urge, (), (text, to, answer_due, document))

struct WithdrawComment {
  Sequence sequence = 0;
};
BOOST_DESCRIBE_STRUCT(WithdrawComment, (), (sequence))

// --- acts over several subjects ---
enum class AmendmentKind : std::uint8_t { kAdd, kAmend, kCancel };
BOOST_DESCRIBE_ENUM(AmendmentKind, kAdd, kAmend, kCancel)

struct AddedTask {  // as RegisterTask; programme and document are the act's
  std::optional<TaskId> parent;
  std::string title;
  std::optional<std::string> content;
  std::vector<AgencyId> lead_agencies;
  std::optional<std::vector<AgencyId>> coordinating_agencies;
  std::optional<AgencyId> confirming_agency;
  DeadlineInput deadline;
  std::optional<std::vector<Deliverable>> deliverables;
};
BOOST_DESCRIBE_STRUCT(AddedTask, (),
                      (parent, title, content, lead_agencies, coordinating_agencies, confirming_agency, deadline,
                       deliverables))

struct AmendmentItem {
  AmendmentKind do_ = AmendmentKind::kAmend;  // "do" in JSON
  std::optional<std::string> subject;         // "task/<id>": amend, cancel
  std::optional<Sequence> based_on;           // amend, cancel
  std::optional<AddedTask> task;              // add
  std::optional<Partial<TaskFields>> set;     // amend
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AmendmentItem, (), (do_, subject, based_on, task, set, reason))

struct AmendProgramme {
  ProgrammeId programme;
  DocumentRef document;
  std::vector<AmendmentItem> items;
};
BOOST_DESCRIBE_STRUCT(AmendProgramme, (), (programme, document, items))

// The same command for many assignments; `subject` = "assignment/<id>".
struct EnterOpeningStateItem {
  std::string subject;
  Sequence based_on = 0;
  Status status = Status::kNotStarted;
  std::optional<std::int64_t> percent;
  std::optional<Date> completed_on;
  std::optional<DocumentRef> document;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(EnterOpeningStateItem, (), (subject, based_on, status, percent, completed_on, document, note))
struct EnterOpeningStates {
  std::vector<EnterOpeningStateItem> items;
};
BOOST_DESCRIBE_STRUCT(EnterOpeningStates, (), (items))

struct ConfirmOpeningStateItem {
  std::string subject;
  Sequence based_on = 0;
  Sequence of = 0;
};
BOOST_DESCRIBE_STRUCT(ConfirmOpeningStateItem, (), (subject, based_on, of))
struct ConfirmOpeningStates {
  std::vector<ConfirmOpeningStateItem> items;
};
BOOST_DESCRIBE_STRUCT(ConfirmOpeningStates, (), (items))

struct ApproveProgressItem {
  std::string subject;
  Sequence based_on = 0;
  std::vector<Sequence> of;
};
BOOST_DESCRIBE_STRUCT(ApproveProgressItem, (), (subject, based_on, of))
struct ApproveProgressMany {
  std::vector<ApproveProgressItem> items;
};
BOOST_DESCRIBE_STRUCT(ApproveProgressMany, (), (items))

struct AssignPeopleItem {
  std::string subject;
  Sequence based_on = 0;
  std::optional<AccountId> leader;
  std::optional<std::string> department;
  std::vector<AccountId> officers;
};
BOOST_DESCRIBE_STRUCT(AssignPeopleItem, (), (subject, based_on, leader, department, officers))
struct AssignPeopleMany {
  std::vector<AssignPeopleItem> items;
};
BOOST_DESCRIBE_STRUCT(AssignPeopleMany, (), (items))

// One person's open work in the agency acted for goes to another.
struct HandOver {
  AccountId from;
  AccountId to;
  Date on;
  std::optional<DocumentRef> document;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (from, to, on, document, note))

// --- inside the server only ---
// One row of a seed or of an imported plan: registers it, amends what nobody touched, raises a doubt where somebody
// did.
template <class Content>
struct ImportRow {
  Content row;
};
struct OpenDay {
  Date date;
};
struct CreateLog {
  LogCreated log;
};
struct AdoptLog {
  std::string public_key;
};
struct NoteErasure {
  Sequence sequence = 0;
  DocumentRef document;
  std::string reason;
};

using CommandAlternatives = std::variant<
    RegisterDocument, AmendDocument, RegisterTask, AmendTask, AssignTask, RecordTrigger, SuspendTask, ResumeTask,
    CancelTask, ReinstateTask, StartAssignment, ReportProgress, ApproveProgress, ReturnProgress, SubmitAssignment,
    AcceptAssignment, ReturnAssignment, AskExtension, DecideExtension, ReopenAssignment, EnterOpeningState,
    ConfirmOpeningState, Comment, Direct, Urge, AmendProgramme, EnterOpeningStates, ConfirmOpeningStates,
    ApproveProgressMany, RegisterPost, AmendPost, FillPost, VacatePost, OpenAccount, CloseAccount, ReopenAccount,  //
    IssueToken, RevokeToken,                                                                                       //
    FoundAgency, RenameAgency, MergeAgency, DissolveAgency,                                                        //
    UndoDocument, UndoTask, WithdrawProgress, WithdrawComment, AssignPeople,                                       //
    ProposeLink, LinkRows, RejectLink, PartLink, LinkMany, RejectLinks, RaiseDoubt, SettleDoubt, ReopenDoubt,
    SettleDoubts,                                                                                                   //
    AskCoordination, ConfirmCoordination, DisputeCoordination, AnswerCoordination, CloseCoordination, AssignTasks,  //
    BeginUnitPlan, SetUnitPlanLines, SubmitUnitPlan, ApproveUnitPlan, ReturnUnitPlan, NoteUnitPlan, AmendUnitPlan,  //
    MeetMilestone, UnmeetMilestone, SubmitYear, AcceptYear, ReturnYear, ReopenYear, CloseYear,                      //
    DefineIndicator, SetIndicatorTargets, EnterIndicatorBaseline, MarkIndicatorBreak, SetIndicatorChecks,           //
    EnterSubmission, SubmitSubmission, ApproveSubmission, ReturnSubmissionDraft, VerifySubmission,                  //
    ReturnSubmission, RestateSubmission, EnterSubmissions, SubmitSubmissions, ApproveSubmissions,                   //
    VerifySubmissions, ReturnSubmissions, ReturnSubmissionDrafts, EnterIndicatorBaselines,                          //
    AssignSources, AmendNeed, ReviseNeed, OpenNeedRound, CloseNeedRound, RegisterComponent, AmendComponent,         //
    EndComponent, Allocate, ReduceAllocation, RegisterContract, AmendContract, Disburse, ReverseDisbursement,       //
    EnterOutsideMoney, ConfirmOutsideMoney, ReverseOutsideMoney, BookTreasuryExtract, SettleTreasuryRows,           //
    DefineNewRatio, RedefineRatio, EnterRatioFigures,                                                               //
    OrderMission, AmendMission, SelectMission, ContractMission, RecordMissionDisbursement, RecordMissionCouncil,    //
    AcceptMission, TransferMission, FollowUpMission, StopMission, SetMissionMilestones, CorrectMissionStep,
    TakeBackMissionStep, RegisterBigProblem,                                                                        //
    AmendBigProblem, SetBigProblemMilestones, CloseBigProblem, AddRegisterEntry, AmendRegisterEntry,                //
    EndRegisterEntry, SetExternalIds, SetMeasures, SetMeasuresMany, MakeProposal, AcceptProposal, RefuseProposal,   //
    AssignPeopleMany, HandOver, RecordPublication, TakeBackPublication, SetIndicatorTargetsMany, DefineIndicators,  //
    SetOfficialFigure, RegisterIndicator,                                                                           //
    ImportRow<Programme>, ImportRow<Agency>, ImportRow<AgencyGroup>, ImportRow<Committee>, ImportRow<Member>,       //
    ImportRow<Indicator>, ImportRow<BudgetLine>, ImportRow<ReportingDuty>, ImportRow<Doubt>, ImportRow<Document>,   //
    ImportRow<Task>, ImportRow<Post>, ImportRow<RatioRow>, ImportRow<SeriesBreakRow>, ImportPlan,                   //
    OpenDay, CreateLog, AdoptLog, NoteErasure>;

template <class Alternative>
concept OneCommand = boost::mp11::mp_set_contains<CommandAlternatives, Alternative>::value;

// One of them. Making, copying, moving and destroying so many alternatives is compiled once, in command_variant.cc: in
// each file that makes one it would take a compiler seconds.
struct CommandBody : CommandAlternatives {
  CommandBody();
  template <OneCommand Alternative>
  CommandBody(Alternative one);
  CommandBody(const CommandBody& other);
  CommandBody(CommandBody&& other) noexcept;
  CommandBody& operator=(const CommandBody& other);
  CommandBody& operator=(CommandBody&& other) noexcept;
  ~CommandBody();
};

// The addressed resource: empty id for creating and for acts. An assignment command may address the task: then it means
// the assignment of the agency acted for, and precondition and answer are the task's.
struct Command {
  Subject target;
  CommandBody body;
};

// Who, when, on what ground. Stamped once at the edge.
struct Context {
  Instant now;
  Date today;  // in Vietnam
  ActorId actor;
  AgencyId agency;                   // acted for. Only the system may leave it empty: then it is G01's
  std::optional<Capacity> capacity;  // none: that of the grant used
  std::string new_id;                // a ULID in lower case, for what is created; acts append "-1", "-2", ...
  std::optional<Sequence> if_match;
  std::optional<Sequence> based_on;
  bool based_on_in_item = false;      // where `based_on` was said: in an item of the body, else in a header
  std::optional<Upload> upload = {};  // that the body names, where there is one of that id
};

inline constexpr std::size_t kActEventsMax = 5'000;
inline constexpr std::size_t kTextBytesMax = 16 * 1024;  // any one free text
inline constexpr std::size_t kListItemsMax = 1'000;      // items of one list in a body
inline constexpr std::size_t kOfficersMax = 20;          // that one agency names for an assignment
inline constexpr std::size_t kDepartmentMax = 200;       // characters

}  // namespace luuvet

// Every fact that the log can hold, newest version of each. Members stand in the order in which they are stored; `open`
// last, where there is something to protect (the codec adds salt and seal). An event states what became so, never what
// was before.
#pragma once

#include <boost/mp11/set.hpp>
#include <memory>
#include <variant>

#include "domain/base/common.h"
#include "domain/base/partial.h"
#include "domain/figures/submission_events.h"
#include "domain/indicators/indicator_events.h"
#include "domain/indicators/measure.h"
#include "domain/links/link_events.h"
#include "domain/missions/mission_events.h"
#include "domain/money/budget_events.h"
#include "domain/money/ratio.h"
#include "domain/money/treasury_events.h"
#include "domain/people/account.h"
#include "domain/people/post.h"
#include "domain/plans/document.h"
#include "domain/plans/import_events.h"
#include "domain/plans/proposal.h"
#include "domain/plans/unit_plan_events.h"
#include "domain/registers.h"
#include "domain/tasks/assignment.h"
#include "domain/tasks/coordination_events.h"
#include "domain/tasks/task.h"

namespace luuvet {

// --- log ---
struct LogCreated {
  std::string log;  // 16 hex digits
  std::string instance;
  std::string origin;
  std::string public_key;  // a signed note's verifier key: "<origin>+<key id>+<base64>"
  bool operator==(const LogCreated&) const = default;
};
BOOST_DESCRIBE_STRUCT(LogCreated, (), (log, instance, origin, public_key))

// The guard was missing and the operator took the log as it was.
struct LogAdopted {
  std::string public_key;
  bool operator==(const LogAdopted&) const = default;
};
BOOST_DESCRIBE_STRUCT(LogAdopted, (), (public_key))

struct RecordErased {
  Sequence sequence = 0;
  DocumentRef document;
  std::string reason;
  bool operator==(const RecordErased&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordErased, (), (sequence, document, reason))

struct DayOpened {
  Date date;
  bool operator==(const DayOpened&) const = default;
};
BOOST_DESCRIBE_STRUCT(DayOpened, (), (date))

// --- registers: `<aggregate>.registered` and `<aggregate>.amended` ---
template <class Content>
struct Registered {
  Content content;  // stored as the data's own members
  bool operator==(const Registered&) const = default;
};
template <class Content>
struct Amended {
  Partial<Content> set;
  std::optional<DocumentRef> document;
  std::optional<Sequence> undoes = {};  // the amendment whose old values `set` brings back
  std::optional<ReasonText> open = {};
  bool operator==(const Amended&) const = default;
};

struct DocumentRegistered {
  Document content;  // stored as the data's own members
  std::optional<DocumentFile> open;
  bool operator==(const DocumentRegistered&) const = default;
};
struct DocumentAmendedOpen {
  std::optional<std::string> reason;
  std::optional<StoredFile> file;
  bool operator==(const DocumentAmendedOpen&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentAmendedOpen, (), (reason, file))
struct DocumentAmended {
  Partial<Document> set;
  std::optional<Sequence> undoes = {};  // as in Amended
  std::optional<DocumentAmendedOpen> open = {};
  bool operator==(const DocumentAmended&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentAmended, (), (set, undoes, open))

// --- task ---
using TaskRegistered = Registered<Task>;
using TaskAmended = Amended<Task>;

// Who works on it: fixed by this event, also when the group changes later.
struct TaskAssigned {
  AssignmentMode mode = AssignmentMode::kJoint;
  std::vector<AgencyId> units;    // kEach; kFocal: the one
  std::optional<AgencyId> group;  // where the units came from
  std::optional<DocumentRef> document;
  bool operator==(const TaskAssigned&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskAssigned, (), (mode, units, group, document))

struct TaskTriggerRecorded {
  Date occurred_on;
  DocumentRef document;
  bool operator==(const TaskTriggerRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskTriggerRecorded, (), (occurred_on, document))

struct TaskSuspended {
  DocumentRef document;
  std::optional<Date> until;
  std::optional<ReasonText> open;
  bool operator==(const TaskSuspended&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskSuspended, (), (document, until, open))

#define LUUVET_TASK_DECISION(Name)                \
  struct Name {                                   \
    DocumentRef document;                         \
    std::optional<ReasonText> open;               \
    bool operator==(const Name&) const = default; \
  };                                              \
  BOOST_DESCRIBE_STRUCT(Name, (), (document, open))
LUUVET_TASK_DECISION(TaskResumed);
LUUVET_TASK_DECISION(TaskCancelled);
LUUVET_TASK_DECISION(TaskReinstated);
#undef LUUVET_TASK_DECISION

// --- assignment ---
struct AssignmentStarted {
  std::optional<Date> started_on;
  bool operator==(const AssignmentStarted&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentStarted, (), (started_on))

// A draft until its own head approves it.
struct AssignmentProgressReported {
  std::optional<std::int64_t> percent;
  std::vector<Quantity> quantities;
  std::optional<std::string> period;  // "2026-04", "2026-q2", "2026-h1", "2026"
  std::optional<DocumentRef> document;
  std::optional<ProgressText> open;
  bool operator==(const AssignmentProgressReported&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentProgressReported, (), (percent, quantities, period, document, open))

struct AssignmentProgressApproved {
  std::vector<Sequence> of;
  bool operator==(const AssignmentProgressApproved&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentProgressApproved, (), (of))

struct AssignmentProgressReturned {
  std::vector<Sequence> of;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentProgressReturned&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentProgressReturned, (), (of, open))

struct AssignmentSubmitted {
  Date completed_on;
  std::vector<DeliveredItem> deliverables;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentSubmitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentSubmitted, (), (completed_on, deliverables, document, open))

struct AssignmentAccepted {
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentAccepted&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentAccepted, (), (document, open))

struct AssignmentReturned {
  std::optional<ReasonText> open;
  bool operator==(const AssignmentReturned&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentReturned, (), (open))

struct AssignmentExtensionAsked {
  Date due;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentExtensionAsked&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentExtensionAsked, (), (due, document, open))

struct AssignmentExtensionDecided {
  Sequence asked = 0;
  ExtensionDecision decision = ExtensionDecision::kGrant;
  std::optional<Date> due;  // granted: holds for this assignment only
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentExtensionDecided&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentExtensionDecided, (), (asked, decision, due, document, open))

struct AssignmentReopened {
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentReopened&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentReopened, (), (document, open))

struct AssignmentOpeningStateEntered {
  Status status = Status::kNotStarted;  // not-started, in-progress or completed
  std::optional<std::int64_t> percent;
  std::optional<Date> completed_on;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentOpeningStateEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentOpeningStateEntered, (), (status, percent, completed_on, document, open))

struct AssignmentOpeningStateConfirmed {
  Sequence of = 0;
  bool operator==(const AssignmentOpeningStateConfirmed&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentOpeningStateConfirmed, (), (of))

// A statement is taken back by who wrote it, before anybody judged it.
struct AssignmentProgressWithdrawn {
  Sequence of = 0;
  bool operator==(const AssignmentProgressWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentProgressWithdrawn, (), (of))

// Who works on it in the agency of the record, in place of whom that agency named before.
struct AssignmentPeopleAssigned {
  std::optional<AccountId> leader;
  std::optional<std::string> department;
  std::vector<AccountId> officers;
  bool operator==(const AssignmentPeopleAssigned&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentPeopleAssigned, (), (leader, department, officers))

// In the agency of the record, wherever `from` is named `to` is from that day on.
struct AssignmentHandedOver {
  AccountId from;
  AccountId to;
  Date on;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentHandedOver&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentHandedOver, (), (from, to, on, document, open))

// --- thread ---
struct ThreadText {
  std::string text;
  bool operator==(const ThreadText&) const = default;
};
BOOST_DESCRIBE_STRUCT(ThreadText, (), (text))

struct ThreadCommented {
  std::optional<Sequence> reply_to;
  std::optional<ThreadText> open;
  bool operator==(const ThreadCommented&) const = default;
};
BOOST_DESCRIBE_STRUCT(ThreadCommented, (), (reply_to, open))

struct ThreadDirected {
  std::vector<AgencyId> to;
  std::optional<Date> answer_due;
  std::optional<DocumentRef> document;
  std::optional<ThreadText> open;
  bool operator==(const ThreadDirected&) const = default;
};
BOOST_DESCRIBE_STRUCT(ThreadDirected, (), (to, answer_due, document, open))

struct ThreadUrged {
  std::vector<AgencyId> to;
  std::optional<Date> answer_due;
  std::optional<DocumentRef> document;
  std::optional<ThreadText> open;
  bool operator==(const ThreadUrged&) const = default;
};
BOOST_DESCRIBE_STRUCT(ThreadUrged, (), (to, answer_due, document, open))

// Its author takes a comment back: it keeps its place in the thread, without words.
struct ThreadCommentWithdrawn {
  Sequence of = 0;
  bool operator==(const ThreadCommentWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(ThreadCommentWithdrawn, (), (of))

// --- post and account ---
// `account` holds the post from its first to its last day. By order or by mandate: it stands in for who holds it.
struct PostFilled {
  AccountId account;
  Date from;
  std::optional<Date> to;
  Capacity capacity = Capacity::kDirect;
  std::optional<DocumentRef> document;
  bool operator==(const PostFilled&) const = default;
};
BOOST_DESCRIBE_STRUCT(PostFilled, (), (account, from, to, capacity, document))

// From that day on `account` no longer holds the post.
struct PostVacated {
  AccountId account;
  Date on;
  std::optional<DocumentRef> document;
  bool operator==(const PostVacated&) const = default;
};
BOOST_DESCRIBE_STRUCT(PostVacated, (), (account, on, document))

// Who it is, and how it signs in, is never in the log.
struct AccountOpened {
  AccountKind kind = AccountKind::kPerson;
  bool operator==(const AccountOpened&) const = default;
};
BOOST_DESCRIBE_STRUCT(AccountOpened, (), (kind))

struct AccountClosed {
  bool operator==(const AccountClosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(AccountClosed, (), ())

struct AccountReopened {
  bool operator==(const AccountReopened&) const = default;
};
BOOST_DESCRIBE_STRUCT(AccountReopened, (), ())

struct AccountTokenIssued {
  TokenId token;
  Date expires_on;  // its last day
  TokenScope scope = TokenScope::kRead;
  bool operator==(const AccountTokenIssued&) const = default;
};
BOOST_DESCRIBE_STRUCT(AccountTokenIssued, (), (token, expires_on, scope))

struct AccountTokenRevoked {
  TokenId token;
  bool operator==(const AccountTokenRevoked&) const = default;
};
BOOST_DESCRIBE_STRUCT(AccountTokenRevoked, (), (token))

// --- agency ---
struct AgencyFounded {
  AgencyId id;
  std::string name;
  std::optional<std::string> short_name;
  std::vector<std::string> aliases;
  std::string kind;
  std::string province;
  std::optional<AgencyId> parent;
  Date from_date;
  DocumentRef document;
  bool operator==(const AgencyFounded&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgencyFounded, (), (id, name, short_name, aliases, kind, province, parent, from_date, document))

// The name before is kept by the state, and stays one of its other names.
struct AgencyRenamed {
  std::string name;
  std::optional<std::string> short_name;
  Date from_date;
  DocumentRef document;
  bool operator==(const AgencyRenamed&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgencyRenamed, (), (name, short_name, from_date, document))

// It has ended. What passes to its successor is said by the events of the same act that it caused.
struct AgencyMerged {
  AgencyId into;
  Date from_date;
  DocumentRef document;
  bool operator==(const AgencyMerged&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgencyMerged, (), (into, from_date, document))

struct AgencyDissolved {
  Date on;
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const AgencyDissolved&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgencyDissolved, (), (on, document, open))

struct ExtensionTaken {
  Sequence asked = 0;
  Date due;
  std::optional<DocumentRef> document;
  bool operator==(const ExtensionTaken&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExtensionTaken, (), (asked, due, document))

struct OpeningTaken {
  Sequence entered = 0;
  Status status = Status::kNotStarted;
  std::optional<std::int64_t> percent;
  std::optional<Date> completed_on;
  std::optional<DocumentRef> document;
  bool confirmed = false;
  bool operator==(const OpeningTaken&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpeningTaken, (), (entered, status, percent, completed_on, document, confirmed))

// The unit goes on from where the unit `from` stood. Statements, and whatever words are protected, stay with `from`.
struct AssignmentTakenOver {
  AgencyId from;
  Status status = Status::kNotStarted;
  bool begun = false;  // an event of the unit's own agency exists
  std::optional<Date> started_on;
  std::optional<std::int64_t> percent;
  std::vector<Quantity> quantities;
  std::vector<std::string> reported_periods;
  std::optional<Date> completed_on;
  std::vector<DeliveredItem> delivered;
  std::optional<DocumentRef> document;  // of the submission
  bool returned = false;
  std::optional<ExtensionTaken> extension;
  std::optional<Date> extended_due;
  std::optional<OpeningTaken> opening;
  bool operator==(const AssignmentTakenOver&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentTakenOver, (),
                      (from, status, begun, started_on, percent, quantities, reported_periods, completed_on, delivered,
                       document, returned, extension, extended_due, opening))

// The type names on the wire follow from these by table: api/event_types.h.
using EventAlternatives = std::variant<
    LogCreated, LogAdopted, RecordErased, DayOpened,                                                            //
    Registered<Programme>, Amended<Programme>, Registered<Agency>, Amended<Agency>,                             //
    Registered<AgencyGroup>, Amended<AgencyGroup>, Registered<Committee>, Amended<Committee>,                   //
    Registered<Member>, Amended<Member>, Registered<Indicator>, Amended<Indicator>,                             //
    Registered<BudgetLine>, Amended<BudgetLine>, Registered<ReportingDuty>, Amended<ReportingDuty>,             //
    Registered<Doubt>, Amended<Doubt>, DocumentRegistered, DocumentAmended,                                     //
    TaskRegistered, TaskAmended, TaskAssigned, TaskTriggerRecorded, TaskSuspended, TaskResumed, TaskCancelled,  //
    TaskReinstated,                                                                                             //
    AssignmentStarted, AssignmentProgressReported, AssignmentProgressApproved, AssignmentProgressReturned,      //
    AssignmentSubmitted, AssignmentAccepted, AssignmentReturned, AssignmentExtensionAsked,                      //
    AssignmentExtensionDecided, AssignmentReopened, AssignmentOpeningStateEntered,                              //
    AssignmentOpeningStateConfirmed, AssignmentProgressWithdrawn, AssignmentPeopleAssigned,                     //
    AssignmentHandedOver,                                                                                       //
    ThreadCommented, ThreadDirected, ThreadUrged, ThreadCommentWithdrawn,                                       //
    Registered<Post>, Amended<Post>, PostFilled, PostVacated,                                                   //
    AccountOpened, AccountClosed, AccountReopened, AccountTokenIssued, AccountTokenRevoked,                     //
    AgencyFounded, AgencyRenamed, AgencyMerged, AgencyDissolved, AssignmentTakenOver,                           //
    LinkProposed, LinkLinked, LinkRejected, LinkParted, DoubtSettled, DoubtReopened, CoordinationAsked,
    CoordinationConfirmed, CoordinationDisputed, CoordinationAnswered, CoordinationClosed,                         //
    TaskImported,                                                                                                  //
    UnitPlanBegun, UnitPlanLineSet, UnitPlanSubmitted, UnitPlanApproved, UnitPlanReturned, UnitPlanNoted,          //
    UnitPlanAmendmentBegun, AssignmentMilestoneMet, AssignmentMilestoneUnmet, AssignmentYearSubmitted,             //
    AssignmentYearAccepted, AssignmentYearReturned, AssignmentYearReopened, ProgrammeYearClosed, TaskCarriedOver,  //
    IndicatorDefined, IndicatorTargetsSet, IndicatorBaselineEntered, IndicatorBreakMarked, IndicatorChecksSet,     //
    SubmissionEntered, SubmissionSubmitted, SubmissionApproved, SubmissionDraftReturned, SubmissionVerified,       //
    SubmissionReturned, SubmissionRestated, BudgetSourcesAssigned, BudgetNeedAmended, BudgetNeedRevised,
    BudgetComponentRegistered, BudgetComponentAmended, BudgetComponentEnded, BudgetAllocated, BudgetAllocationReduced,
    BudgetContractRegistered, BudgetContractAmended, BudgetDisbursed, BudgetDisbursementReversed,
    BudgetOutsideMoneyEntered, BudgetOutsideMoneyConfirmed, BudgetOutsideMoneyReversed, ProgrammeNeedRoundOpened,
    ProgrammeNeedRoundClosed, TreasuryExtractBooked, TreasuryRowKept, TreasuryRowSettled, RatioRegistered,
    RatioRedefined, RatioFiguresEntered, Registered<Mission>, Amended<Mission>, MissionSelected, MissionContracted,
    MissionDisbursementRecorded,                                                                 //
    MissionCouncilHeld, MissionAccepted, MissionTransferred, MissionFollowedUp, MissionStopped,  //
    MissionMilestonesSet, MissionStepCorrected, MissionStepWithdrawn, Registered<BigProblem>, Amended<BigProblem>,
    BigProblemMilestonesSet,                                                                  //
    BigProblemClosed, Registered<RegisterEntry>, Amended<RegisterEntry>, RegisterEntryEnded,  //
    TaskExternalIdsSet, TaskMeasuresSet, ProposalMade, ProposalAccepted, ProposalRefused,     //
    IndicatorPublicationRecorded, IndicatorPublicationTakenBack, IndicatorOfficialFigureSet>;

template <class Alternative>
concept OneEvent = boost::mp11::mp_set_contains<EventAlternatives, Alternative>::value;

// One of them. Making, copying, moving and destroying so many alternatives is compiled once, in event_variant.cc: in
// each file that makes one it would take a compiler seconds.
struct Event : EventAlternatives {
  Event();
  template <OneEvent Alternative>
  Event(Alternative one);
  Event(const Event& other);
  Event(Event&& other) noexcept;
  Event& operator=(const Event& other);
  Event& operator=(Event&& other) noexcept;
  ~Event();
};

}  // namespace luuvet

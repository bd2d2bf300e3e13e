// The state of everything that has been recorded: what `decide` reads and projections are built from. A World is a
// value: copying shares, so a batch works on a copy and drops it when the append fails, and every published World stays
// as it was.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/events.h"
#include "domain/sequence_list.h"
#include "domain/subject.h"
#include "domain/table.h"

namespace luuvet {

// One stored record, in domain terms.
struct Recorded {
  Meta meta;
  Capacity capacity = Capacity::kDirect;
  Subject subject;
  std::uint64_t stream_version = 0;
  std::optional<Sequence> causation;
  std::uint32_t act_index = 0;
  std::uint32_t act_size = 1;
  std::optional<ProgrammeId> programme;
  Event event;
};

// A field of a subject and the last event that touched it. Names are literals.
struct Touch {
  std::string_view field;
  Sequence sequence;
  bool operator==(const Touch&) const = default;
};

// What every state keeps of its stream.
struct Life {
  std::uint64_t version = 0;  // stream version
  Sequence first = 0;
  Sequence last = 0;
  std::vector<Touch> touches;

  Sequence touched(std::string_view field) const;  // 0: never
  void touch(std::string_view field, Sequence sequence);
  bool operator==(const Life&) const = default;
};

template <class Content>
struct RegisterState {
  Content content;
  std::shared_ptr<const Content> imported;  // the row as last imported, for the three-way comparison
  Life life;
  const std::string& key() const { return content.id.value; }
};

struct FormerName {
  std::string name;
  std::optional<std::string> short_name;
  Date to;  // its last day
  bool operator==(const FormerName&) const = default;
};
BOOST_DESCRIBE_STRUCT(FormerName, (), (name, short_name, to))

struct AgencyState : RegisterState<Agency> {
  std::optional<Date> from_date;         // founded here
  std::optional<Date> ended_on;          // merged or dissolved: the first day without it
  std::optional<AgencyId> merged_into;   // its successor, which may have been merged since
  std::vector<FormerName> former_names;  // oldest first
  std::vector<AgencyId> predecessors;    // all that were merged into it, also by way of others
};

// How an amendment came about.
enum class AmendmentOrigin : std::uint8_t {
  kSingle,  // by one command: it can be undone
  kAct,     // with others, as one act
  kImport,
  kUndo,
  kFile  // it brought a document's file
};

// An amendment, kept for undoing it.
template <class Content>
struct Amendment {
  Sequence sequence = 0;
  ActorId actor;
  AgencyId agency;
  AmendmentOrigin origin = AmendmentOrigin::kSingle;
  Partial<Content> before;  // of kSingle: the values that it replaced
  bool operator==(const Amendment&) const = default;
};
template <class Content>
using Amendments = std::vector<std::shared_ptr<const Amendment<Content>>>;  // oldest first

// Amendments of one record that are kept, the newest.
inline constexpr std::size_t kAmendmentsKept = 8;

// A document's file, and the event whose `open` holds it.
struct FileVersion {
  Sequence sequence = 0;
  StoredFile file;
  bool operator==(const FileVersion&) const = default;
};

struct DocumentState : RegisterState<Document> {
  Amendments<Document> amendments;
  AgencyId registered_by;
  std::vector<FileVersion> files;  // oldest first; the last one is the document's

  const StoredFile* file() const { return files.empty() ? nullptr : &files.back().file; }
};

// How a doubt stands: open while nothing is said of its outcome.
struct DoubtSettlement {
  DoubtOutcome outcome = DoubtOutcome::kKept;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> text;
  AgencyId agency;
  ActorId actor;
  Instant time;
  Sequence sequence = 0;
  bool operator==(const DoubtSettlement&) const = default;
};

struct DoubtState : RegisterState<Doubt> {
  std::optional<DoubtSettlement> settled;
};

// A pair of rows. What is said last of it, and by whom: the words, the document, the decision.
struct LinkState {
  LinkId id;
  LinkedPair pair;
  LinkStatus status = LinkStatus::kProposed;
  std::vector<Binding> binding;  // of kLinked
  std::optional<DocumentRef> document;
  std::optional<ReasonText> text;
  AgencyId proposed_by;  // empty: decided without being proposed
  AgencyId agency;       // of the last event, as actor and time
  ActorId actor;
  Instant time;
  Life life;
  const std::string& key() const { return id.value; }
  bool operator==(const LinkState&) const = default;
};

// The links in which a row stands, whatever their status.
struct LinkedRow {
  std::string subject;
  std::vector<LinkId> links;
  const std::string& key() const { return subject; }
  bool operator==(const LinkedRow&) const = default;
};

struct TriggerOccurrence {
  Date occurred_on;
  DocumentRef document;
  Sequence sequence = 0;
  bool operator==(const TriggerOccurrence&) const = default;
};

// A year was closed: the row goes on elsewhere.
struct CarriedOver {
  TaskId to;
  std::int64_t year = 0;  // the year that was closed
  bool operator==(const CarriedOver&) const = default;
};

struct TaskState : RegisterState<Task> {
  Amendments<Task> amendments;
  bool assigned = false;
  AssignmentMode mode = AssignmentMode::kJoint;
  std::vector<AgencyId> units;            // kEach, kFocal: in force, as fixed by the last task.assigned
  std::vector<AgencyId> cancelled_units;  // taken off the list
  std::optional<AgencyId> group;
  std::optional<std::vector<AgencyId>> decided_leads;  // the leads when it was last decided who works on it (F01)
  std::vector<TriggerOccurrence> triggers;
  bool suspended = false;
  std::optional<Date> suspended_until;
  bool cancelled = false;
  std::optional<CarriedOver> carried_to;
};

enum class StatementState : std::uint8_t { kDraft, kApproved, kReturned };
BOOST_DESCRIBE_ENUM(StatementState, kDraft, kApproved, kReturned)

// A progress statement: the last approved one is official; later drafts wait for the head.
struct Statement {
  Sequence sequence = 0;
  Instant time;
  ActorId actor;
  AgencyId agency;
  StatementState state = StatementState::kDraft;
  Sequence approved_at = 0;
  std::optional<Date> approved_on;
  std::optional<std::int64_t> percent;
  std::vector<Quantity> quantities;
  std::optional<std::string> period;
  std::optional<DocumentRef> document;
  std::optional<ProgressText> text;
  Sequence written_as = 0;  // the statement on a twin task from which it was taken over; 0: none
  bool operator==(const Statement&) const = default;
};

struct Extension {
  Sequence asked = 0;  // sequence of the question
  Date due;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> text;
  bool operator==(const Extension&) const = default;
};

struct OpeningState {
  Sequence sequence = 0;
  Status status = Status::kNotStarted;
  std::optional<std::int64_t> percent;
  std::optional<Date> completed_on;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> text;
  bool confirmed = false;
  bool operator==(const OpeningState&) const = default;
};

// Whom one agency has named for an assignment; nobody where all is empty.
struct AgencyPeople {
  AgencyId agency;
  std::optional<AccountId> leader;
  std::optional<std::string> department;
  std::vector<AccountId> officers;
  Sequence sequence = 0;  // of the last naming or handover

  bool empty() const { return !leader && !department && officers.empty(); }
  bool operator==(const AgencyPeople&) const = default;
};

// The work of one unit. Exists once its unit (or somebody for it) first acts; before, it is as `initial_assignment`
// says.
struct AssignmentState {
  AssignmentId id;
  TaskId task;
  AgencyId unit;
  Life life;
  Status status = Status::kNotStarted;  // its own: suspension and cancelling lie on the task
  bool own_event = false;               // an event of its own agency exists: no longer "unconfirmed"
  std::optional<Date> started_on;
  std::optional<std::int64_t> percent;        // official: approved
  std::vector<Quantity> quantities;           // official
  std::vector<Statement> statements;          // the last approved, and the drafts and returns after it; oldest first
  std::vector<std::string> reported_periods;  // with an approved statement, "2026-04"; a monthly one covers its month
  std::optional<Date> completed_on;           // as submitted: the date of the product
  std::vector<DeliveredItem> delivered;
  std::optional<DocumentRef> submit_document;
  std::optional<ReasonText> submit_text;
  Sequence submitted_at = 0;  // the last submission and for which agency it was made; 0: never
  AgencyId submitted_by;
  std::optional<AgencyId> taken_over_from;  // the unit from whose state it last went on
  bool returned = false;                    // sent back after submitting, not yet submitted again
  std::optional<ReasonText> return_text;
  Sequence returned_at = 0;
  std::optional<Extension> extension_asked;
  std::optional<Date> extended_due;  // granted
  std::optional<OpeningState> opening;
  std::vector<AgencyPeople> people;  // by agency: each that ever named somebody
  YearWork year_work;                // of yearly plans
  const std::string& key() const { return id.value; }
  bool operator==(const AssignmentState&) const = default;
};

// Waiting drafts beyond this are superseded, the oldest first.
inline constexpr std::size_t kDraftsKept = 16;

AssignmentState initial_assignment(const TaskId& task, const AgencyId& unit);

// A comment that its author may still take back.
struct RecentComment {
  Sequence sequence = 0;
  ActorId actor;
  AgencyId agency;
  bool answered = false;
  bool operator==(const RecentComment&) const = default;
};

// The newest comments of a thread that can be withdrawn, and how many of one thread can ever be.
inline constexpr std::size_t kCommentsKept = 32;
inline constexpr std::size_t kWithdrawnMax = 1'000;

struct ThreadState {
  std::string subject;   // what it hangs on, "task/..."
  SequenceList entries;  // comments, directives, urgings, oldest first
  std::vector<RecentComment> recent;
  std::vector<Sequence> withdrawn;  // ascending
  Life life;

  bool is_withdrawn(Sequence sequence) const;
  const std::string& key() const { return subject; }
  bool operator==(const ThreadState&) const = default;
};

// When a task's representation last moved: by its own stream or by one of its assignments'. Apart from TaskState, so
// that the work on a task with hundreds of units does not copy their list.
struct TaskPulse {
  std::string task;
  Sequence sequence = 0;
  const std::string& key() const { return task; }
};

// One account in one post, from day to day, both inclusive.
struct Holding {
  AccountId account;
  Date from;
  std::optional<Date> to;
  Capacity capacity = Capacity::kDirect;
  std::optional<DocumentRef> document;
  Sequence sequence = 0;  // of the filling

  bool holds(Date date) const { return from <= date && (!to || date <= *to); }
  bool operator==(const Holding&) const = default;
};

struct PostState : RegisterState<Post> {
  std::vector<Holding> holdings;  // all that ever were, in the order of their fillings
};

struct AccountToken {
  TokenId token;
  Date expires_on;  // its last day
  TokenScope scope = TokenScope::kRead;
  bool revoked = false;
  Sequence issued = 0;
  bool operator==(const AccountToken&) const = default;
};

struct AccountState {
  AccountId id;
  std::optional<AccountKind> kind;  // none: never opened, only named by a post
  bool closed = false;
  std::vector<AccountToken> tokens;
  std::vector<PostId> posts;  // each that it ever held, once
  Sequence posts_at = 0;      // the last event that moved one of its holdings
  Life life;
  const std::string& key() const { return id.value; }
  bool operator==(const AccountState&) const = default;
};

// Who sponsors an outside lead, by its posts of that role.
struct SponsoredAgency {
  struct Sponsor {
    PostId post;
    AgencyId agency;
    bool operator==(const Sponsor&) const = default;
  };
  AgencyId agency;
  std::vector<Sponsor> sponsors;
  const std::string& key() const { return agency.value; }
  bool operator==(const SponsoredAgency&) const = default;
};

// How one agency stands to a request for coordination.
struct AskedAgency {
  AgencyId agency;
  CoordinationAnswer answer = CoordinationAnswer::kWaiting;
  Sequence sequence = 0;  // of its confirmation or its last objection; 0: none
  AgencyId by;            // who gave it: itself or its successor
  std::optional<Date> done_on;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> text;  // the objection's reason, the confirmation's note
  Sequence replied_at = 0;         // the last reply to its objection
  std::optional<CoordinationReply> reply;
  bool operator==(const AskedAgency&) const = default;
};

struct CoordinationState {
  CoordinationId id;
  TaskId task;
  AgencyId asked_by;
  Instant asked_at;
  std::vector<AskedAgency> asked;  // in the order in which they were named
  Date due;
  std::optional<DocumentRef> document;
  std::optional<CoordinationWords> words;
  Sequence closed_at = 0;  // 0: open
  std::optional<ReasonText> close_text;
  Life life;
  const std::string& key() const { return id.value; }
  bool operator==(const CoordinationState&) const = default;
};

// The requests for coordination of one task, oldest first.
struct TaskCoordinations {
  TaskId task;
  std::vector<CoordinationId> ids;
  const std::string& key() const { return task.value; }
  bool operator==(const TaskCoordinations&) const = default;
};

struct UnitPlanState : UnitPlan {
  Life life;
  const std::string& key() const { return id.value; }
};

struct ClosedYear {
  std::int64_t year = 0;
  std::optional<ProgrammeId> into;
  DocumentRef document;
  YearCount count;
  Sequence sequence = 0;
  bool operator==(const ClosedYear&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClosedYear, (), (year, into, document, count, sequence))

// The years of a programme that were closed, in that order.
struct ClosedYears {
  std::string programme;
  std::vector<ClosedYear> years;
  const std::string& key() const { return programme; }
  bool operator==(const ClosedYears&) const = default;
};

struct World {
  Table<RegisterState<Programme>> programmes;
  Table<AgencyState> agencies;
  Table<RegisterState<AgencyGroup>> agency_groups;
  Table<RegisterState<Committee>> committees;
  Table<RegisterState<Member>> members;
  Table<RegisterState<Indicator>> indicators;
  Table<RegisterState<BudgetLine>> budget_lines;
  Table<RegisterState<ReportingDuty>> reporting_duties;
  Table<DoubtState> doubts;
  Table<DocumentState> documents;
  Table<TaskState> tasks;
  Table<TaskPulse> task_pulses;
  Table<AssignmentState> assignments;
  Table<ThreadState> threads;
  Table<PostState> posts;
  Table<AccountState> accounts;
  Table<SponsoredAgency> sponsored;
  Table<LinkState> links;
  Table<LinkedRow> linked;
  Sequence rows_at = 0;  // the last event that moved the words of a task, an indicator, a budget line or a member
  Table<CoordinationState> coordinations;
  Table<TaskCoordinations> task_coordinations;
  Table<UnitPlanState> unit_plans;
  Table<ClosedYears> closed_years;
  std::optional<LogCreated> log;
  std::optional<Date> day;  // the last day opened
  Life calendar, log_life;
  Sequence head = 0;

  // Cannot fail: any event that was stored is taken. `epoch`: see Table.
  void evolve(const Recorded& recorded, Epoch epoch);

  std::uint64_t version(const Subject& subject) const;  // 0: no record yet

  // The assignment, or how it stands before its first event; none if the unit is not charged with the task.
  std::optional<AssignmentState> assignment(const AssignmentId& id) const;
  // Units in force: {"joint"}, the units of kEach or the one of kFocal; empty for groups, links and tasks not assigned.
  std::vector<AgencyId> units_of(const TaskState& task) const;
  // Whether that is a unit in force.
  bool in_force(const TaskState& task, const AgencyId& unit) const;
  // Whether the agency is charged: named itself or a member of a named group.
  bool leads(const Task& task, const AgencyId& agency) const;
  bool coordinates(const Task& task, const AgencyId& agency) const;
  bool in_group(const AgencyId& group, const AgencyId& agency) const;
  bool is_agency(const AgencyId& id) const;  // a body, not a group
  bool is_agency_or_group(const AgencyId& id) const;
  bool has_ended(const AgencyId& id) const;      // merged or dissolved
  AgencyId successor(const AgencyId& id) const;  // into which it was merged in the end; itself if it was not
  bool succeeds(const AgencyId& agency, const AgencyId& other) const;  // the same, or merged into `agency`
  const Programme* programme_of(const Subject& subject) const;         // null: none

  // Sequence of the last event that changed what the resource's representation is folded from: a task's includes its
  // assignments', an account's the holdings of its posts.
  Sequence representation(const Subject& subject) const;
};

}  // namespace luuvet

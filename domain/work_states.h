// The states of tasks, of the work on them and of what is said about anything.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/sequence_list.h"
#include "domain/life.h"

namespace luuvet {

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
  std::vector<ExternalId> external_ids;
  std::vector<TaskMeasure> measures;
  std::vector<MeasurePlace> measures_rejected;
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

}  // namespace luuvet

// The state of everything that has been recorded: what `decide` reads and projections are built from. A World is a
// value: copying shares, so a batch works on a copy and drops it when the append fails, and every published World stays
// as it was.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/table.h"
#include "domain/people_states.h"
#include "domain/record_states.h"
#include "domain/register_states.h"
#include "domain/work_states.h"

namespace luuvet {

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

struct SubmissionState : Submission {
  Life life;
  const std::string& key() const { return id.value; }
};

// A round in which the lead agencies restate their needs.
struct NeedRound {
  Date due;
  DocumentRef document;
  Instant opened_time;
  Sequence opened_at = 0;
  std::optional<Instant> closed_time;
  bool operator==(const NeedRound&) const = default;
};

// The rounds of a programme, oldest first; only the last one may be open.
struct NeedRounds {
  std::string programme;
  std::vector<NeedRound> rounds;
  const std::string& key() const { return programme; }
  bool operator==(const NeedRounds&) const = default;

  bool open() const { return !rounds.empty() && !rounds.back().closed_time; }
};

struct TreasuryExtractState : TreasuryExtract {
  Life life;
  const std::string& key() const { return id.value; }
};

struct RatioState : Ratio {
  Life life;
  const std::string& key() const { return id.value; }
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
  // The last event that moved the words of a task, an indicator, a budget line, its components or a member, or who has
  // a component's money.
  Sequence rows_at = 0;
  Table<CoordinationState> coordinations;
  Table<TaskCoordinations> task_coordinations;
  Table<UnitPlanState> unit_plans;
  Table<ClosedYears> closed_years;
  Table<IndicatorBook> indicator_books;
  Table<SubmissionState> submissions;
  Table<PeriodSubmissions> period_submissions;
  Table<BudgetBook> budget_books;  // of lines with money: their streams are the lines' own
  Table<LedgerEntry> ledger;
  Table<PaymentPlace> payment_places;
  Table<NeedRounds> need_rounds;
  Table<TreasuryExtractState> treasury_extracts;
  Table<TreasuryRow> treasury_rows;
  Table<TreasuryCode> treasury_codes;
  Table<RatioState> ratios;
  Table<MissionState> missions;
  Table<BigProblemRow> big_problems;
  Table<RegisterEntryState> register_entries;
  Table<ExternalIdRow> external_ids;
  Table<ProposalRow> proposals;
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

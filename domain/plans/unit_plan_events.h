// The events of yearly plans, of milestones and results of a year, and of closing it: see domain/events.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/base/partial.h"
#include "domain/plans/unit_plan.h"

namespace luuvet {

struct UnitPlanBegun {
  AgencyId agency;
  std::int64_t year = 0;
  bool operator==(const UnitPlanBegun&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitPlanBegun, (), (agency, year))

// One line: what of it was set. A line that is empty then is gone.
struct UnitPlanLineSet {
  AssignmentId assignment;
  Partial<PlanLineContent> set;
  std::optional<ReasonText> open;  // why not this year; the note
  bool operator==(const UnitPlanLineSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitPlanLineSet, (), (assignment, set, open))

struct UnitPlanSubmitted {
  bool operator==(const UnitPlanSubmitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitPlanSubmitted, (), ())

// The lines as they stand are the edition in force from here on.
struct UnitPlanApproved {
  std::int64_t edition = 0;
  std::optional<DocumentRef> document;
  bool operator==(const UnitPlanApproved&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitPlanApproved, (), (edition, document))

struct UnitPlanReturned {
  std::optional<ReasonText> open;
  bool operator==(const UnitPlanReturned&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitPlanReturned, (), (open))

struct UnitPlanNoted {
  std::int64_t edition = 0;
  std::optional<ReasonText> open;  // the remark
  bool operator==(const UnitPlanNoted&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitPlanNoted, (), (edition, open))

// The lines are a draft again; the edition in force stays until the next is approved.
struct UnitPlanAmendmentBegun {
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const UnitPlanAmendmentBegun&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitPlanAmendmentBegun, (), (document, open))

// --- assignment ---
struct AssignmentMilestoneMet {
  AgencyId agency;  // whose plan has it
  std::int64_t year = 0;
  std::string milestone;
  Date on;
  std::optional<std::int64_t> quantity;
  std::optional<DocumentRef> document;
  bool operator==(const AssignmentMilestoneMet&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentMilestoneMet, (), (agency, year, milestone, on, quantity, document))

struct AssignmentMilestoneUnmet {
  AgencyId agency;
  std::int64_t year = 0;
  std::string milestone;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentMilestoneUnmet&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentMilestoneUnmet, (), (agency, year, milestone, open))

struct AssignmentYearSubmitted {
  std::int64_t year = 0;
  Date completed_on;
  std::optional<std::int64_t> quantity;
  std::optional<DocumentRef> document;
  std::optional<YearText> open;
  bool operator==(const AssignmentYearSubmitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentYearSubmitted, (), (year, completed_on, quantity, document, open))

struct AssignmentYearAccepted {
  std::int64_t year = 0;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentYearAccepted&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentYearAccepted, (), (year, document, open))

struct AssignmentYearReturned {
  std::int64_t year = 0;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentYearReturned&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentYearReturned, (), (year, open))

// What was accepted counts no more: the result is to be submitted again.
struct AssignmentYearReopened {
  std::int64_t year = 0;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const AssignmentYearReopened&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignmentYearReopened, (), (year, document, open))

// --- programme and task ---
// How the leaf tasks stood when the year was closed: they add up to `tasks`.
struct YearCount {
  std::int64_t tasks = 0;
  std::int64_t completed = 0;
  std::int64_t cancelled = 0;
  std::int64_t carried = 0;
  std::int64_t staying = 0;
  bool operator==(const YearCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(YearCount, (), (tasks, completed, cancelled, carried, staying))

struct ProgrammeYearClosed {
  std::int64_t year = 0;
  std::optional<ProgrammeId> into;
  DocumentRef document;
  YearCount count;
  bool operator==(const ProgrammeYearClosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeYearClosed, (), (year, into, document, count))

// The row goes on as `to`; nothing more is done here.
struct TaskCarriedOver {
  TaskId to;
  std::int64_t year = 0;  // the year that was closed
  DocumentRef document;
  bool operator==(const TaskCarriedOver&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskCarriedOver, (), (to, year, document))

}  // namespace luuvet

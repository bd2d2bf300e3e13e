// Subjects: the streams of the log, "<aggregate>/<id>".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/base/ids.h"

namespace luuvet {

enum class Aggregate {
  kLog,
  kCalendar,
  kProgramme,
  kAgency,
  kAgencyGroup,
  kCommittee,
  kMember,
  kIndicator,
  kBudgetLine,
  kReportingDuty,
  kDoubt,
  kDocument,
  kTask,
  kAssignment,
  kThread,
  kPost,
  kAccount,
  kLink,
  kCoordination,
  kUnitPlan,
  kSubmission,
  kTreasuryExtract,
  kRatio,
  kMission,
  kBigProblem,
  kRegisterEntry,
  kProposal,
};

// "task", "agency-group", ...
std::string_view to_string(Aggregate aggregate);

struct Subject {
  Aggregate aggregate = Aggregate::kLog;
  std::string id;  // of a thread: the subject it hangs on, "task/da11.ii.i.1.2"

  std::string text() const;
  bool operator==(const Subject&) const = default;
};

std::optional<Subject> parse_subject(std::string_view text);

// "<task>.<unit>", split from the right.
struct AssignmentParts {
  TaskId task;
  AgencyId unit;
};
AssignmentId assignment_id(const TaskId& task, std::string_view unit);
std::optional<AssignmentParts> split(const AssignmentId& id);

}  // namespace luuvet

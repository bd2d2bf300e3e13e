// Assignments by filter: an agency's own list. Every unit in force has one, also before its first event. What was
// carried over into another programme stands only in lists of its programme or task.
#pragma once

#include "projections/tasks/task_list.h"

namespace luuvet::projections {

enum class OpeningFilter { kMissing, kEntered, kConfirmed };

struct AssignmentFilter {
  std::optional<ProgrammeId> programme;
  std::optional<AgencyId> agency;  // the unit, or a lead of a joint assignment
  std::optional<TaskId> task;
  std::vector<Status> status;
  std::vector<Timeliness> timeliness;
  std::optional<OpeningFilter> opening;
  std::optional<AccountId> handled_by;  // named for it by some agency, as leading official or officer
  std::optional<std::string> q;
};

struct AssignmentItem {
  std::shared_ptr<const TaskState> task;
  AssignmentState state;
  Status status = Status::kNotStarted;
  Timeliness timeliness = Timeliness::kNoDeadline;
  Window window;
};

struct AssignmentList {
  Page<AssignmentItem> page;
  Counts counts;  // all that match but for the filters by status and timeliness
};

AssignmentList list_assignments(const Views& views, const AssignmentFilter& filter, Sort sort, const PageRequest& page,
                                Date status_date);

// None if the unit is not charged with the task.
std::optional<AssignmentItem> assignment_item(const Views& views, const AssignmentId& id, Date status_date);

// Counts of every agency's assignments, in one pass over the tasks.
std::map<AgencyId, Counts> counts_by_agency(const Views& views, Date status_date);

}  // namespace luuvet::projections

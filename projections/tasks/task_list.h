// The board: tasks by filter, sorted, counted, cut into pages. Boards count tasks, lists of an agency's own work count
// assignments.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/people/readers.h"
#include "projections/counts.h"
#include "projections/page.h"
#include "projections/tasks/roll_up.h"
#include "projections/views.h"

namespace luuvet::projections {

enum class SortKey { kSource, kDue, kTitle, kUpdated };
enum class SortOrder { kAscending, kDescending };
struct Sort {
  SortKey key = SortKey::kSource;  // printed order
  SortOrder order = SortOrder::kAscending;
};

// Empty members do not filter; all others must hold.
struct TaskFilter {
  std::optional<ProgrammeId> programme;
  std::optional<AgencyId> agency;  // lead, coordinator or confirming; by group as well
  std::optional<AgencyId> lead;
  bool undecided_lead = false;  // only tasks led by a group of which nobody has decided yet who works (F01)
  std::optional<AgencyId> coordinator;
  std::optional<AgencyId> confirming;
  std::optional<TaskId> parent;
  std::optional<bool> group;  // only group rows, or none of them
  std::optional<std::string> area;
  std::optional<std::string> annex;
  std::optional<std::string> section;
  std::vector<Status> status;  // any of these
  std::vector<Timeliness> timeliness;
  std::optional<DeadlineKind> kind;
  std::optional<DocumentId> document;  // its mandate
  std::optional<bool> obstacle;        // only of what the reader may read
  std::vector<TaskId> ids;
  std::optional<std::string> system;       // that has an id for it,
  std::optional<std::string> external_id;  // this one
  std::optional<std::string> q;
  Sight sight;  // of the reader
};

// A row of the list. The states are shared with the Views that they came from.
struct TaskItem {
  std::shared_ptr<const TaskState> state;
  TaskStanding standing;
  RollUp work;
};

struct TaskList {
  Page<TaskItem> page;
  Counts counts;    // leaf tasks that match all but the filters by status and timeliness
  Counts distinct;  // the same, each set of twins once: by its binding row, or the first of those that match
};

TaskList list_tasks(const Views& views, const TaskFilter& filter, Sort sort, const PageRequest& page, Date status_date);

TaskItem task_item(const Views& views, std::shared_ptr<const TaskState> state, Date status_date);

// A leaf task: neither a group row nor a pointer to another plan.
inline bool is_leaf(const TaskState& task) {
  return !task.content.is_group && !task.content.links_to;
}

// Counts of all leaf tasks of a programme: as a whole and by section, in the order of its sections.
struct ProgrammeProgress {
  Counts whole;
  std::vector<Counts> sections;
  std::size_t groups = 0;
};
ProgrammeProgress progress_of(const Views& views, const Programme& programme, Date status_date);

}  // namespace luuvet::projections

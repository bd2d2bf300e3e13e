// How a task's work stands on a day: as a whole, in sum, and unit by unit. There may be hundreds of units: what readers
// want of them all is gathered once and kept (projections/tasks/work_memo.h).
#pragma once

#include <memory>
#include <vector>

#include "domain/tasks/units.h"
#include "projections/counts.h"

namespace luuvet::projections {

struct RollUp {
  Counts counts;  // of its assignments in force
  Window window;  // of the unit whose work presses most; of the row as printed where nobody is charged
  bool returned = false;
  bool extension_asked = false;
  bool extended = false;
  bool obstacle = false;                   // in a latest approved statement
  std::shared_ptr<const Statement> draft;  // the latest that waits for a head; null: none
};

struct UnitWork {
  Status status = Status::kNotStarted;
  Timeliness timeliness = Timeliness::kNoDeadline;
  bool is_open_in_year = false;  // domain/plans/unit_planning.h, in the year of the day
};

struct TaskWork {
  TaskStanding standing;
  RollUp sum;
  std::vector<UnitWork> units;  // in force, in their order; of a joint assignment one
};

// From the task and its assignments alone: whatever changes neither changes nothing here.
TaskWork gather_work(const World& world, const TaskState& task, Date status_date);

// The latest approved statement tells of an obstacle.
bool has_obstacle(const AssignmentState& assignment);
bool has_obstacle(const World& world, const TaskState& task);

// The latest statement that waits for the head; null: none.
const Statement* waiting_draft(const AssignmentState& assignment);

}  // namespace luuvet::projections

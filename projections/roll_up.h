// What a task shows of the work under it, gathered in one walk over its units: there may be hundreds.
#pragma once

#include "domain/units.h"
#include "projections/counts.h"

namespace luuvet::projections {

struct RollUp {
  Counts counts;  // of its assignments in force
  Window window;  // of the unit whose work presses most; of the row as printed where nobody is charged
  bool returned = false;
  bool extension_asked = false;
  bool extended = false;
  bool obstacle = false;             // in a latest approved statement
  const Statement* draft = nullptr;  // the latest that waits for a head; lives as long as the World
};

// `whole`: the timeliness of the task as a whole.
RollUp roll_up(const World& world, const TaskState& task, Timeliness whole, Date status_date);

// The latest approved statement tells of an obstacle.
bool has_obstacle(const AssignmentState& assignment);
bool has_obstacle(const World& world, const TaskState& task);

// The latest statement that waits for the head; null: none.
const Statement* waiting_draft(const AssignmentState& assignment);

}  // namespace luuvet::projections

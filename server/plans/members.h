// The members of a task that a plan's file sets: the column that holds each, and how cells print it.
#pragma once

#include <algorithm>

#include "server/plans/plan_row.h"

namespace luuvet::server {

// A member of Task as a cell prints it, and the other ways in which it may stand in a file.
struct Printed {
  std::string shown;
  std::vector<std::string> also;

  bool is(const std::string& cell) const { return cell == shown || std::ranges::find(also, cell) != also.end(); }
};

// The members of a task that a file sets, each with the column that holds it.
struct Member {
  const char* name;
  PlanField column;
  std::string FileRow::*cell;
  Printed (*print)(const World&, const Task&);
  bool (*same)(const Task&, const Task&);      // what matters of it
  void (*take)(const Task& from, Task& task);  // with what was printed
};

// In the order of a plan's columns.
const std::vector<Member>& members();

}  // namespace luuvet::server

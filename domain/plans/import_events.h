// What the import of a plan adds to the facts about a task.
#pragma once

#include <boost/describe.hpp>

#include "domain/tasks/task.h"

namespace luuvet {

// So stood the row in the plan's file: what the next import is compared with. Changes nothing else.
struct TaskImported {
  Task row;
  bool operator==(const TaskImported&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskImported, (), (row))

}  // namespace luuvet

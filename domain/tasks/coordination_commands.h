// The commands on requests for coordination, and assigning many tasks at once: see domain/commands.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/tasks/coordination_events.h"
#include "domain/tasks/task.h"

namespace luuvet {

// Its id is `new_id`.
struct AskCoordination {
  TaskId task;
  std::vector<AgencyId> to;
  std::string what;
  Date due;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(AskCoordination, (), (task, to, what, due, document))

struct ConfirmCoordination {
  std::optional<std::string> note;
  std::optional<DocumentRef> document;
  std::optional<Date> done_on;
};
BOOST_DESCRIBE_STRUCT(ConfirmCoordination, (), (note, document, done_on))

struct DisputeCoordination {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DisputeCoordination, (), (reason))

struct AnswerCoordination {
  std::vector<Sequence> of;  // of the objections
  std::string text;
};
BOOST_DESCRIBE_STRUCT(AnswerCoordination, (), (of, text))

struct CloseCoordination {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CloseCoordination, (), (reason))

// As AssignTask, the same for every task named; `subject` = "task/<id>".
struct AssignTasksItem {
  std::string subject;
  Sequence based_on = 0;
};
BOOST_DESCRIBE_STRUCT(AssignTasksItem, (), (subject, based_on))
struct AssignTasks {
  AssignmentMode mode = AssignmentMode::kJoint;
  std::optional<std::vector<AgencyId>> units;
  std::optional<AgencyId> group;
  std::optional<AgencyId> agency;
  std::optional<DocumentRef> document;
  std::vector<AssignTasksItem> items;
};
BOOST_DESCRIBE_STRUCT(AssignTasks, (), (mode, units, group, agency, document, items))

}  // namespace luuvet

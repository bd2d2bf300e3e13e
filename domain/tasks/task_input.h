// What people may set on a task, as a body gives it.
#pragma once

#include "domain/base/partial.h"
#include "domain/tasks/task.h"

namespace luuvet {

// A deadline as a person gives it: with no kind, the text is parsed.
struct DeadlineInput {
  std::string text;
  std::optional<DeadlineKind> kind;
  std::optional<Date> start;
  std::optional<Date> due;
  std::optional<std::vector<Rhythm>> rhythms;
  std::optional<Trigger> trigger;
  std::optional<std::vector<Deadline>> parts;
  bool operator==(const DeadlineInput&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeadlineInput, (), (text, kind, start, due, rhythms, trigger, parts))

struct TaskFields {
  std::optional<TaskId> parent;
  std::string title;
  std::optional<std::string> content;
  std::vector<AgencyId> lead_agencies;
  std::vector<AgencyId> coordinating_agencies;
  AgencyId confirming_agency;  // empty: the default of the area
  DeadlineInput deadline;
  std::vector<Deliverable> deliverables;
  bool operator==(const TaskFields&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskFields, (),
                      (parent, title, content, lead_agencies, coordinating_agencies, confirming_agency, deadline,
                       deliverables))

}  // namespace luuvet

// What people may set on a task: how a body gives it, checked and turned into the task's own members. Registering sets
// all of it, an amendment some.
#pragma once

#include "domain/base/result.h"
#include "domain/body_check.h"
#include "domain/commands.h"

namespace luuvet {

// All members set, as registering does.
Partial<TaskFields> all_fields(const RegisterTask& body);
Partial<TaskFields> all_fields(const AddedTask& body);

// `prefix` is where the members stand in the body: "", "/set".
void check_fields(BodyCheck& check, std::string_view prefix, const Partial<TaskFields>& set,
                  const Programme& programme);

// `set` must have passed the check.
void apply_fields(const Partial<TaskFields>& set, const Programme& programme, Task& task);

// T03: a parent is a group row of the same programme, and no row stands under itself.
std::optional<Rejection> parent_fault(const World& world, const Task& task);

// Of a task that stands under no other.
inline constexpr std::string_view kAreaOfTasks = "khcn-dmst-cds";

// A task as people register it (T04, T05): area from its parent, mandate from the document, confirming agency by rule.
Task new_task(const World& world, const Programme& programme, TaskId id, const Partial<TaskFields>& set,
              const DocumentRef& document);

}  // namespace luuvet

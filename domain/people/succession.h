// What passes from an agency that was merged to its successor (B06 to B09): names in rows, open tasks, units.
#pragma once

#include <string_view>
#include <vector>

#include "domain/decide.h"

namespace luuvet {

// The World once the event has become so: the next after the head. For reading only, never to be published.
World once_so(const World& world, const Subject& subject, const Event& event, const AgencyId& agency);

// In place of every agency that was merged its successor, each named once. A row's own id stays, and of a post the
// agency: its rights ended.
AgencyId passed_on(const World& world, const AgencyId& agency);
std::vector<AgencyId> passed_on(const World& world, const std::vector<AgencyId>& agencies);
// For the contents of all registers; a task is also given its confirming agency by T04 if anything moved.
template <class Content>
Content passed_on(const World& world, Content row);

// What goes on where the work of `state` is taken over.
AssignmentTakenOver taken_over(const AssignmentState& state);

// Neither cancelled, carried over nor completed by all its units.
bool is_open(const World& world, const TaskState& task);

// The events by which all that is open passes to the successors of those that it names: the registers, then the tasks.
// `cause`: the event from which they follow.
std::vector<NewEvent> everything_passes(const World& world, Sequence cause, const DocumentRef& document);

// B09: the event at that place of the decision opens a task again; adds those by which it passes to the successors of
// the agencies that it names.
void pass_on_opened(const World& world, std::size_t at, const DocumentRef& document, Decision& decision);

}  // namespace luuvet

// Who stands how to a resource, read from the World. PEOPLE will narrow these by the grants of a person; the names
// stay.
#pragma once

#include "domain/commands.h"
#include "domain/world.h"

namespace luuvet {

// What a command asks of the agency acted for.
enum class Relation {
  kAny,
  kLead,        // works on the assignment: its unit; of a joint one any lead or member of a leading group
  kLeadHead,    // the head of such an agency; until accounts tell heads from officers, the agency
  kConfirming,  // see `confirming_agency`
  kStanding,    // standing agency of the programme
  kSupervising  // standing agency of the programme or of its committee
};

// For which agency a command is done: as named, else the standing agency of what is concerned (G01).
AgencyId acting_agency(const World& world, const Context& context, const Subject& concerned);

// Where a subject belongs to no programme, the standing agency of any is meant.
bool is_standing(const World& world, const Subject& subject, const AgencyId& agency);
bool is_supervising(const World& world, const Subject& subject, const AgencyId& agency);

bool is_lead(const World& world, const TaskState& task, const AssignmentState& assignment, const AgencyId& agency);
bool is_lead_head(const World& world, const TaskState& task, const AssignmentState& assignment, const AgencyId& agency);

// Who confirms a task by its content (T04): the agency that it names, else its area's; never a named lead while another
// is there.
AgencyId confirming_by_content(const World& world, const Task& task);

// Whether confirming would be confirming its own work: the unit; of a joint assignment each named lead and the agency
// that submitted it.
bool does_the_work(const TaskState& task, const AssignmentState& assignment, const AgencyId& agency);

// Who confirms one assignment (A07): as by content, but nobody who does the work.
AgencyId confirming_agency(const World& world, const TaskState& task, const AssignmentState& assignment);

}  // namespace luuvet

// Who stands how to a resource, read from the World: what the relations of the table of rights (domain/rights.h) mean.
#pragma once

#include "domain/commands.h"
#include "domain/people/grants.h"
#include "domain/world.h"

namespace luuvet {

// For which agency a command is done: as named, else, for the system, the standing agency of what is concerned (G01).
AgencyId acting_agency(const World& world, const Context& context, const Subject& concerned);

// Where a subject belongs to no programme, the standing agency of any is meant.
bool is_standing(const World& world, const Subject& subject, const AgencyId& agency);
bool is_supervising(const World& world, const Subject& subject, const AgencyId& agency);

// The same for one grant, used for `agency`: a standing agency's post may be bound to one committee, a committee's post
// always is (P13). `stands_over` is kStanding, `sits_over` kCommittee, `supervises` kSupervising.
bool stands_over(const World& world, const Subject& subject, const AgencyId& agency, const Grant& grant);
// Of the province, or of the centre; false of an agency that is not there.
bool is_within(const World& world, std::string_view province, const AgencyId& agency);
bool sits_over(const World& world, const Subject& subject, const Grant& grant);
bool supervises(const World& world, const Subject& subject, const AgencyId& agency, const Grant& grant);

bool is_lead(const World& world, const TaskState& task, const AssignmentState& assignment, const AgencyId& agency);
// Who answers for what the assignment says: the agency that works on it, or the sponsor of an outside lead that does
// (P12).
bool answers_for(const World& world, const TaskState& task, const AssignmentState& assignment, const AgencyId& agency);

// Whether who decides by this grant decides in this task's area: a deputy with areas only in these (P07).
bool covers(const Grant& grant, const Task& task);

// Who confirms a task by its content (T04): the agency that it names, else its area's; never a named lead while another
// is there.
AgencyId confirming_by_content(const World& world, const Task& task);

// Whether confirming would be confirming its own work, or that of an agency merged into it: the unit; of a joint
// assignment each named lead and the agency that submitted it.
bool does_the_work(const World& world, const TaskState& task, const AssignmentState& assignment,
                   const AgencyId& agency);

// Who confirms one assignment (A07): as by content, but nobody who does the work.
AgencyId confirming_agency(const World& world, const TaskState& task, const AssignmentState& assignment);

}  // namespace luuvet

// Who handles an assignment inside an agency: the leading official, the department, the officers that it has named.
#pragma once

#include "domain/world.h"

namespace luuvet {

// Null: the agency never named anybody.
const AgencyPeople* people_of(const AssignmentState& assignment, const AgencyId& agency);

// Those of the agencies that answer for the assignment now, without who names nobody. What an agency has named stays
// for when it leads again.
std::vector<const AgencyPeople*> people_in_charge(const World& world, const TaskState& task,
                                                  const AssignmentState& assignment);

// Whether the account is named there, as leading official or as officer.
bool names_account(const AgencyPeople& people, const AccountId& account);

// `to` in every place of `from`, in each place once.
AgencyPeople in_place_of(AgencyPeople people, const AccountId& from, const AccountId& to);

// Whether the account holds a post of the agency on that day; a leading one is that of head or deputy.
enum class PostKind { kAny, kLeading };
bool holds_post(const World& world, const AccountId& account, const AgencyId& agency, Date date, PostKind kind);

}  // namespace luuvet

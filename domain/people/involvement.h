// Who has to do with what, today: for filters of lists and of the live feed, and for who reads what is protected.
#pragma once

#include "domain/world.h"

namespace luuvet {

// The agency is now lead, coordinator, confirming, tracking or implementing agency of the subject, itself or as a
// member of a named group; a unit charged with it; or the sponsor of an outside lead of it. A thread is judged by what
// it hangs on.
bool involves(const World& world, const Subject& subject, const AgencyId& agency);

bool names_agency(const World& world, const std::vector<AgencyId>& list, const AgencyId& agency);

}  // namespace luuvet

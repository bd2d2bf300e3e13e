// Which documents an act rests on or brings along: what its event names outside `open`.
#pragma once

#include <vector>

#include "domain/events.h"

namespace luuvet {

// Each once, in the order in which the event names them. A document does not cite itself by being registered or
// amended; one that is still to be supplied is none yet.
std::vector<DocumentId> cited_documents(const Event& event);

}  // namespace luuvet

// Which documents an act rests on or brings along: what its event names outside `open`.
#pragma once

#include <string_view>
#include <vector>

#include "domain/events.h"

namespace luuvet {

struct Citation {
  DocumentId document;
  std::string_view member;  // of the event's data (of a registered row itself, of an amendment's `set`); a literal
  bool operator==(const Citation&) const = default;
};

// Each document once a member, in the order of the data. A document does not cite itself by being registered or
// amended; one that is still to be supplied is none yet.
std::vector<Citation> citations_in(const Event& event);

}  // namespace luuvet

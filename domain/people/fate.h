// What became of an agency that has ended, in a sentence: since when, and who succeeds it.
#pragma once

#include "domain/base/result.h"
#include "domain/world.h"

namespace luuvet {

// The agency must have ended.
Message fate_of(const World& world, const AgencyId& agency);

}  // namespace luuvet

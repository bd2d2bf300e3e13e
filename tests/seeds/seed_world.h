// The state of the world once all seeds are registered, without an engine.
#pragma once

#include "domain/world.h"

namespace luuvet::server::testing {

const World& seed_world();

}  // namespace luuvet::server::testing

// What every event log asks of new records before it writes any of them.
#pragma once

#include <span>

#include "server/log/event_log.h"

namespace luuvet::server {

// Throws std::invalid_argument that says which limit is broken.
void require_limits(std::span<const NewRecord> records);

}  // namespace luuvet::server

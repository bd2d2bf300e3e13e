// Pruning: records of a log that may forget (the access log) go, and the hashes of their leaves stay. That it was
// pruned is a record of its own, which the caller appends first.
#pragma once

#include <cstdint>
#include <string_view>

#include "domain/base/ids.h"
#include "server/log/rocks_event_log.h"

namespace luuvet::server {

// Records up to `through` and what the indexes hold of them, but for those of the subject `kept`: on disk when it
// returns, and no file of the folder holds the pruned bytes any more. How many went. Doing it again goes on after a
// crash. Not beside another write to the log, nor beside a check, whose snapshot would keep the old bytes; readers may
// go on, and find stubs.
std::uint64_t prune(RocksEventLog& log, Sequence through, std::string_view kept);

}  // namespace luuvet::server

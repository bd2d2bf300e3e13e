// Erasing the open part of a record: its leaf takes its place, so that every proof stays valid. That it was erased is
// an event of its own, which the caller appends by the normal road.
#pragma once

#include <filesystem>

#include "domain/base/ids.h"
#include "server/log/log_store.h"

namespace luuvet::server {

// On disk when it returns, and no file of the folder holds the erased bytes any more. Copies made before (backups)
// still do. Doing it again finishes what a crash cut off. False if the record never had an open part; LogFailure if
// there is no such record. Neither beside another write to `store` nor beside a check, whose snapshot would keep the
// old bytes.
bool erase_open(LogStore& store, Sequence sequence);

// The same for a folder that no server has open.
bool erase_open(const std::filesystem::path& folder, Sequence sequence);

}  // namespace luuvet::server

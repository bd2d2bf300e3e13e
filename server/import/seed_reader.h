// Reads a seeds folder: every line of every file, strictly.
#pragma once

#include <filesystem>

#include "server/import/seeds.h"

namespace luuvet::server {

inline constexpr std::uintmax_t kSeedFileBytesMax = 64 * 1024 * 1024;

// Never throws for what the folder holds: unreadable files, unknown members and misplaced files are faults (at most
// kSeedFaultsMax are told). Rows are complete only if there is no fault.
Seeds read_seeds(const std::filesystem::path& folder);

}  // namespace luuvet::server

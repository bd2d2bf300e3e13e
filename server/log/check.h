// The whole of a log, verified: that it is gapless, that keys and records say the same, that sealed parts and the audit
// tree are right.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/log/log_store.h"
#include "server/log/merkle_tree.h"
#include "server/log/record_facts.h"

namespace luuvet::server {

// A root that the log must have had: from the guard, or from a checkpoint that somebody kept.
struct KnownRoot {
  Sequence sequence = 0;
  Hash root{};
  std::string from;  // "the guard": named when it does not hold
};

struct CheckReport {
  Sequence records = 0;
  std::uint64_t subjects = 0;
  std::uint64_t commands = 0;
  std::uint64_t tiles = 0;
  std::vector<Sequence> erased;  // records whose open part is gone; the events that say so are the caller's to compare
  std::uint64_t pruned = 0;  // records of which only the leaf's hash is left; whether they may, is the caller's to say
  Sequence last_pruned = 0;
  std::optional<LogIdentity> identity;  // of the records
  Hash root{};                          // of all records
  std::optional<std::string> wrong;  // the first thing that is wrong, in one sentence; the counts then go up to there
};

// Reads the log as it is at this moment; a server may be writing it. Worker thread: it takes a second or so per 300,000
// records.
CheckReport check_log(const LogStore& store, std::span<const KnownRoot> known_roots);

// The same for a folder that no server has open. A folder that cannot be opened or read is a report too.
CheckReport check_log(const std::filesystem::path& folder, std::span<const KnownRoot> known_roots);

}  // namespace luuvet::server

// The state folder (`--state`, mode 0700), beside the log and never in it: `log.key` signs checkpoints,
// `instance.secret` keys the correlation ids, `guard` knows how far the log had come.
#pragma once

#include <array>
#include <filesystem>
#include <string>

#include "server/log/guard.h"
#include "server/log/note.h"
#include "server/log/record_facts.h"

namespace luuvet::server {

using InstanceSecret = std::array<std::uint8_t, 32>;

struct OpenedState {
  LogIdentity identity;  // of record 1; chosen here for an empty log
  NoteSigner signer;     // named by origin_of(identity)
  InstanceSecret instance_secret{};
  GuardFile guard;
};

enum class MissingGuard {
  kRefuse,
  kAdopt,  // take the log as it is, with a new signing key: what the old one signed is not known any more
};

// Brings state and log together, before anything is served. An empty log without state gets both: a random log id under
// `instance`, keys, a guard at 0. Throws StateRefused if they do not fit, std::system_error if a file cannot be read or
// written.
//
// The caller then appends `log.created` to an empty log, or `log.adopted` where the last public key that the log names
// is not the signer's: so it is right also after a crash in between.
OpenedState open_state(const std::filesystem::path& folder, const std::string& instance, const EventLog& log,
                       const TreeSource& tree, MissingGuard missing_guard);

// The guard's file in a state folder.
std::filesystem::path guard_file(const std::filesystem::path& folder);

}  // namespace luuvet::server

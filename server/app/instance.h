// An opened instance: log and state brought together, views folded from the log, the engine ready. What `serve`,
// `import` and `erase` have in common.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "server/engine/engine.h"
#include "server/engine/replay.h"
#include "server/log/guard.h"
#include "server/log/rocks_event_log.h"
#include "server/log/state_dir.h"

namespace luuvet::server {

struct Folders {
  std::filesystem::path data;   // the log lies in data/log
  std::filesystem::path state;  // keys and guard
};

class Instance {
 public:
  // Throws StateRefused, LogFailure, UnreadableRecord, std::system_error: each says in a sentence what is so.
  // `publish` gets every batch that the engine's thread carries out; `on_failure` the news that storage failed.
  Instance(const Folders& folders, const std::string& name, MissingGuard missing_guard, Publish publish,
           FailureHandler on_failure);

  EventLog& log() { return log_; }
  RocksEventLog& rocks() { return log_; }
  Engine& engine() { return *engine_; }
  PastViews& past() { return past_; }
  const Guard& guard() const { return *guard_; }
  const NoteSigner& signer() const { return state_.signer; }
  const LogIdentity& identity() const { return state_.identity; }
  const InstanceSecret& secret() const { return state_.instance_secret; }

 private:
  void name_log();
  Outcome run_one(CommandBody body);

  RocksEventLog log_;
  OpenedState state_;
  PastViews past_;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Guard> guard_;
};

// The clock and the random source of the process.
Ambient system_ambient(FailureHandler fatal);
Instant system_now();
Correlation random_correlation();

// A command of the system itself: actor and agency `luuvet`. `done` is left empty.
Job system_job(CommandBody body, Instant now);

// Opens today and every day missed since the last one. The engine must not have been started.
void open_days(Engine& engine, Date today);

}  // namespace luuvet::server

// The access log on disk: a second log of the same form, with an id, a tree and a guard of its own. It forgets: records
// older than a day can be pruned. Appending and pruning on one thread; reading `log()` on any.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "server/access/access_event.h"
#include "server/log/rocks_event_log.h"
#include "server/log/state_dir.h"

namespace luuvet::server {

struct AccessFolders {
  std::filesystem::path log;    // <data>/access
  std::filesystem::path state;  // <state>/access
};
AccessFolders access_folders(const std::filesystem::path& data, const std::filesystem::path& state);

class AccessStore {
 public:
  // Opens or makes both; a new log is named first, and a pruning that a crash cut off is finished. Throws as Instance
  // does.
  AccessStore(const AccessFolders& folders, const std::string& instance, MissingGuard missing_guard, Instant now,
              FailureHandler on_failure);

  // On disk and guarded when it returns. A record is never earlier than the one before it.
  void append(std::span<const AccessEvent> events);

  // What happened before that day in Vietnam goes; how many records. Nothing to prune leaves no record.
  std::uint64_t prune_before(Date day, Instant now);

  const EventLog& log() const { return log_; }
  const LogIdentity& identity() const { return state_.identity; }
  // 128 bits by which usernames are told apart, under a secret of this log.
  std::string username_digest(std::string_view username_key) const;

 private:
  void name_log(Instant now);
  void recall();
  bool cut_off() const;

  RocksEventLog log_;
  OpenedState state_;
  Instant time_;                 // of the last record
  std::string public_key_;       // that the log names last
  Sequence pruned_through_ = 0;  // as the log says
};

// Up to where the log says that it was pruned; 0 if it never was.
Sequence pruned_through(const EventLog& log);

// The last record before that moment; pruned ones count as before it. 0 if there is none.
Sequence last_before(const EventLog& log, Instant moment);

}  // namespace luuvet::server

// The guard: how far the log had come, kept outside its folder. RocksDB takes a damaged end of its write-ahead log for
// the end; the guard knows better, and knows when a folder was put back or replaced.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include "server/log/event_log.h"
#include "server/log/files.h"
#include "server/log/log_store.h"
#include "server/log/merkle_proof.h"

namespace luuvet::server {

// State and log do not fit, or the state cannot be used: the server stays closed. The text says in one sentence what is
// so.
class StateRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct GuardPosition {
  std::string log;  // the log's id, 16 hex digits
  Sequence sequence = 0;
  Hash root = hash_empty_tree();  // of the audit tree with that many leaves
  bool operator==(const GuardPosition&) const = default;
};

inline constexpr std::size_t kGuardSlotBytes = 4096;

// One slot, and what a slot holds; nothing if it is torn or was never written.
std::string guard_slot(const GuardPosition& position);
std::optional<GuardPosition> parse_guard_slot(std::string_view slot);

// The later of the two slots. Nothing if there is no such file; StateRefused if neither slot is whole.
std::optional<GuardPosition> read_guard(const std::filesystem::path& file);

// Throws StateRefused unless the log holds what the guard has seen. `log` = the id in its records; empty if it has
// none.
void require_guarded(const GuardPosition& guard, std::string_view log, TreeView& tree);

// Two slots in one file, overwritten in turn, so that one is whole at any moment. One thread at a time; one process, by
// a lock on the file.
class GuardFile {
 public:
  static GuardFile create(const std::filesystem::path& file, const GuardPosition& position);
  // The file must be there. StateRefused if another process has it.
  static GuardFile open(const std::filesystem::path& file);

  const GuardPosition& position() const { return position_; }
  // On disk when it returns. Throws std::system_error.
  void write(Sequence sequence, const Hash& root);

 private:
  GuardFile(FileDescriptor file, GuardPosition position, unsigned slot);

  FileDescriptor file_;
  GuardPosition position_;
  unsigned slot_;  // that holds position_
};

// Follows the log on a thread of its own and writes each head that it finds: while one write is under way heads pass
// by, and the latest is written next. The log must outlive it. When it dies, it has written the head.
class Guard {
 public:
  Guard(GuardFile file, const EventLog& log, const TreeSource& tree, FailureHandler on_failure);
  ~Guard();

  // The last tree that is safe in the guard: the only one to sign. Null before the first write after opening.
  std::shared_ptr<const TreeHead> held() const;

 private:
  void run();
  void hold();

  GuardFile file_;
  const EventLog& log_;
  const TreeSource& tree_;
  FailureHandler on_failure_;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  std::shared_ptr<const TreeHead> held_;  // under mutex_
  std::thread thread_;
};

}  // namespace luuvet::server

// The log's RocksDB folder: opening it, one synced write, reads that verify checksums. Every error of RocksDB becomes a
// LogFailure here.
#pragma once

#include <rocksdb/db.h>
#include <rocksdb/env.h>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/log/event_log.h"

namespace luuvet::server {

// Called once, on any thread, when storage has failed behind the writer's back; the next write throws. It must only
// pass the word on.
using FailureHandler = std::function<void(const std::string& what)>;

struct LogStoreOptions {
  enum class Access {
    kReadWrite,
    kReadOnly
  };  // read-only: for a folder that no server has open, or as it stood at this moment
  Access access = Access::kReadWrite;
  FailureHandler on_failure = {};
  rocksdb::Env* env = nullptr;  // not owned; tests put failing disks here
};

class LogStore {
 public:
  enum Family : std::size_t { kIndex, kRecords, kCommands };  // column families `default`, `records`, `commands`

  // Opens the folder, or makes it (not when read-only). Throws LogFailure.
  LogStore(const std::filesystem::path& folder, LogStoreOptions options);
  ~LogStore();
  LogStore(const LogStore&) = delete;
  LogStore& operator=(const LogStore&) = delete;

  // On disk when it returns. One thread at a time.
  void write(rocksdb::WriteBatch& batch);

  rocksdb::ColumnFamilyHandle* family(Family family) const { return families_[family]; }

  // The reads may be called by any thread; `snapshot` null means now.
  std::optional<std::string> get(Family family, std::string_view key,
                                 const rocksdb::Snapshot* snapshot = nullptr) const;
  std::unique_ptr<rocksdb::Iterator> iterate(Family family, rocksdb::ReadOptions options = {}) const;
  std::shared_ptr<const rocksdb::Snapshot> snapshot() const;

  // Rewrites the files that hold `key`, so that no older value of it is left on disk.
  void compact_key(Family family, std::string_view key);
  // The same for every key there is.
  void compact_all();

 private:
  class Listener;

  void open(const std::string& folder, const LogStoreOptions& options);
  void agree_on_format(LogStoreOptions::Access access);

  std::shared_ptr<Listener> listener_;
  std::unique_ptr<rocksdb::DB> db_;
  std::array<rocksdb::ColumnFamilyHandle*, 3> families_{};
};

// Throws LogFailure "<doing>: <status>" unless the status is ok.
void require_ok(const rocksdb::Status& status, std::string_view doing);

}  // namespace luuvet::server

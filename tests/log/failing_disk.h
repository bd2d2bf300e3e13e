// A disk for RocksDB that fails at a chosen moment, and forgets what was not synced when the power goes.
#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace luuvet::server::testing {

class FailingDisk final : public rocksdb::FileSystemWrapper {
 public:
  FailingDisk() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}

  // Writes and syncs are counted from 1; from this one on all of them fail.
  void fail_from(std::uint64_t operation) { fail_from_ = operation; }
  std::uint64_t operations() const;

  // Cuts every file that was written through this disk to what was synced, plus `kept` bytes of what was not.
  void lose_power(std::uint64_t kept);

  const char* Name() const override { return "FailingDisk"; }
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* file,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;

 private:
  class File;
  struct Extent {
    std::uint64_t written = 0;
    std::uint64_t synced = 0;
  };

  // Counts an operation; an error if it must fail.
  rocksdb::IOStatus next_operation();

  mutable std::mutex mutex_;
  std::uint64_t operations_ = 0;                                         // under mutex_
  std::map<std::string, std::shared_ptr<Extent>> extents_;               // under mutex_, by path; so are the extents
  std::uint64_t fail_from_ = std::numeric_limits<std::uint64_t>::max();  // set before the disk is used
};

}  // namespace luuvet::server::testing

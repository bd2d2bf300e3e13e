#include "tests/log/failing_disk.h"

#include <algorithm>
#include <filesystem>

namespace luuvet::server::testing {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

class FailingDisk::File final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  File(std::unique_ptr<rocksdb::FSWritableFile> target, FailingDisk& disk, std::shared_ptr<Extent> extent)
      : FSWritableFileOwnerWrapper(std::move(target)), disk_(disk), extent_(std::move(extent)) {}

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    IOStatus status = disk_.next_operation();
    if (status.ok()) status = FSWritableFileOwnerWrapper::Append(data, options, debug);
    if (status.ok()) wrote(data.size());
    return status;
  }
  IOStatus Append(const Slice& data, const IOOptions& options, const rocksdb::DataVerificationInfo&,
                  IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    IOStatus status = disk_.next_operation();
    if (status.ok()) status = FSWritableFileOwnerWrapper::Sync(options, debug);
    if (status.ok()) synced();
    return status;
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override { return Sync(options, debug); }

 private:
  void wrote(std::uint64_t bytes) {
    const std::lock_guard lock(disk_.mutex_);
    extent_->written += bytes;
  }
  void synced() {
    const std::lock_guard lock(disk_.mutex_);
    extent_->synced = extent_->written;
  }

  FailingDisk& disk_;
  std::shared_ptr<Extent> extent_;
};

std::uint64_t FailingDisk::operations() const {
  const std::lock_guard lock(mutex_);
  return operations_;
}

IOStatus FailingDisk::next_operation() {
  const std::lock_guard lock(mutex_);
  return ++operations_ < fail_from_ ? IOStatus::OK() : IOStatus::IOError("the disk fails");
}

IOStatus FailingDisk::NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSWritableFile>* file, IODebugContext* debug) {
  std::unique_ptr<rocksdb::FSWritableFile> target;
  const IOStatus status = FileSystemWrapper::NewWritableFile(name, options, &target, debug);
  if (!status.ok()) return status;
  auto extent = std::make_shared<Extent>();
  {
    const std::lock_guard lock(mutex_);
    extents_[name] = extent;
  }
  *file = std::make_unique<File>(std::move(target), *this, std::move(extent));
  return status;
}

IOStatus FailingDisk::RenameFile(const std::string& from, const std::string& to, const IOOptions& options,
                                 IODebugContext* debug) {
  const IOStatus status = FileSystemWrapper::RenameFile(from, to, options, debug);
  const std::lock_guard lock(mutex_);
  if (const auto at = extents_.find(from); status.ok() && at != extents_.end()) {
    extents_[to] = at->second;
    extents_.erase(from);
  }
  return status;
}

void FailingDisk::lose_power(std::uint64_t kept) {
  const std::lock_guard lock(mutex_);
  for (const auto& [name, extent] : extents_) {
    std::error_code gone;
    std::filesystem::resize_file(name, std::min(extent->written, extent->synced + kept), gone);
  }
}

}  // namespace luuvet::server::testing

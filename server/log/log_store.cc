#include "server/log/log_store.h"

#include <rocksdb/cache.h>
#include <rocksdb/file_checksum.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/listener.h>
#include <rocksdb/memtablerep.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <mutex>
#include <system_error>
#include <vector>

#include "server/log/files.h"
#include "server/log/log_keys.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;

rocksdb::ColumnFamilyOptions family_options(const rocksdb::BlockBasedTableOptions& table, std::size_t memtable_bytes) {
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.write_buffer_size = memtable_bytes;
  options.max_write_buffer_number = 4;
  options.compression = rocksdb::kLZ4Compression;
  options.level_compaction_dynamic_level_bytes = true;
  options.paranoid_file_checks = true;  // a new file is read back before the old ones go
  return options;
}

rocksdb::BlockBasedTableOptions table_options(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.format_version = 5;
  table.block_cache = cache;
  table.checksum = rocksdb::kXXH3;
  return table;
}

// Records come in key order and are never merged with others, so that their files move down the levels without being
// rewritten.
rocksdb::ColumnFamilyDescriptor records_family(rocksdb::BlockBasedTableOptions table) {
  table.block_size = 16 * 1024;
  return {"records", family_options(table, 64 * kMiB)};
}

// Keys in any order: a filter, since most are asked for and are not there.
rocksdb::ColumnFamilyDescriptor index_family(rocksdb::BlockBasedTableOptions table) {
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  return {rocksdb::kDefaultColumnFamilyName, family_options(table, 16 * kMiB)};
}

// Random keys that are only asked for whole: hashed in memory, which saves the writer 3 us an event against a sorted
// list.
rocksdb::ColumnFamilyDescriptor commands_family(rocksdb::BlockBasedTableOptions table) {
  rocksdb::ColumnFamilyDescriptor family = index_family(std::move(table));
  family.name = "commands";
  family.options.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(sizeof(Correlation::key)));
  family.options.memtable_factory.reset(rocksdb::NewHashLinkListRepFactory(std::size_t{1} << 16));
  return family;
}

// In the order of LogStore::Family.
std::vector<rocksdb::ColumnFamilyDescriptor> families() {
  const rocksdb::BlockBasedTableOptions table = table_options(rocksdb::NewLRUCache(64 * kMiB));
  return {index_family(table), records_family(table), commands_family(table)};
}

rocksdb::DBOptions db_options(const LogStoreOptions& given, std::shared_ptr<rocksdb::EventListener> listener) {
  rocksdb::DBOptions options;
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  options.listeners.push_back(std::move(listener));
  if (given.env != nullptr) options.env = given.env;
  // A damaged tail of the write-ahead log ends the log here; whether anything acknowledged was in it, the guard knows.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  options.max_total_wal_size = 256 * kMiB;
  options.max_bgerror_resume_count = 0;  // an error is fatal: no going on behind the writer's back
  options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  options.allow_concurrent_memtable_write = false;  // one writer
  options.enable_write_thread_adaptive_yield = false;
  options.bytes_per_sync = kMiB;  // table files are written back evenly, not in one burst beside a commit's sync
  options.max_background_jobs = 2;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.info_log_level = rocksdb::WARN_LEVEL;
  options.keep_log_file_num = 4;
  return options;
}

}  // namespace

void require_ok(const rocksdb::Status& status, std::string_view doing) {
  if (!status.ok()) throw LogFailure(std::string(doing) + ": " + status.ToString());
}

// Keeps the first error, whichever thread met it: after it nothing is written any more.
class LogStore::Listener : public rocksdb::EventListener {
 public:
  explicit Listener(FailureHandler on_failure) : on_failure_(std::move(on_failure)) {}

  void OnBackgroundError(rocksdb::BackgroundErrorReason, rocksdb::Status* status) override {
    const std::string what = "the log's storage failed: " + status->ToString();
    if (keep(what) && on_failure_) on_failure_(what);
  }

  // Whether it is the first.
  bool keep(const std::string& what) {
    const std::lock_guard lock(mutex_);
    if (!failure_.empty()) return false;
    failure_ = what;
    return true;
  }

  void throw_if_failed() const {
    const std::lock_guard lock(mutex_);
    if (!failure_.empty()) throw LogFailure(failure_);
  }

 private:
  mutable std::mutex mutex_;
  std::string failure_;  // under mutex_
  FailureHandler on_failure_;
};

LogStore::LogStore(const std::filesystem::path& folder, LogStoreOptions options)
    : listener_(std::make_shared<Listener>(options.on_failure)) {
  open(folder.string(), options);
  try {
    agree_on_format(options.access);
  } catch (...) {
    for (rocksdb::ColumnFamilyHandle* family : families_) db_->DestroyColumnFamilyHandle(family);
    throw;
  }
}

LogStore::~LogStore() {
  for (rocksdb::ColumnFamilyHandle* family : families_) db_->DestroyColumnFamilyHandle(family);
  db_->Close();
}

void LogStore::open(const std::string& folder, const LogStoreOptions& options) {
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const rocksdb::DBOptions db_options = server::db_options(options, listener_);
  rocksdb::Status status;
  if (options.access == LogStoreOptions::Access::kReadOnly) {
    status = rocksdb::DB::OpenForReadOnly(db_options, folder, families(), &handles, &db);
  } else {
    try {
      make_folder(folder);
    } catch (const std::system_error& error) {
      throw LogFailure(std::string("the log's folder cannot be made: ") + error.what());
    }
    status = rocksdb::DB::Open(db_options, folder, families(), &handles, &db);
  }
  require_ok(status, "the log in " + folder + " cannot be opened");
  db_.reset(db);
  std::copy(handles.begin(), handles.end(), families_.begin());
}

void LogStore::agree_on_format(LogStoreOptions::Access access) {
  const std::optional<std::string> format = get(kIndex, log_keys::kFormatKey);
  if (format == log_keys::kFormatValue) return;
  if (format)
    throw LogFailure("the log has the format \"" + *format + "\"; this program reads \"" +
                     std::string(log_keys::kFormatValue) + "\"");
  const auto any_record = iterate(kRecords);
  any_record->SeekToFirst();
  if (any_record->Valid() || access == LogStoreOptions::Access::kReadOnly)
    throw LogFailure("the log does not name its format");
  rocksdb::WriteBatch batch;
  batch.Put(family(kIndex), rocksdb::Slice(log_keys::kFormatKey), rocksdb::Slice(log_keys::kFormatValue));
  write(batch);
}

void LogStore::write(rocksdb::WriteBatch& batch) {
  listener_->throw_if_failed();
  rocksdb::WriteOptions options;
  options.sync = true;
  const rocksdb::Status status = db_->Write(options, &batch);
  if (!status.ok()) listener_->keep("the log cannot be written: " + status.ToString());
  listener_->throw_if_failed();  // also for what a background thread met meanwhile
}

std::optional<std::string> LogStore::get(Family family, std::string_view key, const rocksdb::Snapshot* snapshot) const {
  rocksdb::ReadOptions options;
  options.snapshot = snapshot;
  std::string value;
  const rocksdb::Status status = db_->Get(options, families_[family], rocksdb::Slice(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  require_ok(status, "the log cannot be read");
  return value;
}

std::unique_ptr<rocksdb::Iterator> LogStore::iterate(Family family, rocksdb::ReadOptions options) const {
  options.total_order_seek = true;
  return std::unique_ptr<rocksdb::Iterator>(db_->NewIterator(options, families_[family]));
}

std::shared_ptr<const rocksdb::Snapshot> LogStore::snapshot() const {
  return {db_->GetSnapshot(), [db = db_.get()](const rocksdb::Snapshot* snapshot) { db->ReleaseSnapshot(snapshot); }};
}

void LogStore::compact_key(Family family, std::string_view key) {
  rocksdb::FlushOptions flush;
  require_ok(db_->Flush(flush, {families_.begin(), families_.end()}), "the log cannot be flushed");
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
  const rocksdb::Slice at(key);
  require_ok(db_->CompactRange(options, families_[family], &at, &at), "the log cannot be compacted");
}

void LogStore::compact_all() {
  require_ok(db_->Flush({}, {families_.begin(), families_.end()}), "the log cannot be flushed");
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
  for (rocksdb::ColumnFamilyHandle* family : families_)
    require_ok(db_->CompactRange(options, family, nullptr, nullptr), "the log cannot be compacted");
}

}  // namespace luuvet::server

// Disks that fail, and power that goes: nothing that was acknowledged is lost, nothing is half there.
#include <gtest/gtest.h>

#include <atomic>

#include "server/log/check.h"
#include "server/log/log_keys.h"
#include "server/log/rocks_event_log.h"
#include "tests/log/failing_disk.h"
#include "tests/log/records.h"

namespace luuvet::server {
namespace {

using testing::FailingDisk;
using testing::TemporaryFolder;
using testing::Writer;

class StorageFailure : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  const std::filesystem::path path_ = folder_ / "data/log";
};

TEST_F(StorageFailure, InTheBackgroundStopsTheNextAppend) {
  FailingDisk disk;
  const std::unique_ptr<rocksdb::Env> env =
      rocksdb::NewCompositeEnv(std::shared_ptr<rocksdb::FileSystem>(&disk, [](auto*) {}));
  std::atomic<int> told = 0;
  LogStoreOptions options;
  options.env = env.get();
  options.on_failure = [&](const std::string&) { ++told; };
  RocksEventLog log(path_, options);
  Writer(log).fill(10);
  const std::vector<NewRecord> next = Writer(log).make(10, {"task/t1"});
  disk.fail_from(disk.operations() + 1);
  EXPECT_THROW(log.store().compact_key(LogStore::kRecords, log_keys::record(1)), LogFailure);
  EXPECT_EQ(told, 1);
  disk.fail_from(~std::uint64_t{0});  // a disk that works again does not help
  EXPECT_THROW(log.append(10, next), LogFailure);
  EXPECT_EQ(log.head(), 10u);
}

// Appends until the disk fails. The head that was acknowledged last.
Sequence append_until_failure(const std::filesystem::path& folder, FailingDisk& disk) {
  const std::unique_ptr<rocksdb::Env> env =
      rocksdb::NewCompositeEnv(std::shared_ptr<rocksdb::FileSystem>(&disk, [](auto*) {}));
  Sequence acknowledged = 0;
  try {
    LogStoreOptions options;
    options.env = env.get();
    RocksEventLog log(folder, options);
    Writer writer(log);
    for (int i = 0; i < 8; ++i) {
      const auto records =
          writer.make(log.head(), std::vector<std::string>(40, "task/t" + std::to_string(i)), "đang làm");
      acknowledged = std::get<Appended>(log.append(log.head(), records)).head;
      if (i == 4) log.store().compact_key(LogStore::kRecords, log_keys::record(1));
    }
  } catch (const LogFailure&) {
  }
  return acknowledged;
}

// Fails each write and sync in turn, then takes away what was not synced (all of it, or all but some bytes).
TEST_F(StorageFailure, LosesNothingThatWasAcknowledgedWhicheverWriteFails) {
  std::uint64_t fail_from = 1;
  for (;; ++fail_from) {
    const std::filesystem::path folder = folder_ / ("run" + std::to_string(fail_from));
    FailingDisk disk;
    disk.fail_from(fail_from);
    const Sequence acknowledged = append_until_failure(folder, disk);
    if (disk.operations() < fail_from) break;
    disk.lose_power(fail_from % 3 == 0 ? 0 : fail_from * 131 % 5000);
    RocksEventLog log(folder);
    ASSERT_GE(log.head(), acknowledged) << "failing from " << fail_from;
    ASSERT_EQ(log.head() % 40, 0u) << "a batch was torn, failing from " << fail_from;
    Writer(log).append({"task/t1"});
    const CheckReport report = check_log(log.store(), {});
    ASSERT_EQ(report.wrong, std::nullopt) << "failing from " << fail_from;
    ASSERT_EQ(report.records, log.head());
  }
  EXPECT_GT(fail_from, 30u);
}

}  // namespace
}  // namespace luuvet::server

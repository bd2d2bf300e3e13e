// What only the log on disk can promise: that it comes back.
#include "server/log/rocks_event_log.h"

#include <gtest/gtest.h>

#include "server/log/check.h"
#include "server/log/log_keys.h"
#include "server/log/merkle_proof.h"
#include "tests/log/records.h"

namespace luuvet::server {
namespace {

using testing::correlation;
using testing::TemporaryFolder;
using testing::Writer;

class RocksEventLogTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  const std::filesystem::path path_ = folder_ / "data/log";
};

TEST_F(RocksEventLogTest, ComesBackAsItWas) {
  Hash root;
  std::string record;
  {
    RocksEventLog log(path_);
    Writer(log).fill(700);
    root = log.tree_head()->root();
    record = *log.read(333);
  }
  RocksEventLog log(path_);
  EXPECT_EQ(log.head(), 700u);
  EXPECT_EQ(log.read(333), record);
  EXPECT_EQ(log.subject_version("task/t3"), 70u);
  EXPECT_EQ(log.find_correlation(correlation(700).key)->first, 700u);
  EXPECT_EQ(log.tree_head()->root(), root);
  TreeView view(log);
  EXPECT_EQ(view.leaf(332), hash_leaf_of(record));
  Writer(log).fill(1);
  EXPECT_EQ(log.head(), 701u);
}

TEST_F(RocksEventLogTest, TheTreeIsTheSameHoweverOftenItIsOpened) {
  { RocksEventLog log(path_); }
  for (int i = 0; i < 12; ++i) {
    RocksEventLog log(path_);
    Writer(log).fill(47 + static_cast<std::size_t>(i));
  }
  RocksEventLog log(path_);
  TreeView view(log);
  const Hash root = view.root(log.head());
  EXPECT_EQ(check_log(log.store(), std::vector<KnownRoot>{{log.head(), root, "the tree"}}).wrong, std::nullopt);
}

TEST_F(RocksEventLogTest, AFolderMayBeSpelledWithASlashAtItsEnd) {
  { RocksEventLog log(folder_ / "a/b/log/"); }
  EXPECT_TRUE(std::filesystem::exists(folder_ / "a/b/log/CURRENT"));
  EXPECT_THROW(RocksEventLog{"/proc/no/such/place"}, LogFailure);
}

TEST_F(RocksEventLogTest, BelongsToOneProcessAtATime) {
  const RocksEventLog log(path_);
  EXPECT_THROW(RocksEventLog{path_}, LogFailure);
}

TEST_F(RocksEventLogTest, AHoleIsAFailureNotAnEnd) {
  RocksEventLog log(path_);
  Writer(log).fill(20);
  ASSERT_TRUE(log.store().get(LogStore::kRecords, log_keys::record(7)));
  rocksdb::WriteBatch batch;
  batch.Delete(log.store().family(LogStore::kRecords), log_keys::record(7));
  log.store().write(batch);
  EXPECT_THROW(log.read(7), LogFailure);
  Sequence last = 0;
  EXPECT_THROW(scan(log, 0, 100,
                    [&](Sequence sequence, std::string_view) {
                      last = sequence;
                      return true;
                    }),
               LogFailure);
  EXPECT_EQ(last, 6u);
}

TEST_F(RocksEventLogTest, KeysAreThoseOfTheFormatPage) {
  EXPECT_EQ(hex(log_keys::record(258)), "0000000000000102");
  EXPECT_EQ(hex(log_keys::subject("task/a", 3)), "73" + hex("task/a") + "00" + "0000000000000003");
  EXPECT_EQ(hex(log_keys::command({0xab})), "ab" + std::string(30, '0'));
  EXPECT_EQ(hex(log_keys::command_value(5, {0xcd})), "0000000000000005cd" + std::string(30, '0'));
  EXPECT_EQ(hex(log_keys::tile({1, 2})), "74010000000000000002");
}

}  // namespace
}  // namespace luuvet::server

#include "server/log/erase.h"

#include <gtest/gtest.h>
#include <rocksdb/write_batch.h>

#include "api/record_bytes.h"
#include "server/log/check.h"
#include "server/log/log_keys.h"
#include "server/log/merkle_proof.h"
#include "server/log/rocks_event_log.h"
#include "tests/log/records.h"

namespace luuvet::server {
namespace {

using testing::TemporaryFolder;
using testing::Writer;

class EraseOpen : public ::testing::Test {
 protected:
  EraseOpen() {
    RocksEventLog log(path_);
    Writer(log).fill(600);
    Writer(log).append({"thread/x"}, "Ông A chậm nộp báo cáo " + secret_);
    Writer(log).fill(20);
    sequence_ = 601;
    root_ = log.tree_head()->root();
    record_ = *log.read(sequence_);
  }

  // Nothing in it repeats, so that compression leaves it as it is and it can be found in the files.
  const std::string secret_ = base64(bytes_of(sha256({"secret"})));
  TemporaryFolder folder_;
  const std::filesystem::path path_ = folder_ / "log";
  Hash root_{};
  Sequence sequence_ = 0;
  std::string record_;
};

TEST_F(EraseOpen, LeavesTheLeafAndEveryProof) {
  EXPECT_TRUE(erase_open(path_, sequence_));
  RocksEventLog log(path_);
  EXPECT_EQ(log.read(sequence_), api::leaf_of(record_));
  EXPECT_EQ(log.tree_head()->root(), root_);
  TreeView view(log);
  const auto proof = view.inclusion_proof(sequence_ - 1, 621);
  EXPECT_TRUE(verify_inclusion(hash_leaf_of(*log.read(sequence_)), sequence_ - 1, 621, proof, root_));
  const CheckReport report = check_log(log.store(), std::vector<KnownRoot>{{621, root_, "the guard"}});
  EXPECT_EQ(report.wrong, std::nullopt);
  EXPECT_EQ(report.erased, std::vector<Sequence>{sequence_});
}

TEST_F(EraseOpen, LeavesTheBytesInNoFile) {
  ASSERT_TRUE(testing::folder_holds(path_, secret_));
  EXPECT_TRUE(erase_open(path_, sequence_));
  EXPECT_FALSE(testing::folder_holds(path_, secret_));
}

TEST_F(EraseOpen, WorksOnALogThatIsOpen) {
  RocksEventLog log(path_);
  EXPECT_TRUE(erase_open(log.store(), sequence_));
  EXPECT_EQ(log.read(sequence_), api::leaf_of(record_));
  Writer(log).append({"task/a"});
  EXPECT_FALSE(testing::folder_holds(path_, secret_));
  EXPECT_EQ(check_log(log.store(), {}).wrong, std::nullopt);
}

TEST_F(EraseOpen, FinishesWhatACrashCutOff) {
  {
    LogStore store(path_, {});
    rocksdb::WriteBatch batch;
    batch.Put(store.family(LogStore::kRecords), log_keys::record(sequence_), api::leaf_of(record_));
    store.write(batch);
  }
  ASSERT_TRUE(testing::folder_holds(path_, secret_));
  EXPECT_TRUE(erase_open(path_, sequence_));
  EXPECT_FALSE(testing::folder_holds(path_, secret_));
}

TEST_F(EraseOpen, SaysThatThereIsNothingToErase) {
  EXPECT_FALSE(erase_open(path_, sequence_ + 1));
  EXPECT_THROW(erase_open(path_, 7000), LogFailure);
}

}  // namespace
}  // namespace luuvet::server

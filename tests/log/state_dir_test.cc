#include "server/log/state_dir.h"

#include <gtest/gtest.h>
#include <rocksdb/write_batch.h>
#include <sys/stat.h>

#include <chrono>
#include <thread>

#include "server/log/log_keys.h"
#include "server/log/rocks_event_log.h"
#include "tests/log/records.h"

namespace luuvet::server {
namespace {

using testing::TemporaryFolder;
using testing::Writer;

// A log and its state, opened and closed as a server does.
class StateDir : public ::testing::Test {
 protected:
  struct Server {
    Server(const std::filesystem::path& log_folder, const std::filesystem::path& state_folder, MissingGuard missing)
        : log(log_folder), state(open_state(state_folder, "test", log, log, missing)) {
      source = "/luuvet/" + state.identity.instance + "/" + state.identity.log;
      guard.emplace(std::move(state.guard), log, log, [](const std::string&) { FAIL(); });
    }
    void fill(std::size_t count) { Writer(log, source).fill(count); }

    RocksEventLog log;
    OpenedState state;
    std::string source;
    std::optional<Guard> guard;
  };

  std::unique_ptr<Server> open(MissingGuard missing = MissingGuard::kRefuse) {
    return std::make_unique<Server>(log_folder_, state_folder_, missing);
  }
  std::string refused() {
    try {
      open();
    } catch (const StateRefused& refusal) {
      return refusal.what();
    }
    return "";
  }

  void remove_records_after(Sequence last) {
    LogStore store(log_folder_, {});
    rocksdb::WriteBatch batch;
    const std::string end = log_keys::record(~Sequence{0});
    const std::string begin = log_keys::record(last + 1);
    batch.DeleteRange(store.family(LogStore::kRecords), rocksdb::Slice(begin), rocksdb::Slice(end));
    store.write(batch);
  }

  TemporaryFolder folder_;
  const std::filesystem::path log_folder_ = folder_ / "data/log";
  const std::filesystem::path state_folder_ = folder_ / "data.state";
};

TEST_F(StateDir, IsMadeForAnEmptyLogAndFoundAgain) {
  std::string secret;
  LogIdentity identity;
  {
    const auto server = open();
    identity = server->state.identity;
    EXPECT_EQ(identity.instance, "test");
    EXPECT_EQ(identity.log.size(), 16u);
    EXPECT_EQ(server->state.signer.name(), "luuvet.local/test/" + identity.log);
    secret = server->state.signer.to_text();
    server->fill(300);
  }
  struct stat status {};
  ASSERT_EQ(stat(state_folder_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700u);
  for (const char* file : {"log.key", "instance.secret", "guard"}) {
    ASSERT_EQ(stat((state_folder_ / file).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u) << file;
  }
  const auto server = open();
  EXPECT_EQ(server->state.identity, identity);
  EXPECT_EQ(server->state.signer.to_text(), secret);
  EXPECT_EQ(server->log.head(), 300u);
}

TEST_F(StateDir, TheGuardHoldsTheHeadWhenTheServerHasStopped) {
  {
    const auto server = open();
    server->fill(300);
  }
  const auto position = read_guard(guard_file(state_folder_));
  const RocksEventLog log(log_folder_);
  EXPECT_EQ(position->sequence, 300u);
  EXPECT_EQ(position->root, log.tree_head()->root());
}

TEST_F(StateDir, TheGuardFollowsTheLogWhileItRuns) {
  const auto server = open();
  server->fill(10);
  for (int i = 0; i < 1000; ++i) {
    const auto held = server->guard->held();
    if (held && held->size == 10) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  ASSERT_EQ(server->guard->held()->size, 10u);
  EXPECT_EQ(read_guard(guard_file(state_folder_))->sequence, 10u);
}

TEST_F(StateDir, ALogShorterThanTheGuardStaysClosed) {
  {
    const auto server = open();
    server->fill(300);
  }
  remove_records_after(283);
  EXPECT_EQ(refused(), "record 284 is missing: the log ends at 283, but it had reached 300");
}

TEST_F(StateDir, ALogThatLostItsEndInTheWriteAheadLogStaysClosed) {
  {
    const auto server = open();
    server->fill(50);
  }
  for (const auto& entry : std::filesystem::directory_iterator(log_folder_)) {
    if (entry.path().extension() == ".log" && entry.file_size() > 100)
      std::filesystem::resize_file(entry.path(), entry.file_size() - 100);
  }
  EXPECT_EQ(refused(), "record 1 is missing: the log ends at 0, but it had reached 50");
}

TEST_F(StateDir, AnEmptyFolderInPlaceOfTheLogStaysClosed) {
  {
    const auto server = open();
    server->fill(20);
  }
  std::filesystem::remove_all(log_folder_);
  EXPECT_EQ(refused(), "record 1 is missing: the log ends at 0, but it had reached 20");
}

TEST_F(StateDir, AnotherLogStaysClosed) {
  std::string own;
  {
    const auto server = open();
    server->fill(20);
    own = server->state.identity.log;
  }
  std::filesystem::remove_all(log_folder_);
  {
    RocksEventLog other(log_folder_);
    Writer(other).fill(40);
  }
  EXPECT_EQ(refused(), "the guard belongs to log " + own + ", but the folder holds log 00112233445566aa");
}

TEST_F(StateDir, AnotherHistoryOfTheSameLogStaysClosed) {
  std::string source;
  {
    const auto server = open();
    source = server->source;
    server->fill(20);
  }
  std::filesystem::remove_all(log_folder_);
  {
    RocksEventLog forged(log_folder_);
    Writer(forged, source).append(std::vector<std::string>(30, "task/forged"));
  }
  EXPECT_EQ(refused().find("records up to 20 are not those that stood there"), 0u);
}

TEST_F(StateDir, AMissingGuardOpensOnlyByAdoptionAndWithANewKey) {
  std::string old_key;
  InstanceSecret secret;
  {
    const auto server = open();
    server->fill(20);
    old_key = server->state.signer.key_id();
    secret = server->state.instance_secret;
  }
  std::filesystem::remove(guard_file(state_folder_));
  EXPECT_NE(refused().find("start once with --adopt"), std::string::npos);
  std::string new_key;
  {
    const auto server = open(MissingGuard::kAdopt);
    new_key = server->state.signer.key_id();
    EXPECT_NE(new_key, old_key);
    EXPECT_EQ(server->state.instance_secret, secret);
    EXPECT_TRUE(std::filesystem::exists(state_folder_ / ("log.key." + old_key)));
    server->fill(5);
  }
  EXPECT_EQ(open()->state.signer.key_id(), new_key);
}

TEST_F(StateDir, AMissingFolderOfARunningLogIsNotMadeSilently) {
  {
    const auto server = open();
    server->fill(20);
  }
  std::filesystem::remove_all(state_folder_);
  EXPECT_NE(refused().find("has no guard, but the log has 20 records"), std::string::npos);
  EXPECT_EQ(open(MissingGuard::kAdopt)->log.head(), 20u);
}

TEST_F(StateDir, AMissingKeyStaysClosed) {
  {
    const auto server = open();
    server->fill(20);
  }
  std::filesystem::rename(state_folder_ / "log.key", folder_ / "elsewhere");
  EXPECT_NE(refused().find("log.key is missing"), std::string::npos);
  std::filesystem::rename(folder_ / "elsewhere", state_folder_ / "log.key");
  std::filesystem::remove(state_folder_ / "instance.secret");
  EXPECT_NE(refused().find("instance.secret is missing"), std::string::npos);
}

TEST_F(StateDir, AKeyOfAnotherLogStaysClosed) {
  {
    const auto server = open();
    server->fill(20);
  }
  write_file(state_folder_ / "log.key", NoteSigner::generate("luuvet.local/other/0").to_text() + "\n");
  EXPECT_NE(refused().find("is the key of luuvet.local/other/0"), std::string::npos);
  write_file(state_folder_ / "log.key", "nonsense");
  EXPECT_NE(refused().find("log.key is damaged"), std::string::npos);
}

TEST_F(StateDir, ACreationThatWasCutOffGoesOn) {
  std::string id;
  {
    const auto server = open();
    id = server->state.identity.log;
  }
  std::filesystem::remove(state_folder_ / "log.key");
  std::filesystem::remove(state_folder_ / "instance.secret");
  EXPECT_EQ(open()->state.identity.log, id);
}

TEST_F(StateDir, AGuardThatLagsBehindIsNoReasonToRefuse) {
  const std::filesystem::path kept = folder_ / "kept";
  {
    const auto server = open();
    server->fill(20);
  }
  std::filesystem::copy(guard_file(state_folder_), kept);
  {
    const auto server = open();
    server->fill(300);
  }
  std::filesystem::remove(guard_file(state_folder_));
  std::filesystem::copy(kept, guard_file(state_folder_));
  EXPECT_EQ(open()->log.head(), 320u);
}

TEST_F(StateDir, AFolderThatOthersMayReadIsRefused) {
  open();
  chmod(state_folder_.c_str(), 0750);
  EXPECT_NE(refused().find("its mode must be 0700"), std::string::npos);
}

}  // namespace
}  // namespace luuvet::server

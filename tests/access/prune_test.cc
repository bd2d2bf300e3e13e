#include "server/log/prune.h"

#include <gtest/gtest.h>
#include <rocksdb/write_batch.h>

#include "server/access/access_log.h"
#include "server/access/access_page.h"
#include "server/access/access_record.h"
#include "server/log/check.h"
#include "server/log/log_keys.h"
#include "server/log/merkle_proof.h"
#include "server/log/pruned.h"
#include "tests/access/access_events.h"

namespace luuvet::server {
namespace {

using testing::after_seconds;
using testing::event_at;
using testing::folder_holds;
using testing::kMorning;
using testing::StoredAccess;

constexpr std::int64_t kDay = 86'400;

// 700 sign-ins on the first day from an address that is told apart in the files, then three on the third.
class Prune : public ::testing::Test {
 protected:
  Prune() {
    AccessStore store = stored_.open();
    std::vector<AccessEvent> events;
    for (int i = 0; i < 700; ++i) {
      events.push_back(event_at(after_seconds(i), AccessKind::kSignedIn, "a" + std::to_string(i % 7)));
      events.back().address = secret_;
    }
    for (int i = 0; i < 3; ++i)
      events.push_back(event_at(after_seconds(2 * kDay + i), AccessKind::kSignedIn, "a" + std::to_string(i)));
    store.append(events);
    last_ = *store.log().read(704);
  }

  CheckReport check() const {
    const auto guard = read_guard(guard_file(stored_.folders.state));
    return check_log(stored_.folders.log, std::vector<KnownRoot>{{guard->sequence, guard->root, "the guard"}});
  }

  // Nothing in it repeats, so that compression leaves it as it is and it can be found in the files.
  const std::string secret_ = base64(bytes_of(sha256({"an address"})));
  const Date second_day_ = vietnam_date(after_seconds(kDay));
  StoredAccess stored_;
  std::string last_;
};

TEST_F(Prune, W167RecordsGoAndTreeAndProofsStay) {
  AccessStore store = stored_.open();
  EXPECT_EQ(store.prune_before(second_day_, after_seconds(3 * kDay)), 700u);
  EXPECT_EQ(store.log().head(), 705u) << "and the record that says so";
  const RocksEventLog& log = dynamic_cast<const RocksEventLog&>(store.log());
  EXPECT_EQ(log.read(704), last_);
  for (const Sequence sequence : {Sequence{2}, Sequence{300}, Sequence{701}}) {
    const auto stub = pruned_leaf(*log.read(sequence));
    ASSERT_TRUE(stub) << sequence;
    TreeView view(log);
    const auto proof = view.inclusion_proof(sequence - 1, 705);
    EXPECT_TRUE(verify_inclusion(*stub, sequence - 1, 705, proof, log.tree_head()->root())) << sequence;
  }
}

TEST_F(Prune, W167ThePrunedBytesAreInNoFile) {
  ASSERT_TRUE(folder_holds(stored_.folders.log, secret_));
  stored_.open().prune_before(second_day_, after_seconds(3 * kDay));
  EXPECT_FALSE(folder_holds(stored_.folders.log, secret_));
}

TEST_F(Prune, W168TheCheckKnowsWhatWasPruned) {
  stored_.open().prune_before(second_day_, after_seconds(3 * kDay));
  const CheckReport report = check();
  EXPECT_EQ(report.wrong, std::nullopt);
  EXPECT_EQ(report.records, 705u);
  EXPECT_EQ(report.pruned, 700u);
  EXPECT_EQ(report.last_pruned, 701u);
}

TEST_F(Prune, W168AForgedHashInAPrunedPlaceIsFound) {
  { stored_.open().prune_before(second_day_, after_seconds(3 * kDay)); }
  {
    LogStore store(stored_.folders.log, {});
    rocksdb::WriteBatch batch;
    batch.Put(store.family(LogStore::kRecords), log_keys::record(300), pruned_stub(sha256({"another"})));
    store.write(batch);
  }
  EXPECT_EQ(check().wrong, "record 300 has not the leaf whose hash stands in tile 0/1");
}

TEST_F(Prune, W167ItGoesOnAfterARestartAndLaterDays) {
  stored_.open().prune_before(second_day_, after_seconds(3 * kDay));
  AccessStore store = stored_.open(after_seconds(4 * kDay));
  EXPECT_EQ(store.prune_before(second_day_, after_seconds(4 * kDay)), 0u);
  EXPECT_EQ(store.log().head(), 705u) << "nothing to prune leaves no record";
  store.append(std::vector{event_at(after_seconds(4 * kDay), AccessKind::kSignedIn, "a1")});
  EXPECT_EQ(store.prune_before(vietnam_date(after_seconds(3 * kDay)), after_seconds(5 * kDay)), 3u);
  EXPECT_EQ(check().wrong, std::nullopt);
  EXPECT_EQ(read_access_page(store.log(), {}).items.size(), 4u) << "created, twice pruned, signed in";
}

TEST_F(Prune, W167WhatACrashCutOffIsFinishedAtTheStart) {
  {
    AccessStore store = stored_.open();
    AccessEvent said = event_at(after_seconds(3 * kDay), AccessKind::kLogPruned, "");
    said.data.through = 701;
    store.append(std::vector{said});
  }
  EXPECT_EQ(check().wrong, std::nullopt) << "what is still there is no fault";
  { stored_.open(); }
  EXPECT_EQ(check().pruned, 700u);
  EXPECT_FALSE(folder_holds(stored_.folders.log, secret_));
}

TEST_F(Prune, W167TheServerPrunesOnceADay) {
  AccessStore store = stored_.open();
  const Instant now = after_seconds(3 * kDay);
  AccessLog log(
      store, 2, [now] { return now; }, [](const std::string&) {});
  log.start();
  store.log().wait(704, std::chrono::seconds(20));
  EXPECT_EQ(store.log().head(), 705u);
}

}  // namespace
}  // namespace luuvet::server

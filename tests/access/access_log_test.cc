#include "server/access/access_log.h"

#include <gtest/gtest.h>

#include <thread>

#include "server/access/access_page.h"
#include "server/access/access_record.h"
#include "server/log/check.h"
#include "tests/access/access_events.h"

namespace luuvet::server {
namespace {

using testing::after_seconds;
using testing::event_at;
using testing::failure_at;
using testing::kMorning;
using testing::StoredAccess;

std::vector<AccessRow> rows_of(const EventLog& log) {
  std::vector<AccessRow> rows;
  AccessDecoder decoder;
  scan(log, 0, log.head(), [&](Sequence sequence, std::string_view record) {
    if (auto row = decoder.decode(sequence, record)) rows.push_back(std::move(*row));
    return true;
  });
  return rows;
}

class AccessLogTest : public ::testing::Test {
 protected:
  StoredAccess stored_;
  AccessStore store_ = stored_.open();
  Instant now_ = kMorning;
  AccessLog log_{store_, AccessLog::kDaysKept, [this] { return now_; }, [](const std::string&) {}};
};

TEST_F(AccessLogTest, W160SaysFirstWhoseItIs) {
  const auto rows = rows_of(store_.log());
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].event.kind, AccessKind::kLogCreated);
  EXPECT_EQ(rows[0].event.data.origin, "luuvet.local/test/" + log_.id());
}

TEST_F(AccessLogTest, W163WhatWasLostIsSaid) {
  for (std::size_t i = 0; i < AccessQueue::kMax + 5; ++i) log_.note(event_at(kMorning, AccessKind::kSignedIn, "a"));
  log_.write_out(kMorning);
  const auto rows = rows_of(store_.log());
  ASSERT_EQ(rows.size(), AccessQueue::kMax + 2);
  EXPECT_EQ(rows.back().event.kind, AccessKind::kLost);
  EXPECT_EQ(rows.back().event.data.count, 5u);
  EXPECT_EQ(check_log(stored_.folders.log, {}).wrong, std::nullopt);
}

TEST_F(AccessLogTest, W163ItsOwnThreadWritesWhatWaits) {
  log_.start();
  log_.note(event_at(kMorning, AccessKind::kSignedIn, "a"));
  EXPECT_EQ(store_.log().head(), 1u) << "not on the caller's thread";
  store_.log().wait(1, std::chrono::seconds(20));
  EXPECT_EQ(store_.log().head(), 2u);
}

TEST_F(AccessLogTest, W163ItWritesOnceASecondHoweverManyCome) {
  log_.start();
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(2'500);
  std::size_t writes = 0;
  for (Sequence head = 1; std::chrono::steady_clock::now() < until;) {
    log_.note(event_at(kMorning, AccessKind::kSignedIn, "a"));
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    if (store_.log().head() != head) ++writes;
    head = store_.log().head();
  }
  EXPECT_GE(writes, 1u);
  EXPECT_LE(writes, 2u) << "in two and a half seconds";
}

TEST_F(AccessLogTest, W163WhatIsCountedIsWrittenWhenItsTimeIsOver) {
  for (int second = 0; second < 3; ++second) log_.note(failure_at(after_seconds(second), "a", "10.0.0.7"));
  log_.write_out(after_seconds(3));
  EXPECT_EQ(store_.log().head(), 2u);
  log_.write_out(after_seconds(60));
  EXPECT_EQ(store_.log().head(), 3u);
  EXPECT_EQ(rows_of(store_.log()).back().event.data.count, 2u);
}

TEST(AccessLogEnd, W163StoppingWritesWhatIsCounted) {
  StoredAccess stored;
  AccessStore store = stored.open();
  {
    AccessLog log(
        store, AccessLog::kDaysKept, [] { return kMorning; }, [](const std::string&) {});
    log.start();
    log.note(failure_at(kMorning, "a", "10.0.0.7"));
    log.note(failure_at(kMorning, "a", "10.0.0.7"));
  }
  EXPECT_EQ(rows_of(store.log()).size(), 3u);
}

// The clock of the machine may be put back: the log's does not go back with it.
TEST_F(AccessLogTest, ATimeThatGoesBackStandsStill) {
  store_.append(std::vector{event_at(after_seconds(50), AccessKind::kSignedIn, "a"),
                            event_at(after_seconds(10), AccessKind::kSignedIn, "b")});
  EXPECT_EQ(rows_of(store_.log()).back().event.at, after_seconds(50));
  EXPECT_EQ(check_log(stored_.folders.log, {}).wrong, std::nullopt);
}

TEST_F(AccessLogTest, ADigestTellsNamesApartAndDoesNotSayThem) {
  EXPECT_EQ(log_.username_digest("hoa"), log_.username_digest("hoa"));
  EXPECT_NE(log_.username_digest("hoa"), log_.username_digest("hoa2"));
  EXPECT_EQ(log_.username_digest("hoa").size(), 32u);
  StoredAccess other;
  EXPECT_NE(other.open().username_digest("hoa"), log_.username_digest("hoa")) << "a secret of this log";
}

TEST(AccessStore, W169ComesBackWithAllThatWasAppended) {
  StoredAccess stored;
  std::string id;
  {
    AccessStore store = stored.open();
    id = store.identity().log;
    store.append(std::vector{event_at(kMorning, AccessKind::kSignedIn, "a")});
  }
  AccessStore store = stored.open();
  EXPECT_EQ(store.identity().log, id);
  EXPECT_EQ(store.log().head(), 2u);
  EXPECT_EQ(store.log().subject_version("account/a"), 1u);
}

TEST(AccessStore, W168WithoutItsGuardItStaysClosedUnlessAdopted) {
  StoredAccess stored;
  { AccessStore store = stored.open(); }
  std::filesystem::remove(guard_file(stored.folders.state));
  EXPECT_THROW(stored.open(), StateRefused);
  AccessStore adopted(stored.folders, "test", MissingGuard::kAdopt, kMorning, [](const std::string&) {});
  EXPECT_EQ(rows_of(adopted.log()).back().event.kind, AccessKind::kLogAdopted);
}

}  // namespace
}  // namespace luuvet::server

#include "server/access/access_tally.h"

#include <gtest/gtest.h>

#include "tests/access/access_events.h"

namespace luuvet::server {
namespace {

using testing::after_seconds;
using testing::event_at;
using testing::failure_at;

class Tally : public ::testing::Test {
 protected:
  std::vector<AccessEvent> take(AccessEvent event) {
    std::vector<AccessEvent> due;
    tally_.take(std::move(event), due);
    return due;
  }
  std::vector<AccessEvent> expire(Instant now) {
    std::vector<AccessEvent> due;
    tally_.expire(now, due);
    return due;
  }

  AccessTally tally_;
};

AccessEvent read_of(Instant at, const std::string& account, const std::string& subject) {
  AccessEvent event = event_at(at, AccessKind::kRead, account);
  event.data.subject = subject;
  return event;
}

AccessEvent export_of(Instant at, const std::string& account, std::uint64_t items) {
  AccessEvent event = event_at(at, AccessKind::kExported, account);
  event.data.what = "events";
  event.data.items = items;
  return event;
}

TEST_F(Tally, W162WhatHappensOnceIsWrittenAsItIs) {
  const auto due = take(event_at(after_seconds(0), AccessKind::kSignedIn, "a"));
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0].data.count, std::nullopt);
  EXPECT_EQ(tally_.entries(), 0u);
}

TEST_F(Tally, W162AFileIsAnExportWhateverItsSize) {
  AccessEvent file = export_of(after_seconds(0), "a", 3);
  file.data.what = "tasks.xlsx";
  ASSERT_EQ(take(file).size(), 1u);
  file.at = after_seconds(5);
  EXPECT_TRUE(take(file).empty()) << "told of with the others, after ten minutes";
  const auto rest = expire(after_seconds(600));
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(rest[0].data.items, 3u);
}

TEST_F(Tally, W162TheFirstFailureIsWrittenAtOnceAndTheRestCountedPerMinute) {
  ASSERT_EQ(take(failure_at(after_seconds(0), "a", "10.0.0.7")).size(), 1u);
  for (int second = 1; second <= 20; ++second)
    EXPECT_TRUE(take(failure_at(after_seconds(second), "a", "10.0.0.7")).empty());
  EXPECT_TRUE(expire(after_seconds(59)).empty());
  const auto rest = expire(after_seconds(60));
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(rest[0].data.count, 20u);
  EXPECT_EQ(rest[0].data.first, after_seconds(1));
  EXPECT_EQ(rest[0].data.last, after_seconds(20));
  EXPECT_EQ(tally_.entries(), 0u);
  EXPECT_EQ(take(failure_at(after_seconds(61), "a", "10.0.0.7")).size(), 1u) << "counting begins anew";
}

TEST_F(Tally, W162AWindowThatIsOverIsToldWhenTheNextComes) {
  take(failure_at(after_seconds(0), "a", "10.0.0.7"));
  take(failure_at(after_seconds(10), "a", "10.0.0.7"));
  const auto due = take(failure_at(after_seconds(70), "a", "10.0.0.7"));
  ASSERT_EQ(due.size(), 2u);
  EXPECT_EQ(due[0].data.first, after_seconds(10));
  EXPECT_EQ(due[1].data.first, after_seconds(70));
}

TEST_F(Tally, W162OtherAccountsAndNetworksAreCountedApart) {
  EXPECT_EQ(take(failure_at(after_seconds(0), "a", "10.0.0.7")).size(), 1u);
  EXPECT_EQ(take(failure_at(after_seconds(0), "b", "10.0.0.7")).size(), 1u);
  EXPECT_EQ(take(failure_at(after_seconds(0), "a", "10.0.0.8")).size(), 1u);
  EXPECT_EQ(take(failure_at(after_seconds(0), "a", "2001:db8::1")).size(), 1u);
  EXPECT_TRUE(take(failure_at(after_seconds(0), "a", "2001:db8::2")).empty()) << "one network";
}

// However many names somebody tries who has none, it stays one row, which then names no digest.
TEST_F(Tally, W162UnknownNamesAreCountedTogether) {
  AccessEvent first = failure_at(after_seconds(0), "", "10.0.0.7");
  first.data.username_digest = "aa";
  EXPECT_EQ(take(first).size(), 1u);
  for (const char* digest : {"bb", "cc", "dd"}) {
    AccessEvent next = failure_at(after_seconds(1), "", "10.0.0.7");
    next.data.username_digest = digest;
    EXPECT_TRUE(take(next).empty());
  }
  const auto rest = expire(after_seconds(60));
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(rest[0].data.count, 3u);
  EXPECT_EQ(rest[0].data.username_digest, std::nullopt);
}

TEST_F(Tally, W162TheSameThingReadWithinTenMinutesIsToldOnce) {
  EXPECT_EQ(take(read_of(after_seconds(0), "a", "task/x")).size(), 1u);
  EXPECT_TRUE(take(read_of(after_seconds(599), "a", "task/x")).empty());
  EXPECT_EQ(take(read_of(after_seconds(1), "a", "task/y")).size(), 1u);
  EXPECT_EQ(take(read_of(after_seconds(1), "b", "task/x")).size(), 1u);
  const auto again = take(read_of(after_seconds(600), "a", "task/x"));
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].at, after_seconds(600));
  EXPECT_TRUE(expire(after_seconds(5'000)).empty()) << "what was read again is not told afterwards";
}

TEST_F(Tally, W162AnExportIsMoreThanAThousandRecordsInTenMinutes) {
  EXPECT_TRUE(take(export_of(after_seconds(0), "a", 1'000)).empty());
  EXPECT_TRUE(expire(after_seconds(600)).empty()) << "a thousand are none";
  EXPECT_TRUE(take(export_of(after_seconds(700), "a", 1'000)).empty());
  const auto due = take(export_of(after_seconds(701), "a", 500));
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0].data.items, 1'500u);
  EXPECT_TRUE(take(export_of(after_seconds(702), "a", 40)).empty());
  const auto rest = expire(after_seconds(1'300));
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(rest[0].data.items, 40u);
}

TEST_F(Tally, W162WhatIsCountedHasALimit) {
  std::vector<AccessEvent> due;
  const auto fail = [&](std::size_t account) {
    tally_.take(failure_at(after_seconds(1), "a" + std::to_string(account), "10.0.0.7"), due);
  };
  for (std::size_t account = 0; account < AccessTally::kEntriesMax; ++account) fail(account);
  fail(0);
  EXPECT_EQ(tally_.entries(), AccessTally::kEntriesMax);
  due.clear();
  fail(AccessTally::kEntriesMax);
  EXPECT_EQ(tally_.entries(), 1u);
  EXPECT_EQ(due.size(), 2u) << "the second failure of a0, and the new one";
}

TEST_F(Tally, W162TheEndTellsWhatWaits) {
  take(failure_at(after_seconds(0), "a", "10.0.0.7"));
  take(failure_at(after_seconds(1), "a", "10.0.0.7"));
  std::vector<AccessEvent> due;
  tally_.finish(due);
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0].data.count, 1u);
}

}  // namespace
}  // namespace luuvet::server

// Cursor and hub without sockets.
#include "server/live/cursor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "server/live/hub.h"
#include "server/log/memory_event_log.h"
#include "tests/net/live_records.h"
#include "tests/net/raw_websocket.h"

namespace luuvet::test {
namespace {

using namespace std::chrono_literals;
using server::Clock;
using server::CloseCode;
using server::Cursor;
using server::FeedAccess;
using server::FeedFilter;
using server::Framing;
using server::Hub;
using server::Shown;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The numbers in frames, in their order; control frames as the last word of their type.
std::vector<std::string> ids_in(std::string_view frames) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; (at = frames.find("\"id\":\"", at)) != std::string_view::npos; ++at) {
    const std::string_view rest = frames.substr(at);
    const std::size_t live = rest.substr(0, 300).find("vn.luuvet.live.");
    const bool control = live != std::string_view::npos && rest.substr(6, 30).find('-') < rest.substr(6).find('"');
    ids.push_back(control ? std::string(rest.substr(live + 15, rest.find('.', live + 15) - live - 15))
                          : json_value(rest, "id"));
  }
  return ids;
}

class CursorTest : public testing::Test {
 protected:
  std::string pull(Cursor& cursor, std::size_t bytes = 1'000'000, Clock::time_point until = Clock::time_point::max()) {
    std::string out;
    cursor.pull({log_, recent_, envelopes_, head_}, {bytes, until}, out);
    return out;
  }
  // Record `head_` + 1; kept in memory or only in the log.
  void add(const RecordParts& parts, bool recent) {
    const auto bytes = append_record(log_, parts);
    ++head_;
    if (recent) recent_.add(bytes, *envelopes_.read(*bytes));
  }

  server::MemoryEventLog log_;
  server::RecentRecords recent_;
  server::EnvelopeReader envelopes_;
  Sequence head_ = 0;
};

TEST_F(CursorTest, GoesFromTheLogIntoMemoryWithoutASeam) {
  for (int number = 0; number < 6; ++number) add({}, number >= 3);
  Cursor cursor(1, {}, {}, Framing::kWebSocket);
  std::string frames;
  while (cursor.position() < head_) frames += pull(cursor, 1'000);  // two records at a time
  EXPECT_THAT(ids_in(frames), ElementsAre("2", "3", "4", "5", "6"));
  EXPECT_THAT(pull(cursor), IsEmpty());
}
TEST_F(CursorTest, StopsAtThePublishedHead) {
  for (int number = 0; number < 3; ++number) add({}, false);
  head_ = 2;
  Cursor cursor(0, {}, {}, Framing::kWebSocket);
  EXPECT_THAT(ids_in(pull(cursor)), ElementsAre("1", "2"));
  EXPECT_EQ(cursor.position(), 2U);
}
TEST_F(CursorTest, FiltersTheSameWayFromBoth) {
  for (int number = 0; number < 6; ++number) add({.subject = number % 2 == 0 ? "task/even" : "task/odd"}, number >= 3);
  Cursor cursor(0, FeedFilter({.subject = "task/odd"}, {}), {}, Framing::kWebSocket);
  EXPECT_THAT(ids_in(pull(cursor) + pull(cursor)), ElementsAre("2", "4", "6"));
  EXPECT_EQ(cursor.position(), 6U);
}
TEST_F(CursorTest, ShowsTheLeafToWhomMayNotSeeMore) {
  add({.data = data_with_open("lời")}, false);
  add({.data = data_with_open("lời")}, true);
  FeedAccess access;
  access.shown = [](const server::Envelope&, std::string_view) { return Shown::kLeaf; };
  Cursor cursor(0, {}, access, Framing::kWebSocket);
  const std::string frames = pull(cursor) + pull(cursor);
  EXPECT_THAT(ids_in(frames), ElementsAre("1", "2"));
  EXPECT_THAT(frames, testing::Not(HasSubstr("lời")));
  EXPECT_THAT(frames, HasSubstr("sealed"));
}
TEST_F(CursorTest, StopsWhereThereIsNoRoomAndGoesOn) {
  for (int number = 0; number < 10; ++number) add({.data = "{\"x\":\"" + std::string(1'000, 'y') + "\"}"}, number >= 5);
  Cursor cursor(0, {}, {}, Framing::kWebSocket);
  std::vector<std::string> ids;
  while (cursor.position() < head_) {
    const std::string frames = pull(cursor, 4'000);
    EXPECT_LE(frames.size(), 4'000U);
    for (auto& id : ids_in(frames)) ids.push_back(id);
  }
  EXPECT_THAT(ids, ElementsAre("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"));
}
TEST_F(CursorTest, GivesARecordThatIsLongerThanTheBufferByItself) {
  for (const bool recent : {false, true}) {
    add({.data = "{}"}, recent);
    add({.data = data_with_open(std::string(200'000, 'y'))}, recent);
  }
  Cursor cursor(0, {}, {}, Framing::kWebSocket);
  std::vector<std::size_t> sizes;
  while (cursor.position() < head_) sizes.push_back(pull(cursor, 64 * 1024).size());
  EXPECT_THAT(sizes,
              ElementsAre(testing::Lt(1'000U), testing::Gt(200'000U), testing::Lt(1'000U), testing::Gt(200'000U)));
}
TEST_F(CursorTest, LooksAtTheClock) {
  for (int number = 0; number < 1'000; ++number) add({}, number >= 500);
  Cursor cursor(0, {}, {}, Framing::kWebSocket);
  int pulls = 0;
  for (; cursor.position() < head_; ++pulls) pull(cursor, 10'000'000, Clock::time_point::min());
  EXPECT_GT(pulls, 10);
}

class FakePeer : public server::Peer {
 public:
  void send(std::string_view frames) override {
    taken_ += blocked ? 0 : frames.size();
    (blocked ? kept : got) += frames;
  }
  std::size_t unsent() const override { return kept.size(); }
  std::uint64_t taken() const override { return taken_; }
  Clock::time_point heard() const override { return heard_at; }
  bool ending() const override { return !closed.empty(); }
  void close(CloseCode code, std::string_view reason) override {
    closed = std::to_string(static_cast<int>(code)) + ' ' + std::string(reason);
  }
  void abort() override { aborted = true; }

  void unblock(Hub::Subscription& subscription) {
    blocked = false;
    got += std::exchange(kept, "");
    subscription.ready();
  }

  bool blocked = false;
  bool aborted = false;
  std::string got, kept, closed;
  Clock::time_point heard_at = Clock::now();

 private:
  std::uint64_t taken_ = 0;
};

class HubTest : public testing::Test {
 protected:
  HubTest() {
    Hub::Config config;
    config.source = "/luuvet/x/y";
    config.log = "y";
    config.now = [] { return Instant{}; };
    config.wake = [this] { ++wakes_; };
    config.wake_later = [this](std::chrono::microseconds time) { rest_ = time; };
    hub_ = std::make_shared<Hub>(std::move(config), log_);
  }
  Hub::Subscription join(FakePeer& peer, Sequence after = 0, FeedFilter filter = {}, FeedAccess access = {}) {
    return Hub::join(hub_, peer, Cursor(after, std::move(filter), std::move(access), Framing::kWebSocket),
                     Framing::kWebSocket);
  }
  void publish(int count, const RecordParts& parts = {}) {
    for (int number = 0; number < count; ++number) {
      const auto bytes = append_record(log_, parts);
      hub_->publish(log_.head(), {&bytes, 1});
    }
  }
  void run() {
    while (hub_->run_turns()) {
    }
  }

  server::MemoryEventLog log_;
  std::shared_ptr<Hub> hub_;
  int wakes_ = 0;
  std::optional<std::chrono::microseconds> rest_;
};

TEST_F(HubTest, W63SaysHelloThenWhatWasThenCaughtUpThenWhatComes) {
  publish(2);
  FakePeer peer;
  const auto subscription = join(peer);
  run();
  publish(1);
  run();
  EXPECT_THAT(ids_in(peer.got), ElementsAre("hello", "1", "2", "caught-up", "3"));
}
TEST_F(HubTest, GathersWhatIsPublishedBeforeATurn) {
  FakePeer peer;
  const auto subscription = join(peer);
  run();
  const int before = wakes_;
  publish(100);
  EXPECT_EQ(wakes_, before + 1);
  run();
  EXPECT_EQ(ids_in(peer.got).size(), 102U);
}
TEST_F(HubTest, W65GivesABlockedPeerNothingMoreUntilItIsReady) {
  FakePeer peer;
  auto subscription = join(peer);
  run();
  peer.blocked = true;
  publish(1'000, {.data = "{\"x\":\"" + std::string(1'000, 'y') + "\"}"});
  run();
  EXPECT_LE(peer.kept.size(), server::LiveLimits().buffer_bytes);
  peer.unblock(subscription);
  run();
  EXPECT_EQ(ids_in(peer.got).size(), 1'002U);
  EXPECT_EQ(ids_in(peer.got).back(), "1000");
}
TEST_F(HubTest, W65WhoCatchesUpRestsBetweenItsTurnsWhileOthersWrite) {
  publish(1'000, {.data = "{\"x\":\"" + std::string(1'000, 'y') + "\"}"});
  FakePeer behind, live;
  const auto first = join(behind);
  const auto second = join(live, 1'000);
  publish(1);
  run();
  EXPECT_LT(ids_in(behind.got).size(), 1'000U);  // one turn; the next waits
  EXPECT_THAT(ids_in(live.got), ElementsAre("hello", "1001", "caught-up"));
  ASSERT_TRUE(rest_);
  while (ids_in(behind.got).back() != "caught-up") {
    ASSERT_TRUE(rest_) << "nothing would wake it";
    std::this_thread::sleep_for(*std::exchange(rest_, std::nullopt));
    run();
  }
  EXPECT_EQ(ids_in(behind.got).size(), 1'003U);
}
TEST_F(HubTest, PassesOverWhatWasPublishedBefore) {
  FakePeer peer;
  const auto subscription = join(peer);
  publish(1);
  const auto again = std::make_shared<const std::string>(*log_.read(1));
  hub_->publish(1, {&again, 1});
  run();
  EXPECT_THAT(ids_in(peer.got), ElementsAre("hello", "1", "caught-up"));
}
TEST_F(HubTest, ReadsFromTheLogWhatItWasNotTold) {
  FakePeer peer;
  const auto subscription = join(peer);
  run();
  append_record(log_, {});
  const auto second = append_record(log_, {});
  hub_->publish(2, {&second, 1});
  run();
  EXPECT_THAT(ids_in(peer.got), ElementsAre("hello", "caught-up", "1", "2"));
}
TEST_F(HubTest, W64BeatsWithThePositionThatIsComplete) {
  FakePeer peer;
  const auto subscription = join(peer, 0, FeedFilter({.subject = "task/other"}, {}));
  publish(5);
  run();
  hub_->tick(Clock::now() + 16s);
  EXPECT_THAT(ids_in(peer.got), ElementsAre("hello", "caught-up", "heartbeat"));
  EXPECT_EQ(json_value(std::string_view(peer.got).substr(peer.got.find("heartbeat")), "head"), "5");
}
TEST_F(HubTest, W66ClosesWhoTakesNothing) {
  FakePeer peer;
  const auto subscription = join(peer);
  run();
  peer.blocked = true;
  publish(3);
  run();
  const auto now = Clock::now();
  hub_->tick(now);
  peer.heard_at = now + 59s;
  hub_->tick(now + 59s);
  EXPECT_EQ(peer.closed, "");
  hub_->tick(now + 60s);
  EXPECT_EQ(peer.closed, "4000 3");
  EXPECT_FALSE(peer.aborted);
  hub_->tick(Clock::now() + 5s);
  EXPECT_TRUE(peer.aborted);
}
TEST_F(HubTest, W66ClosesWhoGivesNoSignOfLife) {
  FakePeer peer;
  const auto subscription = join(peer);
  run();
  const auto now = Clock::now();
  hub_->tick(now + 44s);
  EXPECT_EQ(peer.closed, "");
  hub_->tick(now + 46s);
  EXPECT_EQ(peer.closed, "4001 silent");
}
TEST_F(HubTest, ClosesWhoseSessionEnded) {
  FakePeer peer;
  bool valid = true;
  FeedAccess access;
  access.valid = [&] { return valid; };
  const auto subscription = join(peer, 0, {}, access);
  run();
  hub_->tick(Clock::now());
  EXPECT_EQ(peer.closed, "");
  valid = false;
  hub_->tick(Clock::now());
  EXPECT_EQ(peer.closed, "4003 signed out");
  publish(1);
  run();
  EXPECT_THAT(ids_in(peer.got), ElementsAre("hello", "caught-up"));  // nothing behind a close
}
TEST_F(HubTest, ForgetsWhoLeft) {
  FakePeer gone, stays;
  auto first = join(gone);
  const auto second = join(stays);
  first = {};
  EXPECT_EQ(hub_->subscribers(), 1U);
  publish(1);
  run();
  EXPECT_THAT(ids_in(gone.got), ElementsAre("hello"));
  EXPECT_THAT(ids_in(stays.got), ElementsAre("hello", "1", "caught-up"));
}

}  // namespace
}  // namespace luuvet::test

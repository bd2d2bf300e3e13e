#include "server/live/frames.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/live/recent_records.h"
#include "tests/net/live_records.h"

namespace luuvet::test {
namespace {

using server::ControlFrames;
using server::Framing;
using server::Shown;
using testing::EndsWith;
using testing::HasSubstr;

std::string text_frame(std::size_t size) {
  std::string out;
  server::append_record(out, Framing::kWebSocket, 1, std::string(size, 'x'));
  return out;
}

TEST(Frames, GiveTheLengthInTheShortestForm) {
  EXPECT_EQ(text_frame(125).substr(0, 2), std::string("\x81\x7d"));
  EXPECT_EQ(text_frame(126).substr(0, 4), std::string("\x81\x7e\x00\x7e", 4));
  EXPECT_EQ(text_frame(65'535).substr(0, 4), std::string("\x81\x7e\xff\xff", 4));
  EXPECT_EQ(text_frame(65'536).substr(0, 10), std::string("\x81\x7f\0\0\0\0\0\x01\0\0", 10));
  EXPECT_EQ(text_frame(65'536).size(), 65'546U);
}
TEST(Frames, OfAnEventStreamHaveIdAndData) {
  std::string out;
  server::append_record(out, Framing::kEventStream, 7, R"({"id":"7"})");
  EXPECT_EQ(out, "id: 7\ndata: {\"id\":\"7\"}\n\n");
}
TEST(Frames, W63HelloSaysWhereTheFeedStands) {
  ControlFrames frames(Framing::kWebSocket, "/luuvet/x/9f2c41d07ab3e865", "c1");
  const std::string hello = frames.hello(Instant{1'775'804'740'870}, "9f2c41d07ab3e865", 846, 803,
                                         {.types = {"vn.luuvet.task"}, .agency = "a"});
  EXPECT_THAT(
      hello, EndsWith(R"({"specversion":"1.0","id":"c1-1","source":"/luuvet/x/9f2c41d07ab3e865/live",)"
                      R"("type":"vn.luuvet.live.hello.v1","time":"2026-04-10T07:05:40.870Z",)"
                      R"("datacontenttype":"application/json","data":{"log":"9f2c41d07ab3e865","head":846,"after":803,)"
                      R"("filter":{"types":["vn.luuvet.task"],"agency":"a","programme":null,"subject":null}}})"));
  EXPECT_THAT(frames.caught_up(Instant{}, 9), HasSubstr(R"("id":"c1-2")"));
}
TEST(Frames, W66HeartbeatsComeWithAPing) {
  ControlFrames frames(Framing::kWebSocket, "/luuvet/x/y", "c1");
  EXPECT_THAT(frames.heartbeat(Instant{}, 9),
              EndsWith(std::string(R"("data":{"head":9}})") + std::string("\x89\x00", 2)));
}
TEST(Frames, OfAnEventStreamMoveTheLastIdWithoutAnEvent) {
  ControlFrames frames(Framing::kEventStream, "/luuvet/x/y", "c1");
  EXPECT_EQ(frames.heartbeat(Instant{}, 9), ": heartbeat\nid: 9\n\n");
}

TEST(RecentRecords, MakesEachFrameOnce) {
  const auto bytes = std::make_shared<const std::string>(record_text(5, {.data = data_with_open("lời")}));
  server::EnvelopeReader reader;
  server::RecentRecord record(bytes, *reader.read(*bytes));
  const std::string_view whole = record.frame(Framing::kWebSocket, Shown::kRecord);
  EXPECT_THAT(std::string(whole), EndsWith(*bytes));
  EXPECT_EQ(record.frame(Framing::kWebSocket, Shown::kRecord).data(), whole.data());
  EXPECT_THAT(std::string(record.frame(Framing::kWebSocket, Shown::kLeaf)), testing::Not(HasSubstr("lời")));
  EXPECT_THAT(std::string(record.frame(Framing::kEventStream, Shown::kLeaf)), HasSubstr("id: 5\ndata: {"));
}
TEST(RecentRecords, ForgetsTheOldest) {
  server::RecentRecords recent;
  server::EnvelopeReader reader;
  const auto add = [&](Sequence sequence, std::size_t size) {
    const auto bytes = std::make_shared<const std::string>(
        record_text(sequence, {.data = "{\"x\":\"" + std::string(size, 'y') + "\"}"}));
    recent.add(bytes, *reader.read(*bytes));
  };
  const std::size_t most = server::RecentRecords::kRecordsMax;
  for (Sequence sequence = 1; sequence <= most + 10; ++sequence) add(sequence, 1);
  EXPECT_EQ(recent.find(10), nullptr);
  EXPECT_EQ(recent.find(11)->envelope().sequence, 11U);
  EXPECT_EQ(recent.find(most + 10)->envelope().sequence, most + 10);
  EXPECT_EQ(recent.find(most + 11), nullptr);
  for (Sequence sequence = most + 11; sequence <= most + 40; ++sequence) add(sequence, 200'000);
  EXPECT_EQ(recent.find(most + 11), nullptr);
  EXPECT_NE(recent.find(most + 40), nullptr);
  add(9'999, 1);  // a gap: what came before is of no use
  EXPECT_EQ(recent.find(most + 40), nullptr);
  EXPECT_NE(recent.find(9'999), nullptr);
}

}  // namespace
}  // namespace luuvet::test

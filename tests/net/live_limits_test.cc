// Each limit of LiveLimits, hit over real sockets (those of heartbeats and turns: see cursor_test.cc).
#include <gtest/gtest.h>

#include "tests/net/raw_websocket.h"
#include "tests/net/served.h"

namespace luuvet::test {
namespace {

using std::chrono::milliseconds;

Served::Setup with(const std::function<void(server::LiveLimits&)>& change) {
  Served::Setup setup;
  change(setup.live.limits);
  return setup;
}

// What a subscriber is closed with after it has sent `bytes`.
unsigned closed_after(Served& served, const std::string& bytes) {
  RawWebSocket live(served.port(), "/api/v1/live");
  live.send_bytes(bytes);
  const auto close = live.receive_close();
  EXPECT_TRUE(close);
  if (!close) return 0;
  live.send(Opcode::kClose, close->payload);
  EXPECT_TRUE(live.tcp().closes());
  return close->close_code();
}

TEST(LiveLimits, W68ASubscriberSendsNothing) {
  Served served;
  EXPECT_EQ(closed_after(served, masked_frame(Opcode::kText, "{}")), 1008U);
  EXPECT_EQ(closed_after(served, masked_frame(Opcode::kBinary, "x")), 1003U);
  EXPECT_EQ(closed_after(served, masked_frame(Opcode::kText, std::string(1'024, 'x'))), 1008U);
  EXPECT_EQ(closed_after(served, masked_frame(Opcode::kText, std::string(1'025, 'x'))), 1009U);
}
TEST(LiveLimits, W68AMessageInPiecesDoesNotGrowEither) {
  Served served;
  std::string pieces = masked_frame(Opcode::kText, std::string(1'000, 'x'));
  pieces[0] = '\x01';  // not final
  std::string more = masked_frame(Opcode::kContinuation, std::string(1'000, 'x'));
  more[0] = '\x00';
  EXPECT_EQ(closed_after(served, pieces + more), 1009U);
}
TEST(LiveLimits, BrokenFramesEndIt) {
  Served served;
  EXPECT_EQ(closed_after(served, std::string("\x81\x01x")), 1002U);                   // not masked
  EXPECT_EQ(closed_after(served, std::string("\xf1\x80\0\0\0\0", 6)), 1002U);         // reserved bits
  EXPECT_EQ(closed_after(served, masked_frame(static_cast<Opcode>(3), "x")), 1002U);  // reserved opcode
  EXPECT_EQ(closed_after(served, masked_frame(Opcode::kPing, std::string(126, 'x'))), 1002U);
  EXPECT_EQ(closed_after(served, masked_frame(Opcode::kText, "\xff\xfe")), 1007U);  // not UTF-8
}
TEST(LiveLimits, FramesASecond) {
  Served served;
  std::string pings;
  for (int number = 0; number < 3; ++number) pings += masked_frame(Opcode::kPing, "");
  EXPECT_EQ(closed_after(served, pings), 1008U);
  RawWebSocket patient(served.port(), "/api/v1/live");
  patient.send_bytes(masked_frame(Opcode::kPing, "1") + masked_frame(Opcode::kPong, "2"));
  EXPECT_FALSE(patient.receive_close(milliseconds(300)));
}
TEST(LiveLimits, Subscribers) {
  Served served(with([](auto& limits) { limits.subscribers = 2; }));
  auto first = std::make_unique<RawWebSocket>(served.port(), "/api/v1/live");
  first->receive();
  RawWebSocket second(served.port(), "/api/v1/live");
  second.receive();
  RawWebSocket third(served.port(), "/api/v1/live");
  EXPECT_EQ(third.answer().status, 503);
  EXPECT_EQ(third.answer().header("retry-after"), "5");
  EXPECT_EQ(RawHttp(served.port()).get("/api/v1/events", "Accept: text/event-stream\r\n").status, 503);
  first.reset();
  EXPECT_TRUE(Served::soon([&] { return served.subscribers() == 1; }));
  EXPECT_EQ(RawWebSocket(served.port(), "/api/v1/live").answer().status, 101);
}
TEST(LiveLimits, W66Silence) {
  Served served(with([](auto& limits) {
    limits.heartbeat = milliseconds(600);  // so that pongs are few enough
    limits.silence = milliseconds(2'000);
  }));
  RawWebSocket answering(served.port(), "/api/v1/live");
  RawWebSocket silent(served.port(), "/api/v1/live");
  std::optional<Frame> frame;
  do {
    answering.receive(milliseconds(20));
    frame = silent.receive_raw(milliseconds(20));
  } while (!frame || frame->opcode != Opcode::kClose);
  EXPECT_EQ(frame->close_code(), 4001U);
  EXPECT_EQ(served.subscribers(), 2U);  // the silent one has some time to answer the close
  EXPECT_FALSE(answering.receive_close(milliseconds(100)));
}
// Reads nothing at all while records come: what waits for it is bounded, and after a while it is told its place and
// cut.
TEST(LiveLimits, W66StallAndCloseGrace) {
  Served served(with([](auto& limits) {
    limits.stall = milliseconds(1'500);
    limits.close_grace = milliseconds(200);
    limits.socket_bytes = 8 * 1'024;
  }));
  RawWebSocket stuck(served.port(), "/api/v1/live?after=0", {}, 4'096);
  RawWebSocket quick(served.port(), "/api/v1/live?after=0");
  for (int number = 0; number < 500; ++number) served.publish({.data = "{\"x\":\"" + std::string(2'000, 'y') + "\"}"});
  EXPECT_EQ(follow(quick, 1, 500), "");
  EXPECT_TRUE(Served::soon([&] { return served.subscribers() == 1; }));
  EXPECT_FALSE(quick.receive_close(milliseconds(50)));
}
TEST(LiveLimits, W66AStalledSubscriberFindsItsPlaceBehindWhatWaited) {
  Served served(with([](auto& limits) {
    limits.stall = milliseconds(300);
    limits.close_grace = milliseconds(5'000);
    limits.socket_bytes = 8 * 1'024;
  }));
  RawWebSocket stuck(served.port(), "/api/v1/live?after=0", {}, 4'096);
  for (int number = 0; number < 500; ++number) served.publish({.data = "{\"x\":\"" + std::string(2'000, 'y') + "\"}"});
  std::this_thread::sleep_for(milliseconds(1'500));
  std::string last;
  std::optional<Frame> frame;
  while ((frame = stuck.receive()) && frame->opcode != Opcode::kClose)
    if (is_record(*frame)) last = json_value(frame->payload, "id");
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->close_code(), 4000U);
  EXPECT_EQ(frame->close_reason(), last);
}
TEST(LiveLimits, CloseGraceAgainstPeersThatDoNotAnswerAClose) {
  Served served(with([](auto& limits) { limits.close_grace = milliseconds(100); }));
  RawWebSocket live(served.port(), "/api/v1/live");
  live.send(Opcode::kText, "x");
  EXPECT_EQ(live.receive_close()->close_code(), 1008U);
  EXPECT_TRUE(Served::soon([&] { return served.subscribers() == 0 && served.connections() == 0; }));
}

}  // namespace
}  // namespace luuvet::test

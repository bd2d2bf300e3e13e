// Presence over real sockets: who may speak, how fast, and that it leaves the feed itself alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "tests/net/raw_websocket.h"
#include "tests/net/served.h"

namespace luuvet::test {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

std::string looking(const std::string& subject, const std::string& more = "") {
  return R"({"specversion":"1.0","type":"vn.luuvet.live.looking.v1","id":"1","source":"/client","data":{"subject":)" +
         (subject.empty() ? "null" : '"' + subject + '"') + more + "}}";
}

// Whoever comes with "Who: <name>" takes part, at records whose id begins with "t"; all others are machines.
class PresenceLive : public testing::Test {
 protected:
  Served::Setup setup() {
    Served::Setup setup;
    setup.live.limits.tick = milliseconds(20);
    setup.live.authorize = [this](const api::Request& request, const std::optional<std::string>&) {
      server::FeedAccess access;
      access.valid = [this] { return signed_in_.load(); };
      if (const auto who = request.header("Who"))
        access.onlooker = [name = std::string(*who)](const std::string& subject, const auto& agency) {
          if (!subject.starts_with("task/t")) return std::optional<server::Onlooker>();
          return std::optional<server::Onlooker>({name, name, agency.value_or(AgencyId{"first"}).value});
        };
      return access;
    };
    return setup;
  }
  static std::string as(const std::string& who) { return "Who: " + who + "\r\n"; }

  std::atomic<bool> signed_in_{true};
};

// The next presence frame, or "none".
std::string presence(RawWebSocket& live, milliseconds patience = milliseconds(2'000)) {
  while (const auto frame = live.receive(patience))
    if (json_value(frame->payload, "type") == "vn.luuvet.live.presence.v1") return frame->payload;
  return "none";
}
// The first presence frame that says so; else the last one.
std::string presence_with(RawWebSocket& live, const std::string& text) {
  std::string frame;
  while ((frame = presence(live)) != "none" && frame.find(text) == frame.npos) {
  }
  return frame;
}

TEST_F(PresenceLive, W172TwoSocketsAtOneRecordSeeEachOther) {
  Served served(setup());
  RawWebSocket an(served.port(), "/api/v1/live?types=vn.luuvet.thread&subject=task/other", as("an"));
  RawWebSocket binh(served.port(), "/api/v1/live", as("binh"));
  an.send(Opcode::kText, looking("task/t1", R"(,"agency":"so-khcn")"));
  EXPECT_THAT(presence(an), HasSubstr(R"("people":[])"));
  binh.send(Opcode::kText, looking("task/t1", R"(,"field":"percent","typing":true)"));
  EXPECT_THAT(presence(binh),
              HasSubstr(R"("account":"an","name":"an","agency":"so-khcn","field":null,"typing":false)"));
  EXPECT_THAT(presence(an),
              HasSubstr(R"("account":"binh","name":"binh","agency":"first","field":"percent","typing":true)"));
  binh.send(Opcode::kText, looking(""));
  EXPECT_THAT(presence(an), HasSubstr(R"("people":[])"));
}
TEST_F(PresenceLive, W173AClosedSocketIsGone) {
  Served served(setup());
  RawWebSocket an(served.port(), "/api/v1/live", as("an"));
  auto binh = std::make_unique<RawWebSocket>(served.port(), "/api/v1/live", as("binh"));
  an.send(Opcode::kText, looking("task/t1"));
  binh->send(Opcode::kText, looking("task/t1"));
  EXPECT_THAT(presence_with(an, "binh"), HasSubstr("binh"));
  binh.reset();
  EXPECT_THAT(presence(an), HasSubstr(R"("people":[])"));
}
TEST_F(PresenceLive, W173ARevokedSessionIsGone) {
  Served served(setup());
  RawWebSocket an(served.port(), "/api/v1/live", as("an"));
  an.send(Opcode::kText, looking("task/t1"));
  EXPECT_NE(presence(an), "none");
  EXPECT_EQ(served.looked_at(), 1U);
  signed_in_ = false;
  EXPECT_EQ(an.receive_close()->close_code(), 4003U);
  EXPECT_EQ(served.looked_at(), 0U);
  an.send(Opcode::kText, looking("task/t1"));
  EXPECT_TRUE(Served::soon([&] { return served.subscribers() == 0; }));
  EXPECT_EQ(served.looked_at(), 0U);
}
TEST_F(PresenceLive, W170WhereNobodyMayLookTheFrameIsPassedOver) {
  Served served(setup());
  RawWebSocket an(served.port(), "/api/v1/live", as("an"));
  an.send(Opcode::kText, looking("task/t1"));
  EXPECT_NE(presence(an), "none");
  an.send(Opcode::kText, looking("task/unknown"));
  EXPECT_FALSE(an.receive_close(milliseconds(200)));
  EXPECT_EQ(served.looked_at(), 0U);
}
TEST_F(PresenceLive, W68AnythingElseStillCloses) {
  Served served(setup());
  const auto code_after = [&](const std::string& who, Opcode opcode, const std::string& payload) {
    RawWebSocket live(served.port(), "/api/v1/live", who);
    live.send(opcode, payload);
    const auto close = live.receive_close();
    return close ? close->close_code() : 0;
  };
  EXPECT_EQ(code_after("", Opcode::kText, looking("task/t1")), 1008U);  // a machine
  EXPECT_EQ(code_after(as("an"), Opcode::kText, "{}"), 1008U);
  EXPECT_EQ(code_after(as("an"), Opcode::kText, looking("task/t1", R"(,"name":"Nam")")), 1008U);
  EXPECT_EQ(code_after(as("an"), Opcode::kBinary, looking("task/t1")), 1003U);
  const std::string longest = looking("task/t1");
  EXPECT_EQ(code_after(as("an"), Opcode::kText, longest + std::string(1'025 - longest.size(), ' ')), 1009U);
  RawWebSocket live(served.port(), "/api/v1/live", as("an"));
  live.send(Opcode::kText, longest + std::string(1'024 - longest.size(), ' '));
  EXPECT_NE(presence(live), "none");
}
TEST_F(PresenceLive, W171TooManyFramesCloseIt) {
  Served served(setup());
  RawWebSocket live(served.port(), "/api/v1/live", as("an"));
  std::string frames;
  for (int number = 0; number < 23; ++number) frames += masked_frame(Opcode::kText, looking("task/t1"));
  live.send_bytes(frames);
  EXPECT_FALSE(live.receive_close(milliseconds(200)));
  live.send(Opcode::kText, looking("task/t1"));
  const auto close = live.receive_close();
  ASSERT_TRUE(close);
  EXPECT_EQ(close->close_code(), 1008U);
  EXPECT_EQ(close->close_reason(), "too many messages");
}
// Looks, types and goes between records: the records come once each, in order, and heartbeats keep their place.
TEST_F(PresenceLive, W174TheFeedIsTheSameWithAndWithoutIt) {
  Served::Setup given = setup();
  given.live.limits.heartbeat = milliseconds(300);
  given.live.presence.spacing = milliseconds(1);
  given.live.presence.frames_a_second = 1'000;
  given.live.presence.frames_at_once = 1'000;
  Served served(std::move(given));
  RawWebSocket an(served.port(), "/api/v1/live?after=0", as("an"));
  RawWebSocket binh(served.port(), "/api/v1/live?after=0", as("binh"));
  an.send(Opcode::kText, looking("task/t1"));
  for (int number = 1; number <= 200; ++number) {
    served.publish();
    binh.send(Opcode::kText, looking("task/t1", R"(,"field":"f)" + std::to_string(number) + '"'));
    if (number % 20 == 0) std::this_thread::sleep_for(milliseconds(40));
  }
  EXPECT_EQ(follow(an, 1, 200), "");
  EXPECT_EQ(follow(binh, 1, 200), "");
  std::optional<Frame> frame;
  do frame = an.receive(milliseconds(1'000));
  while (frame && json_value(frame->payload, "type") != "vn.luuvet.live.heartbeat.v1");
  ASSERT_TRUE(frame);
  EXPECT_EQ(json_value(frame->payload, "head"), "200");
}
// Somebody who reads nothing gets no presence frame behind the records that wait for it, is not kept alive by it, and
// is closed with the place where it stands.
TEST_F(PresenceLive, W174WhoIsStalledStaysStalled) {
  Served::Setup given = setup();
  given.live.limits.stall = milliseconds(1'000);
  given.live.limits.close_grace = milliseconds(5'000);
  given.live.limits.socket_bytes = 8 * 1'024;
  given.live.presence.spacing = milliseconds(1);
  Served served(std::move(given));
  RawWebSocket stuck(served.port(), "/api/v1/live?after=0", as("stuck"), 4'096);
  RawWebSocket quick(served.port(), "/api/v1/live", as("quick"));
  stuck.send(Opcode::kText, looking("task/t1"));
  EXPECT_TRUE(Served::soon([&] { return served.looked_at() == 1; }));
  for (int number = 0; number < 500; ++number) served.publish({.data = "{\"x\":\"" + std::string(2'000, 'y') + "\"}"});
  for (int number = 0; number < 20; ++number) {
    quick.send(Opcode::kText, looking("task/t1", R"(,"field":"f)" + std::to_string(number) + '"'));
    std::this_thread::sleep_for(milliseconds(100));
  }
  std::string last;
  int presence_frames = 0;
  std::optional<Frame> frame;
  while ((frame = stuck.receive()) && frame->opcode != Opcode::kClose) {
    if (is_record(*frame)) last = json_value(frame->payload, "id");
    presence_frames += json_value(frame->payload, "type") == "vn.luuvet.live.presence.v1";
  }
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->close_code(), 4000U);
  EXPECT_EQ(frame->close_reason(), last);
  EXPECT_LE(presence_frames, 2);
}

}  // namespace
}  // namespace luuvet::test

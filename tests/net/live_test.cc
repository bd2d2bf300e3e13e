// The WebSocket: handshake, contract of the frames, filters.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/net/raw_websocket.h"
#include "tests/net/served.h"

namespace luuvet::test {
namespace {

using testing::HasSubstr;

std::string type_of(const std::optional<Frame>& frame) {
  return frame ? json_value(frame->payload, "type") : "none";
}
std::string head_of(const std::optional<Frame>& frame) {
  return frame ? json_value(frame->payload, "head") : "none";
}

TEST(Live, W60SendsWhatWasAndWhatComesAsItIsStored) {
  Served served({}, 3);
  RawWebSocket live(served.port(), "/api/v1/live?after=1");
  ASSERT_EQ(live.answer().status, 101);
  EXPECT_EQ(live.answer().header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  EXPECT_EQ(type_of(live.receive()), "vn.luuvet.live.hello.v1");
  for (const Sequence sequence : {2, 3}) {
    const auto frame = live.receive();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->opcode, Opcode::kText);
    EXPECT_TRUE(frame->final);
    EXPECT_EQ(frame->payload, *served.log().read(sequence));
  }
  const auto caught_up = live.receive();
  EXPECT_EQ(type_of(caught_up), "vn.luuvet.live.caught-up.v1");
  EXPECT_EQ(head_of(caught_up), "3");
  served.publish();
  EXPECT_EQ(live.receive()->payload, *served.log().read(4));
}
TEST(Live, W60BeginsNowWithoutAPosition) {
  Served served({}, 3);
  RawWebSocket live(served.port(), "/api/v1/live");
  const auto hello = live.receive();
  EXPECT_EQ(json_value(hello->payload, "after"), "3");
  EXPECT_EQ(json_value(hello->payload, "log"), kTestLog);
  EXPECT_EQ(type_of(live.receive()), "vn.luuvet.live.caught-up.v1");
  served.publish();
  EXPECT_EQ(json_value(live.receive()->payload, "id"), "4");
}
TEST(Live, W61AnswersTheSubprotocolOnlyWhereItIsAsked) {
  Served served;
  const auto answered = [&](const std::string& offered) {
    RawWebSocket live(served.port(), "/api/v1/live",
                      offered.empty() ? "" : "Sec-WebSocket-Protocol: " + offered + "\r\n");
    EXPECT_EQ(live.answer().status, 101);
    return live.answer().header("sec-websocket-protocol");
  };
  EXPECT_EQ(answered("cloudevents.json"), "cloudevents.json");
  EXPECT_EQ(answered("other, cloudevents.json"), "cloudevents.json");
  EXPECT_EQ(answered("cloudevents.avro"), "");
  EXPECT_EQ(answered(""), "");
}
TEST(Live, W62RefusesBeforeTheUpgrade) {
  Served served({}, 3);
  const auto status = [&](const std::string& query, const std::string& headers = "") {
    return RawWebSocket(served.port(), "/api/v1/live" + query, headers).answer().status;
  };
  EXPECT_EQ(status("?after=4"), 400);
  EXPECT_EQ(status("?after=x"), 400);
  EXPECT_EQ(status("?types=task"), 400);
  EXPECT_EQ(status("?log=0000000000000000"), 409);
  EXPECT_EQ(status("", "Origin: http://evil.vn\r\n"), 403);
  EXPECT_EQ(status("", "Origin: null\r\n"), 403);
  EXPECT_EQ(status("", "Origin: http://localhost:" + std::to_string(served.port()) + "\r\n"), 101);
  EXPECT_EQ(status(""), 101);
}
TEST(Live, W62AsksForAnUpgrade) {
  Served served;
  RawHttp http(served.port());
  const HttpAnswer plain = http.get("/api/v1/live");
  EXPECT_EQ(plain.status, 426);
  EXPECT_EQ(plain.header("upgrade"), "websocket");
  EXPECT_THAT(plain.body, HasSubstr("/problems/upgrade-required"));
  EXPECT_EQ(http.get("/api/v1/live",
                     "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                     "Sec-WebSocket-Version: 8\r\n")
                .status,
            426);
  const HttpAnswer post = http.ask("POST /api/v1/live HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(post.status, 405);
  EXPECT_EQ(post.header("allow"), "GET, HEAD");
}
TEST(Live, W52FiltersAndStillSaysHowFarItIsComplete) {
  Served::Setup setup;
  setup.live.limits.heartbeat = std::chrono::milliseconds(50);
  setup.live.involves = [](std::string_view subject, std::string_view agency) {
    return subject == "task/led" && agency == "so-tai-chinh";
  };
  Served served(std::move(setup));
  RawWebSocket live(served.port(), "/api/v1/live?after=0&types=vn.luuvet.task&agency=so-tai-chinh&programme=p");
  live.receive();
  live.receive();
  served.publish({.programme = "p"});          // 1: another agency
  served.publish({.agency = "so-tai-chinh"});  // 2: no programme
  served.publish({.type = "vn.luuvet.thread.urged.v1", .agency = "so-tai-chinh", .programme = "p"});  // 3: another type
  served.publish({.agency = "so-tai-chinh", .programme = "p"});                                       // 4
  served.publish({.subject = "task/led", .programme = "p"});                                          // 5
  served.publish({.programme = "p"});                                                                 // 6
  std::vector<std::string> ids;
  for (;;) {
    const auto frame = live.receive();
    ASSERT_TRUE(frame);
    if (type_of(frame) != "vn.luuvet.live.heartbeat.v1")
      ids.push_back(json_value(frame->payload, "id"));
    else if (head_of(frame) == "6")
      break;
  }
  EXPECT_THAT(ids, testing::ElementsAre("4", "5"));
}
TEST(Live, W66HeartbeatsComeWithAPing) {
  Served::Setup setup;
  setup.live.limits.heartbeat = std::chrono::milliseconds(50);
  Served served(std::move(setup));
  RawWebSocket live(served.port(), "/api/v1/live");
  live.receive_raw();
  live.receive_raw();
  EXPECT_EQ(type_of(live.receive_raw()), "vn.luuvet.live.heartbeat.v1");
  EXPECT_EQ(live.receive_raw()->opcode, Opcode::kPing);
}
TEST(Live, AnswersPingsAndCloses) {
  Served served;
  RawWebSocket live(served.port(), "/api/v1/live");
  live.receive();
  live.receive();
  live.send(Opcode::kPing, "abc");
  const auto pong = live.receive();
  EXPECT_EQ(pong->opcode, Opcode::kPong);
  EXPECT_EQ(pong->payload, "abc");
  live.send(Opcode::kClose, std::string("\x03\xe8", 2));
  const auto close = live.receive();
  EXPECT_EQ(close->opcode, Opcode::kClose);
  EXPECT_EQ(close->close_code(), 1000U);
  EXPECT_TRUE(live.tcp().closes());
  EXPECT_TRUE(Served::soon([&] { return served.connections() == 0 && served.subscribers() == 0; }));
}
TEST(Live, PongsDoNotStandWithinRecords) {
  Served::Setup setup;
  setup.live.limits.frames_a_second = 1'000'000;
  Served served(std::move(setup), 0);
  RawWebSocket live(served.port(), "/api/v1/live?after=0");
  for (int round = 0; round < 2'000; ++round) {
    live.send(Opcode::kPing, "p");
    served.publish({.data = "{\"x\":\"" + std::string(static_cast<std::size_t>(round), 'y') + "\"}"});
  }
  int pongs = 0;
  Sequence records = 0;
  while (records < 2'000 || pongs < 2'000) {
    const auto frame = live.receive();
    ASSERT_TRUE(frame);
    pongs += frame->opcode == Opcode::kPong;
    if (!is_record(*frame)) continue;
    ASSERT_EQ(frame->payload, *served.log().read(++records));
  }
}
TEST(Live, CarriesEveryByteAsItIs) {
  Served served;
  RawWebSocket live(served.port(), "/api/v1/live?after=0");
  for (const std::size_t size : {1UL, 100UL, 60'000UL, 250'000UL})
    served.publish({.data = data_with_open("Lào Cai \\u0001 𠀀 \x7f " + std::string(size, 'y'))});
  live.receive();
  for (Sequence sequence = 1; sequence <= 4;) {
    const auto frame = live.receive();
    ASSERT_TRUE(frame);
    if (type_of(frame).starts_with("vn.luuvet.live.")) continue;
    EXPECT_EQ(frame->payload, *served.log().read(sequence++));
  }
}
TEST(Live, TakesBytesThatCameWithTheRequest) {
  Served served;
  TcpClient tcp(served.port());
  tcp.send("GET /api/v1/live HTTP/1.1\r\nHost: localhost:" + std::to_string(served.port()) +
           "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
           "Sec-WebSocket-Version: 13\r\n\r\n" +
           masked_frame(Opcode::kPing, "early"));
  std::string got;
  while (got.find("early") == std::string::npos) {
    const auto bytes = tcp.receive();
    ASSERT_TRUE(bytes && !bytes->empty());
    got += *bytes;
  }
}

}  // namespace
}  // namespace luuvet::test

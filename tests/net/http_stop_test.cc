// The graceful stop.
#include <gtest/gtest.h>

#include <future>

#include "tests/net/raw_http.h"
#include "tests/net/raw_websocket.h"
#include "tests/net/served.h"

namespace luuvet::test {
namespace {

using std::chrono::milliseconds;

TEST(HttpStop, FinishesRunningRequestsAndClosesIdleConnections) {
  Served served;
  RawHttp idle(served.port());
  EXPECT_EQ(idle.get("/").status, 200);
  RawHttp running(served.port());
  running.send("GET /slow HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
  EXPECT_TRUE(Served::soon([&] {
    std::uint64_t requests = 0;
    served.on_net([&] { requests = served.http().counters().requests; });
    return requests == 2;
  }));
  auto stopping = std::async(std::launch::async, [&] { return served.stop(); });
  EXPECT_TRUE(idle.tcp().closes());
  const HttpAnswer answer = running.receive();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("connection"), "close");
  running.tcp().close();
  EXPECT_LT(stopping.get(), milliseconds(5'000));
  EXPECT_THROW(RawHttp(served.port()).get("/"), std::runtime_error);
}
TEST(HttpStop, CutsWhatDoesNotEnd) {
  Served::Setup setup;
  setup.http.limits.stop_grace = milliseconds(300);
  Served served(std::move(setup));
  RawHttp http(served.port());
  http.send("GET /never HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
  EXPECT_TRUE(Served::soon([&] { return served.connections() == 1; }));
  const milliseconds took = served.stop();
  EXPECT_GE(took, milliseconds(250));
  EXPECT_LT(took, milliseconds(5'000));
  EXPECT_TRUE(http.tcp().closes());
}
TEST(HttpStop, ClosesWebSocketsWith1001) {
  Served served;
  RawWebSocket subscriber(served.port(), "/api/v1/live");
  ASSERT_EQ(subscriber.answer().status, 101);
  EXPECT_TRUE(Served::soon([&] { return served.subscribers() == 1; }));
  auto stopping = std::async(std::launch::async, [&] { return served.stop(); });
  const auto close = subscriber.receive_close();
  ASSERT_TRUE(close);
  EXPECT_EQ(close->close_code(), 1001U);
  EXPECT_EQ(close->close_reason(), "stopping");
  subscriber.send(Opcode::kClose, close->payload);
  EXPECT_TRUE(subscriber.tcp().closes());
  subscriber.tcp().close();
  EXPECT_LT(stopping.get(), milliseconds(5'000));
}
TEST(HttpStop, EndsWithoutConnectionsAtOnce) {
  Served served;
  EXPECT_LT(served.stop(), milliseconds(5'000));
}

}  // namespace
}  // namespace luuvet::test

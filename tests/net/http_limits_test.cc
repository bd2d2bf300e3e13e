// Each limit of HttpLimits, hit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/net/raw_http.h"
#include "tests/net/served.h"

namespace luuvet::test {
namespace {

using std::chrono::milliseconds;

Served::Setup with(const std::function<void(server::HttpLimits&)>& change) {
  Served::Setup setup;
  change(setup.http.limits);
  return setup;
}

constexpr const char* kGet = "GET / HTTP/1.1\r\nHost: localhost:{port}\r\n";

TEST(HttpLimits, HeaderBytes) {
  Served served;
  RawHttp fits(served.port());
  EXPECT_EQ(fits.get("/", "X: " + std::string(16 * 1024 - 100, 'x') + "\r\n").status, 200);
  RawHttp beyond(served.port());
  EXPECT_EQ(beyond.get("/", "X: " + std::string(16 * 1024, 'x') + "\r\n").status, 431);
  EXPECT_TRUE(beyond.tcp().closes());
}
TEST(HttpLimits, BodyBytes) {
  Served served(with([](auto& limits) { limits.body_bytes = 1'000; }));
  RawHttp fits(served.port());
  EXPECT_EQ(
      fits.ask(std::string("POST") + (kGet + 3) + "Content-Length: 1000\r\n\r\n" + std::string(1'000, 'b')).status,
      200);
  RawHttp beyond(served.port());
  // The refusal arrives although the client sends on.
  EXPECT_EQ(
      beyond.ask(std::string("POST") + (kGet + 3) + "Content-Length: 1000000\r\n\r\n" + std::string(1'000'000, 'b'))
          .status,
      413);
  EXPECT_TRUE(beyond.tcp().closes());
  RawHttp chunked(served.port());
  EXPECT_EQ(
      chunked
          .ask(std::string("POST") + (kGet + 3) + "Transfer-Encoding: chunked\r\n\r\n500\r\n" + std::string(0x500, 'b'))
          .status,
      413);
}
TEST(HttpLimits, Connections) {
  Served served(with([](auto& limits) {
    limits.connections = 3;
    limits.refusals = 2;
  }));
  std::vector<std::unique_ptr<RawHttp>> held;
  for (int number = 0; number < 3; ++number) {
    held.push_back(std::make_unique<RawHttp>(served.port()));
    EXPECT_EQ(held.back()->get("/").status, 200);
  }
  RawHttp refused(served.port());
  const HttpAnswer answer = refused.receive();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("retry-after"), "2");
  EXPECT_TRUE(refused.tcp().closes());
  held.pop_back();
  EXPECT_TRUE(Served::soon([&] { return served.connections() == 2; }));
  EXPECT_EQ(RawHttp(served.port()).get("/").status, 200);
}
TEST(HttpLimits, Refusals) {
  Served served(with([](auto& limits) {
    limits.connections = 0;
    limits.refusals = 2;
  }));
  RawHttp first(served.port()), second(served.port()), third(served.port());
  EXPECT_EQ(first.receive().status, 503);
  EXPECT_EQ(second.receive().status, 503);
  EXPECT_TRUE(third.tcp().closes());
  EXPECT_THROW(third.receive(), std::runtime_error);
}
TEST(HttpLimits, IdleTime) {
  Served served(with([](auto& limits) { limits.idle = milliseconds(100); }));
  RawHttp silent(served.port());
  EXPECT_TRUE(silent.tcp().closes());
  RawHttp http(served.port());
  EXPECT_EQ(http.get("/").status, 200);
  EXPECT_TRUE(http.tcp().closes());
}
TEST(HttpLimits, HeaderTimeAgainstSlowlyDrippedHeaders) {
  Served served(with([](auto& limits) { limits.header = milliseconds(200); }));
  RawHttp http(served.port());
  http.send(kGet);
  const auto began = std::chrono::steady_clock::now();
  while (!http.tcp().closes(milliseconds(20)) && std::chrono::steady_clock::now() - began < kPatience)
    http.send("X: y\r\n");
  EXPECT_LT(std::chrono::steady_clock::now() - began, milliseconds(5'000));
}
TEST(HttpLimits, BodyTimeAgainstSlowlyDrippedBodies) {
  Served served(with([](auto& limits) { limits.body = milliseconds(200); }));
  RawHttp http(served.port());
  http.send(std::string("POST") + (kGet + 3) + "Content-Length: 100000\r\n\r\n");
  const auto began = std::chrono::steady_clock::now();
  while (!http.tcp().closes(milliseconds(20)) && std::chrono::steady_clock::now() - began < kPatience) http.send("b");
  EXPECT_LT(std::chrono::steady_clock::now() - began, milliseconds(5'000));
}
TEST(HttpLimits, WriteTimeAgainstReadersThatDoNot) {
  Served served(with([](auto& limits) { limits.write_progress = milliseconds(200); }));
  TcpClient tcp(served.port(), 4'096);
  tcp.send("GET /large HTTP/1.1\r\nHost: localhost:" + std::to_string(served.port()) + "\r\n\r\n");
  EXPECT_TRUE(Served::soon([&] { return served.connections() == 1; }));
  EXPECT_TRUE(Served::soon([&] { return served.connections() == 0; }));
}
TEST(HttpLimits, LingerTime) {
  Served served(with([](auto& limits) { limits.linger = milliseconds(100); }));
  RawHttp http(served.port());
  EXPECT_EQ(http.ask("nonsense\r\n\r\n").status, 400);
  EXPECT_TRUE(Served::soon([&] { return served.connections() == 0; }));  // though the client keeps its side open
}
TEST(HttpLimits, ChunkExtensionsDoNotPileUp) {
  Served served;
  RawHttp http(served.port());
  http.send(std::string("POST") + (kGet + 3) + "Transfer-Encoding: chunked\r\n\r\n1;" + std::string(300'000, 'x'));
  EXPECT_TRUE(http.tcp().closes());
}

}  // namespace
}  // namespace luuvet::test

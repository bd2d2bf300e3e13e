// What the edge settles by itself, over real sockets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/net/raw_http.h"
#include "tests/net/served.h"

namespace luuvet::test {
namespace {

using testing::HasSubstr;

TEST(HttpProtocol, KeepsTheConnection) {
  Served served;
  RawHttp http(served.port());
  for (int round = 0; round < 3; ++round) {
    const HttpAnswer answer = http.get("/a?b=" + std::to_string(round));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "GET /a?b=" + std::to_string(round) + "\n");
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.header("cache-control"), "no-store");
    EXPECT_FALSE(answer.header("date").empty());
  }
  EXPECT_EQ(served.connections(), 1U);
}
TEST(HttpProtocol, ClosesWhenAsked) {
  Served served;
  RawHttp http(served.port());
  const HttpAnswer answer = http.get("/", "Connection: close\r\n");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_TRUE(http.tcp().closes());
}
TEST(HttpProtocol, AnswersPipelinedRequestsInTheirOrder) {
  Served served;
  RawHttp http(served.port());
  constexpr int kRequests = 2'000;
  std::string all;
  for (int number = 0; number < kRequests; ++number)
    all += "GET /" + std::to_string(number) + " HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n";
  std::thread sender([&] { http.send(all); });
  for (int number = 0; number < kRequests; ++number)
    ASSERT_EQ(http.receive().body, "GET /" + std::to_string(number) + "\n");
  sender.join();
}
TEST(HttpProtocol, TakesBodiesWithLengthAndInChunks) {
  Served served;
  RawHttp http(served.port());
  const std::string big(300'000, 'b');
  EXPECT_EQ(http.ask("POST /p HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 300000\r\n\r\n" + big).body,
            "POST /p\n" + big);
  EXPECT_EQ(
      http.ask("POST /p HTTP/1.1\r\nHost: localhost:{port}\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
          .body,
      "POST /p\nabc");
  const std::string binary("\0\xff\r\n\r\n\x01", 7);
  EXPECT_EQ(http.ask("POST /p HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 7\r\n\r\n" + binary).body,
            "POST /p\n" + binary);
}
TEST(HttpProtocol, SendsLargeAnswersWhole) {
  Served served;
  RawHttp http(served.port());
  EXPECT_EQ(http.get("/large").body, std::string(8 * 1024 * 1024, 'x'));
  EXPECT_EQ(http.get("/after").status, 200);
}
TEST(HttpProtocol, LeavesTheBodyOfAHeadOut) {
  Served served;
  RawHttp http(served.port());
  const HttpAnswer answer = http.ask("HEAD /x HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-length"), "7");  // "GET /x\n"
  EXPECT_EQ(http.get("/y").body, "GET /y\n");
}
TEST(HttpProtocol, AnswersOptionsAndPassesUnknownMethodsOn) {
  Served served;
  RawHttp http(served.port());
  for (const char* target : {"*", "/api/v1/live"}) {
    const HttpAnswer answer =
        http.ask("OPTIONS " + std::string(target) + " HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.header("allow"), "GET, HEAD, POST, DELETE, OPTIONS");
    EXPECT_EQ(answer.header("access-control-allow-origin"), "");
  }
  EXPECT_EQ(http.ask("BREW /pot HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").body, "BREW /pot\n");
}
TEST(HttpProtocol, AsksForABodyThatWaits) {
  Served served;
  RawHttp http(served.port());
  http.send("POST /p HTTP/1.1\r\nHost: localhost:{port}\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(http.receive(true).status, 100);
  http.send("abc");
  EXPECT_EQ(http.receive().body, "POST /p\nabc");
}
TEST(HttpProtocol, RefusesWhatItWouldNotTakeBeforeTheBodyIsSent) {
  Served served;
  RawHttp large(served.port());
  EXPECT_EQ(
      large.ask("POST / HTTP/1.1\r\nHost: localhost:{port}\r\nExpect: 100-continue\r\nContent-Length: 5000000\r\n\r\n")
          .status,
      413);
  RawHttp other(served.port());
  EXPECT_EQ(other.ask("POST / HTTP/1.1\r\nHost: localhost:{port}\r\nExpect: tea\r\nContent-Length: 3\r\n\r\n").status,
            417);
}
TEST(HttpProtocol, TakesTheAbsoluteForm) {
  Served served;
  RawHttp http(served.port());
  EXPECT_EQ(http.ask("GET http://localhost:{port}/a?b HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").body, "GET /a?b\n");
  EXPECT_EQ(http.ask("GET http://evil.vn/a HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").status, 421);
}
TEST(HttpProtocol, RefusesForeignHosts) {
  Served served;
  for (const char* host : {"evil.vn", "localhost", "localhost:1", "localhost:{port}.evil.vn", ""}) {
    RawHttp http(served.port());
    const HttpAnswer answer = http.ask("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n");
    EXPECT_EQ(answer.status, 421) << host;
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    EXPECT_THAT(answer.body, HasSubstr("/problems/misdirected"));
    EXPECT_TRUE(http.tcp().closes());
  }
  for (const char* hosts : {"", "Host: localhost:{port}\r\nHost: localhost:{port}\r\n"}) {
    RawHttp http(served.port());
    EXPECT_EQ(http.ask("GET / HTTP/1.1\r\n" + std::string(hosts) + "\r\n").status, 400);
  }
}
TEST(HttpProtocol, RefusesForeignOriginsWhereTheyCouldDoHarm) {
  Served served;
  const auto status = [&](const std::string& method, const std::string& origin) {
    RawHttp http(served.port());
    return http
        .ask(method + " /x HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: " + origin + "\r\nContent-Length: 0\r\n\r\n")
        .status;
  };
  EXPECT_EQ(status("POST", "http://evil.vn"), 403);
  EXPECT_EQ(status("POST", "null"), 403);
  EXPECT_EQ(status("DELETE", "http://localhost"), 403);
  EXPECT_EQ(status("POST", "http://localhost:{port}"), 200);
  EXPECT_EQ(status("GET", "http://evil.vn"), 200);
}
TEST(HttpProtocol, RefusesMalformedRequestsAndCloses) {
  Served served;
  const auto status = [&](const std::string& text) {
    RawHttp http(served.port());
    const int answered = http.ask(text).status;
    EXPECT_TRUE(http.tcp().closes()) << text;
    return answered;
  };
  EXPECT_EQ(status("nonsense\r\n\r\n"), 400);
  EXPECT_EQ(status("GET x HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"), 400);
  EXPECT_EQ(status("GET * HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"), 400);
  EXPECT_EQ(status("CONNECT localhost:{port} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/3.0\r\nHost: localhost:{port}\r\n\r\n"), 505);
  EXPECT_EQ(status("POST / HTTP/1.1\r\nHost: localhost:{port}\r\nTransfer-Encoding: gzip\r\n\r\n"), 501);
  EXPECT_EQ(
      status("POST / HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"),
      400);
  EXPECT_EQ(status(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11)), 400);  // TLS
}
TEST(HttpProtocol, AnswersAFaultOfTheHandlerAndGoesOn) {
  Served served;
  RawHttp http(served.port());
  const HttpAnswer answer = http.get("/throws", "Accept-Language: en\r\n");
  EXPECT_EQ(answer.status, 500);
  EXPECT_THAT(answer.body, HasSubstr("/problems/internal"));
  EXPECT_THAT(answer.body, testing::Not(HasSubstr("as asked")));
  EXPECT_EQ(http.get("/next").status, 200);
}

}  // namespace
}  // namespace luuvet::test

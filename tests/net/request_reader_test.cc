#include "server/net/request_reader.h"

#include <gtest/gtest.h>

namespace luuvet::server {
namespace {

HttpLimits small_limits() {
  HttpLimits limits;
  limits.header_bytes = 512;
  limits.body_bytes = 100;
  return limits;
}

// Gives `text` in pieces of `piece` bytes, as a socket would: what was not taken comes again with more behind it.
RequestReader read(std::string_view text, std::size_t piece, const HttpLimits& limits = small_limits()) {
  RequestReader reader(limits);
  std::string unread;
  for (std::size_t at = 0; at < text.size() && reader.fault() == ReadFault::kNone && !reader.done(); at += piece) {
    unread += text.substr(at, piece);
    for (std::size_t taken = 1; taken > 0 && !unread.empty();) {
      taken = reader.take(unread);
      unread.erase(0, taken);
    }
  }
  return reader;
}

ReadFault fault_of(std::string_view text) {
  return read(text, text.size()).fault();
}

constexpr std::string_view kPost =
    "POST /api/v1/tasks?x=%C4%91 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\nX-A: "
    "b\r\n\r\n{\"a\":\"\xC4\x91\"}x";

TEST(RequestReader, ReadsARequestHoweverItIsCut) {
  for (std::size_t piece = 1; piece <= kPost.size(); ++piece) {
    RequestReader reader = read(kPost, piece);
    ASSERT_TRUE(reader.done()) << piece;
    EXPECT_EQ(reader.request().method, "POST");
    EXPECT_EQ(reader.request().target, "/api/v1/tasks?x=%C4%91");
    EXPECT_EQ(reader.request().header("x-a"), "b");
    EXPECT_EQ(reader.request().body, "{\"a\":\"\xC4\x91\"}x");
    EXPECT_TRUE(reader.keep_alive());
  }
}
TEST(RequestReader, ReadsChunksAndForgetsTrailers) {
  const std::string text =
      "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3;note=x\r\nabc\r\n2\r\nde\r\n0\r\nIf-Match: "
      "\"1\"\r\n\r\n";
  for (std::size_t piece = 1; piece <= text.size(); ++piece) {
    RequestReader reader = read(text, piece);
    ASSERT_TRUE(reader.done()) << piece;
    EXPECT_EQ(reader.request().body, "abcde");
    EXPECT_FALSE(reader.request().header("If-Match"));
  }
}
TEST(RequestReader, TakesNothingOfTheNextRequest) {
  const std::string two = "GET /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\n\r\n";
  RequestReader reader(small_limits());
  const std::size_t taken = reader.take(two);
  EXPECT_TRUE(reader.done());
  EXPECT_EQ(reader.take(std::string_view(two).substr(taken)), 0U);
  reader.begin();
  reader.take(std::string_view(two).substr(taken));
  EXPECT_TRUE(reader.done());
  EXPECT_EQ(reader.request().target, "/b");
}
TEST(RequestReader, Http10ClosesUnlessAskedNotTo) {
  RequestReader plain = read("GET / HTTP/1.0\r\nHost: h\r\n\r\n", 100);
  EXPECT_TRUE(plain.http_1_0());
  EXPECT_FALSE(plain.keep_alive());
  EXPECT_TRUE(read("GET / HTTP/1.0\r\nHost: h\r\nConnection: keep-alive\r\n\r\n", 100).keep_alive());
  EXPECT_FALSE(read("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", 100).keep_alive());
}

TEST(RequestReader, RefusesAHeadBeyondTheLimitHoweverItIsCut) {
  const std::string fits = "GET / HTTP/1.1\r\nHost: h\r\nX: " + std::string(480, 'x') + "\r\n\r\n";
  const std::string one_line = "GET / HTTP/1.1\r\nHost: h\r\nX: " + std::string(500, 'x') + "\r\n\r\n";
  std::string many_lines = "GET / HTTP/1.1\r\nHost: h\r\n";
  for (int line = 0; line < 100; ++line) many_lines += "X: yyyy\r\n";
  for (const std::size_t piece : {1UL, 7UL, 64UL, 1'000UL}) {
    EXPECT_EQ(read(fits, piece).fault(), ReadFault::kNone) << piece;
    EXPECT_EQ(read(one_line, piece).fault(), ReadFault::kHeaderTooLarge) << piece;
    EXPECT_EQ(read(many_lines, piece).fault(), ReadFault::kHeaderTooLarge) << piece;
  }
}
TEST(RequestReader, RefusesABodyBeyondTheLimit) {
  EXPECT_EQ(fault_of("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 101\r\n\r\n"), ReadFault::kBodyTooLarge);
  EXPECT_EQ(fault_of("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n"), ReadFault::kNone);
  const std::string chunks = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" +
                             std::string(64, 'x') + "\r\n40\r\n" + std::string(64, 'x') + "\r\n0\r\n\r\n";
  EXPECT_EQ(fault_of(chunks), ReadFault::kBodyTooLarge);
}

TEST(RequestReader, RefusesWhatTwoReadersCouldReadDifferently) {
  const auto with = [](std::string_view headers) {
    return fault_of("POST / HTTP/1.1\r\nHost: h\r\n" + std::string(headers) + "\r\n\r\nabc");
  };
  EXPECT_EQ(with("Content-Length: 3"), ReadFault::kNone);
  EXPECT_EQ(with("Content-Length: 3\r\nTransfer-Encoding: chunked"), ReadFault::kMalformed);
  EXPECT_EQ(with("Transfer-Encoding: chunked\r\nContent-Length: 3"), ReadFault::kMalformed);
  EXPECT_EQ(with("Content-Length: 3\r\nContent-Length: 4"), ReadFault::kMalformed);
  EXPECT_EQ(with("Content-Length: -3"), ReadFault::kMalformed);
  EXPECT_EQ(with("Content-Length: 0x3"), ReadFault::kMalformed);
  EXPECT_EQ(with("Content-Length : 3"), ReadFault::kMalformed);
  EXPECT_EQ(with("Content-Length: 99999999999999999999"), ReadFault::kMalformed);
  EXPECT_EQ(with("Transfer-Encoding: gzip"), ReadFault::kTransferEncoding);
  EXPECT_EQ(with("Transfer-Encoding: gzip, chunked"), ReadFault::kTransferEncoding);
  EXPECT_EQ(with("Transfer-Encoding: xchunked"), ReadFault::kTransferEncoding);
}
TEST(RequestReader, RefusesMalformedLines) {
  EXPECT_EQ(fault_of("GET\r\n\r\n"), ReadFault::kMalformed);
  EXPECT_EQ(fault_of("G(T / HTTP/1.1\r\n\r\n"), ReadFault::kMalformed);
  EXPECT_EQ(fault_of("GET /\xC4\x91 HTTP/1.1\r\nHost: h\r\n\r\n"), ReadFault::kMalformed);
  EXPECT_EQ(fault_of(std::string_view("GET /\0 HTTP/1.1\r\nHost: h\r\n\r\n", 29)), ReadFault::kMalformed);
  EXPECT_EQ(fault_of("GET / HTTP/1.1\r\nHost: h\r\nX\x01: y\r\n\r\n"), ReadFault::kMalformed);
  EXPECT_EQ(fault_of("GET / HTTP/1.1\r\nHost: h\r\nX: y\nZ: w\r\n\r\n"), ReadFault::kMalformed);
  EXPECT_EQ(fault_of("GET / HTTP/2.0\r\nHost: h\r\n\r\n"), ReadFault::kVersion);
}

}  // namespace
}  // namespace luuvet::server

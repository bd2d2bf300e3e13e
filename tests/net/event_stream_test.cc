#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "tests/net/raw_http.h"
#include "tests/net/raw_websocket.h"
#include "tests/net/served.h"

namespace luuvet::test {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

// Reads as a browser does: blocks of lines, the last id also from blocks without data.
class EventSource {
 public:
  EventSource(std::uint16_t port, const std::string& target, const std::string& headers = "") : http_(port) {
    answer_ = http_.get(target, "Accept: text/event-stream\r\n" + headers);
  }

  const HttpAnswer& answer() const { return answer_; }
  const std::string& last_id() const { return last_id_; }
  // The data of the next event; "" when the stream ends, "-" when nothing comes within `patience`.
  std::string next(milliseconds patience = kPatience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
      std::size_t end;
      while ((end = http_.unread().find("\n\n")) == std::string::npos) {
        const auto left = until - std::chrono::steady_clock::now();
        if (left.count() <= 0) return "-";
        const auto bytes = http_.tcp().receive(std::chrono::ceil<milliseconds>(left));
        if (!bytes) return "-";
        if (bytes->empty()) return "";
        http_.unread() += *bytes;
      }
      const std::string data = take(http_.unread().substr(0, end + 1));
      http_.unread().erase(0, end + 2);
      if (!data.empty()) return data;
    }
  }

 private:
  std::string take(const std::string& block) {
    std::string data;
    for (std::size_t at = 0; at < block.size();) {
      const std::size_t end = block.find('\n', at);
      const std::string line = block.substr(at, end - at);
      if (line.starts_with("id: ")) last_id_ = line.substr(4);
      if (line.starts_with("data: ")) data += line.substr(6);
      at = end + 1;
    }
    return data;
  }

  RawHttp http_;
  HttpAnswer answer_;
  std::string last_id_;
};

TEST(EventStream, W51SendsRecordsWithTheirIds) {
  Served served({}, 2);
  EventSource events(served.port(), "/api/v1/events");
  EXPECT_EQ(events.answer().status, 200);
  EXPECT_EQ(events.answer().header("content-type"), "text/event-stream");
  EXPECT_EQ(events.answer().header("cache-control"), "no-store");
  EXPECT_EQ(events.answer().header("connection"), "close");
  EXPECT_EQ(events.next(), *served.log().read(1));
  EXPECT_EQ(events.last_id(), "1");
  EXPECT_EQ(events.next(), *served.log().read(2));
  served.publish();
  EXPECT_EQ(events.next(), *served.log().read(3));
  EXPECT_EQ(events.last_id(), "3");
}
TEST(EventStream, W51ComesBackWithItsLastId) {
  Served served({}, 5);
  std::string last = "0";
  Sequence expected = 1;
  for (int round = 0; round < 5; ++round) {
    // The browser repeats the URL of the beginning.
    EventSource events(served.port(), "/api/v1/events?after=0", "Last-Event-ID: " + last + "\r\n");
    EXPECT_EQ(events.next(), *served.log().read(expected++));
    if (round % 2 == 0) {
      EXPECT_EQ(events.next(), *served.log().read(expected++));
    }
    last = events.last_id();
    served.publish();
  }
}
TEST(EventStream, HeartbeatsMoveTheLastIdOfWhoFilters) {
  Served::Setup setup;
  setup.live.limits.heartbeat = milliseconds(50);
  Served served(std::move(setup), 3);
  EventSource events(served.port(), "/api/v1/events?subject=task/none");
  EXPECT_EQ(events.next(milliseconds(200)), "-");
  EXPECT_EQ(events.last_id(), "3");
}
TEST(EventStream, RefusesWhatItCannotServe) {
  Served served({}, 3);
  EXPECT_EQ(EventSource(served.port(), "/api/v1/events?after=4").answer().status, 400);
  EXPECT_EQ(EventSource(served.port(), "/api/v1/events?limit=4").answer().status, 400);
  EXPECT_EQ(EventSource(served.port(), "/api/v1/events", "Last-Event-ID: x\r\n").answer().status, 400);
  // Not asked for: the page's business.
  EXPECT_EQ(RawHttp(served.port()).get("/api/v1/events").body, "GET /api/v1/events\n");
}
TEST(EventStream, EndsWhenTheServerStopsAndWhenThePeerGoes) {
  Served served;
  EventSource events(served.port(), "/api/v1/events");
  {
    EventSource going(served.port(), "/api/v1/events");
    EXPECT_TRUE(Served::soon([&] { return served.subscribers() == 2; }));
  }
  EXPECT_TRUE(Served::soon([&] { return served.subscribers() == 1; }));
  auto stopping = std::async(std::launch::async, [&] { return served.stop(); });
  EXPECT_EQ(events.next(), "");
  EXPECT_LT(stopping.get(), milliseconds(5'000));
}
TEST(EventStream, DoesNotListen) {
  Served served;
  TcpClient tcp(served.port());
  tcp.send("GET /api/v1/events HTTP/1.1\r\nHost: localhost:" + std::to_string(served.port()) +
           "\r\nAccept: text/event-stream\r\n\r\n");
  EXPECT_TRUE(Served::soon([&] { return served.subscribers() == 1; }));
  tcp.send(std::string(2'000, 'x'));
  EXPECT_TRUE(tcp.closes());
}

}  // namespace
}  // namespace luuvet::test

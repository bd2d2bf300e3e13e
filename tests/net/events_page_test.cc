#include "server/live/events_page.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/log/memory_event_log.h"
#include "tests/net/live_records.h"
#include "tests/net/raw_http.h"
#include "tests/net/raw_websocket.h"
#include "tests/net/served.h"

namespace luuvet::test {
namespace {

using server::EventsPage;

class EventsPageTest : public testing::Test {
 protected:
  void add(int count, const RecordParts& parts = {}) {
    for (int number = 0; number < count; ++number) append_record(log_, parts);
  }
  // `steps`: how many calls of fill() it took.
  api::Reply page(const std::string& query, const std::string& accept = "", server::FeedAccess access = {},
                  Sequence head = 0) {
    const api::Request request{"GET", "/api/v1/events" + query, {{"Accept", accept}}, {}};
    if (head == 0) head = log_.head();
    auto read = server::read_feed_query(request, server::FeedForm::kPage, kTestLog, log_.head());
    EventsPage page(request, read.value(), {}, std::move(access), head);
    steps_ = 1;
    while (!page.fill(log_, server::Clock::time_point::min())) ++steps_;
    return std::move(page).reply();
  }

  server::MemoryEventLog log_;
  int steps_ = 0;
};

TEST_F(EventsPageTest, W50GivesTheStoredBytes) {
  add(3);
  const api::Reply reply = page("?after=1");
  EXPECT_EQ(reply.bytes(), "[" + *log_.read(2) + ",\n" + *log_.read(3) + "]");
  EXPECT_EQ(reply.header("Content-Type"), "application/cloudevents-batch+json");
  EXPECT_EQ(reply.header("Luuvet-Sequence"), "3");
  EXPECT_FALSE(reply.header("Link"));
}
TEST_F(EventsPageTest, W51GivesLinesWhereTheyAreAskedFor) {
  add(2);
  const api::Reply reply = page("", "application/x-ndjson");
  EXPECT_EQ(reply.bytes(), *log_.read(1) + "\n" + *log_.read(2) + "\n");
  EXPECT_EQ(reply.header("Content-Type"), "application/x-ndjson");
}
TEST_F(EventsPageTest, LeadsToTheNextPage) {
  add(5);
  const api::Reply reply = page("?types=vn.luuvet.task&after=1&limit=2");
  EXPECT_EQ(reply.header("Luuvet-Sequence"), "3");
  EXPECT_EQ(reply.header("Link"), "</api/v1/events?types=vn.luuvet.task&limit=2&after=3>; rel=\"next\"");
}
TEST_F(EventsPageTest, W50AnEmptyPageMeansTheHead) {
  EXPECT_EQ(page("").bytes(), "[]");
  EXPECT_EQ(page("", "application/x-ndjson").bytes(), "");
  add(2'000);
  add(1, {.subject = "task/rare"});
  add(1'000);
  const api::Reply found = page("?subject=task/rare&limit=1");
  EXPECT_EQ(json_value(found.bytes(), "id"), "2001");
  EXPECT_GT(steps_, 4);  // the thread was given back on the way
  const api::Reply empty = page("?subject=task/rare&after=2001");
  EXPECT_EQ(empty.bytes(), "[]");
  EXPECT_EQ(empty.header("Luuvet-Sequence"), "3001");
  EXPECT_FALSE(empty.header("Link"));
}
TEST_F(EventsPageTest, StopsAtThePublishedHead) {
  add(3);
  EXPECT_EQ(page("", "", {}, 2).header("Luuvet-Sequence"), "2");
}
TEST_F(EventsPageTest, LimitsTheBytesOfAPage) {
  add(30, {.data = data_with_open(std::string(200'000, 'y'))});
  const api::Reply reply = page("?limit=1000");
  EXPECT_LT(reply.bytes().size(), EventsPage::kBytesMax + 1'000);
  EXPECT_EQ(reply.header("Luuvet-Sequence"), "20");
  EXPECT_TRUE(reply.header("Link"));
}
TEST_F(EventsPageTest, GivesTheLeafToWhomMayNotSeeMore) {
  add(1, {.data = data_with_open("lời")});
  server::FeedAccess access;
  access.shown = [](const server::Envelope&, std::string_view) { return server::Shown::kLeaf; };
  EXPECT_EQ(page("", "", access).bytes().find("lời"), std::string::npos);
}

boost::asio::awaitable<api::Reply> events(const server::LiveFeed* feed, api::Request request) {
  co_return co_await feed->page(std::move(request));
}
TEST(EventsPageServed, AnswersOverHttp) {
  Served::Setup setup;
  const server::LiveFeed* feed = nullptr;
  setup.http.handler = [&feed](api::Request request) { return events(feed, std::move(request)); };
  Served served(std::move(setup), 5'000);
  feed = &served.live();
  RawHttp http(served.port());
  const HttpAnswer page = http.get("/api/v1/events?after=4998");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.body, "[" + *served.log().read(4'999) + ",\n" + *served.log().read(5'000) + "]");
  EXPECT_EQ(http.get("/api/v1/events?subject=task/none").body, "[]");
  EXPECT_EQ(http.get("/api/v1/events?after=5001").status, 400);
  EXPECT_EQ(http.get("/api/v1/events?log=0000000000000000").status, 409);
}

}  // namespace
}  // namespace luuvet::test

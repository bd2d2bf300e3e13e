#include "server/live/feed_query.h"

#include <gtest/gtest.h>

namespace luuvet::server {
namespace {

constexpr std::string_view kLog = "9f2c41d07ab3e865";
constexpr Sequence kHead = 100;

api::Asked<FeedQuery> read(const std::string& query, FeedForm form = FeedForm::kWebSocket,
                           std::vector<api::Header> headers = {}) {
  return read_feed_query({"GET", "/api/v1/live" + query, std::move(headers), {}}, form, kLog, kHead);
}
api::ProblemType refused(const std::string& query, FeedForm form = FeedForm::kWebSocket,
                         std::vector<api::Header> headers = {}) {
  const auto result = read(query, form, std::move(headers));
  return result ? api::ProblemType::kInternal : result.error().type;
}

TEST(FeedQuery, ReadsPositionAndFilter) {
  const auto query = read(
      "?after=7&log=9f2c41d07ab3e865&types=vn.luuvet.task&types=vn.luuvet.thread&agency=so-khcn&programme=p.1&subject="
      "task/t1");
  ASSERT_TRUE(query);
  EXPECT_EQ(query.value().after, 7U);
  EXPECT_EQ(query.value().terms.types, (std::vector<std::string>{"vn.luuvet.task", "vn.luuvet.thread"}));
  EXPECT_EQ(query.value().terms.agency, "so-khcn");
  EXPECT_EQ(query.value().terms.programme, "p.1");
  EXPECT_EQ(query.value().terms.subject, "task/t1");
  EXPECT_FALSE(read("").value().after);
  EXPECT_EQ(read("?after=0").value().after, 0U);
  EXPECT_EQ(read("?after=100").value().after, 100U);
}
TEST(FeedQuery, W62RefusesPositionsThatAreNot) {
  EXPECT_EQ(refused("?after=101"), api::ProblemType::kBeyondHead);
  EXPECT_EQ(refused("?after=9223372036854775808"), api::ProblemType::kBadQuery);
  EXPECT_EQ(refused("?log=0000000000000000&after=1"), api::ProblemType::kAnotherLog);
  EXPECT_EQ(refused("?log=0000000000000000&after=101"), api::ProblemType::kAnotherLog);
}
TEST(FeedQuery, W20RefusesWhatIsUnknownOrAbsurd) {
  for (const char* query :
       {"?after=-1", "?after=1.5", "?after=", "?after=1&after=2", "?agency=X", "?agency=a.b", "?programme=..",
        "?subject=t1", "?types=task", "?types=vn.luuvet.", "?what=1", "?limit=5", "?after=%zz"})
    EXPECT_EQ(refused(query), api::ProblemType::kBadQuery) << query;
}
TEST(FeedQuery, W21TakesALimitForPagesOnly) {
  EXPECT_EQ(read("?limit=5", FeedForm::kPage).value().limit, 5U);
  EXPECT_EQ(read("", FeedForm::kPage).value().limit, 100U);
  EXPECT_EQ(refused("?limit=0", FeedForm::kPage), api::ProblemType::kBadQuery);
  EXPECT_EQ(refused("?limit=1001", FeedForm::kPage), api::ProblemType::kBadQuery);
  EXPECT_EQ(refused("?limit=5", FeedForm::kEventStream), api::ProblemType::kBadQuery);
}
TEST(FeedQuery, W51TakesLastEventIdForAfter) {
  const std::vector<api::Header> last = {{"Last-Event-ID", "9"}};
  EXPECT_EQ(read("?after=7", FeedForm::kEventStream, last).value().after, 9U);
  EXPECT_EQ(read("?after=7", FeedForm::kPage, last).value().after, 7U);
  EXPECT_EQ(refused("", FeedForm::kEventStream, {{"Last-Event-ID", "x"}}), api::ProblemType::kBadHeader);
  EXPECT_EQ(refused("", FeedForm::kEventStream, {{"Last-Event-ID", "101"}}), api::ProblemType::kBeyondHead);
}

}  // namespace
}  // namespace luuvet::server

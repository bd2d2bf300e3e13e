// What the process tells of requests, line by line.
#include "server/app/process_log.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/json.h"

namespace luuvet::server {
namespace {

constexpr Instant kNow{1'775'804'740'870};

class ProcessLogTest : public testing::Test {
 protected:
  ProcessLog log(LoggedRequests which = LoggedRequests::kAll) {
    return ProcessLog(which, [this](std::string_view line) { lines_.emplace_back(line); });
  }
  static Exchange exchange(int status, std::string_view path = "/api/v1/tasks/da11.ii.i.1.1", int ms = 1) {
    return {"f0-1", "GET", path, status, std::chrono::milliseconds(ms), "demo.so-khcn.head", "192.0.2.7"};
  }

  std::vector<std::string> lines_;
};

TEST_F(ProcessLogTest, W135TellsOfARequestByItsRoute) {
  log().request(exchange(200), kNow);
  ASSERT_EQ(lines_.size(), 1U);
  EXPECT_EQ(lines_[0],
            R"({"time":"2026-04-10T07:05:40.870Z","level":"info","event":"request","request":"f0-1","method":"GET",)"
            R"("route":"/api/v1/{collection}/{id}","status":200,"ms":1.000,"account":"demo.so-khcn.head",)"
            R"("address":"192.0.2.7"})");
}

TEST_F(ProcessLogTest, W135NeverTellsAPath) {
  ProcessLog told = log();
  told.request({"f0-1", "POST", "/api/v1/invitations/TOP-SECRET", 410, {}, "", "192.0.2.7"}, kNow);
  told.request({"f0-2", "GET", "/no/TOP-SECRET", 200, {}, "", ""}, kNow);
  told.request({"f0-3", "TOP-SECRET\r\n", "TOP-SECRET", 400, {}, "", ""}, kNow);
  ASSERT_EQ(lines_.size(), 3U);
  for (const std::string& line : lines_) EXPECT_EQ(line.find("TOP-SECRET"), std::string::npos) << line;
  EXPECT_NE(lines_[0].find(R"("route":"/api/v1/invitations/{secret}")"), std::string::npos) << lines_[0];
  EXPECT_NE(lines_[1].find(R"("route":"client")"), std::string::npos);
  EXPECT_NE(lines_[2].find(R"("method":null,"route":null)"), std::string::npos);
}

TEST_F(ProcessLogTest, TellsOfFailuresAndOfWhatWasSlowUnlessAllIsAsked) {
  ProcessLog told = log(LoggedRequests::kErrors);
  told.request(exchange(200), kNow);
  told.request(exchange(304), kNow);
  told.request(exchange(101, "/api/v1/live", 60'000), kNow);
  EXPECT_TRUE(lines_.empty());
  told.request(exchange(404), kNow);
  told.request(exchange(503), kNow);
  told.request(exchange(200, "/api/v1/tasks", 1'500), kNow);
  ASSERT_EQ(lines_.size(), 3U);
  EXPECT_NE(lines_[0].find(R"("level":"warn")"), std::string::npos);
  EXPECT_NE(lines_[1].find(R"("level":"error")"), std::string::npos);
  EXPECT_NE(lines_[2].find(R"("ms":1500.000)"), std::string::npos);
}

TEST_F(ProcessLogTest, LeavesOutWhatComesTooFastAndSaysHowMuch) {
  ProcessLog told = log();
  for (unsigned number = 0; number < ProcessLog::kRequestsASecondMax + 7; ++number) told.request(exchange(400), kNow);
  EXPECT_EQ(lines_.size(), ProcessLog::kRequestsASecondMax);
  told.request(exchange(400), Instant{kNow.ms + 1'000});
  ASSERT_EQ(lines_.size(), ProcessLog::kRequestsASecondMax + 2);
  EXPECT_NE(lines_[ProcessLog::kRequestsASecondMax].find("7 more requests"), std::string::npos);
}

TEST_F(ProcessLogTest, EveryLineIsOneJsonObject) {
  ProcessLog told = log();
  told.note(ProcessLog::Level::kError, "fault", "two\nlines \"quoted\" \x01", kNow);
  told.request({"f0-1", "GET", "/api/v1/tasks", 200, {}, "a\"b", "::1\n"}, kNow);
  for (const std::string& line : lines_) {
    EXPECT_EQ(line.find('\n'), std::string::npos);
    simdjson::dom::parser parser;
    EXPECT_FALSE(parser.parse(line).error()) << line;
  }
}

}  // namespace
}  // namespace luuvet::server

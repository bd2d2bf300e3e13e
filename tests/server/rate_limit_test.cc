// How much one account and one address may ask, and what answers say of it.
#include "server/app/rate_limits.h"

#include <fstream>

#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

using server::RateLimits;
using server::RateLimitSettings;
using Kind = RateLimits::Kind;

constexpr Instant kNow{1'775'804'740'870};

Instant after(std::int64_t ms) {
  return {kNow.ms + ms};
}

int allowed(RateLimits& limits, Kind kind, const std::string& who, int requests, Instant now = kNow) {
  int count = 0;
  for (int at = 0; at < requests; ++at) count += limits.count(kind, who, now).retry_after.count() == 0;
  return count;
}

RateLimitSettings small() {
  return {.reads = {10, 60}, .commands = {5, 60}, .address = {3, 60}};
}

TEST(RateLimits, GiveABurstAndThenWhatGrowsBack) {
  RateLimits limits(small());
  EXPECT_EQ(allowed(limits, Kind::kRead, "an", 100), 10);
  EXPECT_EQ(allowed(limits, Kind::kRead, "an", 100, after(2'000)), 2);
  EXPECT_EQ(allowed(limits, Kind::kRead, "an", 100, after(600'000)), 10);
}

TEST(RateLimits, CountAccountsReadsCommandsAndAddressesApart) {
  RateLimits limits(small());
  allowed(limits, Kind::kRead, "an", 100);
  EXPECT_EQ(allowed(limits, Kind::kRead, "binh", 100), 10);
  EXPECT_EQ(allowed(limits, Kind::kCommand, "an", 100), 5);
  EXPECT_EQ(allowed(limits, Kind::kAddress, "2001:db8::1", 2), 2);
  EXPECT_EQ(allowed(limits, Kind::kAddress, "2001:db8::2", 100), 1);
}

TEST(RateLimits, SayHowMuchIsLeft) {
  RateLimits limits(small());
  allowed(limits, Kind::kCommand, "an", 3);
  const auto verdict = limits.count(Kind::kCommand, "an", kNow);
  ASSERT_EQ(verdict.headers.size(), 2U);
  EXPECT_EQ(verdict.headers[0].name, "RateLimit-Policy");
  EXPECT_EQ(verdict.headers[0].value, R"("commands";q=5;w=5)");
  EXPECT_EQ(verdict.headers[1].value, R"("commands";r=1;t=4)");
}

TEST(RateLimits, ForgetWhoOwesTheLeastWhenTheirTableIsFull) {
  RateLimitSettings settings = small();
  settings.entries_max = 100;
  RateLimits limits(settings);
  allowed(limits, Kind::kAddress, "192.0.2.7", 3);
  for (int number = 0; number < 10'000; ++number)
    limits.count(Kind::kAddress, "10.0." + std::to_string(number / 250) + "." + std::to_string(number % 250), kNow);
  EXPECT_LE(limits.entries(), 100U);
  EXPECT_EQ(allowed(limits, Kind::kAddress, "192.0.2.7", 1), 0);
}

class Limited : public RunningServer {
 protected:
  void limit(const std::string& json) {
    ASSERT_EQ(server_->stop(), 0);
    file_ = folder_.path() / "limits.json";
    std::ofstream(file_) << json;
    start({"--rate-limits", file_.string()});
  }
  HttpHeaders as(const std::string& role) const { return {{"Authorization", bearer_of(port(), kLead, role)}}; }

  std::filesystem::path file_;
};

constexpr const char* kTight =
    R"({"reads":{"burst":4,"per_minute":1},"commands":{"burst":2,"per_minute":1},"address":{"burst":3,"per_minute":1}})";

TEST_F(Limited, W130AnAccountIsCountedWhereverItComesFrom) {
  limit(kTight);
  for (int left = 3; left >= 0; --left) {
    const HttpReply reply = get("/api/v1/me", as("head"));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("ratelimit-policy"), R"("reads";q=4;w=240)");
    EXPECT_EQ(reply.header("ratelimit").value_or("").substr(0, 11), R"("reads";r=)" + std::to_string(left));
  }
  const HttpReply beyond = get("/api/v1/me", as("head"));
  expect_problem(beyond, {429, "too-many-requests"});
  EXPECT_EQ(beyond.header("retry-after"), "60");
  EXPECT_TRUE(beyond.header("ratelimit"));
  expect_problem(get("/api/v1/events?limit=1", as("head")), {429, "too-many-requests"});
  EXPECT_EQ(get("/api/v1/events?limit=1", as("officer")).header("ratelimit").value_or("").substr(0, 11),
            R"("reads";r=3)");
  const std::string comment = std::string(kTaskPath) + "/comment";
  for (const int status : {200, 200, 429})
    EXPECT_EQ(post(comment, R"({"text":"a"})", as("head")).status, status) << "commands are counted apart";
}

TEST_F(Limited, W130WhoHasNotSignedInIsCountedByAddress) {
  limit(kTight);
  const HttpHeaders nobody = {{"Authorization", ""}};
  expect_problem(get("/api/v1/tasks", nobody), {401, "signed-out"});
  expect_problem(get("/api/v1/no-such-thing", nobody), {404, "not-found"});
  EXPECT_EQ(get("/api/v1/demo-accounts", nobody).status, 200);
  expect_problem(post("/api/v1/session", R"({"demo":"viewer"})", nobody), {429, "too-many-requests"});
  RawHttp live(port());
  EXPECT_EQ(live.get("/api/v1/events", "Accept: text/event-stream\r\n").status, 429);
  EXPECT_EQ(get("/api/v1/me", as("head")).status, 200) << "others behind that address go on";
  EXPECT_EQ(get("/healthz", nobody).status, 200);
}

TEST_F(Limited, W130AFileThatIsWrongIsRefused) {
  ASSERT_EQ(server_->stop(), 0);
  for (const char* wrong : {"", "{", R"({"reads":{"burst":0}})", R"({"read":{"burst":1}})", R"({"reads":7})",
                            R"({"reads":{"per_minute":60001}})"}) {
    std::ofstream(folder_.path() / "wrong.json") << wrong;
    setting_.more = {"--rate-limits", (folder_.path() / "wrong.json").string()};
    EXPECT_NE(refused_serve(setting_).exit_code, 0) << wrong;
  }
  setting_.more = {"--rate-limits", "no-such-file"};
  EXPECT_NE(refused_serve(setting_).exit_code, 0);
}

}  // namespace
}  // namespace luuvet::test

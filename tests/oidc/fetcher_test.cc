#include "server/oidc/fetcher.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/oidc/issuer.h"

namespace luuvet::server {
namespace {

using test::Issuer;
using test::json_answer;

class FetcherTest : public ::testing::Test {
 protected:
  std::variant<Fetched, FetchFailure> get(const std::string& path, FetchLimits limits = {}) {
    return Fetcher({}, stopping_, limits).fetch({issuer_.address() + path, {}, {}});
  }
  bool fails(const std::string& path, FetchLimits limits = {}) {
    return std::holds_alternative<FetchFailure>(get(path, limits));
  }

  Issuer issuer_;
  std::atomic<bool> stopping_ = false;
};

TEST_F(FetcherTest, GetsAndPosts) {
  issuer_.answers("/echo", [](const api::Request& request) {
    return json_answer(
        201, request.method + ' ' + request.body + ' ' + std::string(request.header("Authorization").value_or("-")));
  });
  Fetcher fetcher({}, stopping_);
  const auto got = std::get<Fetched>(fetcher.fetch({issuer_.address() + "/echo", {}, {}}));
  EXPECT_EQ(got.status, 201);
  EXPECT_EQ(got.body, "GET  -");
  const auto posted = std::get<Fetched>(fetcher.fetch({issuer_.address() + "/echo", "a=b&c=%00", "Bearer x"}));
  EXPECT_EQ(posted.body, "POST a=b&c=%00 Bearer x");
  EXPECT_EQ(issuer_.last("/echo")->header("Content-Type"), "application/x-www-form-urlencoded");
}

TEST_F(FetcherTest, FollowsNoRedirect) {
  issuer_.answers("/away", [this](const api::Request&) {
    api::Reply reply = json_answer(302, "");
    reply.headers.push_back({"Location", issuer_.address() + "/there"});
    return reply;
  });
  EXPECT_EQ(std::get<Fetched>(get("/away")).status, 302);
  EXPECT_EQ(issuer_.asked("/there"), 0U);
}

TEST_F(FetcherTest, EndsWhatIsTooLarge) {
  issuer_.answers("/large", 200, std::string(FetchLimits{}.body_bytes + 1, ' '));
  issuer_.answers("/just", 200, std::string(FetchLimits{}.body_bytes, ' '));
  EXPECT_EQ(std::get<FetchFailure>(get("/large")).reason, "the answer is too large");
  EXPECT_FALSE(fails("/just"));
}

TEST_F(FetcherTest, EndsWhatTakesTooLong) {
  issuer_.answers("/slow", [](const api::Request&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    return json_answer(200, "{}");
  });
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_TRUE(fails("/slow", {.total = std::chrono::milliseconds(100)}));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(450));
}

TEST_F(FetcherTest, EndsSoonWhenTheServerStops) {
  issuer_.answers("/slow", [this](const api::Request&) {
    stopping_ = true;
    std::this_thread::sleep_for(std::chrono::seconds(4));
    return json_answer(200, "{}");
  });
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_TRUE(fails("/slow"));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(3'500));
}

TEST_F(FetcherTest, SaysThatNobodyIsThere) {
  EXPECT_TRUE(std::holds_alternative<FetchFailure>(Fetcher({}, stopping_).fetch({"http://127.0.0.1:1/", {}, {}})));
}

TEST_F(FetcherTest, AsksNothingThatIsNotSafe) {
  Fetcher fetcher({}, stopping_);
  for (const char* url : {"http://example.com/", "file:///etc/hostname", "ftp://localhost/", ""})
    EXPECT_TRUE(std::holds_alternative<FetchFailure>(fetcher.fetch({url, {}, {}}))) << url;
}

}  // namespace
}  // namespace luuvet::server

// A server that is killed while people sign in: what the access log had written is there, and what it lost is the last
// second's.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/demo_people.h"
#include "tests/support/http_client.h"
#include "tests/support/json.h"
#include "tests/support/server_process.h"

namespace luuvet::test {
namespace {

constexpr std::size_t kPeople = 3;
constexpr unsigned kRounds = 4;
const std::string kSignIns = "/api/v1/access-log?limit=1000&types=vn.luuvet.access.signed-in";

class AccessCrash : public ::testing::Test {
 protected:
  AccessCrash() : setting_{.data = folder_.path() / "data", .state = folder_.path() / "state"} {
    setting_.seeds = seeds_folder();
    server_ = std::make_unique<ServerProcess>(setting_);
    setting_.seeds.reset();
  }

  void start() {
    server_.reset();
    server_ = std::make_unique<ServerProcess>(setting_);
  }
  // Sign-ins that the access log shows, on all pages.
  std::size_t shown() {
    HttpClient client(server_->port());
    const HttpHeaders reader = {{"Authorization", bearer_of(server_->port(), "vp-ubnd-tinh", "administrator")}};
    std::size_t count = 0;
    for (std::string before;;) {
      const HttpReply reply = client.get(kSignIns + (before.empty() ? "" : "&before=" + before), reader);
      EXPECT_EQ(reply.status, 200) << reply.body;
      const Json page(reply.body);
      count += page["items"].get_array().size();
      std::string_view next;
      before = page["next"].get(next) == simdjson::SUCCESS ? std::string(next) : std::string();
      if (before.empty()) return count;
    }
  }
  // Three people sign in again and again; answers that came count.
  void sign_in_until_killed();

  TempDir folder_;
  ServerSetting setting_;
  std::unique_ptr<ServerProcess> server_;
  std::atomic<std::size_t> answered_ = 0;
  std::size_t written_ = 0;  // seen in the log before the kill
};

void sign_in_until(std::uint16_t port, const std::atomic<bool>& stop, std::atomic<std::size_t>& answered) {
  HttpClient client(port);
  try {
    while (!stop)
      if (client.post("/api/v1/session", R"({"demo":"so-khcn.officer"})", {{"Authorization", ""}}).status == 200)
        ++answered;
  } catch (const HttpBroken&) {
    // Killed.
  }
}

void AccessCrash::sign_in_until_killed() {
  std::atomic<bool> stop = false;
  std::vector<std::thread> people;
  for (std::size_t i = 0; i < kPeople; ++i)
    people.emplace_back([&, port = server_->port()] { sign_in_until(port, stop, answered_); });
  std::this_thread::sleep_for(std::chrono::milliseconds(2'500));
  written_ = shown();
  server_->kill();
  stop = true;
  for (std::thread& one : people) one.join();
}

TEST_F(AccessCrash, W169OpensWithAllThatWasWritten) {
  for (unsigned round = 1; round <= kRounds && !HasFailure(); ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    sign_in_until_killed();
    const Ended check = run_luuvet({"check", "--data", setting_.data.string(), "--state", setting_.state.string()});
    EXPECT_EQ(check.exit_code, 0) << check.output << check.errors;
    start();
    const std::size_t kept = shown();
    EXPECT_GE(kept, written_) << "what was shown is there";
    EXPECT_LE(kept, answered_ + round * kPeople) << "nothing is there that was not";
    EXPECT_GT(kept, 0U);
  }
}

}  // namespace
}  // namespace luuvet::test

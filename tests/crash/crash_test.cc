// A server that is killed while eight officers write: what it promised is there, what it did not promise is there once
// or not at all.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/crash/log_copy.h"
#include "tests/crash/writer.h"
#include "tests/support/json.h"
#include "tests/support/server_process.h"

namespace luuvet::test {
namespace {

constexpr std::size_t kWriters = 8;
constexpr const char* kViews[] = {"/api/v1/tasks?limit=1000&status_date=2026-07-01",
                                  "/api/v1/assignments?limit=1000&status_date=2026-07-01",
                                  "/api/v1/documents?limit=1000"};

unsigned number_from_environment(const char* name, unsigned otherwise) {
  const char* text = std::getenv(name);
  return text != nullptr && *text != '\0' ? static_cast<unsigned>(std::stoul(text)) : otherwise;
}

std::string items_of(HttpClient& client, const std::string& target) {
  const HttpReply reply = client.get(target);
  EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
  const Json json(reply.body);
  return simdjson::minify(json["items"].value());
}

class Crash : public ::testing::Test {
 protected:
  Crash() : setting_{.data = folder_.path() / "data", .state = folder_.path() / "state", .rate_limits = false} {}

  // One round: load, kill, check of the folders, restart, and everything that was asked compared with what is there.
  void crash_once(unsigned round);
  void start();
  std::vector<std::unique_ptr<Writer>> write_until_killed(unsigned round);
  void check_folders();
  void expect_promises_kept(const Writer& writer);
  void expect_repeat_books_once(const Attempt& attempt);
  void expect_views_equal_replay();

  TempDir folder_;
  ServerSetting setting_;
  std::unique_ptr<ServerProcess> server_;
  LogCopy log_;
  std::mt19937 random_;
};

void Crash::start() {
  server_.reset();
  server_ = std::make_unique<ServerProcess>(setting_);
}

std::vector<std::unique_ptr<Writer>> Crash::write_until_killed(unsigned round) {
  HttpClient client(server_->port());
  const std::vector<OwnTask> tasks = own_tasks(client, kWriters);
  std::vector<std::unique_ptr<Writer>> writers;
  for (std::size_t i = 0; i < kWriters; ++i)
    writers.push_back(std::make_unique<Writer>(tasks[i], "r" + std::to_string(round) + "-w" + std::to_string(i)));
  std::atomic<bool> stop = false;
  std::vector<std::thread> threads;
  for (const auto& writer : writers)
    threads.emplace_back([&stop, writer = writer.get(), port = server_->port()] { writer->write_until(port, stop); });
  std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<>(20, 400)(random_)));
  server_->kill();
  stop = true;
  for (std::thread& thread : threads) thread.join();
  return writers;
}

void Crash::check_folders() {
  const Ended check = run_luuvet({"check", "--data", setting_.data.string(), "--state", setting_.state.string()});
  EXPECT_EQ(check.exit_code, 0) << check.output << check.errors;
}

void Crash::expect_repeat_books_once(const Attempt& attempt) {
  HttpClient client(server_->port());
  const Sequence before = log_.find(attempt.text);
  const HttpReply reply = client.post(attempt.request.target, attempt.request.body, attempt.request.headers);
  ASSERT_EQ(reply.status, 200) << attempt.text << ": " << reply.body;
  log_.read_on(client);
  ASSERT_NE(log_.find(attempt.text), 0u) << attempt.text;
  EXPECT_EQ(log_.find(attempt.text), sequence_of(reply)) << attempt.text;
  if (before != 0) {
    EXPECT_EQ(sequence_of(reply), before) << attempt.text;
  }
}

// What was not promised is asked again, and so is one promise.
void Crash::expect_promises_kept(const Writer& writer) {
  EXPECT_FALSE(writer.surprise()) << *writer.surprise();
  const Attempt* promised = nullptr;
  for (const Attempt& attempt : writer.attempts()) {
    if (!attempt.acknowledged) {
      expect_repeat_books_once(attempt);
    } else {
      ASSERT_EQ(log_.find(attempt.text), *attempt.acknowledged) << "promised, but lost or moved: " << attempt.text;
      promised = &attempt;
    }
  }
  if (promised != nullptr) expect_repeat_books_once(*promised);
}

void Crash::expect_views_equal_replay() {
  HttpClient client(server_->port());
  for (const std::string view : kViews)
    EXPECT_EQ(items_of(client, view), items_of(client, view + "&as_of=" + std::to_string(log_.head()))) << view;
}

void Crash::crash_once(unsigned round) {
  SCOPED_TRACE("round " + std::to_string(round));
  const auto writers = write_until_killed(round);
  check_folders();
  start();
  HttpClient client(server_->port());
  ASSERT_NO_THROW(log_.read_on(client));
  for (const auto& writer : writers) expect_promises_kept(*writer);
  expect_views_equal_replay();
}

TEST_F(Crash, KeepsEveryPromiseThroughKill9) {
  const unsigned seed = number_from_environment("LUUVET_SEED", std::random_device()());
  const unsigned rounds = number_from_environment("LUUVET_LONG", 20);
  RecordProperty("seed", std::to_string(seed));
  SCOPED_TRACE("LUUVET_SEED=" + std::to_string(seed));
  random_.seed(seed);
  setting_.seeds = seeds_folder();
  start();
  setting_.seeds.reset();
  for (unsigned round = 1; round <= rounds && !HasFailure(); ++round) crash_once(round);

  HttpClient client(server_->port());
  const std::string before = items_of(client, kViews[0]);
  EXPECT_EQ(server_->stop(), 0) << server_->errors();
  start();
  HttpClient again(server_->port());
  EXPECT_EQ(items_of(again, kViews[0]), before);
  std::printf("%u kills, %llu records, seed %u\n", rounds, static_cast<unsigned long long>(log_.head()), seed);
}

}  // namespace
}  // namespace luuvet::test

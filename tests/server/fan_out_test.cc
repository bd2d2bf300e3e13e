// Tasks given to three hundred bodies each, which then all report at once while others read the board.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <thread>

#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kUnits = 300;
constexpr std::size_t kTasks = 3;
constexpr std::size_t kSenders = 24;

std::string unit(std::size_t number) {
  return "xa-so-" + std::to_string(number);
}

// The five plans, in a province whose communes are all registered.
fs::path seeds_with_communes(const fs::path& folder) {
  fs::copy(seeds_folder(), folder, fs::copy_options::recursive);
  std::ofstream agencies(folder / "agencies.jsonl", std::ios::app);
  for (std::size_t i = 0; i < kUnits; ++i)
    agencies << R"({"id":")" << unit(i) << R"(","name":"UBND xã số )" << i
             << R"(","aliases":[],"kind":"commune","province":"lao-cai"})" << '\n';
  return folder;
}

class FanOut : public ::testing::Test {
 protected:
  FanOut()
      : server_({.data = folder_.path() / "data",
                 .state = folder_.path() / "state",
                 .seeds = seeds_with_communes(folder_.path() / "seeds"),
                 .rate_limits = false}),
        client_(server_.port()) {}

  HttpHeaders as(const std::string& agency, const std::string& role) const {
    return {{"Authorization", bearer_of(server_.port(), agency, role)}, {"Luuvet-Acting-For", agency}};
  }
  std::string body_of(const std::string& target) {
    const HttpReply reply = client_.get(target);
    EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
    return reply.body;
  }

  // Tasks that wait for a decision who works on them.
  std::vector<std::string> undecided() {
    const Json list(body_of("/api/v1/tasks?lead=undecided&programme=lao-cai-de-an-11&limit=" + std::to_string(kTasks)));
    std::vector<std::string> ids;
    for (const auto task : list["items"].get_array()) ids.emplace_back(task["id"].get_string().value());
    return ids;
  }

  HttpReply fan_out(const std::vector<std::string>& tasks) {
    std::string units, items;
    for (std::size_t i = 0; i < kUnits; ++i) units += (i ? ",\"" : "\"") + unit(i) + "\"";
    const std::uint64_t head = number_of(body_of("/api/v1/tasks?limit=1"), "sequence");
    for (const std::string& task : tasks)
      items += std::string(items.empty() ? "" : ",") + R"({"subject":"task/)" + task + R"(","based_on":)" +
               std::to_string(head) + "}";
    return client_.post("/api/v1/acts/assign", R"({"mode":"each","units":[)" + units + R"(],"items":[)" + items + "]}",
                        as("so-khcn", "standing-agency"));
  }

  // Each unit reports once on each task.
  void all_report(const std::vector<std::string>& tasks, std::atomic<std::size_t>& accepted) {
    std::vector<std::thread> senders;
    for (std::size_t sender = 0; sender < kSenders; ++sender)
      senders.emplace_back([&, sender] {
        HttpClient client(server_.port());
        for (std::size_t i = sender; i < kUnits; i += kSenders)
          for (const std::string& task : tasks) {
            HttpHeaders headers = as(unit(i), "head");
            headers.emplace_back("Luuvet-Based-On", std::to_string(from_));
            const HttpReply reply = client.post("/api/v1/tasks/" + task + "/report-progress",
                                                R"({"percent":50,"result":"Đã triển khai"})", headers);
            EXPECT_EQ(reply.status, 200) << reply.body;
            accepted += reply.status == 200 ? 1 : 0;
          }
      });
    for (std::thread& sender : senders) sender.join();
  }

  TempDir folder_;
  ServerProcess server_;
  HttpClient client_;
  std::uint64_t from_ = 0;
};

TEST_F(FanOut, F01ThreeHundredUnitsReportAtOnceWhileTheBoardIsRead) {
  const std::vector<std::string> tasks = undecided();
  ASSERT_EQ(tasks.size(), kTasks);
  const HttpReply given = fan_out(tasks);
  ASSERT_EQ(given.status, 200) << given.body;
  from_ = sequence_of(given);

  std::atomic<std::size_t> accepted = 0;
  std::atomic<bool> done = false;
  std::vector<double> reads;
  std::thread reader([&] {
    HttpClient client(server_.port());
    while (!done) {
      const auto begun = std::chrono::steady_clock::now();
      EXPECT_EQ(client.get("/api/v1/tasks?programme=lao-cai-de-an-11").status, 200);
      reads.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    }
  });
  const auto begun = std::chrono::steady_clock::now();
  all_report(tasks, accepted);
  const std::chrono::duration<double> span = std::chrono::steady_clock::now() - begun;
  done = true;
  reader.join();

  EXPECT_EQ(accepted, kUnits * kTasks);
  for (const std::string& task : tasks) {
    const Json row(body_of("/api/v1/tasks/" + task));
    EXPECT_EQ(row["assignments"]["total"].get_uint64().value(), kUnits);
    EXPECT_EQ(row["assignments"]["in_progress"].get_uint64().value(), kUnits);
    EXPECT_EQ(number_of(body_of("/api/v1/assignments?status=in-progress&task=" + task), "total"), kUnits);
  }
  std::sort(reads.begin(), reads.end());
  ASSERT_FALSE(reads.empty());
  std::printf("%zu reports in %.1f s; the board was read %zu times meanwhile, in %.1f ms at the median, %.1f at most\n",
              accepted.load(), span.count(), reads.size(), reads[reads.size() / 2], reads.back());
}

}  // namespace
}  // namespace luuvet::test

// A hundred and fifty agencies submit their figures at once, with returns and corrections: every count adds up, and the
// past stays as it was.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <thread>

#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kAgencies = 150;
constexpr std::size_t kSenders = 24;
constexpr std::size_t kEveryReturned = 5;
constexpr const char* kIndicatorPath = "/api/v1/indicators/bcd26.i.1";
constexpr const char* kPeriod = "2026-q1";

std::string agency(std::size_t number) {
  return "xa-so-" + std::to_string(number);
}

fs::path seeds_with_communes(const fs::path& folder) {
  fs::copy(seeds_folder(), folder, fs::copy_options::recursive);
  std::ofstream agencies(folder / "agencies.jsonl", std::ios::app);
  for (std::size_t i = 0; i < kAgencies; ++i)
    agencies << R"({"id":")" << agency(i) << R"(","name":"UBND xã số )" << i
             << R"(","aliases":[],"kind":"commune","province":"lao-cai"})" << '\n';
  return folder;
}

class SubmissionsAtOnce : public ::testing::Test {
 protected:
  SubmissionsAtOnce()
      : server_({.data = folder_.path() / "data",
                 .state = folder_.path() / "state",
                 .seeds = seeds_with_communes(folder_.path() / "seeds"),
                 .rate_limits = false}),
        client_(server_.port()) {}

  HttpHeaders as(const std::string& who, const std::string& role) const {
    return {{"Authorization", bearer_of(server_.port(), who, role)}, {"Luuvet-Acting-For", who}};
  }
  std::string body_of(const std::string& target) {
    const HttpReply reply = client_.get(target);
    EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
    return reply.body;
  }
  std::uint64_t head() { return number_of(body_of("/api/v1/tasks?limit=1"), "sequence"); }

  void define() {
    std::string submitters;
    for (std::size_t i = 0; i < kAgencies; ++i) submitters += (i ? ",\"" : "\"") + agency(i) + "\"";
    HttpHeaders headers = as("so-khcn", "standing-agency");
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    const HttpReply reply = client_.post(
        std::string(kIndicatorPath) + "/define",
        R"({"valid_from":"2026-01-01","document":"lao-cai-bcd-2026","unit":"%","direction":"higher","counting":"at-date",)"
        R"("tier":"required","frequency":"quarter","combine":"rate","tracking_agencies":["so-khcn"],"submitters":[)" +
            submitters + "]}",
        headers);
    ASSERT_EQ(reply.status, 200) << reply.body;
  }

  // One command on an agency's figure, based on what it last saw of it.
  void on_figure(HttpClient& client, std::size_t number, const std::string& name, const std::string& body,
                 HttpHeaders headers, std::uint64_t& seen) const {
    if (seen) headers.emplace_back("Luuvet-Based-On", std::to_string(seen));
    const HttpReply reply =
        client.post("/api/v1/submissions/bcd26.i.1." + agency(number) + "." + kPeriod + "/" + name, body, headers);
    EXPECT_EQ(reply.status, 200) << name << ": " << reply.body;
    if (reply.status == 200) seen = sequence_of(reply);
  }

  static std::string fraction(std::size_t numerator) {
    return R"({"kind":"actual","numerator":)" + std::to_string(numerator) + R"(,"denominator":10,"submit":true})";
  }

  // Entered by an officer, approved by the head; every fifth is wrong at first, returned and corrected.
  void submit(HttpClient& client, std::size_t number) const {
    std::uint64_t seen = 0;
    const bool wrong = number % kEveryReturned == 0;
    const std::string who = agency(number);
    on_figure(client, number, "enter", fraction(wrong ? 10 : number % 10), as(who, "officer"), seen);
    on_figure(client, number, "approve", R"({"kind":"actual"})", as(who, "head"), seen);
    if (!wrong) return;
    on_figure(client, number, "return", R"({"kind":"actual","reason":"Sai tử số"})", as("so-khcn", "head"), seen);
    on_figure(client, number, "enter", fraction(number % 10), as(who, "head"), seen);
  }

  TempDir folder_;
  ServerProcess server_;
  HttpClient client_;
};

TEST_F(SubmissionsAtOnce, X15EveryCountAddsUpAndThePastStays) {
  define();
  const auto begun = std::chrono::steady_clock::now();
  std::vector<std::thread> senders;
  for (std::size_t sender = 0; sender < kSenders; ++sender)
    senders.emplace_back([this, sender] {
      HttpClient client(server_.port());
      for (std::size_t i = sender; i < kAgencies; i += kSenders) submit(client, i);
    });
  for (std::thread& sender : senders) sender.join();
  const std::chrono::duration<double> span = std::chrono::steady_clock::now() - begun;

  std::int64_t numerators = 0;
  for (std::size_t i = 0; i < kAgencies; ++i) numerators += static_cast<std::int64_t>(i % 10);
  const Json list(body_of(std::string("/api/v1/submissions?indicator=bcd26.i.1&period=") + kPeriod));
  EXPECT_EQ(list["total"].get_uint64().value(), kAgencies);
  EXPECT_EQ(list["counts"]["approved"].get_uint64().value(), kAgencies);
  const Json series(body_of(std::string(kIndicatorPath) + "/series"));
  EXPECT_EQ(series["points"].at(0)["numerator"].get_int64().value(), numerators);
  EXPECT_EQ(series["points"].at(0)["denominator"].get_int64().value(), static_cast<std::int64_t>(10 * kAgencies));
  EXPECT_EQ(series["points"].at(0)["reported"].get_uint64().value(), kAgencies);
  const std::string complete = std::string("/api/v1/submission-completeness?period=") + kPeriod;
  EXPECT_EQ(Json(body_of(complete))["totals"]["approved"].get_uint64().value(), kAgencies);

  const std::string then = std::to_string(head());
  const std::string past = body_of(std::string(kIndicatorPath) + "/series?as_of=" + then);
  std::uint64_t seen = head();
  on_figure(client_, 1, "return", R"({"kind":"actual","reason":"Xem lại"})", as("so-khcn", "head"), seen);
  EXPECT_EQ(body_of(std::string(kIndicatorPath) + "/series?as_of=" + then), past);
  EXPECT_EQ(Json(body_of(complete))["totals"]["approved"].get_uint64().value(), kAgencies - 1);
  std::printf("%zu agencies in %.1f s\n", kAgencies, span.count());
}

}  // namespace
}  // namespace luuvet::test

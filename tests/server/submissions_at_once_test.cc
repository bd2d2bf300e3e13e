// A hundred and fifty agencies submit their figures at once: on one day they enter, on the next some are returned and
// corrected, then all are verified and some restated. Every count adds up on each, and each day reads as it was then.
#include <gtest/gtest.h>

#include <array>
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
constexpr std::size_t kEveryRestated = 7;
constexpr std::size_t kDays = 3;
constexpr const char* kIndicatorPath = "/api/v1/indicators/bcd26.i.1";
constexpr const char* kSeries = "/api/v1/indicators/bcd26.i.1/series";
constexpr const char* kPeriod = "2026-q1";
constexpr const char* kFiguresOfPeriod = "/api/v1/submissions?indicator=bcd26.i.1&period=2026-q1";
constexpr const char* kCompleteness = "/api/v1/submission-completeness?period=2026-q1";

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

  static bool is_wrong(std::size_t number) { return number % kEveryReturned == 0; }
  static bool is_restated(std::size_t number) { return number % kEveryRestated == 0; }
  // What counts after the day.
  static std::size_t numerator(std::size_t number, std::size_t day) {
    if (day == 0 && is_wrong(number)) return 10;
    return number % 10 + (day == 2 && is_restated(number) ? 1 : 0);
  }

  void enter(HttpClient& client, std::size_t number) {
    const std::string who = agency(number);
    on_figure(client, number, "enter", fraction(numerator(number, 0)), as(who, "officer"), seen_[number]);
    on_figure(client, number, "approve", R"({"kind":"actual"})", as(who, "head"), seen_[number]);
  }
  void correct(HttpClient& client, std::size_t number) {
    if (!is_wrong(number)) return;
    on_figure(client, number, "return", R"({"kind":"actual","reason":"Sai tử số"})", as("so-khcn", "head"),
              seen_[number]);
    on_figure(client, number, "enter", fraction(numerator(number, 1)), as(agency(number), "head"), seen_[number]);
  }
  void verify(HttpClient& client, std::size_t number) {
    on_figure(client, number, "verify", R"({"kind":"actual"})", as("so-khcn", "head"), seen_[number]);
    if (!is_restated(number)) return;
    const std::string body = R"({"kind":"actual","numerator":)" + std::to_string(numerator(number, 2)) +
                             R"(,"denominator":10,"reason":"Sót một thôn"})";
    on_figure(client, number, "restate", body, as(agency(number), "head"), seen_[number]);
  }

  // All agencies, each by one sender.
  void all_at_once(void (SubmissionsAtOnce::*work)(HttpClient&, std::size_t)) {
    std::vector<std::thread> senders;
    for (std::size_t sender = 0; sender < kSenders; ++sender)
      senders.emplace_back([this, work, sender] {
        HttpClient client(server_.port());
        for (std::size_t i = sender; i < kAgencies; i += kSenders) (this->*work)(client, i);
      });
    for (std::thread& sender : senders) sender.join();
  }

  void work_of(std::size_t day) {
    constexpr std::array kWork = {&SubmissionsAtOnce::enter, &SubmissionsAtOnce::correct, &SubmissionsAtOnce::verify};
    all_at_once(kWork.at(day));
  }

  static std::string on(std::string_view target, const std::string& as_of) {
    const char* separator = target.find('?') == target.npos ? "?" : "&";
    return std::string(target) + (as_of.empty() ? "" : separator + ("as_of=" + as_of));
  }
  // Every count of the day; `as_of`: empty for now.
  void expect_day(std::size_t day, const std::string& as_of) {
    SCOPED_TRACE("day " + std::to_string(day) + " as of " + (as_of.empty() ? "now" : as_of));
    std::int64_t numerators = 0;
    std::size_t restated = 0;
    for (std::size_t i = 0; i < kAgencies; ++i) {
      numerators += static_cast<std::int64_t>(numerator(i, day));
      restated += day == 2 && is_restated(i) ? 1 : 0;
    }
    const Json list(body_of(on(kFiguresOfPeriod, as_of)));
    EXPECT_EQ(list["total"].get_uint64().value(), kAgencies);
    EXPECT_EQ(list["counts"]["verified"].get_uint64().value(), day == 2 ? kAgencies - restated : 0);
    EXPECT_EQ(list["counts"]["approved"].get_uint64().value(), day == 2 ? restated : kAgencies);
    const Json series(body_of(on(kSeries, as_of)));
    const auto whole = series["points"].at(0);
    EXPECT_EQ(whole["numerator"].get_int64().value(), numerators);
    EXPECT_EQ(whole["denominator"].get_int64().value(), static_cast<std::int64_t>(10 * kAgencies));
    EXPECT_EQ(whole["reported"].get_uint64().value(), kAgencies);
    EXPECT_EQ(series["restatements"].get_array().value().size(), restated);
    const Json complete(body_of(on(kCompleteness, as_of)));
    EXPECT_EQ(complete["totals"]["approved"].get_uint64().value(), kAgencies);
  }

  TempDir folder_;
  ServerProcess server_;
  HttpClient client_;
  std::array<std::uint64_t, kAgencies> seen_{};  // each written by its own sender
};

TEST_F(SubmissionsAtOnce, X15EveryCountAddsUpAndEachDayReadsAsItWas) {
  define();
  const auto begun = std::chrono::steady_clock::now();
  std::vector<std::string> ends;       // the last record of each day
  std::vector<std::string> as_it_was;  // what its series said then
  for (std::size_t day = 0; day < kDays; ++day) {
    work_of(day);
    expect_day(day, "");
    ends.push_back(std::to_string(head()));
    as_it_was.push_back(body_of(on(kSeries, ends.back())));
  }
  const std::chrono::duration<double> span = std::chrono::steady_clock::now() - begun;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    expect_day(i, ends[i]);
    EXPECT_EQ(body_of(on(kSeries, ends[i])), as_it_was[i]);
  }
  std::printf("%zu agencies, three days in %.1f s\n", kAgencies, span.count());
}

}  // namespace
}  // namespace luuvet::test

// A hundred and fifty communes at work on three days: every count equals the test's own, who listens hears each event
// once and in order, and each moment reads later as it read then, also one in the midst of it.
#include <array>
#include <cstdio>
#include <thread>

#include "tests/net/raw_websocket.h"
#include "tests/server/communes_at_work.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kReadingsOfADay = 8;  // in the midst of it
constexpr const char* kList = "/api/v1/indicators?programme=lao-cai-bcd-2026&limit=1000";
constexpr const char* kFigures = "/api/v1/submissions?indicator=bcd26.i.1&period=2026-q1&limit=1000";
constexpr const char* kSeries = "/api/v1/indicators/bcd26.i.1/series";
constexpr const char* kCompleteness = "/api/v1/submission-completeness?period=2026-q1";
const std::string kTracking = "so-khcn";
constexpr std::array kRead = {kList, kFigures, kSeries, kCompleteness};

std::string at(std::string_view target, const std::string& as_of) {
  return std::string(target) + (target.find('?') == target.npos ? "?" : "&") + "as_of=" + as_of;
}

// What was answered, and as of when it must be so again.
struct Reading {
  std::string target;
  std::string as_of;
  std::string body;
};

class SubmissionsAtOnce : public CommunesAtWork {
 protected:
  HttpReply get(const std::string& target, const HttpHeaders& headers = {}) {
    HttpReply reply = HttpClient(server_.port()).get(target, headers);
    EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
    return reply;
  }
  std::uint64_t total(const std::string& target) { return number_of(get(target).body, "total"); }
  Sequence head() { return number_of(get("/api/v1/programmes?limit=1").body, "sequence"); }

  // Every record from `first` on, once and in order, until `last` is known and has come.
  void listen(Sequence first, const std::atomic<Sequence>& last) {
    RawWebSocket live(server_.port(), "/api/v1/live?after=" + std::to_string(first - 1),
                      "Authorization: " + bearer_of(server_.port(), "thanh-tra-tinh", "inspector") + "\r\n");
    ASSERT_EQ(live.answer().status, 101);
    int silences = 0;
    for (Sequence expected = first; last == 0 || expected <= last;) {
      const auto frame = live.receive(200ms);
      if (!frame && last != 0 && ++silences == 50) FAIL() << "nothing came where " << expected << " was due";
      if (!frame || !is_record(*frame)) continue;
      ASSERT_EQ(json_value(frame->payload, "id"), std::to_string(expected++));
      ++heard_[json_value(frame->payload, "type")];
    }
  }

  void read_meanwhile(const std::atomic<bool>& over) {
    for (std::size_t i = 0; i < kReadingsOfADay && !over; ++i) {
      const char* target = kRead.at(i % kRead.size());
      const HttpReply reply = get(target);
      readings_.push_back({target, std::string(reply.header("luuvet-sequence").value_or("")), reply.body});
      std::this_thread::sleep_for(20ms);
    }
  }

  // As of the last record, and as of its time.
  void read_evening() {
    const std::string last = std::to_string(head());
    const std::string record =
        get("/api/v1/events?after=" + std::to_string(head() - 1), {{"Accept", "application/x-ndjson"}}).body;
    for (const auto& target : std::vector<std::string>{kList, kFigures, kSeries, kCompleteness, kQueue + kTracking})
      for (const std::string& moment : {last, json_value(record, "time")})
        readings_.push_back({target, moment, get(target).body});
  }

  // The server itself opens the next day.
  void sleep() {
    const Sequence evening = head();
    clock_.pass(std::chrono::days(1));
    for (int tries = 0; head() == evening && tries < 200; ++tries) std::this_thread::sleep_for(50ms);
    EXPECT_EQ(head(), evening + 1);
  }

  void expect_completeness() {
    const Json found(get(kCompleteness).body);
    const auto totals = found["totals"];
    EXPECT_EQ(totals["due"].get_uint64().value(), kCommunes);
    EXPECT_EQ(totals["entered"].get_uint64().value(), kCommunes - books_.count(Standing::kNone));
    EXPECT_EQ(totals["approved"].get_uint64().value(), books_.counting());
    EXPECT_EQ(totals["verified"].get_uint64().value(), books_.count(Standing::kVerified));
    EXPECT_EQ(totals["returned"].get_uint64().value(), books_.count(Standing::kReturned));
  }

  void expect_figures() {
    const Json found(get(kFigures).body);
    EXPECT_EQ(found["total"].get_uint64().value(), kCommunes - books_.count(Standing::kNone));
    for (const auto& [name, standing] : {std::pair("draft", Standing::kDraft),
                                         {"submitted", Standing::kSubmitted},
                                         {"approved", Standing::kApproved},
                                         {"verified", Standing::kVerified},
                                         {"returned", Standing::kReturned}})
      EXPECT_EQ(found["counts"][name].get_uint64().value(), books_.count(standing)) << name;
    for (const char* of : {"so-khcn", "thong-ke-tinh"})
      EXPECT_EQ(total(kQueue + std::string(of)), books_.count(Standing::kApproved)) << of;
  }

  void expect_sums(simdjson::dom::element figure) {
    EXPECT_EQ(figure["numerator"].get_int64().value(), books_.numerators());
    EXPECT_EQ(figure["denominator"].get_int64().value(), kOf * static_cast<std::int64_t>(books_.counting()));
    EXPECT_EQ(figure["reported"].get_uint64().value(), books_.counting());
  }
  void expect_whole() {
    const Json series(get(kSeries).body);
    expect_sums(series["points"].at(0));
    EXPECT_EQ(series["restatements"].get_array().value().size(), books_.events()["restated"]);
    const Json list(get(kList).body);
    for (const auto row : list["items"].get_array())
      if (row["id"].get_string().value() == kIndicator) expect_sums(row["latest"]);
  }

  void live_through(std::size_t day) {
    SCOPED_TRACE("day " + std::to_string(day));
    if (day != 0) sleep();
    work_of(day, [this](const std::atomic<bool>& over) { read_meanwhile(over); });
    expect_completeness();
    expect_figures();
    expect_whole();
    read_evening();
  }

  void expect_heard(Sequence first, Sequence last) {
    Sequence records = kDays - 1;
    EXPECT_EQ(heard_["vn.luuvet.calendar.day-opened.v1"], kDays - 1);
    for (const auto& [kind, count] : books_.events()) {
      EXPECT_EQ(heard_["vn.luuvet.submission." + kind + ".v1"], count) << kind;
      records += count;
    }
    EXPECT_EQ(last - first + 1, records);
  }

  std::vector<Reading> readings_;  // by who reads meanwhile, and by the test's thread when nobody does
  std::map<std::string, std::uint64_t> heard_;
};

TEST_F(SubmissionsAtOnce, X15EveryCountAddsUpAndEachDayReadsAsItWas) {
  define();
  const Sequence first = head() + 1;
  std::atomic<Sequence> last = 0;
  std::thread listener([&] { listen(first, last); });
  const auto begun = std::chrono::steady_clock::now();
  for (std::size_t day = 0; day < kDays; ++day) live_through(day);
  const std::chrono::duration<double> span = std::chrono::steady_clock::now() - begun;
  last = head();
  listener.join();
  expect_heard(first, last);
  for (const Reading& reading : readings_)
    EXPECT_EQ(get(at(reading.target, reading.as_of)).body, reading.body)
        << reading.target << " as of " << reading.as_of;
  std::printf("%zu communes, %llu records on three days in %.1f s; %zu readings as of then\n", kCommunes,
              static_cast<unsigned long long>(last - first + 1), span.count(), readings_.size());
}

}  // namespace
}  // namespace luuvet::test

// The live feed as a subscriber sees it.
//   bench_feed --port P --what push --run NAME [--seconds 3] [--rate 200]    from before a commit is sent until the
//   subscriber has its record bench_feed --port P --what catch-up                                      one subscriber
//   from the first record to the head bench_feed --port P --what replay --seconds S                            the same
//   again and again for so long, as a load
#include <atomic>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/bench/measure.h"
#include "tests/support/demo_people.h"
#include "tests/support/websocket_client.h"
#include "tests/support/work.h"

namespace luuvet::bench {
namespace {

constexpr std::string_view kControl = R"("type":"vn.luuvet.live.)";
constexpr std::string_view kCaughtUp = R"("type":"vn.luuvet.live.caught-up)";
constexpr std::string_view kMark = "@@";
constexpr std::size_t kHead = 256;  // `type` stands in the first bytes of every frame

bool is_control(std::string_view frame) {
  return frame.substr(0, kHead).find(kControl) != std::string_view::npos;
}
bool is_caught_up(std::string_view frame) {
  return frame.substr(0, kHead).find(kCaughtUp) != std::string_view::npos;
}

// The sequence of a record: `id` is its second member.
std::uint64_t sequence_of(std::string_view record) {
  constexpr std::string_view kId = R"("id":")";
  const auto at = record.substr(0, kHead).find(kId);
  return at == std::string_view::npos ? 0 : std::strtoull(record.data() + at + kId.size(), nullptr, 10);
}

// When the record of each numbered commit came.
std::vector<Clock::time_point> receive_numbered(test::WebSocketClient& feed, std::size_t count) {
  std::vector<Clock::time_point> times(count);
  for (std::size_t left = count; left > 0;) {
    const std::string_view frame = feed.receive();
    const auto now = Clock::now();
    const auto mark = frame.find(kMark);
    if (mark == std::string_view::npos) continue;
    times.at(std::strtoul(frame.data() + mark + kMark.size(), nullptr, 10)) = now;
    --left;
  }
  return times;
}

// Commits at an even rate; when each was sent.
std::vector<Clock::time_point> send_numbered(std::uint16_t port, const std::string& run, std::size_t count,
                                             double rate) {
  test::HttpClient http(port);
  const std::vector<test::OwnTask> tasks = test::own_tasks(http, 1);
  std::vector<Clock::time_point> times(count);
  const auto begin = Clock::now();
  for (std::size_t i = 0; i < count; ++i) {
    std::this_thread::sleep_until(begin +
                                  std::chrono::duration_cast<Clock::duration>(Seconds(static_cast<double>(i) / rate)));
    const std::string number = std::to_string(i);
    const test::WorkRequest request =
        test::comment(tasks[i % tasks.size()], run + "-" + number, std::string(kMark) + number + " xin ý kiến");
    times[i] = Clock::now();
    const test::HttpReply reply = http.post(request.target, request.body, request.headers);
    if (reply.status != 200) throw std::runtime_error(reply.body);
  }
  return times;
}

void measure_push(std::uint16_t port, const std::string& run, Seconds span, double rate) {
  const auto count = static_cast<std::size_t>(span.count() * rate);
  test::WebSocketClient feed(port, "/api/v1/live");
  while (!is_caught_up(feed.receive())) {
  }
  std::vector<Clock::time_point> received;
  std::thread subscriber([&] { received = receive_numbered(feed, count); });
  const std::vector<Clock::time_point> sent = send_numbered(port, run, count, rate);
  subscriber.join();
  Latencies latencies;
  for (std::size_t i = 0; i < count; ++i) latencies.add(received[i] - sent[i]);
  print_rate(static_cast<double>(count), span.count(), latencies);
}

// From the first record to the head, each once and in order; how many.
std::uint64_t catch_up(std::uint16_t port) {
  test::WebSocketClient feed(port, "/api/v1/live?after=0");
  for (std::uint64_t records = 0;;) {
    const std::string_view frame = feed.receive();
    if (is_caught_up(frame)) return records;
    if (is_control(frame)) continue;
    if (sequence_of(frame) != ++records)
      throw std::runtime_error("lost, doubled or out of order: " + std::string(frame));
  }
}

void measure_catch_up(std::uint16_t port) {
  const auto begin = Clock::now();
  const auto records = static_cast<double>(catch_up(port));
  const double seconds = seconds_since(begin);
  print_result({{"per_s", records / seconds}, {"records", records}, {"seconds", seconds}});
}

void replay_for(std::uint16_t port, Seconds span) {
  double records = 0;
  const auto begin = Clock::now();
  while (Clock::now() - begin < span) records += static_cast<double>(catch_up(port));
  print_result({{"per_s", records / seconds_since(begin)}, {"records", records}});
}

}  // namespace
}  // namespace luuvet::bench

int main(int count, char** words) {
  using namespace luuvet::bench;
  const Options options(count, words);
  const auto port = static_cast<std::uint16_t>(options.number("port", 8080));
  if (const std::string data = options.text("data"); !data.empty()) luuvet::test::know_demo_people(port, data);
  const std::string what = options.text("what");
  if (what == "push")
    measure_push(port, options.text("run", "push"), options.seconds(3),
                 static_cast<double>(options.number("rate", 200)));
  else if (what == "catch-up")
    measure_catch_up(port);
  else
    replay_for(port, options.seconds(3));
}

// As many people as a province has at the end of a month, each in a session of work of its own: pairs of two work on
// one record at once, on different fields of it, from what they saw in the beginning.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPairs = 75;  // 150 people

std::chrono::seconds seconds_of(const char* variable, long otherwise) {
  const char* text = std::getenv(variable);
  return std::chrono::seconds(text != nullptr ? std::stol(text) : otherwise);
}

// By how much the line through the samples rises from the first to the last, samples being evenly apart.
double rise(const std::vector<double>& samples) {
  const double n = static_cast<double>(samples.size()), middle = (n - 1) / 2;
  double above = 0, below = 0, x = 0;
  for (const double sample : samples) {
    above += (x - middle) * sample;
    below += (x - middle) * (x - middle);
    ++x;
  }
  return above / below * (n - 1);
}

class ManyEditors : public RunningServer {
 protected:
  ManyEditors() : RunningServer(/*rate_limits=*/false) {}

  struct Told {
    std::mutex mutex;
    std::map<std::string, Sequence> texts;  // what was acknowledged, and as which event
    std::vector<std::string> refusals;

    void keep(const std::string& text, const HttpReply& reply) {
      const std::lock_guard lock(mutex);
      if (reply.status != 200) return refusals.push_back(std::to_string(reply.status) + " " + reply.body);
      texts[text] = sequence_of(reply);
    }
  };

  // The officer reports; the head asks for more time, from what stood there in the beginning, and comments: neither
  // touches what the other does.
  void edit(const OwnTask& task, bool officer, const std::string& name, std::chrono::steady_clock::time_point until,
            std::chrono::milliseconds pause, Told& told) {
    HttpClient client(port());
    OwnTask own = task;
    for (std::size_t number = 0; std::chrono::steady_clock::now() < until; ++number) {
      const std::string text = name + " lần " + std::to_string(number);
      const std::string key = name + "-" + std::to_string(number);
      WorkRequest request = officer ? progress_report(own, key, text, static_cast<unsigned>(number % 100))
                            : number == 0 && is_dated(task) ? extension(task, key, text)
                                                            : comment(own, key, text);
      request.headers.emplace_back("Authorization", bearer_of(port(), task.agency, officer ? "officer" : "head"));
      const HttpReply reply = client.post(request.target, request.body, request.headers);
      told.keep(text, reply);
      if (officer && reply.status == 200) own.based_on = sequence_of(reply);
      std::this_thread::sleep_for(pause);
    }
  }

  // 150 people from now on; `meanwhile` runs beside them.
  void all_edit(const std::vector<OwnTask>& tasks, const std::string& round, std::chrono::seconds span,
                std::chrono::milliseconds pause, Told& told, const std::function<void()>& meanwhile) {
    const auto until = std::chrono::steady_clock::now() + span;
    std::vector<std::thread> people;
    for (std::size_t i = 0; i < kPairs; ++i)
      for (const bool officer : {true, false})
        people.emplace_back([&, i, officer] {
          edit(tasks[i], officer, round + (officer ? "-cv-" : "-ld-") + std::to_string(i), until, pause, told);
        });
    meanwhile();
    for (std::thread& person : people) person.join();
    client_ = std::make_unique<HttpClient>(port());  // the other has been idle for longer than the server keeps it
  }

  // The first that each of them writes in a round rests on what stands there now.
  void look_again(std::vector<OwnTask>& tasks) {
    for (OwnTask& task : tasks) task.based_on = head();
  }

  // The first report moves the status, which whoever asks for more time rests on.
  Sequence begin_work(const OwnTask& task) {
    const WorkRequest request = progress_report(task, "first-" + task.id, "Bắt đầu", 1);
    const HttpReply reply = post(request.target, request.body, request.headers);
    EXPECT_EQ(reply.status, 200) << reply.body;
    return sequence_of(reply);
  }

  // Only what has a day on which it is due can be extended.
  void look_for_days(const std::vector<OwnTask>& tasks) {
    for (const OwnTask& task : tasks)
      if (!Json(get("/api/v1/tasks/" + task.id).body)["deadline"]["due"].is_null()) dated_.insert(task.id);
  }
  bool is_dated(const OwnTask& task) const { return dated_.contains(task.id); }

  // Rests on what was there before the officer's first report.
  static WorkRequest extension(const OwnTask& task, const std::string& key, const std::string& reason) {
    WorkRequest request = progress_report(task, key, "", 0);
    request.target = "/api/v1/tasks/" + task.id + "/ask-extension";
    request.body = R"({"due":"2031-12-31","reason":)" + json_string(reason) + "}";
    return request;
  }

  std::set<std::string> dated_;

  std::size_t rss_kib() const {
    std::ifstream status("/proc/" + std::to_string(server_->id()) + "/status");
    for (std::string line; std::getline(status, line);)
      if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
    return 0;
  }

  // Every acknowledged text stands in the log once, as the event that was promised.
  void expect_all_kept(const Told& told, Sequence from) {
    std::map<std::string, Sequence> found;
    for (Sequence after = from, last = head(); after < last;) {
      const std::string page =
          get("/api/v1/events?limit=1000&after=" + std::to_string(after), {{"Accept", "application/x-ndjson"}}).body;
      for (std::size_t begin = 0, end; (end = page.find('\n', begin)) != std::string::npos; begin = end + 1) {
        const Json record(std::string_view(page).substr(begin, end - begin));
        after = std::stoull(std::string(record["id"].get_string().value()));
        std::string_view text;
        for (const char* member : {"text", "result", "reason"}) {
          if (record["data"]["open"][member].get(text) != simdjson::SUCCESS) continue;
          EXPECT_TRUE(found.emplace(text, after).second) << text;
        }
      }
    }
    EXPECT_EQ(found, told.texts);
  }
};

TEST_F(ManyEditors, W31LoseNothingAndAreNeverRefusedForWhatTheOtherDoes) {
  std::vector<OwnTask> tasks = own_tasks(*client_, kPairs);
  tasks.resize(kPairs);
  for (OwnTask& task : tasks) task.based_on = begin_work(task);
  look_for_days(tasks);
  ASSERT_FALSE(dated_.empty());
  const Sequence from = head();
  Told told;
  const auto span = seconds_of("LUUVET_LONG", 4);
  all_edit(tasks, "nhanh", span, 20ms, told, [] {});

  EXPECT_TRUE(told.refusals.empty()) << told.refusals.size() << " refusals, the first: " << told.refusals.front();
  EXPECT_EQ(head() - from, told.texts.size());
  expect_all_kept(told, from);
  std::printf("%zu people, %zu changes in %lld s, %zu KiB resident\n", 2 * kPairs, told.texts.size(),
              static_cast<long long>(span.count()), rss_kib());

  // Now as people write, one change each in five seconds: the server is warm, and its memory stays where it is.
  const auto pace = seconds_of("LUUVET_PACE", 0);
  if (pace == 0s) return;
  dated_.clear();  // each asked for more time already
  look_again(tasks);
  std::vector<double> samples;
  all_edit(tasks, "thong-tha", pace, 5s, told, [&] {
    std::this_thread::sleep_for(pace / 5);
    for (const auto until = std::chrono::steady_clock::now() + pace * 4 / 5; std::chrono::steady_clock::now() < until;
         std::this_thread::sleep_for(1s))
      samples.push_back(static_cast<double>(rss_kib()));
  });
  EXPECT_TRUE(told.refusals.empty()) << told.refusals.size() << " refusals, the first: " << told.refusals.front();
  const double rise_in_ten_minutes = rise(samples) / (static_cast<double>(pace.count()) * 4 / 5) * 600;
  std::printf("at an office's pace %.0f KiB resident, rising by %.0f KiB in ten minutes\n", samples.back(),
              rise_in_ten_minutes);
  EXPECT_LT(rise_in_ten_minutes, 1024.0);
}

}  // namespace
}  // namespace luuvet::test

// Many who change few tasks at once: no update is lost, and who listens hears each change once.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "tests/net/raw_websocket.h"
#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kClients = 16;
constexpr std::size_t kChangesEach = 25;
constexpr std::size_t kTasks = 3;

struct Landed {
  Sequence sequence = 0;
  Clock::time_point sent;
};

class ManyClients : public RunningServer {
 protected:
  ManyClients() : RunningServer(/*rate_limits=*/false) {}

  // Reports until all its changes have landed; a 412 is looked at and sent again on what is so now.
  std::vector<Landed> work(std::size_t number, const std::vector<OwnTask>& tasks) {
    HttpClient client(port());
    std::vector<Landed> landed;
    OwnTask task = tasks[number % kTasks];
    while (landed.size() < kChangesEach) {
      const std::string text = "người " + std::to_string(number) + " lần " + std::to_string(landed.size());
      const WorkRequest request =
          progress_report(task, "k-" + std::to_string(number) + "-" + std::to_string(tries_++), text, 50);
      const auto sent = Clock::now();
      const HttpReply reply = client.post(request.target, request.body, request.headers);
      if (reply.status == 412) {
        task.based_on = number_of(reply.body, "current");
        continue;
      }
      if (reply.status != 200) return ADD_FAILURE() << reply.status << reply.body, landed;
      landed.push_back({sequence_of(reply), sent});
    }
    return landed;
  }

  std::vector<Landed> all_work(const std::vector<OwnTask>& tasks) {
    std::vector<Landed> all;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kClients; ++i)
      threads.emplace_back([&, i] {
        const auto landed = work(i, tasks);
        const std::lock_guard lock(mutex);
        all.insert(all.end(), landed.begin(), landed.end());
      });
    for (std::thread& thread : threads) thread.join();
    return all;
  }

  std::atomic<std::size_t> tries_ = 0;
};

// What a subscriber gets until it has `last`, and when.
struct Heard {
  std::vector<Sequence> sequences;
  std::map<Sequence, Clock::time_point> when;

  void listen_until(RawWebSocket& socket, const std::atomic<Sequence>& last) {
    for (;;) {
      const auto frame = socket.receive(std::chrono::milliseconds(200));
      if (!frame) {
        if (last != 0 && !sequences.empty() && sequences.back() >= last) return;
        if (last != 0 && patience_-- == 0) return;
        continue;
      }
      if (frame->payload.find("\"vn.luuvet.live.") != std::string::npos) continue;
      const Sequence sequence = std::stoull(json_value(frame->payload, "id"));
      sequences.push_back(sequence);
      when[sequence] = Clock::now();
      if (last != 0 && sequence >= last) return;
    }
  }

 private:
  int patience_ = 50;
};

TEST_F(ManyClients, W31LoseNoUpdateAndW60EachIsHeardOnce) {
  const std::vector<OwnTask> tasks = own_tasks(*client_, kTasks);
  const Sequence before = head();
  RawWebSocket socket(port(), "/api/v1/live?after=" + std::to_string(before), inspector());
  ASSERT_EQ(socket.answer().status, 101);
  std::atomic<Sequence> last = 0;
  Heard heard;
  std::thread listener([&] { heard.listen_until(socket, last); });

  const std::vector<Landed> landed = all_work(tasks);
  last = head();
  listener.join();

  // Every 200 is an event of its own, and there is no other.
  std::set<Sequence> sequences;
  for (const Landed& one : landed) sequences.insert(one.sequence);
  EXPECT_EQ(landed.size(), kClients * kChangesEach);
  EXPECT_EQ(sequences.size(), landed.size());
  EXPECT_EQ(last - before, landed.size());
  EXPECT_EQ(*sequences.begin(), before + 1);

  // Versions of each stream have no gaps.
  std::size_t versions = 0;
  for (const OwnTask& task : std::vector<OwnTask>(tasks.begin(), tasks.begin() + kTasks))
    versions +=
        number_of(get("/api/v1/tasks/" + task.id + "/history?limit=1&types=vn.luuvet.assignment").body, "total");
  EXPECT_EQ(versions, landed.size());

  std::vector<Sequence> expected;
  for (Sequence sequence = before + 1; sequence <= last; ++sequence) expected.push_back(sequence);
  EXPECT_EQ(heard.sequences, expected);

  std::vector<double> waited;
  for (const Landed& one : landed)
    waited.push_back(std::chrono::duration<double, std::milli>(heard.when[one.sequence] - one.sent).count());
  std::sort(waited.begin(), waited.end());
  std::printf(
      "%zu clients, %zu changes, %zu tries: from POST sent to frame received p50 %.1f ms, p95 %.1f ms, max %.1f ms\n",
      kClients, landed.size(), tries_.load(), waited[waited.size() / 2], waited[waited.size() * 95 / 100],
      waited.back());
}

TEST_F(ManyClients, W35TheSameKeyAtOnceIsOneChange) {
  const std::vector<OwnTask> tasks = own_tasks(*client_, 1);
  const Sequence before = head();
  const WorkRequest request = comment(tasks[0], "one", "Một lần");
  std::vector<std::thread> threads;
  std::mutex mutex;
  std::set<Sequence> sequences;
  for (std::size_t i = 0; i < kClients; ++i)
    threads.emplace_back([&] {
      HttpClient client(port());
      const HttpReply reply = client.post(request.target, request.body, request.headers);
      EXPECT_EQ(reply.status, 200) << reply.body;
      const std::lock_guard lock(mutex);
      sequences.insert(sequence_of(reply));
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(sequences, std::set<Sequence>{before + 1});
  EXPECT_EQ(head(), before + 1);
}

TEST_F(ManyClients, W30OfManyWithTheSameEtagOneWins) {
  const Sequence seen = sequence_of_item(kTaskPath);
  std::atomic<int> won = 0, stale = 0;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kClients; ++i)
    threads.emplace_back([&] {
      HttpClient client(port());
      const int status = client
                             .post(std::string(kTaskPath) + "/report-progress", R"({"percent":30})",
                                   {{"Luuvet-Acting-For", kLead}, {"If-Match", quoted(seen)}})
                             .status;
      ++(status == 200 ? won : status == 412 ? stale : won);
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(won, 1);
  EXPECT_EQ(stale, static_cast<int>(kClients) - 1);
}

}  // namespace
}  // namespace luuvet::test

// Completeness: whoever comes back with its last id sees every record once, however often and whenever it went.
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>

#include "tests/net/raw_websocket.h"
#include "tests/net/served.h"

namespace luuvet::test {
namespace {

using std::chrono::milliseconds;

constexpr Sequence kRecords = 2'000;
constexpr Sequence kBefore = 700;  // in the log before anybody subscribes
constexpr int kSubscribers = 200;
constexpr unsigned kSeed = 20'260'410;

// Follows the log from 0 to kRecords over as many connections as chance gives; returns what was wrong, or "".
std::string come_and_go(std::uint16_t port, unsigned seed) {
  std::mt19937 random(seed);
  Sequence last = 0;
  while (last < kRecords) {
    RawWebSocket live(port, "/api/v1/live?log=" + std::string(kTestLog) + "&after=" + std::to_string(last), {},
                      random() % 4 == 0 ? 4'096 : 0);
    if (live.answer().status != 101) return "refused with " + std::to_string(live.answer().status);
    for (auto left = random() % 800; left > 0 && last < kRecords; --left) {
      const auto frame = live.receive();
      if (!frame) return "ended after " + std::to_string(last);
      if (!is_record(*frame)) continue;
      const std::string id = json_value(frame->payload, "id");
      if (id != std::to_string(last + 1)) return id + " after " + std::to_string(last);
      ++last;
    }
    if (random() % 2 == 0) live.send(Opcode::kClose, "");  // else it just goes
  }
  return "";
}

TEST(LiveResume, W67TwoHundredThatComeAndGoSeeEveryRecordOnce) {
  Served served({}, kBefore);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> subscribers;
  for (int number = 0; number < kSubscribers; ++number) {
    subscribers.emplace_back([&, number] {
      const std::string fault = come_and_go(served.port(), kSeed + static_cast<unsigned>(number));
      if (fault.empty()) return;
      ++wrong;
      ADD_FAILURE() << "seed " << kSeed + static_cast<unsigned>(number) << ": " << fault;
    });
  }
  for (Sequence sequence = kBefore; sequence < kRecords; ++sequence) {
    served.publish({.data = "{\"x\":\"" + std::string(sequence % 700, 'y') + "\"}"});
    if (sequence % 16 == 0) std::this_thread::sleep_for(milliseconds(2));
  }
  for (std::thread& subscriber : subscribers) subscriber.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_TRUE(Served::soon([&] { return served.subscribers() == 0 && served.connections() == 0; }));
}
TEST(LiveResume, W67CatchesUpFromTheBeginningWhileRecordsCome) {
  Served served({}, 20'000);
  std::thread publisher([&] {
    for (int number = 0; number < 2'000; ++number) served.publish();
  });
  RawWebSocket live(served.port(), "/api/v1/live?after=0");
  Sequence last = 0;
  int caught_up = 0;
  while (last < 22'000) {
    const auto frame = live.receive();
    if (!frame) break;
    if (!is_record(*frame))
      caught_up += json_value(frame->payload, "type") == "vn.luuvet.live.caught-up.v1";
    else if (json_value(frame->payload, "id") == std::to_string(last + 1))
      ++last;
    else
      break;
  }
  publisher.join();
  EXPECT_EQ(last, 22'000U);
  EXPECT_LE(caught_up, 1);
}
// One that reads nothing: the others get everything, and of its backlog the server keeps no more than the buffer.
TEST(LiveResume, W65OneThatDoesNotReadCostsNobodyAnythingAndMissesNothing) {
  Served::Setup setup;
  setup.live.limits.socket_bytes = 8 * 1'024;
  Served served(std::move(setup));
  RawWebSocket stuck(served.port(), "/api/v1/live?after=0", {}, 4'096);
  RawWebSocket quick(served.port(), "/api/v1/live?after=0");
  for (int number = 0; number < 4'000; ++number)
    served.publish({.data = "{\"x\":\"" + std::string(3'000, 'y') + "\"}"});
  EXPECT_EQ(follow(quick, 1, 4'000), "");
  EXPECT_EQ(follow(stuck, 1, 4'000), "");  // 12 MiB that nobody kept for it but the log
}

}  // namespace
}  // namespace luuvet::test

// kill -9 at any moment: nothing that was acknowledged is lost, nothing is half there.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

#include "server/log/check.h"
#include "server/log/rocks_event_log.h"
#include "server/log/state_dir.h"
#include "tests/log/records.h"

namespace luuvet::server {
namespace {

using testing::TemporaryFolder;

class Appender {
 public:
  Appender(const std::filesystem::path& folder, int seed) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      close(ends[0]);
      close(ends[1]);
      execl(LOG_APPENDER, LOG_APPENDER, folder.c_str(), std::to_string(seed).c_str(), nullptr);
      _exit(127);
    }
    close(ends[1]);
    acknowledged_ = ends[0];
  }
  ~Appender() {
    if (process_ > 0) kill();
  }

  bool wait_for_acknowledgement() { return read_one(); }

  // Kills the process; the last head that it acknowledged, 0 for none.
  Sequence kill() {
    ::kill(process_, SIGKILL);
    while (read_one()) {
    }
    waitpid(process_, nullptr, 0);
    close(acknowledged_);
    process_ = -1;
    return last_;
  }

 private:
  bool read_one() { return read(acknowledged_, &last_, sizeof last_) == static_cast<ssize_t>(sizeof last_); }

  pid_t process_ = -1;
  int acknowledged_ = -1;
  Sequence last_ = 0;
};

void check_after_crash(const std::filesystem::path& folder, Sequence acknowledged) {
  const RocksEventLog log(folder / "log");
  EXPECT_GE(log.head(), acknowledged);
  const OpenedState state = open_state(folder / "state", "test", log, log, MissingGuard::kRefuse);
  const GuardPosition& guard = state.guard.position();
  const CheckReport report = check_log(log.store(), std::vector<KnownRoot>{{guard.sequence, guard.root, "the guard"}});
  EXPECT_EQ(report.wrong, std::nullopt);
  EXPECT_EQ(report.records, log.head());
}

TEST(Crash, KillingTheWriterLosesNothingThatItAcknowledged) {
  const TemporaryFolder folder;
  std::minstd_rand random(20261122);
  Sequence last = 0;
  for (int round = 0; round < 10; ++round) {
    Appender appender(folder.path(), round);
    ASSERT_TRUE(appender.wait_for_acknowledgement());
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 120));
    const Sequence acknowledged = appender.kill();
    EXPECT_GT(acknowledged, last);
    last = acknowledged;
    check_after_crash(folder.path(), acknowledged);
  }
}

TEST(Crash, KillingItWhileItOpensIsNoHarm) {
  const TemporaryFolder folder;
  for (int round = 0; round < 15; ++round) {
    Appender appender(folder.path(), round);
    std::this_thread::sleep_for(std::chrono::milliseconds(3 * round));
    const Sequence acknowledged = appender.kill();
    check_after_crash(folder.path(), acknowledged);
  }
}

}  // namespace
}  // namespace luuvet::server

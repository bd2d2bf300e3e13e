#include "server/files/child_process.h"

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace luuvet::test {
namespace {

using server::ChildLimits;
using server::ChildOutcome;
using server::run_child;
using std::chrono::milliseconds;

ChildOutcome shell(const std::string& script, const ChildLimits& limits = {}) {
  const TempDir folder;
  return run_child("sh", {"-c", script}, folder.path(), limits);
}

TEST(ChildProcess, GivesOutputAndExitCode) {
  const ChildOutcome outcome = shell("echo \"$TZ $LC_ALL\"; pwd; exit 3");
  EXPECT_EQ(outcome.end, ChildOutcome::End::kExited);
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_TRUE(outcome.output.starts_with("UTC C.UTF-8\n/")) << outcome.output;
}
TEST(ChildProcess, AProgramThatIsNotThere) {
  const TempDir folder;
  EXPECT_EQ(run_child("luuvet-no-such-program", {}, folder.path(), {}).exit_code, 127);
}
TEST(ChildProcess, Time) {
  ChildLimits limits;
  limits.time = milliseconds(200);
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(shell("sleep 30 & sleep 30", limits).end, ChildOutcome::End::kTimedOut);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
}
TEST(ChildProcess, Memory) {
  ChildLimits limits;
  limits.memory_bytes = 64 << 20;
  EXPECT_NE(shell("head -c 200000000 /dev/zero | sort -S 150M > /dev/null", limits).exit_code, 0);
}
TEST(ChildProcess, Output) {
  ChildLimits limits;
  limits.output_bytes = 1'000;
  EXPECT_EQ(shell("yes", limits).end, ChildOutcome::End::kTooMuchOutput);
}
TEST(ChildProcess, SizeOfAFileThatItWrites) {
  ChildLimits limits;
  limits.file_bytes = 1'000;
  EXPECT_NE(shell("head -c 100000 /dev/zero > it", limits).exit_code, 0);
}
TEST(ChildProcess, HasNoneOfOurFiles) {
  EXPECT_EQ(shell("ls /proc/self/fd | wc -l").output, "4\n");  // 0, 1, 2 and the folder that ls reads
}

}  // namespace
}  // namespace luuvet::test

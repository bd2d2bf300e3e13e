// The wall clock of servers that a test starts with it: it begins where the test says, and the test lets days pass
// while they run. Clocks that measure spans (timers, limits) are the machine's.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace luuvet::test {

// Outlives the servers that go by it. One thread.
class TestClock {
 public:
  // `file`: where it is kept; made, and left to the folder's owner. Throws std::system_error.
  TestClock(std::filesystem::path file, std::chrono::sys_seconds now);

  void pass(std::chrono::seconds span);

  // What a server that goes by it has in its environment, as "NAME=value".
  std::vector<std::string> environment() const;

 private:
  void write() const;

  std::filesystem::path file_;
  std::int64_t ahead_;  // seconds
};

}  // namespace luuvet::test

// A program that looks at what strangers have sent: in a process of its own, with bounds, an empty environment, no
// sockets of ours and, where the system lets an ordinary process have that, no network.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace luuvet::server {

struct ChildLimits {
  std::chrono::milliseconds time{20'000};
  std::size_t memory_bytes = 512 * 1024 * 1024;
  std::size_t file_bytes = 64 * 1024 * 1024;  // of each file that it writes
  std::size_t output_bytes = 1024 * 1024;
};

struct ChildOutcome {
  enum class End { kExited, kKilled, kTimedOut, kTooMuchOutput };
  End end = End::kExited;
  int exit_code = 0;   // of kExited; 127: the program is not there
  std::string output;  // its standard output
};

// Any thread; blocks until it has ended. `program` is looked up in the usual folders. Throws std::system_error if there
// can be no process.
ChildOutcome run_child(const std::string& program, const std::vector<std::string>& arguments,
                       const std::filesystem::path& folder, const ChildLimits& limits);

}  // namespace luuvet::server

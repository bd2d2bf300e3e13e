// The real program, run as its users run it: `luuvet serve` on a free port, killed or stopped by the test; and the
// other subcommands to their end. A child ends with the test that started it, however that ends (it dies with the
// starting thread).
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace luuvet::test {

class TestClock;

struct ServerSetting {
  std::filesystem::path data;
  std::filesystem::path state;
  std::string instance = "lao-cai";
  std::optional<std::filesystem::path> seeds = std::nullopt;  // imported before it listens
  std::vector<std::string> more = {};                         // further options of `luuvet serve`
  bool demo = true;                                           // with the demo's accounts, whom the clients act as
  bool rate_limits = true;                                    // false: for clients that ask faster than people do
  const TestClock* clock = nullptr;                           // null: the machine's
};

// `luuvet` that this build made, or what the environment variable LUUVET_PROGRAM names.
std::filesystem::path luuvet_program();

// The five plans of this checkout.
std::filesystem::path seeds_folder();

// A program with its output in files.
class Child {
 public:
  // `environment`: "NAME=value", in place of what this process has under those names. Throws std::system_error if there
  // can be no process.
  Child(const std::filesystem::path& program, const std::vector<std::string>& arguments,
        const std::vector<std::string>& environment = {});
  ~Child();  // kills it, if it is still there
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  pid_t id() const { return id_; }
  void signal(int number) const;
  // The exit code, or -N for signal N; nothing if it still runs after `limit`.
  std::optional<int> wait(std::chrono::milliseconds limit);
  std::string output() const;
  std::string errors() const;

 private:
  TempDir folder_;
  pid_t id_ = -1;
  std::optional<int> ended_;
};

// A server that answers.
class ServerProcess {
 public:
  // Returns when the server says where it listens. Throws std::runtime_error with its errors if it ends before, or says
  // nothing for two minutes.
  explicit ServerProcess(const ServerSetting& setting);

  std::uint16_t port() const { return port_; }
  pid_t id() const { return child_.id(); }
  // SIGKILL, as a power cut is for a process; returns when it is gone.
  void kill();
  // SIGTERM; its exit code. Throws std::runtime_error if it has not ended after 30 s.
  int stop();
  std::string errors() const { return child_.errors(); }

 private:
  Child child_;
  std::uint16_t port_ = 0;
};

struct Ended {
  int exit_code = 0;
  std::string output;
  std::string errors;
};

// `luuvet <arguments>` to its end. Throws std::runtime_error if it still runs after `limit`.
Ended run_luuvet(const std::vector<std::string>& arguments, std::chrono::milliseconds limit = std::chrono::minutes(2));

// `luuvet serve` where it is expected to refuse.
Ended refused_serve(const ServerSetting& setting);

}  // namespace luuvet::test

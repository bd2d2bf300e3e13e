#include "server/files/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "server/log/files.h"

namespace luuvet::server {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kNotThere = 127;
constexpr rlim_t kOpenFiles = 64;

void limit(int resource, std::size_t most) {
  const rlimit value{most, most};
  setrlimit(static_cast<__rlimit_resource>(resource), &value);
}

// In the child: nothing but what is safe between fork and exec. `arguments` and `environment` end with null.
[[noreturn]] void become(char* const* arguments, char* const* environment, const char* folder, int output,
                         const ChildLimits& limits) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  setsid();
  (void)!unshare(CLONE_NEWUSER | CLONE_NEWNET);  // refused on some systems
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_FSIZE, limits.file_bytes);
  limit(RLIMIT_CPU, static_cast<std::size_t>(limits.time.count() / 1'000 + 1));
  limit(RLIMIT_NOFILE, kOpenFiles);
  limit(RLIMIT_CORE, 0);
  const int nothing = open("/dev/null", O_RDWR);
  const bool placed = dup2(nothing, 0) == 0 && dup2(output, 1) == 1 && dup2(nothing, 2) == 2 && chdir(folder) == 0;
  close_range(3, ~0U, 0);
  if (placed) execvpe(arguments[0], arguments, environment);
  _exit(kNotThere);
}

// What it writes until its end, the time's or the output's limit.
ChildOutcome read_all(int pipe, const ChildLimits& limits) {
  ChildOutcome outcome;
  const auto until = Clock::now() + limits.time;
  std::array<char, 16 * 1024> piece;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd waiting{pipe, POLLIN, 0};
    const int ready = left > 0 ? poll(&waiting, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return outcome.end = ChildOutcome::End::kTimedOut, outcome;
    const ssize_t got = read(pipe, piece.data(), piece.size());
    if (got <= 0) return outcome;
    outcome.output.append(piece.data(), static_cast<std::size_t>(got));
    if (outcome.output.size() > limits.output_bytes) return outcome.end = ChildOutcome::End::kTooMuchOutput, outcome;
  }
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

}  // namespace

ChildOutcome run_child(const std::string& program, const std::vector<std::string>& arguments,
                       const std::filesystem::path& folder, const ChildLimits& limits) {
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> settings = {"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC",
                                       "HOME=" + folder.string()};
  const std::vector<char*> argument_list = pointers(words), environment = pointers(settings);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  const FileDescriptor reading(ends[0]);
  pid_t child = -1;
  {
    const FileDescriptor writing(ends[1]);
    child = fork();
    if (child == 0) become(argument_list.data(), environment.data(), folder.c_str(), ends[1], limits);
    if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  }
  ChildOutcome outcome = read_all(reading.get(), limits);
  if (outcome.end != ChildOutcome::End::kExited) kill(-child, SIGKILL), kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (outcome.end == ChildOutcome::End::kExited && !WIFEXITED(status)) outcome.end = ChildOutcome::End::kKilled;
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

}  // namespace luuvet::server

#include "tests/support/server_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <thread>

#include "tests/support/demo_people.h"
#include "tests/support/test_clock.h"

namespace luuvet::test {

namespace {

using namespace std::chrono_literals;

constexpr auto kReadyWithin = 120s;
constexpr auto kStopWithin = 30s;
constexpr auto kPoll = 5ms;

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

int exit_code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

struct Becoming {
  char* const* arguments;  // the program first
  char* const* environment;
  const char* output;
  const char* errors;
  pid_t parent;
};

// Between fork and exec only calls that are safe there.
[[noreturn]] void become(const Becoming& self) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != self.parent) _exit(127);
  const int null = open("/dev/null", O_RDONLY);
  const int out = open(self.output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int err = open(self.errors, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (null < 0 || out < 0 || err < 0) _exit(127);
  if (dup2(null, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0) _exit(127);
  const char* program = self.arguments[0];
  execve(program, self.arguments, self.environment);
  const ssize_t said = write(2, program, std::strlen(program)) + write(2, " could not be run\n", 18);
  _exit(said > 0 ? 127 : 126);
}

// What execve takes; the texts stay the caller's.
std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> environment_with(const std::vector<std::string>& more) {
  std::vector<std::string> result = more;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view name = std::string_view(*each).substr(0, std::string_view(*each).find('=') + 1);
    const bool replaced = std::any_of(more.begin(), more.end(), [&](const auto& own) { return own.starts_with(name); });
    if (!replaced) result.emplace_back(*each);
  }
  return result;
}

// The port in a complete line that has an address of this machine; nothing yet otherwise.
std::optional<std::uint16_t> port_in(std::string_view output) {
  for (const std::string_view host : {"http://127.0.0.1:", "http://localhost:", "https://localhost:"}) {
    const auto at = output.find(host);
    if (at == std::string_view::npos || output.find('\n', at) == std::string_view::npos) continue;
    std::uint16_t port = 0;
    const char* first = output.data() + at + host.size();
    if (std::from_chars(first, output.data() + output.size(), port).ec == std::errc()) return port;
  }
  return std::nullopt;
}

std::vector<std::string> serve_arguments(const ServerSetting& setting) {
  std::vector<std::string> arguments = {
      "serve",  "--data", setting.data.string(), "--state",       setting.state.string(),
      "--port", "0",      "--instance",          setting.instance};
  if (setting.demo) arguments.push_back("--demo");
  if (!setting.rate_limits) arguments.insert(arguments.end(), {"--rate-limits", "off"});
  if (setting.seeds) arguments.insert(arguments.end(), {"--seeds", setting.seeds->string()});
  arguments.insert(arguments.end(), setting.more.begin(), setting.more.end());
  return arguments;
}

std::uint16_t wait_until_ready(Child& child) {
  const auto end = std::chrono::steady_clock::now() + kReadyWithin;
  while (std::chrono::steady_clock::now() < end) {
    if (const auto port = port_in(child.output())) return *port;
    if (const auto code = child.wait(kPoll))
      throw std::runtime_error("the server ended with " + std::to_string(*code) + " before it was ready:\n" +
                               child.errors());
  }
  throw std::runtime_error("the server did not say where it listens:\n" + child.output() + child.errors());
}

}  // namespace

std::filesystem::path luuvet_program() {
  const char* named = std::getenv("LUUVET_PROGRAM");
  return named != nullptr ? named : LUUVET_BUILT_PROGRAM;
}

std::filesystem::path seeds_folder() {
  return std::filesystem::path(LUUVET_SOURCE_FOLDER) / "seeds";
}

Child::Child(const std::filesystem::path& program, const std::vector<std::string>& arguments,
             const std::vector<std::string>& environment) {
  const std::string output = (folder_.path() / "output").string();
  const std::string errors = (folder_.path() / "errors").string();
  std::vector<std::string> words = {program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const std::vector<std::string> settings = environment_with(environment);
  const std::vector<char*> argument_list = pointers_to(words), environment_list = pointers_to(settings);
  const Becoming self{argument_list.data(), environment_list.data(), output.c_str(), errors.c_str(), getpid()};
  id_ = fork();
  if (id_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (id_ == 0) become(self);
}

Child::~Child() {
  if (ended_) return;
  signal(SIGKILL);
  waitpid(id_, nullptr, 0);
}

void Child::signal(int number) const {
  if (!ended_) ::kill(id_, number);
}

std::optional<int> Child::wait(std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!ended_) {
    int status = 0;
    if (waitpid(id_, &status, WNOHANG) == id_) {
      ended_ = exit_code_of(status);
    } else if (std::chrono::steady_clock::now() >= end) {
      return std::nullopt;
    } else {
      std::this_thread::sleep_for(1ms);
    }
  }
  return ended_;
}

std::string Child::output() const {
  return contents(folder_.path() / "output");
}

std::string Child::errors() const {
  return contents(folder_.path() / "errors");
}

ServerProcess::ServerProcess(const ServerSetting& setting)
    : child_(luuvet_program(), serve_arguments(setting),
             setting.clock ? setting.clock->environment() : std::vector<std::string>()) {
  port_ = wait_until_ready(child_);
  if (setting.demo) know_demo_people(port_, setting.data);
}

void ServerProcess::kill() {
  child_.signal(SIGKILL);
  if (!child_.wait(kStopWithin)) throw std::runtime_error("a killed server is still there");
}

int ServerProcess::stop() {
  child_.signal(SIGTERM);
  if (const auto code = child_.wait(kStopWithin)) return *code;
  throw std::runtime_error("the server did not stop on SIGTERM:\n" + child_.errors());
}

Ended run_luuvet(const std::vector<std::string>& arguments, std::chrono::milliseconds limit) {
  Child child(luuvet_program(), arguments);
  const auto code = child.wait(limit);
  if (!code) throw std::runtime_error("luuvet " + arguments.at(0) + " took too long:\n" + child.errors());
  return {*code, child.output(), child.errors()};
}

Ended refused_serve(const ServerSetting& setting) {
  return run_luuvet(serve_arguments(setting), kReadyWithin);
}

}  // namespace luuvet::test

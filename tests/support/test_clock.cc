#include "tests/support/test_clock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace luuvet::test {

TestClock::TestClock(std::filesystem::path file, std::chrono::sys_seconds now)
    : file_(std::move(file)),
      ahead_((now - std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())).count()) {
  write();
}

void TestClock::pass(std::chrono::seconds span) {
  ahead_ += span.count();
  write();
}

// In place: the servers have the file mapped.
void TestClock::write() const {
  const int file = open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const bool written = file >= 0 && pwrite(file, &ahead_, sizeof ahead_, 0) == static_cast<ssize_t>(sizeof ahead_);
  const int error = errno;
  if (file >= 0) close(file);
  if (!written) throw std::system_error(error, std::generic_category(), file_.string());
}

std::vector<std::string> TestClock::environment() const {
  // The address sanitizer wants to be the first library, but for whoever knows what comes before it.
  const char* options = std::getenv("ASAN_OPTIONS");
  const std::string sanitizer = options != nullptr ? std::string(options) + ":" : "";
  return {"LD_PRELOAD=" LUUVET_SHIFTED_CLOCK, "LUUVET_TEST_CLOCK=" + file_.string(),
          "ASAN_OPTIONS=" + sanitizer + "verify_asan_link_order=0"};
}

}  // namespace luuvet::test

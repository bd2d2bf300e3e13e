// Loaded before the server's libraries (LD_PRELOAD): its wall clock runs as many seconds ahead of the machine's as the
// file named by LUUVET_TEST_CLOCK says, eight bytes that a test may write at any time (test_clock.h). Clocks that
// measure spans are as they were.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace {

const std::int64_t* seconds_ahead = nullptr;  // mapped for as long as the process runs

__attribute__((constructor)) void open_clock() {
  const char* name = std::getenv("LUUVET_TEST_CLOCK");
  const int file = name != nullptr ? open(name, O_RDONLY | O_CLOEXEC) : -1;
  if (file < 0) return;
  void* page = mmap(nullptr, sizeof(std::int64_t), PROT_READ, MAP_SHARED, file, 0);
  if (page != MAP_FAILED) seconds_ahead = static_cast<const std::int64_t*>(page);
  close(file);
}

}  // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* now) noexcept {
  const int result = static_cast<int>(syscall(SYS_clock_gettime, clock, now));
  if (result == 0 && clock == CLOCK_REALTIME && seconds_ahead != nullptr)
    now->tv_sec += __atomic_load_n(seconds_ahead, __ATOMIC_RELAXED);
  return result;
}

extern "C" time_t time(time_t* now) noexcept {
  timespec moment{};
  clock_gettime(CLOCK_REALTIME, &moment);
  if (now != nullptr) *now = moment.tv_sec;
  return moment.tv_sec;
}

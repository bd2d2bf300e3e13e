// How near an append comes to one fdatasync, and what leaf hash and tree cost of it. Prints a table; run it on an idle
// machine.
//   log_bench [folder]
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/log/check.h"
#include "server/log/rocks_event_log.h"
#include "server/log/state_dir.h"
#include "tests/log/records.h"

namespace luuvet::server {
namespace {

using Clock = std::chrono::steady_clock;
using testing::RecordSpec;
using testing::TemporaryFolder;

constexpr auto kSpan = std::chrono::seconds(3);
constexpr std::size_t kRecordBytes = 700;

double microseconds(Clock::duration span) {
  return std::chrono::duration<double, std::micro>(span).count();
}

double cpu_microseconds(int who) {
  rusage usage{};
  getrusage(who, &usage);
  const auto of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
  };
  return of(usage.ru_utime) + of(usage.ru_stime);
}

struct Timed {
  double rate;
  double p50;
  double p99;
};

// Repeats `action`, which does `events` events, for kSpan.
Timed measure(const char* name, double events, const std::function<void()>& action) {
  std::vector<double> times;
  const double cpu_before = cpu_microseconds(RUSAGE_SELF);
  const double thread_before = cpu_microseconds(RUSAGE_THREAD);
  const auto begin = Clock::now();
  while (Clock::now() - begin < kSpan) {
    const auto at = Clock::now();
    action();
    times.push_back(microseconds(Clock::now() - at));
  }
  const double all = microseconds(Clock::now() - begin);
  const double total = static_cast<double>(times.size()) * events;
  std::sort(times.begin(), times.end());
  const Timed timed{total / all * 1e6, times[times.size() / 2], times[times.size() * 99 / 100]};
  std::printf("%-44s %9.0f /s  p50 %7.1f us  p99 %7.1f us  CPU/event: this thread %6.2f, all %6.2f us\n", name,
              timed.rate, timed.p50, timed.p99, (cpu_microseconds(RUSAGE_THREAD) - thread_before) / total,
              (cpu_microseconds(RUSAGE_SELF) - cpu_before) / total);
  return timed;
}

// Records of 700 bytes, made before they are timed. Their ids are not right, which an append does not look at.
std::vector<NewRecord> some_records(std::size_t count) {
  std::vector<NewRecord> records(count);
  for (std::size_t i = 0; i < count; ++i) {
    RecordSpec spec;
    spec.sequence = 1'000'000 + i;
    spec.correlation = testing::correlation(i);
    spec.open_text = "Đã hoàn thành 40% khối lượng, còn chờ ý kiến của Sở Tài chính";
    spec.data += R"(,"note":"")";
    const std::size_t bare = testing::record_bytes(spec).size();
    spec.data.insert(spec.data.size() - 1, std::string(kRecordBytes - std::min(kRecordBytes, bare), 'n'));
    records[i].bytes = testing::record_bytes(spec);
    records[i].subject = "assignment/da11.ii.vii.2.9.so-khcn-" + std::to_string(i % 500);
  }
  return records;
}

void number_next(std::vector<NewRecord>& records, std::uint64_t& number) {
  for (NewRecord& record : records) {
    record.stream_version = ++number;
    for (std::size_t i = 0; i < 8; ++i)
      record.correlation.key[i] = static_cast<std::uint8_t>((number * 0x9e3779b97f4a7c15U) >> (8 * i));
  }
}

Timed bench_fdatasync(const std::filesystem::path& folder) {
  const int file = open((folder / "probe").c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  const std::string block(4096, 'x');
  const Timed timed = measure("fdatasync, 4 KiB, growing file", 1, [&] {
    if (write(file, block.data(), block.size()) < 0 || fdatasync(file) != 0) std::abort();
  });
  close(file);
  return timed;
}

Timed bench_append(const char* name, const std::filesystem::path& folder, std::size_t batch, bool guarded) {
  const TemporaryFolder own;
  RocksEventLog log(folder / ("log" + std::to_string(batch) + (guarded ? "g" : "")));
  std::optional<Guard> guard;
  if (guarded)
    guard.emplace(GuardFile::create(own / "guard", {"00112233445566aa", 0, hash_empty_tree()}), log, log, nullptr);
  std::vector<NewRecord> records = some_records(batch);
  std::uint64_t number = 0;
  return measure(name, static_cast<double>(batch), [&] {
    number_next(records, number);
    log.append(log.head(), records);
  });
}

void bench_tree() {
  const std::vector<NewRecord> records = some_records(512);
  MerkleTree tree;
  std::vector<CompletedTile> completed;
  std::size_t at = 0;
  measure("leaf hash and tree, head each 32, in memory", 32 * 100, [&] {
    for (int batch = 0; batch < 100; ++batch) {
      completed.clear();
      for (int i = 0; i < 32; ++i) tree.append(hash_leaf_of(records[at++ % records.size()].bytes), completed);
      tree.head();
    }
  });
  measure("leaf hash and tree, head each 1, in memory", 3200, [&] {
    for (int i = 0; i < 3200; ++i) {
      completed.clear();
      tree.append(hash_leaf_of(records[at++ % records.size()].bytes), completed);
      tree.head();
    }
  });
}

void bench_reading(const std::filesystem::path& folder, std::size_t count) {
  {
    RocksEventLog log(folder / "big");
    testing::Writer(log).fill(count);
  }
  const auto timed = [&](const char* name, const std::function<void()>& action) {
    const auto begin = Clock::now();
    action();
    const double span = microseconds(Clock::now() - begin);
    std::printf("%-44s %9.0f /s  %7.1f ms\n", name, static_cast<double>(count) / span * 1e6, span / 1000);
  };
  std::optional<RocksEventLog> log;
  timed("open", [&] { log.emplace(folder / "big"); });
  std::size_t bytes = 0;
  const auto read_all = [&] {
    scan(*log, 0, count, [&](Sequence, std::string_view record) {
      bytes += record.size();
      return true;
    });
  };
  timed("scan", read_all);
  timed("scan again", read_all);
  timed("check_log", [&] {
    const CheckReport report = check_log(log->store(), {});
    if (report.wrong) std::printf("%s\n", report.wrong->c_str());
  });
}

}  // namespace
}  // namespace luuvet::server

int main(int count, char** arguments) {
  using namespace luuvet::server;
  const testing::TemporaryFolder own;
  const std::filesystem::path folder = count > 1 ? std::filesystem::path(arguments[1]) : own.path();
  const Timed sync = bench_fdatasync(folder);
  const Timed one = bench_append("append, batch of 1", folder, 1, false);
  const Timed many = bench_append("append, batch of 32", folder, 32, false);
  const Timed one_guarded = bench_append("append, batch of 1, guard on", folder, 1, true);
  const Timed many_guarded = bench_append("append, batch of 32, guard on", folder, 32, true);
  const Timed sync_after = bench_fdatasync(folder);
  const double mean = (sync.rate + sync_after.rate) / 2;
  std::printf("to fdatasync: 1: %.2f, 32: %.2f, guarded 1: %.2f, guarded 32: %.2f\n", one.rate / mean, many.rate / mean,
              one_guarded.rate / mean, many_guarded.rate / mean);
  bench_tree();
  bench_reading(folder, 500'000);
}

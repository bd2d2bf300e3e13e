// The machine's own limits that commits are held against. Writes below --folder, which must exist and have no `limits`
// in it.
//   bench_limits --what fdatasync|rocksdb --folder DIR [--seconds 2] [--threads 32] [--batch 1]
#include <fcntl.h>
#include <rocksdb/db.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "tests/bench/measure.h"

namespace luuvet::bench {
namespace {

constexpr std::size_t kBlock = 4096;
constexpr std::size_t kEvent = 400;

void check(bool holds, const char* what) {
  if (!holds) throw std::system_error(errno, std::generic_category(), what);
}

void check(const rocksdb::Status& status) {
  if (!status.ok()) throw std::runtime_error(status.ToString());
}

// Appends of one block to a growing file, each synced.
void measure_fdatasync(const std::string& path, Seconds span) {
  const int file = open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  check(file >= 0, "open");
  const std::string block(kBlock, 'x');
  Latencies latencies;
  const auto begin = Clock::now();
  while (Clock::now() - begin < span) {
    const auto at = Clock::now();
    check(write(file, block.data(), block.size()) == static_cast<ssize_t>(block.size()), "write");
    check(fdatasync(file) == 0, "fdatasync");
    latencies.add(Clock::now() - at);
  }
  const double seconds = seconds_since(begin);
  close(file);
  print_rate(static_cast<double>(latencies.count()), seconds, latencies);
}

// Batches of events under keys of this thread alone, each batch synced.
Latencies put_until(rocksdb::DB& db, unsigned thread, std::size_t batch_size, Clock::time_point end) {
  rocksdb::WriteOptions synced;
  synced.sync = true;
  const std::string event(kEvent, 'e');
  Latencies latencies;
  for (std::uint64_t number = 0; Clock::now() < end;) {
    const auto at = Clock::now();
    rocksdb::WriteBatch batch;
    for (std::size_t i = 0; i < batch_size; ++i)
      check(batch.Put("s" + std::to_string(thread) + "/" + std::to_string(++number), event));
    check(db.Write(synced, &batch));
    latencies.add(Clock::now() - at);
  }
  return latencies;
}

void measure_rocksdb(const std::string& path, Seconds span, unsigned threads, std::size_t batch_size) {
  rocksdb::Options options;
  options.create_if_missing = true;
  options.error_if_exists = true;
  options.compression = rocksdb::kNoCompression;
  rocksdb::DB* opened = nullptr;
  check(rocksdb::DB::Open(options, path, &opened));
  const std::unique_ptr<rocksdb::DB> db(opened);
  std::vector<Latencies> each(threads);
  std::vector<std::thread> running;
  const auto begin = Clock::now();
  const auto end = begin + std::chrono::duration_cast<Clock::duration>(span);
  for (unsigned i = 0; i < threads; ++i) running.emplace_back([&, i] { each[i] = put_until(*db, i, batch_size, end); });
  for (std::thread& thread : running) thread.join();
  const double seconds = seconds_since(begin);
  Latencies all;
  for (const Latencies& latencies : each) all.add(latencies);
  print_rate(static_cast<double>(all.count() * batch_size), seconds, all);
}

}  // namespace
}  // namespace luuvet::bench

int main(int count, char** words) {
  using namespace luuvet::bench;
  const Options options(count, words);
  const std::string path = options.text("folder") + "/limits";
  if (options.text("what") == "fdatasync")
    measure_fdatasync(path, options.seconds(2));
  else
    measure_rocksdb(path, options.seconds(2), static_cast<unsigned>(options.number("threads", 32)),
                    options.number("batch", 1));
  std::filesystem::remove_all(path);
}

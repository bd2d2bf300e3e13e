// The engine without a network, on the folders of a server that has stopped.
//   bench_engine --data DIR --state DIR --instance NAME --what commit [--seconds 2] [--batch 64]   batches of commands,
//   real rules bench_engine ... --what rebuild                                                                all views
//   from the log bench_engine ... --what tree                                                                   CPU of
//   leaf hash and audit tree
#include <sys/resource.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "server/app/instance.h"
#include "server/log/merkle_tree.h"
#include "tests/bench/measure.h"

namespace luuvet::bench {
namespace {

using server::Engine;
using server::Job;
using TaskPtr = Table<TaskState>::RowPtr;

constexpr std::size_t kBatchOfTree = 32;
constexpr std::size_t kTreeRecords = 20'000;

// Tasks that one agency leads jointly with nobody.
std::vector<TaskPtr> own_tasks(const World& world) {
  std::vector<TaskPtr> tasks;
  world.tasks.for_each([&](const TaskPtr& task) {
    const auto& leads = task->content.lead_agencies;
    if (task->assigned && task->mode == AssignmentMode::kJoint && leads.size() == 1 && world.is_agency(leads.front()))
      tasks.push_back(task);
  });
  return tasks;
}

Job comment_on(const TaskState& task, std::uint64_t number, Instant now) {
  Job job;
  job.command = {{Aggregate::kTask, task.content.id.value},
                 Comment{"Đã nhận, xin ý kiến (" + std::to_string(number) + ")", {}}};
  job.context.now = now;
  job.context.today = vietnam_date(now);
  job.context.actor = ActorId{std::string(kSystemActor)};  // the seeds name nobody
  job.context.agency = task.content.lead_agencies.front();
  job.correlation = server::random_correlation();
  return job;
}

void expect_committed(const server::BatchResult& result) {
  for (const server::Finished& finished : result.finished)
    if (!std::holds_alternative<server::Committed>(finished.outcome))
      throw std::runtime_error("a command was not carried out");
}

// Commands are made before their batch is timed.
void measure_commits(Engine& engine, Seconds span, std::size_t batch) {
  const std::vector<TaskPtr> tasks = own_tasks(engine.views()->world);
  if (tasks.empty()) throw std::runtime_error("no tasks: the log has no seeds");
  Latencies latencies;
  double seconds = 0;
  std::uint64_t number = 0;
  while (seconds < span.count()) {
    std::vector<Job> jobs;
    for (std::size_t i = 0; i < batch; ++i, ++number)
      jobs.push_back(comment_on(*tasks[number % tasks.size()], number, server::system_now()));
    const auto at = Clock::now();
    const server::BatchResult result = engine.run(std::move(jobs));
    latencies.add(Clock::now() - at);
    seconds += seconds_since(at);
    expect_committed(result);
  }
  print_rate(static_cast<double>(number), seconds, latencies);
}

void measure_rebuild(const server::EventLog& log) {
  const auto begin = Clock::now();
  projections::Views views;
  api::RecordDecoder decoder;
  server::replay(log, views, decoder);
  const double seconds = seconds_since(begin);
  const auto records = static_cast<double>(log.head());
  print_result({{"per_s", records / seconds}, {"records", records}, {"seconds", seconds}});
}

double cpu_microseconds() {
  rusage usage{};
  getrusage(RUSAGE_THREAD, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 +
         static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

// Of real records, with the head published every kBatchOfTree of them.
void measure_tree(const server::EventLog& log) {
  std::vector<std::string> records;
  auto keep = [&](Sequence, std::string_view bytes) { return records.emplace_back(bytes), true; };
  server::scan(log, log.head() - std::min<Sequence>(log.head(), kTreeRecords), kTreeRecords, keep);
  server::MerkleTree tree;
  std::vector<server::CompletedTile> completed;
  double events = 0;
  const double before = cpu_microseconds();
  for (const auto begin = Clock::now(); Clock::now() - begin < std::chrono::seconds(1);) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      completed.clear();
      tree.append(server::hash_leaf_of(records[i]), completed);
      if (i % kBatchOfTree == 0) tree.head();
    }
    events += static_cast<double>(records.size());
  }
  print_result({{"cpu_us", (cpu_microseconds() - before) / events}});
}

void run(const Options& options) {
  const server::Folders folders = {options.text("data"), options.text("state")};
  const auto on_failure = [](const std::string& what) { throw std::runtime_error(what); };
  server::Instance instance(
      folders, options.text("instance", "lao-cai"), server::MissingGuard::kRefuse, [](server::BatchResult&&) {},
      on_failure);
  const std::string what = options.text("what");
  if (what == "commit")
    measure_commits(instance.engine(), options.seconds(2), options.number("batch", 64));
  else if (what == "rebuild")
    measure_rebuild(instance.log());
  else
    measure_tree(instance.log());
}

}  // namespace
}  // namespace luuvet::bench

int main(int count, char** words) {
  luuvet::bench::run(luuvet::bench::Options(count, words));
}

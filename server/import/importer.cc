#include "server/import/importer.h"

#include <algorithm>
#include <cstdio>

#include "domain/register_traits.h"
#include "server/import/seed_check.h"

namespace luuvet::server {
namespace {

using Clock = std::chrono::steady_clock;

// Vietnamese writes thousands with a dot.
std::string grouped(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, '.');
  return text;
}

// A break stands on its indicator's stream, which is there before it.
bool joins_another_row(const SeedRow& row) {
  return std::holds_alternative<ImportRow<SeriesBreakRow>>(row.command.body);
}

class Import {
 public:
  Import(Engine& engine, const ImportStamp& stamp) : engine_(engine), stamp_(stamp), views_(engine.views()) {}

  ImportOutcome run(const Seeds& seeds) {
    const Clock::time_point begin = Clock::now();
    if (!seeds.faults.empty()) return seeds.faults;
    if (auto faults = check_seeds(seeds.rows, views_->world); !faults.empty()) return faults;
    const std::size_t doubts_before = views_->world.doubts.size();
    for (std::size_t at = 0; at < seeds.rows.size() && faults_.empty(); at += kBatchCommandsMax)
      send(std::span(seeds.rows).subspan(at, std::min(kBatchCommandsMax, seeds.rows.size() - at)));
    if (!faults_.empty()) return std::move(faults_);
    report_.doubts = views_->world.doubts.size() - doubts_before - doubt_rows_;
    report_.took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
    return report_;
  }

 private:
  void send(std::span<const SeedRow> rows) {
    std::vector<Job> jobs;
    jobs.reserve(rows.size());
    for (const SeedRow& row : rows) jobs.push_back(job(row));
    BatchResult result = engine_.run(std::move(jobs));
    for (std::size_t at = 0; at < rows.size(); ++at) count(rows[at], result.finished[at].outcome, result.views->world);
    views_ = std::move(result.views);
  }

  Job job(const SeedRow& row) const {
    Context context;
    context.now = stamp_.now;
    context.today = stamp_.today;
    context.actor.value = kSystemActor;
    context.agency.value = kSystemActor;
    context.capacity = Capacity::kSystem;
    return {row.command, std::move(context), stamp_.correlation(), Mode::kCommit, nullptr};
  }

  // `views_` are still those before the batch.
  void count(const SeedRow& row, const Outcome& outcome, const World& after) {
    if (const auto* rejection = std::get_if<Rejection>(&outcome)) return reject(row, *rejection);
    const Subject& subject = row.command.target;
    const std::uint64_t version_before = views_->world.version(subject);
    const bool moved = after.version(subject) > version_before;
    const bool before = version_before > 0 && !joins_another_row(row);
    ++report_.rows;
    ++(!moved ? report_.unchanged : before ? report_.amended : report_.registered);
    if (version_before == 0 && subject.aggregate == Aggregate::kDoubt) ++doubt_rows_;
  }

  void reject(const SeedRow& row, const Rejection& rejection) {
    if (rejection.errors.empty()) faults_.push_back({row.place, {"", rejection.detail}});
    for (const FieldError& error : rejection.errors) faults_.push_back({row.place, error});
  }

  Engine& engine_;
  const ImportStamp& stamp_;
  ViewsPtr views_;
  ImportReport report_;
  std::size_t doubt_rows_ = 0;  // doubts that stand in the folder itself
  std::vector<SeedFault> faults_;
};

}  // namespace

ImportOutcome import_seeds(Engine& engine, const Seeds& seeds, const ImportStamp& stamp) {
  return Import(engine, stamp).run(seeds);
}

std::string report_line(const ImportReport& report) {
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.2f", static_cast<double>(report.took.count()) / 1'000);
  std::string comma = seconds;
  std::ranges::replace(comma, '.', ',');
  const auto text = [](std::size_t number) { return std::to_string(number); };
  return "Đã nạp " + grouped(report.rows) + " dòng trong " + comma + " giây: " + grouped(report.registered) + " mới, " +
         grouped(report.amended) + " sửa, " + grouped(report.unchanged) + " không đổi, " + grouped(report.doubts) +
         " chỗ cần xem lại. / " + text(report.rows) + " rows in " + seconds + " s: " + text(report.registered) +
         " new, " + text(report.amended) + " amended, " + text(report.unchanged) +
         " unchanged, doubts raised: " + text(report.doubts) + ".";
}

}  // namespace luuvet::server

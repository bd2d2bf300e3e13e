#include "server/app/thresholds.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "api/json/json_read.h"

namespace luuvet::server {
namespace {

using projections::Thresholds;

constexpr std::int64_t kDaysMax = 366;
constexpr std::int64_t kPercentMax = 100;
constexpr std::int64_t kScoreLeast = 20;  // below it nearly every two lines are alike

void require_range(const char* name, std::int64_t value, std::int64_t least, std::int64_t most) {
  if (value < least || value > most)
    throw std::runtime_error(std::string("thresholds: ") + name + " is from " + std::to_string(least) + " to " +
                             std::to_string(most));
}

}  // namespace

Thresholds read_thresholds(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) throw std::runtime_error("cannot read the thresholds in " + file.string());
  api::ondemand::parser parser;
  const simdjson::padded_string padded(bytes);
  const auto read = api::read_json<api::Missing::kDefault, Thresholds>(parser, padded);
  if (!read) {
    const Rejection& wrong = read.error();
    const std::string place = wrong.errors.empty() ? std::string() : wrong.errors.front().pointer + ": ";
    const std::string& what = wrong.errors.empty() ? wrong.detail.en : wrong.errors.front().detail.en;
    throw std::runtime_error(file.string() + ": " + place + what);
  }
  const Thresholds& thresholds = read.value();
  require_range("unit_plans/month", thresholds.unit_plans.month, 1, 12);
  require_range("unit_plans/days_after_issue", thresholds.unit_plans.days_after_issue, 0, kDaysMax);
  require_range("findings/behind_time", thresholds.findings.behind_time, 1, kPercentMax);
  require_range("findings/behind_progress", thresholds.findings.behind_progress, 1, kPercentMax);
  require_range("findings/same_money", thresholds.findings.same_money, kScoreLeast, kPercentMax);
  require_range("indicators/coverage_percent", thresholds.indicators.coverage_percent, 1, kPercentMax);
  return thresholds;
}

}  // namespace luuvet::server

#include "server/app/rate_limits.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "api/json/json_read.h"
#include "server/identity/throttle.h"

namespace luuvet::server {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kBurstMax = 1'000'000;

TryLimit bucket_of(const RateLimit& limit) {
  return {limit.burst, milliseconds{kMinuteMs / limit.per_minute}};
}

std::int64_t seconds_of(milliseconds time) {
  return std::chrono::ceil<seconds>(time).count();
}

void require_range(const char* name, const RateLimit& limit) {
  const bool fits =
      limit.burst >= 1 && limit.burst <= kBurstMax && limit.per_minute >= 1 && limit.per_minute <= kMinuteMs;
  if (!fits)
    throw std::runtime_error(std::string("rate limits: ") + name +
                             " takes a burst from 1 to 1000000 and from 1 to 60000 per_minute");
}

}  // namespace

RateLimitSettings read_rate_limits(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) throw std::runtime_error("cannot read the rate limits in " + file.string());
  api::ondemand::parser parser;
  const simdjson::padded_string padded(bytes);
  const auto read = api::read_json<api::Missing::kDefault, RateLimitSettings>(parser, padded);
  if (!read) {
    const Rejection& wrong = read.error();
    const std::string place = wrong.errors.empty() ? std::string() : wrong.errors.front().pointer + ": ";
    const std::string& what = wrong.errors.empty() ? wrong.detail.en : wrong.errors.front().detail.en;
    throw std::runtime_error(file.string() + ": " + place + what);
  }
  const RateLimitSettings settings = read.value();
  require_range("reads", settings.reads);
  require_range("commands", settings.commands);
  require_range("address", settings.address);
  return settings;
}

RateLimits::Meter::Meter(std::string_view meter_name, RateLimit limit, std::size_t entries_max)
    : name('"' + std::string(meter_name) + '"'), buckets(bucket_of(limit), entries_max) {
  const milliseconds window = bucket_of(limit).every * limit.burst;
  policy = name + ";q=" + std::to_string(limit.burst) + ";w=" + std::to_string(seconds_of(window));
}

RateLimits::RateLimits(const RateLimitSettings& settings)
    : reads_("reads", settings.reads, settings.entries_max),
      commands_("commands", settings.commands, settings.entries_max),
      address_("address", settings.address, settings.entries_max) {}

RateLimits::Meter& RateLimits::meter_of(Kind kind) {
  switch (kind) {
    case Kind::kRead:
      return reads_;
    case Kind::kCommand:
      return commands_;
    case Kind::kAddress:
      break;
  }
  return address_;
}

RateLimits::Verdict RateLimits::count(Kind kind, std::string_view who, Instant now) {
  Meter& meter = meter_of(kind);
  const std::uint64_t key = kind == Kind::kAddress ? key_of_({"address", network_of(who)}) : key_of_({"account", who});
  const milliseconds wait = meter.buckets.wait(key, now);
  if (wait.count() == 0) meter.buckets.take(key, now);
  const TryBuckets::Level level = meter.buckets.level(key, now);
  return {seconds{seconds_of(wait)},
          {{"RateLimit-Policy", meter.policy},
           {"RateLimit",
            meter.name + ";r=" + std::to_string(level.tries) + ";t=" + std::to_string(seconds_of(level.full_in))}}};
}

std::size_t RateLimits::entries() const {
  return reads_.buckets.size() + commands_.buckets.size() + address_.buckets.size();
}

}  // namespace luuvet::server

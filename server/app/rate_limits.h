// How much one caller may ask: who has signed in is counted by account, reads and commands apart, so that many people
// behind one address do not stand in each other's way; everybody else by address. Answers say how much is left.
//
// In memory, bounded, the clock is an argument. Net thread.
#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/http_message.h"
#include "server/identity/try_buckets.h"

namespace luuvet::server {

// So many requests at once, so many more a minute.
struct RateLimit {
  std::int64_t burst = 1;
  std::int64_t per_minute = 1;
};
BOOST_DESCRIBE_STRUCT(RateLimit, (), (burst, per_minute))

// A person with many tabs stays beneath, and an office of 150 behind one address when it signs in in the morning.
struct RateLimitSettings {
  RateLimit reads{1'200, 2'400};     // of an account
  RateLimit commands{600, 1'200};    // of an account
  RateLimit address{1'500, 3'000};   // without an account; IPv6: of a /64
  std::size_t entries_max = 32'768;  // callers of each kind that are not at rest; who owes the least is forgotten first
};
BOOST_DESCRIBE_STRUCT(RateLimitSettings, (), (reads, commands, address))

// Of a JSON file as `{"reads": {"burst": 1200, "per_minute": 2400}, "commands": ..., "address": ...}`; what is left out
// keeps its default. Throws std::runtime_error with what is wrong.
RateLimitSettings read_rate_limits(const std::filesystem::path& file);

class RateLimits {
 public:
  explicit RateLimits(const RateLimitSettings& settings);

  enum class Kind { kRead, kCommand, kAddress };

  struct Verdict {
    std::chrono::seconds retry_after{0};  // more than 0: not now
    std::vector<api::Header> headers;     // RateLimit-Policy and RateLimit, for the answer
  };
  // Counts one request of `who`: an account's id, or an address. What is refused is not counted.
  Verdict count(Kind kind, std::string_view who, Instant now);

  std::size_t entries() const;

 private:
  struct Meter {
    Meter(std::string_view meter_name, RateLimit limit, std::size_t entries_max);

    std::string name;
    std::string policy;  // the header's value
    TryBuckets buckets;
  };
  Meter& meter_of(Kind kind);

  BucketKeys key_of_;
  Meter reads_;
  Meter commands_;
  Meter address_;
};

}  // namespace luuvet::server

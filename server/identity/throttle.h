// How often signing in may be tried. Nobody is ever locked out by a count that others can run up: who comes with a
// device that this account has signed in from before is counted by that device alone. Everybody else is counted by
// account and address together first, by address next (a whole office may share one), and by account last.
//
// In memory, bounded, the clock is an argument. One thread at a time: net.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/time.h"
#include "server/log/hash.h"

namespace luuvet::server {

// Tries that may come at once, and how long one takes to grow back.
struct TryLimit {
  std::int64_t burst = 1;
  std::chrono::milliseconds every{1};
};

struct ThrottleLimits {
  TryLimit device{10, std::chrono::seconds(30)};
  TryLimit account_and_address{5, std::chrono::minutes(1)};
  TryLimit address{100, std::chrono::seconds(10)};
  TryLimit account{30, std::chrono::minutes(2)};
  std::size_t entries_max = 32'768;  // of each kind; those that owe the least are forgotten first
};

// Token buckets, of which only those that are not full take room.
class TryBuckets {
 public:
  TryBuckets(TryLimit limit, std::size_t entries_max) : limit_(limit), entries_max_(entries_max) {}

  std::chrono::milliseconds wait(std::uint64_t key, Instant now) const;  // 0: a try is free
  void take(std::uint64_t key, Instant now);
  void give_back(std::uint64_t key);  // one try
  void fill(std::uint64_t key) { full_at_.erase(key); }
  std::size_t size() const { return full_at_.size(); }

 private:
  void make_room(Instant now);

  TryLimit limit_;
  std::size_t entries_max_;
  std::unordered_map<std::uint64_t, std::int64_t> full_at_;  // milliseconds since 1970
};

class Throttle {
 public:
  // Who tries to sign in. `account` is the username's key, whether or not there is such an account.
  struct Caller {
    std::string_view account;
    std::string_view address;    // IPv6: its /64 counts
    std::optional<Hash> device;  // set only if it is known to be one of this account's (`is_known_device`)
  };

  explicit Throttle(ThrottleLimits limits = {});

  // Counts a try before its password is looked at. Not 0: it is not to be looked at, and the caller may come back after
  // so long (Retry-After, rounded up to seconds).
  std::chrono::milliseconds begin(const Caller& caller, Instant now);
  // The password was right: the try is not counted against account and address.
  void succeeded(const Caller& caller);
  // The try came to nothing without an answer to it (worker full).
  void withdrawn(const Caller& caller);

  std::size_t entries() const { return device_.size() + pair_.size() + address_.size() + account_.size(); }

 private:
  struct Keys {
    std::uint64_t device, pair, address, account;
  };
  Keys keys_of(const Caller& caller) const;

  std::array<std::uint8_t, 16> secret_;  // so that nobody can choose what falls into one bucket
  TryBuckets device_;
  TryBuckets pair_;
  TryBuckets address_;
  TryBuckets account_;
};

// "192.0.2.7" as it is, "2001:db8:1:2:3::4" as "2001:db8:1:2::/64", an IPv4 address in IPv6 as IPv4; other text as it
// is.
std::string network_of(std::string_view address);

}  // namespace luuvet::server

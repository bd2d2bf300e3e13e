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

#include "domain/base/time.h"
#include "server/identity/try_buckets.h"
#include "server/log/hash.h"

namespace luuvet::server {

struct ThrottleLimits {
  TryLimit device{10, std::chrono::seconds(30)};
  TryLimit account_and_address{5, std::chrono::minutes(1)};
  TryLimit address{100, std::chrono::seconds(10)};
  TryLimit account{30, std::chrono::minutes(2)};
  std::size_t entries_max = 32'768;  // of each kind; those that owe the least are forgotten first
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

  BucketKeys key_of_;
  TryBuckets device_;
  TryBuckets pair_;
  TryBuckets address_;
  TryBuckets account_;
};

// "192.0.2.7" as it is, "2001:db8:1:2:3::4" as "2001:db8:1:2::/64", an IPv4 address in IPv6 as IPv4; other text as it
// is.
std::string network_of(std::string_view address);

}  // namespace luuvet::server

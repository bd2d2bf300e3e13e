#include "server/identity/throttle.h"

#include <gtest/gtest.h>

#include "server/identity/secret.h"
#include "tests/identity/stored.h"

namespace luuvet::server {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using test::after;
using test::kMinuteMs;
using test::kNow;

const Hash kOwnersDevice = hash_of_secret("a device of an's");

Throttle::Caller from(std::string_view account, std::string_view address) {
  return {account, address, {}};
}
Throttle::Caller owner(std::string_view address = "198.51.100.1") {
  return {"an", address, kOwnersDevice};
}

// How many of `tries` at one moment were let in.
int let_in(Throttle& throttle, const Throttle::Caller& caller, int tries, Instant now = kNow) {
  int count = 0;
  for (int at = 0; at < tries; ++at) count += throttle.begin(caller, now).count() == 0;
  return count;
}

TEST(Throttle, OneAddressHasFiveTriesAtOneAccountThenOneAMinute) {
  Throttle throttle;
  EXPECT_EQ(let_in(throttle, from("an", "192.0.2.7"), 100), 5);
  EXPECT_EQ(throttle.begin(from("an", "192.0.2.7"), kNow), minutes(1));
  EXPECT_EQ(throttle.begin(from("an", "192.0.2.7"), after(59'000)), seconds(1));
  EXPECT_EQ(let_in(throttle, from("an", "192.0.2.7"), 10, after(kMinuteMs)), 1);
  EXPECT_EQ(let_in(throttle, from("an", "192.0.2.7"), 10, after(3 * kMinuteMs)), 2);
  EXPECT_EQ(let_in(throttle, from("an", "192.0.2.7"), 10, after(60 * kMinuteMs)), 5);
}

TEST(Throttle, TriesRefusedCostNothingMore) {
  Throttle throttle;
  let_in(throttle, from("an", "192.0.2.7"), 10'000);
  EXPECT_EQ(let_in(throttle, from("an", "192.0.2.7"), 1, after(kMinuteMs)), 1);
}

TEST(Throttle, OthersAtTheSameAddressAreLetIn) {
  Throttle throttle;
  let_in(throttle, from("an", "192.0.2.7"), 100);
  EXPECT_EQ(let_in(throttle, from("binh", "192.0.2.7"), 1), 1);
  EXPECT_EQ(let_in(throttle, from("an", "192.0.2.8"), 1), 1);
}

TEST(Throttle, OneAddressHasAHundredTriesAtAllAccounts) {
  Throttle throttle;
  int count = 0;
  for (int account = 0; account < 1'000; ++account)
    count += let_in(throttle, from("name" + std::to_string(account), "192.0.2.7"), 1);
  EXPECT_EQ(count, 100);
  EXPECT_EQ(let_in(throttle, from("somebody", "192.0.2.7"), 10, after(20'000)), 2);
}

TEST(Throttle, ManyAddressesHaveThirtyTriesAtOneAccountAndTheOwnerIsNeverLockedOut) {
  Throttle throttle;
  int count = 0;
  for (int address = 0; address < 10'000; ++address) {
    count +=
        let_in(throttle, from("an", "10.0." + std::to_string(address / 250) + "." + std::to_string(address % 250)), 5);
  }
  EXPECT_EQ(count, 30);
  EXPECT_EQ(let_in(throttle, owner(), 1), 1);
  EXPECT_EQ(let_in(throttle, owner("10.0.0.1"), 1), 1) << "nor at the attacker's own address";
}

TEST(Throttle, AnAttackThatNeverPausesLocksTheOwnerOutAtNoMoment) {
  Throttle throttle;
  for (int minute = 0; minute < 24 * 60; ++minute) {
    const Instant now = after(minute * kMinuteMs);
    for (int address = 0; address < 40; ++address)
      let_in(throttle, from("an", "10.0.0." + std::to_string(address)), 3, now);
    if (minute % 60 != 0) continue;
    ASSERT_EQ(throttle.begin(owner(), now), milliseconds(0)) << minute;
    throttle.succeeded(owner());
  }
}

TEST(Throttle, AKnownDeviceIsCountedByItself) {
  Throttle throttle;
  EXPECT_EQ(let_in(throttle, owner(), 100), 10);
  EXPECT_EQ(throttle.begin(owner("203.0.113.9"), kNow), seconds(30)) << "wherever it is";
  EXPECT_EQ(let_in(throttle, from("an", "192.0.2.7"), 1), 1);
  EXPECT_EQ(let_in(throttle, {"binh", "198.51.100.1", kOwnersDevice}, 1), 1);
}

TEST(Throttle, SuccessIsForgottenAndClearsItsOwnMistakes) {
  Throttle throttle;
  for (int time = 0; time < 1'000; ++time) {
    ASSERT_EQ(throttle.begin(from("an", "192.0.2.7"), kNow), milliseconds(0)) << time;
    throttle.succeeded(from("an", "192.0.2.7"));
  }
  let_in(throttle, from("an", "192.0.2.7"), 4);
  EXPECT_EQ(let_in(throttle, from("an", "192.0.2.7"), 1), 1);
  throttle.succeeded(from("an", "192.0.2.7"));
  EXPECT_EQ(let_in(throttle, from("an", "192.0.2.7"), 10), 5);
}

TEST(Throttle, SuccessAtOnesOwnAccountBuysNoTriesAtAnothers) {
  Throttle throttle;
  int count = 0;
  for (int time = 0; time < 200; ++time) {
    count += let_in(throttle, from("an", "192.0.2.7"), 1);
    if (throttle.begin(from("attacker", "192.0.2.7"), kNow).count() == 0)
      throttle.succeeded(from("attacker", "192.0.2.7"));
  }
  EXPECT_EQ(count, 5);
}

TEST(Throttle, ATryWithdrawnIsNotCounted) {
  Throttle throttle;
  for (int time = 0; time < 100; ++time) {
    ASSERT_EQ(throttle.begin(from("an", "192.0.2.7"), kNow), milliseconds(0));
    throttle.withdrawn(from("an", "192.0.2.7"));
    ASSERT_EQ(throttle.begin(owner(), kNow), milliseconds(0));
    throttle.withdrawn(owner());
  }
}

TEST(Throttle, StaysInBoundsAndKeepsThoseThatOweMost) {
  ThrottleLimits limits;
  limits.entries_max = 1'000;
  Throttle throttle(limits);
  let_in(throttle, from("an", "192.0.2.7"), 100);
  for (int at = 0; at < 10'000; ++at) {
    const std::string number = std::to_string(at);
    let_in(throttle, from("name" + number, "2001:db8:" + number + "::1"), 1);
    ASSERT_LE(throttle.entries(), 4'000U);
  }
  EXPECT_EQ(let_in(throttle, from("an", "192.0.2.7"), 1), 0);
}

TEST(Throttle, WhatIsOverTakesNoRoom) {
  TryBuckets buckets({5, seconds(1)}, 4);
  for (std::uint64_t key = 1; key <= 4; ++key) buckets.take(key, kNow);
  buckets.take(5, after(10'000));
  EXPECT_EQ(buckets.size(), 1U);
}

TEST(Throttle, ANetworkIsAnAddressOrASlash64) {
  EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(network_of("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("::1"), "::/64");
  EXPECT_EQ(network_of(""), "");
  EXPECT_LE(network_of(std::string(1'000'000, 'x')).size(), 64U);
  Throttle throttle;
  let_in(throttle, from("an", "2001:db8:1:2::1"), 100);
  EXPECT_EQ(let_in(throttle, from("an", "2001:db8:1:2:ffff::2"), 1), 0);
}

TEST(Throttle, HugeNamesCostNoMoreThanOthers) {
  Throttle throttle;
  const std::string huge(1'000'000, 'x');
  EXPECT_EQ(let_in(throttle, from(huge, huge), 10), 5);
  EXPECT_EQ(throttle.entries(), 3U);
}

}  // namespace
}  // namespace luuvet::server

#include "server/identity/throttle.h"

#include <arpa/inet.h>
#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <vector>

namespace luuvet::server {
namespace {

using std::chrono::milliseconds;

static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == sizeof(std::uint64_t));

// Each part goes in after its length, so that no two lists of parts look alike.
std::uint64_t key_of(const std::array<std::uint8_t, 16>& secret, std::initializer_list<std::string_view> parts) {
  std::string message;
  for (const std::string_view part : parts) (message += std::to_string(part.size()) + ':') += part;
  std::uint64_t key = 0;
  crypto_shorthash(reinterpret_cast<unsigned char*>(&key), reinterpret_cast<const unsigned char*>(message.data()),
                   message.size(), secret.data());
  return key;
}

std::array<std::uint8_t, 16> random_key() {
  std::array<std::uint8_t, 16> key;
  randombytes_buf(key.data(), key.size());
  return key;
}

}  // namespace

milliseconds TryBuckets::wait(std::uint64_t key, Instant now) const {
  const auto found = full_at_.find(key);
  if (found == full_at_.end()) return milliseconds{0};
  const std::int64_t room = (limit_.burst - 1) * limit_.every.count();
  return milliseconds{std::max<std::int64_t>(found->second - now.ms - room, 0)};
}

void TryBuckets::take(std::uint64_t key, Instant now) {
  if (full_at_.size() >= entries_max_ && !full_at_.contains(key)) make_room(now);
  std::int64_t& full_at = full_at_[key];
  full_at = std::max(full_at, now.ms) + limit_.every.count();
}

void TryBuckets::give_back(std::uint64_t key) {
  const auto found = full_at_.find(key);
  if (found != full_at_.end()) found->second -= limit_.every.count();
}

// A quarter at a time, so that a flood of new callers costs each of them little.
void TryBuckets::make_room(Instant now) {
  std::erase_if(full_at_, [&](const auto& entry) { return entry.second <= now.ms; });
  const std::size_t kept = entries_max_ - entries_max_ / 4;
  if (full_at_.size() <= kept) return;
  std::vector<std::pair<std::int64_t, std::uint64_t>> by_debt;
  for (const auto& [key, full_at] : full_at_) by_debt.emplace_back(full_at, key);
  const auto dropped = static_cast<std::ptrdiff_t>(by_debt.size() - kept);
  std::nth_element(by_debt.begin(), by_debt.begin() + dropped, by_debt.end());
  for (auto entry = by_debt.begin(); entry != by_debt.begin() + dropped; ++entry) full_at_.erase(entry->second);
}

Throttle::Throttle(ThrottleLimits limits)
    : secret_(random_key()),
      device_(limits.device, limits.entries_max),
      pair_(limits.account_and_address, limits.entries_max),
      address_(limits.address, limits.entries_max),
      account_(limits.account, limits.entries_max) {}

Throttle::Keys Throttle::keys_of(const Caller& caller) const {
  const std::string network = network_of(caller.address);
  return {caller.device ? key_of(secret_, {"device", caller.account, bytes_of(*caller.device)}) : 0,
          key_of(secret_, {"pair", caller.account, network}), key_of(secret_, {"address", network}),
          key_of(secret_, {"account", caller.account})};
}

milliseconds Throttle::begin(const Caller& caller, Instant now) {
  const Keys keys = keys_of(caller);
  if (caller.device) {
    const milliseconds wait = device_.wait(keys.device, now);
    if (wait.count() == 0) device_.take(keys.device, now);
    return wait;
  }
  const milliseconds wait =
      std::max({pair_.wait(keys.pair, now), address_.wait(keys.address, now), account_.wait(keys.account, now)});
  if (wait.count() > 0) return wait;
  pair_.take(keys.pair, now);
  address_.take(keys.address, now);
  account_.take(keys.account, now);
  return wait;
}

void Throttle::succeeded(const Caller& caller) {
  const Keys keys = keys_of(caller);
  if (caller.device) return device_.fill(keys.device);
  pair_.fill(keys.pair);
  address_.give_back(keys.address);
  account_.give_back(keys.account);
}

void Throttle::withdrawn(const Caller& caller) {
  const Keys keys = keys_of(caller);
  if (caller.device) return device_.give_back(keys.device);
  pair_.give_back(keys.pair);
  address_.give_back(keys.address);
  account_.give_back(keys.account);
}

std::string network_of(std::string_view address) {
  const std::string text(address.substr(0, INET6_ADDRSTRLEN));
  in6_addr whole{};
  if (inet_pton(AF_INET6, text.c_str(), &whole) != 1) return text;
  char network[INET6_ADDRSTRLEN];
  if (IN6_IS_ADDR_V4MAPPED(&whole)) {
    inet_ntop(AF_INET, &whole.s6_addr[12], network, sizeof network);
    return network;
  }
  std::memset(&whole.s6_addr[8], 0, 8);
  inet_ntop(AF_INET6, &whole, network, sizeof network);
  return std::string(network) + "/64";
}

}  // namespace luuvet::server

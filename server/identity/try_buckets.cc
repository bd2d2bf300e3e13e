#include "server/identity/try_buckets.h"

#include <sodium.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace luuvet::server {

using std::chrono::milliseconds;

static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == sizeof(std::uint64_t));

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

TryBuckets::Level TryBuckets::level(std::uint64_t key, Instant now) const {
  const auto found = full_at_.find(key);
  const std::int64_t owed = found == full_at_.end() ? 0 : std::max<std::int64_t>(found->second - now.ms, 0);
  const std::int64_t every = limit_.every.count();
  return {std::max<std::int64_t>(limit_.burst - (owed + every - 1) / every, 0), milliseconds{owed}};
}

BucketKeys::BucketKeys() {
  randombytes_buf(secret_.data(), secret_.size());
}

// Each part goes in after its length, so that no two lists of parts look alike.
std::uint64_t BucketKeys::operator()(std::initializer_list<std::string_view> parts) const {
  std::string message;
  for (const std::string_view part : parts) (message += std::to_string(part.size()) + ':') += part;
  std::uint64_t key = 0;
  crypto_shorthash(reinterpret_cast<unsigned char*>(&key), reinterpret_cast<const unsigned char*>(message.data()),
                   message.size(), secret_.data());
  return key;
}

}  // namespace luuvet::server

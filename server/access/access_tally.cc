#include "server/access/access_tally.h"

#include <utility>

#include "server/identity/throttle.h"

namespace luuvet::server {
namespace {

std::uint64_t weight_of(const AccessEvent& event) {
  return event.kind == AccessKind::kExported ? event.data.items.value_or(0) : 1;
}

}  // namespace

const AccessTally::Rule* AccessTally::rule_of(const AccessEvent& event) {
  static constexpr Rule kCounted{kCountedMs, 1, true};
  static constexpr Rule kReadOnce{kReadMs, 1, false};
  static constexpr Rule kExport{kExportMs, kExportLeast, true};
  static constexpr Rule kFile{kExportMs, 0, true};
  switch (event.kind) {
    case AccessKind::kSignInFailed:
    case AccessKind::kLockedOut:
    case AccessKind::kForbidden:
      return &kCounted;
    case AccessKind::kRead:
      return &kReadOnce;
    case AccessKind::kExported:
      return event.data.what == "events" ? &kExport : &kFile;
    default:
      return nullptr;
  }
}

// Not by what a caller can vary at will (unknown usernames, paths, addresses of one network): a flood must stay a few
// rows.
std::string AccessTally::key_of(const AccessEvent& event) {
  std::string key(1, static_cast<char>(event.kind));
  const auto add = [&](std::string_view part) { (key += part) += '\0'; };
  add(event.account.value);
  add(network_of(event.address));
  add(event.data.token.value_or(""));
  if (event.kind == AccessKind::kRead) add(event.data.subject.value_or(""));
  if (event.kind == AccessKind::kExported) add(event.data.what.value_or(""));
  if (event.kind == AccessKind::kForbidden) add(event.data.method.value_or("") + ' ' + event.data.rule.value_or(""));
  return key;
}

void AccessTally::tell(Entry& entry, std::vector<AccessEvent>& due) {
  AccessEvent& event = due.emplace_back(entry.sample);
  const std::uint64_t weight = std::exchange(entry.waiting, 0);
  if (event.kind == AccessKind::kRead) return;
  (event.kind == AccessKind::kExported ? event.data.items : event.data.count) = weight;
  event.data.first = entry.sample.at;
  event.data.last = entry.last;
}

void AccessTally::take(AccessEvent&& event, std::vector<AccessEvent>& due) {
  const Rule* rule = rule_of(event);
  if (rule == nullptr) return due.push_back(std::move(event));
  const std::string key = key_of(event);
  auto found = entries_.find(key);
  if (found != entries_.end() && is_over(found->second, event.at)) {
    tell_rest(found->second, due);
    entries_.erase(found);
    found = entries_.end();
  }
  if (found == entries_.end()) {
    if (entries_.size() >= kEntriesMax) finish(due);
    found = entries_.emplace(key, Entry{event, event.at, event.at}).first;
  }
  Entry& entry = found->second;
  add(entry, event);
  if (entry.told || entry.waiting < rule->least) return;
  tell(entry, due);
  entry.told = true;
}

void AccessTally::add(Entry& entry, const AccessEvent& event) {
  if (entry.waiting == 0) entry.sample = event;
  if (entry.sample.data.username_digest != event.data.username_digest) entry.sample.data.username_digest.reset();
  entry.last = event.at;
  entry.waiting += weight_of(event);
}

bool AccessTally::is_over(const Entry& entry, Instant now) {
  return now.ms - entry.begun.ms >= rule_of(entry.sample)->window_ms;
}

void AccessTally::tell_rest(Entry& entry, std::vector<AccessEvent>& due) {
  if (entry.told && entry.waiting > 0 && rule_of(entry.sample)->tells_rest) tell(entry, due);
}

void AccessTally::expire(Instant now, std::vector<AccessEvent>& due) {
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    if (!is_over(entry->second, now)) {
      ++entry;
      continue;
    }
    tell_rest(entry->second, due);
    entry = entries_.erase(entry);
  }
}

void AccessTally::finish(std::vector<AccessEvent>& due) {
  for (auto& [key, entry] : entries_) tell_rest(entry, due);
  entries_.clear();
}

}  // namespace luuvet::server

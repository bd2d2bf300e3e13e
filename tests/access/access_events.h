// Events for tests of the access log, at moments counted from one morning.
#pragma once

#include <string>

#include "server/access/access_store.h"
#include "tests/log/records.h"

namespace luuvet::server::testing {

inline const Instant kMorning = start_of_day(date_from_civil({2026, 5, 1}));

inline Instant after_seconds(std::int64_t seconds) {
  return {kMorning.ms + seconds * 1000};
}

inline AccessEvent event_at(Instant at, AccessKind kind, const std::string& account) {
  AccessEvent event;
  event.kind = kind;
  event.at = at;
  event.account = event.actor = {account};
  event.address = "10.0.0.7";
  return event;
}

inline AccessEvent failure_at(Instant at, const std::string& account, const std::string& address) {
  AccessEvent event = event_at(at, AccessKind::kSignInFailed, account);
  event.actor = {};
  event.address = address;
  return event;
}

// A store in a folder of its own, and how to open it again.
struct StoredAccess {
  TemporaryFolder folder;
  const AccessFolders folders = access_folders(folder / "data", folder / "state");

  AccessStore open(Instant now = kMorning) const {
    return {folders, "test", MissingGuard::kRefuse, now, [](const std::string&) {}};
  }
};

}  // namespace luuvet::server::testing

// One page of the access log, newest first. Worker thread: it reads the log.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/ids.h"
#include "domain/base/time.h"
#include "server/log/event_log.h"

namespace luuvet::server {

inline constexpr std::size_t kAccessScanMax = 50'000;

struct AccessQuery {
  std::size_t limit = 100;
  std::optional<Sequence> before;  // only records below it
  std::optional<Sequence> after;   // only records above it
  std::optional<ActorId> account;
  std::optional<Date> day;                // in Vietnam
  std::vector<std::string> types;         // whole words from the front of the type; none: all
  std::size_t scan_max = kAccessScanMax;  // records that the page looks at
};

struct AccessPage {
  std::vector<std::string> items;  // JSON objects
  std::optional<Sequence> next;    // `before` of the next page
};

AccessPage read_access_page(const EventLog& log, const AccessQuery& query);

}  // namespace luuvet::server

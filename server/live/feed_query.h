// The query of GET /api/v1/live and /api/v1/events: from where, how much, what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/problem.h"
#include "server/live/feed_filter.h"

namespace luuvet::server {

struct FeedQuery {
  std::optional<Sequence> after;  // absent: the address's default
  std::size_t limit = 0;          // of a page
  FilterTerms terms;
};

enum class FeedForm : std::uint8_t {
  kPage,         // a page: `limit`
  kWebSocket,    // no `limit`
  kEventStream,  // no `limit`; Last-Event-ID goes before `after`: a browser that comes back repeats the old URL
};

// `log`: the id of ours. `head`: no position beyond it is known. Problems: kBadQuery, kBadHeader, kBeyondHead,
// kAnotherLog.
api::Asked<FeedQuery> read_feed_query(const api::Request& request, FeedForm form, std::string_view log, Sequence head);

// The live ticket that a WebSocket's address bears.
std::optional<std::string> ticket_of(const api::Request& request);

}  // namespace luuvet::server

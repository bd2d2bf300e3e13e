// The headers of a request that mean something to the API, read strictly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/problem.h"
#include "domain/base/common.h"

namespace luuvet::api {

// For whom somebody commands, resting on what. Who it is says the session or the token, not a header.
struct CommandHeaders {
  std::optional<AgencyId> agency;    // none: the only one that the account has grants for
  std::optional<Capacity> capacity;  // none: that of the grant used
  std::optional<Sequence> if_match;
  std::optional<Sequence> based_on;
  std::optional<std::string> idempotency_key;  // without its quotes
};

inline constexpr std::size_t kIdempotencyKeyBytesMax = 128;

// kBadHeader names the first header that is misspelt, stands twice or says what nobody may say: the agency or the
// capacity of the system.
Asked<CommandHeaders> read_command_headers(const Request& request);

// Whether the body is said to be JSON: application/json, with no charset but UTF-8.
bool says_json(const Request& request);

// How a reader wants the records of /events.
enum class EventsForm : std::uint8_t { kBatch, kLines, kStream };

// By `Accept`: kStream for text/event-stream, kLines for application/x-ndjson, else kBatch.
EventsForm events_form(const Request& request);
std::string_view media_type_of(EventsForm form);

// `Last-Event-ID`, which a browser sends when it comes back to an event stream.
Asked<std::optional<Sequence>> last_event_id(const Request& request);

// "\"840\"".
std::string etag_of(Sequence sequence);

}  // namespace luuvet::api

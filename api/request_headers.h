// The headers of a request that mean something to the API, read strictly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/problem.h"
#include "domain/common.h"

namespace luuvet::api {

// Who commands, for whom, resting on what. Missing headers: the actor `local`, an empty agency (the standing agency of
// the programme concerned), the capacity kDirect, no precondition, no key.
struct CommandHeaders {
  ActorId actor;
  AgencyId agency;
  Capacity capacity = Capacity::kDirect;
  std::optional<Sequence> if_match;
  std::optional<Sequence> based_on;
  std::optional<std::string> idempotency_key;  // without its quotes
};

inline constexpr std::string_view kLocalActor = "local";
inline constexpr std::size_t kIdempotencyKeyBytesMax = 128;

// kBadHeader names the first header that is misspelt, stands twice or says what nobody may say: the actor or capacity
// of the system.
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

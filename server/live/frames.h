// Records and the feed's own messages as bytes on the wire, for WebSockets and for event streams.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/base/ids.h"
#include "domain/base/time.h"
#include "server/live/feed_filter.h"

namespace luuvet::server {

enum class Framing { kWebSocket, kEventStream };

// WebSocket: one unfragmented text frame (RFC 6455, from a server: not masked). Event stream: `id` and `data`; `bytes`
// has no line break.
void append_record(std::string& out, Framing framing, Sequence sequence, std::string_view bytes);

// Differs between connections, by their number, and between processes: for the ids of control frames.
std::string connection_id(std::uint64_t number);

// The feed's own messages to one subscriber (api/asyncapi.yaml): CloudEvents in a WebSocket; in an event stream
// comments, which set the stream's last id all the same, so that who filters resumes behind what was filtered out.
class ControlFrames {
 public:
  // `source`: of the log's records, "/luuvet/<instance>/<log>". `connection`: different for each connection of the
  // process.
  ControlFrames(Framing framing, std::string_view source, std::string connection);

  std::string hello(Instant now, std::string_view log, Sequence head, Sequence after, const FilterTerms& filter);
  std::string caught_up(Instant now, Sequence position);
  // With a ping, in a WebSocket.
  std::string heartbeat(Instant now, Sequence position);
  // For WebSockets only. `data`: JSON.
  std::string presence(Instant now, std::string_view data);

 private:
  std::string event(Instant now, std::string_view type, std::string_view data);

  Framing framing_;
  std::string source_;
  std::string connection_;
  std::uint64_t count_ = 0;
};

}  // namespace luuvet::server

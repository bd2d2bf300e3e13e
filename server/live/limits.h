// What one subscriber may take up, and when it is given up. Every limit is hit by a test in tests/net.
#pragma once

#include <chrono>
#include <cstddef>

namespace luuvet::server {

struct LiveLimits {
  std::size_t subscribers = 6'000;        // WebSockets and event streams together; beyond: 503
  std::size_t buffer_bytes = 64 * 1024;   // composed for one subscriber at a time, or one record if that is longer
  std::size_t socket_bytes = 128 * 1024;  // asked of the kernel as send buffer, so that it does not grow by itself
  std::size_t message_bytes = 1024;       // one message from a subscriber; beyond: close 1009
  unsigned frames_a_second = 2;           // pings and pongs from a subscriber; beyond: close 1008

  std::chrono::milliseconds heartbeat{15'000};
  std::chrono::milliseconds stall{60'000};       // nothing taken by the peer though something waits: close 4000
  std::chrono::milliseconds silence{45'000};     // no pong, nor anything else, from a WebSocket: close 4001
  std::chrono::milliseconds close_grace{4'000};  // for the peer to answer a close; then the connection is cut
  std::chrono::milliseconds tick{250};           // how often these are looked at
};

// Who looks at what (presence.h).
struct PresenceLimits {
  unsigned frames_a_second = 2;  // looking frames from a subscriber, on average; what comes faster is passed over
  unsigned frames_at_once = 4;
  unsigned passed_over = 20;  // within `passed_over_in`: close 1008
  std::chrono::milliseconds passed_over_in{10'000};
  std::size_t people = 50;                     // named in one frame; of the rest only how many
  std::chrono::milliseconds spacing{500};      // between two frames about the same record to anybody
  std::chrono::milliseconds lifetime{15'000};  // without another looking frame, somebody looks no more
};

}  // namespace luuvet::server

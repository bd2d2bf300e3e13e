// What one peer may take up. Every limit is hit by a test in tests/net.
#pragma once

#include <chrono>
#include <cstddef>

namespace luuvet::server {

struct HttpLimits {
  std::size_t header_bytes = 16 * 1024;      // request line and headers together; beyond: 431
  std::size_t body_bytes = 4 * 1024 * 1024;  // beyond: 413
  std::size_t connections = 8'192;           // open at once, live ones too; beyond: 503
  std::size_t refusals = 64;                 // connections that are being told so; beyond: closed unanswered

  std::chrono::milliseconds handshake{10'000};        // of TLS
  std::chrono::milliseconds idle{75'000};             // between requests
  std::chrono::milliseconds header{10'000};           // from the first byte of a request to the end of its headers
  std::chrono::milliseconds body{60'000};             // from there to the end of its body
  std::chrono::milliseconds upload_progress{30'000};  // for each 256 KiB of an upload
  std::chrono::milliseconds upload{1'800'000};        // for the whole of it
  std::chrono::milliseconds write_progress{30'000};   // for each 256 KiB of an answer
  std::chrono::milliseconds linger{2'000};            // for the peer to read a refusal before the connection is cut
  std::chrono::milliseconds stop_grace{5'000};        // for requests and subscribers to end when the server stops
};

}  // namespace luuvet::server

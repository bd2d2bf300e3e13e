// A conversation that outlives its request: a WebSocket, an event stream. The HTTP session hands it the socket and
// waits for its end.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "api/http/http_message.h"
#include "server/net/socket.h"

namespace luuvet::server {

// All on the net thread.
class Stream {
 public:
  virtual ~Stream() = default;

  // Answers the request that opened it and talks until one side ends. `read_ahead`: bytes that came behind the request.
  // The caller keeps the stream alive until this is over.
  virtual boost::asio::awaitable<void> run(Socket socket, std::string read_ahead) = 0;

  // Asks for a polite end (a WebSocket closes with 1001); run() ends soon, if the peer plays along.
  virtual void stop() = 0;
  // Cuts the connection; run() ends at once.
  virtual void abort() = 0;
};

// What a route makes of a request: nothing (an ordinary request after all), a refusal, or a stream.
using StreamAnswer = std::variant<std::monostate, api::Reply, std::shared_ptr<Stream>>;

// Requests for exactly this path are offered to `open`, whatever their method; a HEAD is not. Host and Origin have been
// checked.
struct StreamRoute {
  std::string path;
  std::function<StreamAnswer(const api::Request&)> open;
};

}  // namespace luuvet::server

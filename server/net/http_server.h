// HTTP/1.1 on one io_context thread ("net"): accepts connections, reads requests within limits, asks the handler,
// writes its replies.
//
// The edge settles what concerns the protocol alone: malformed requests (400, 501, 505), limits (413, 431, 503),
// foreign Host (421) or Origin (403), OPTIONS, HEAD, Expect, keep-alive, time-outs, TLS, what a proxy says. Methods,
// paths and media types are the handler's. Requests of one connection are carried out one after another: a client that
// sends several at once (pipelining) waits in its own socket.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/http_message.h"
#include "server/net/exchange.h"
#include "server/net/host_policy.h"
#include "server/net/limits.h"
#include "server/net/stream.h"
#include "server/net/upload.h"

namespace luuvet::server {

// May suspend, e.g. until the engine has answered. A coroutine behind it must own what it uses: no capturing coroutine
// lambdas. What it throws becomes a 500.
using Handler = std::function<boost::asio::awaitable<api::Reply>(api::Request)>;

struct HttpConfig {
  std::string address = "127.0.0.1";  // "::1", "0.0.0.0"
  std::uint16_t port = 0;             // 0 = any free one
  HttpLimits limits;
  std::vector<std::string> hosts;       // see HostPolicy; the loopback names are always there
  std::vector<std::string> proxies;     // see TrustedProxies
  std::shared_ptr<TlsContext> tls;      // none: plain HTTP
  bool direct_only = false;             // refuses what came through a proxy: no passwords worth the name stand behind
  std::chrono::milliseconds tick{250};  // how often time-outs are looked at
  std::vector<StreamRoute> streams;
  std::vector<UploadRoute> uploads;
  Handler handler;
  std::function<void(std::string_view)> report;  // one line about a fault of ours, for the process's log; may be empty
  Observe observe;                               // told of every request behind its answer; may be empty
};

// Counted since the start.
struct HttpCounters {
  std::uint64_t accepted = 0;
  std::uint64_t refused_connections = 0;  // beyond limits.connections
  std::uint64_t requests = 0;
  std::uint64_t timeouts = 0;
  std::uint64_t failed_handshakes = 0;  // of TLS
  std::uint64_t faults = 0;             // the handler threw
};

class HttpServer {
 public:
  // Listens from here on, accepts from start() on. Throws boost::system::system_error if the address cannot be had,
  // std::invalid_argument if a proxy is no address.
  HttpServer(boost::asio::io_context& io, HttpConfig config);
  ~HttpServer();  // cuts what is left

  std::uint16_t port() const;
  const HostPolicy& host_policy() const;

  // These on the net thread, or while it does not run.
  void start();
  // Accepts no more; idle connections are closed, running requests get their answer, streams are asked to end; what is
  // left after limits.stop_grace is cut. Then calls `stopped`, once. A handler that never resumes is left to the
  // destruction of the io_context.
  void stop(std::function<void()> stopped);
  std::size_t connections() const;
  const HttpCounters& counters() const;

 private:
  std::shared_ptr<struct HttpState> state_;
};

}  // namespace luuvet::server

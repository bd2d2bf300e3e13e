// One accepted socket and what the server must know of it to end it.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <unordered_set>

#include "server/net/forwarding.h"
#include "server/net/http_server.h"
#include "server/net/socket.h"

namespace luuvet::server {

using Clock = std::chrono::steady_clock;

struct Connection {
  explicit Connection(Socket accepted) : socket(std::move(accepted)) {
    boost::system::error_code error;
    const auto endpoint = socket.tcp().remote_endpoint(error);
    if (!error) peer = endpoint.address().to_string();
  }

  enum class Phase { kIdle, kBusy, kStreaming };

  Socket socket;
  Clock::time_point deadline = Clock::time_point::max();  // the server cuts the connection when it has passed
  Phase phase = Phase::kIdle;
  std::shared_ptr<Stream> stream;  // in kStreaming: it has the socket
  std::string peer;                // its address
  std::string unread;              // came, but not yet taken by the reader

  void give(std::chrono::milliseconds time) { deadline = Clock::now() + time; }
  void no_deadline() { deadline = Clock::time_point::max(); }
  void cut() {
    if (stream) stream->abort();
    socket.close();
  }
};

// Shared by the server and the sessions that may outlive it by a moment.
struct HttpState {
  HttpState(boost::asio::io_context& context, HttpConfig given);

  boost::asio::io_context& io;
  HttpConfig config;
  HostPolicy hosts;
  const TrustedProxies proxies;
  HttpCounters counters;
  std::unordered_set<std::shared_ptr<Connection>> connections;
  bool stopping = false;

  // The Date header of this second.
  const std::string& date();
  // Unlike any other of this or an earlier process.
  std::string new_request_id();
  void report(std::string_view line) const;

 private:
  const std::string process_;  // random: the front of its request ids
  std::uint64_t requests_ = 0;
  std::int64_t date_second_ = -1;
  std::string date_;
};

// The whole life of a connection. Whoever spawns it takes the connection out of `state->connections` afterwards.
boost::asio::awaitable<void> serve_http(std::shared_ptr<HttpState> state, std::shared_ptr<Connection> connection);

// Tells the peer that there are too many, and ends.
boost::asio::awaitable<void> refuse_connection(std::shared_ptr<HttpState> state,
                                               std::shared_ptr<Connection> connection);

}  // namespace luuvet::server

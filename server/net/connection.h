// One accepted socket and what the server must know of it to end it.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <unordered_set>

#include "server/net/http_server.h"

namespace luuvet::server {

using Clock = std::chrono::steady_clock;

struct Connection {
  explicit Connection(boost::asio::ip::tcp::socket accepted) : socket(std::move(accepted)) {
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (!error) peer = endpoint.address().to_string();
  }

  enum class Phase { kIdle, kBusy, kStreaming };

  boost::asio::ip::tcp::socket socket;
  Clock::time_point deadline = Clock::time_point::max();  // the server cuts the connection when it has passed
  Phase phase = Phase::kIdle;
  std::shared_ptr<Stream> stream;  // in kStreaming: it has the socket
  std::string peer;                // its address
  std::string unread;              // came, but not yet taken by the reader

  void give(std::chrono::milliseconds time) { deadline = Clock::now() + time; }
  void no_deadline() { deadline = Clock::time_point::max(); }
  void cut() {
    boost::system::error_code ignored;
    if (stream) stream->abort();
    socket.close(ignored);
  }
};

// Shared by the server and the sessions that may outlive it by a moment.
struct HttpState {
  HttpState(boost::asio::io_context& context, HttpConfig given);

  boost::asio::io_context& io;
  HttpConfig config;
  HostPolicy hosts;
  HttpCounters counters;
  std::unordered_set<std::shared_ptr<Connection>> connections;
  bool stopping = false;

  // The Date header of this second.
  const std::string& date();
  void report(std::string_view line) const;

 private:
  std::int64_t date_second_ = -1;
  std::string date_;
};

// The whole life of a connection. Whoever spawns it takes the connection out of `state->connections` afterwards.
boost::asio::awaitable<void> serve_http(std::shared_ptr<HttpState> state, std::shared_ptr<Connection> connection);

// Tells the peer that there are too many, and ends.
boost::asio::awaitable<void> refuse_connection(std::shared_ptr<HttpState> state,
                                               std::shared_ptr<Connection> connection);

}  // namespace luuvet::server

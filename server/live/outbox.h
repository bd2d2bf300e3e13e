// The way out to one peer: hands bytes to the socket at once and keeps what it does not take, so that one write carries
// all that is pending. On the net thread.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/net/socket.h"

namespace luuvet::server {

class Outbox : public std::enable_shared_from_this<Outbox> {
 public:
  // `socket_bytes`: the send buffer asked of the kernel.
  Outbox(Socket socket, std::size_t socket_bytes);

  Socket& socket() { return socket_; }

  void send(std::string_view bytes);
  // Nothing more is sent after `last`: what send() is given from here on is dropped.
  void send_last(std::string_view last);
  bool has_sent_last() const { return last_sent_; }

  // Stays above 0 when the connection has failed.
  std::size_t unsent() const { return unsent_.size() - sent_ + socket_.unsent(); }
  std::uint64_t taken() const { return taken_; }

  // Called whenever all that was kept has gone.
  void on_drained(std::function<void()> drained) { drained_ = std::move(drained); }

  // Calls `handler()` once when nothing is unsent, or nothing can be sent any more.
  template <class Handler>
  void when_drained(Handler handler) {
    if (unsent() == 0 || failed_) gone_.expires_at(boost::asio::steady_timer::time_point::min());
    gone_.async_wait([handler = std::move(handler)](boost::system::error_code) mutable { handler(); });
  }

  // Ends both directions at once: pending reads fail.
  void abort();

 private:
  std::size_t write_some(std::string_view bytes);
  void wait_for_room();
  void send_kept();
  void fail();

  Socket socket_;
  boost::asio::steady_timer gone_;  // never expires by time: cancelled when drained
  std::string unsent_;
  std::size_t sent_ = 0;  // of unsent_
  std::uint64_t taken_ = 0;
  bool last_sent_ = false;
  bool waiting_ = false;  // for room in the socket
  bool failed_ = false;
  std::function<void()> drained_;
};

}  // namespace luuvet::server

// The layer under websocket::stream. What Beast writes (the handshake, pongs, closes) goes into the same outbox as the
// frames that the hub makes once for all subscribers; each write here is whole frames, so they cannot interleave.
// Writes complete at once: it is the outbox that waits for the socket.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <memory>
#include <string>
#include <utility>

#include "server/live/outbox.h"

namespace luuvet::server {

class GatherStream {
 public:
  using executor_type = boost::asio::ip::tcp::socket::executor_type;
  using next_layer_type = boost::asio::ip::tcp::socket;

  // `read_ahead`: bytes that were read from the socket already; they are read from here first.
  GatherStream(std::shared_ptr<Outbox> outbox, std::string read_ahead)
      : outbox_(std::move(outbox)), read_ahead_(std::move(read_ahead)) {}

  executor_type get_executor() { return outbox_->socket().get_executor(); }
  next_layer_type& next_layer() { return outbox_->socket().tcp(); }
  Outbox& outbox() { return *outbox_; }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
        [](auto handler, GatherStream* self, const Buffers& into) { self->read_some(into, std::move(handler)); }, token,
        this, buffers);
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
        [](auto handler, GatherStream* self, const Buffers& from) { self->write_some(from, std::move(handler)); },
        token, this, buffers);
  }

 private:
  static constexpr char kCloseFrame = '\x88';

  template <class Buffers, class Handler>
  void read_some(const Buffers& into, Handler handler) {
    if (read_ahead_.empty()) return outbox_->socket().async_read_some(into, std::move(handler));
    const std::size_t copied = boost::asio::buffer_copy(into, boost::asio::buffer(read_ahead_));
    read_ahead_.erase(0, copied);
    complete(std::move(handler), copied);
  }

  template <class Buffers, class Handler>
  void write_some(const Buffers& from, Handler handler) {
    const std::string bytes = boost::beast::buffers_to_string(from);
    if (bytes.starts_with(kCloseFrame))
      outbox_->send_last(bytes);
    else
      outbox_->send(bytes);
    complete(std::move(handler), bytes.size());
  }

  template <class Handler>
  void complete(Handler handler, std::size_t bytes) {
    boost::asio::post(get_executor(),
                      boost::beast::bind_front_handler(std::move(handler), boost::system::error_code(), bytes));
  }

  std::shared_ptr<Outbox> outbox_;
  std::string read_ahead_;
};

// Found by Beast: ends the TCP connection behind what is unsent.
template <class Handler>
void async_teardown(boost::beast::role_type role, GatherStream& stream, Handler&& handler) {
  stream.outbox().when_drained([role, &stream, handler = std::forward<Handler>(handler)]() mutable {
    stream.outbox().socket().say_close();
    boost::beast::websocket::async_teardown(role, stream.next_layer(), std::move(handler));
  });
}
inline void teardown(boost::beast::role_type role, GatherStream& stream, boost::system::error_code& error) {
  boost::beast::websocket::teardown(role, stream.next_layer(), error);
}

}  // namespace luuvet::server

// An accepted connection: TCP, plain or with TLS on it. One type for both, so that what talks over it is compiled once;
// the plain one is a TCP socket and a test for null. On the net thread.
#pragma once

#include <array>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <string_view>
#include <utility>

#include "server/net/tls_stream.h"

namespace luuvet::server {

class Socket {
 public:
  using Tcp = boost::asio::ip::tcp::socket;
  using Error = boost::system::error_code;
  using executor_type = Tcp::executor_type;

  explicit Socket(Tcp plain) : plain_(std::move(plain)) {}
  Socket(Tcp plain, const TlsContext& tls)
      : plain_(plain.get_executor()), tls_(std::make_shared<TlsStream>(std::move(plain), tls)) {}
  Socket(Socket&& other) noexcept = default;
  Socket& operator=(Socket&& other) = delete;
  ~Socket() { close(); }

  executor_type get_executor() { return plain_.get_executor(); }
  // What carries it: for options, waiting and addresses.
  Tcp& tcp() { return tls_ ? tls_->socket() : plain_; }
  bool is_tls() const { return tls_ != nullptr; }

  // void(Error, std::size_t): comes before all else where is_tls().
  template <class Token>
  auto async_handshake(Token&& token) {
    return boost::asio::async_initiate<Token, void(Error, std::size_t)>(
        [](auto handler, Socket* self) { self->tls_->handshake(shared(std::move(handler))); }, token, this);
  }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(Error, std::size_t)>(
        [](auto handler, Socket* self, const Buffers& into) {
          if (!self->tls_) return self->plain_.async_read_some(into, std::move(handler));
          self->tls_->read(first_of<boost::asio::mutable_buffer>(into), shared(std::move(handler)));
        },
        token, this, buffers);
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(Error, std::size_t)>(
        [](auto handler, Socket* self, const Buffers& from) {
          if (!self->tls_) return self->plain_.async_write_some(from, std::move(handler));
          thread_local std::array<char, TlsStream::kWriteBytesMax> gathered;
          const std::size_t size = boost::asio::buffer_copy(boost::asio::buffer(gathered), from);
          self->tls_->write({gathered.data(), size}, shared(std::move(handler)));
        },
        token, this, buffers);
  }

  // Sends what goes at once, with the socket in non-blocking mode; see TlsStream::write_some.
  std::size_t write_some(std::string_view bytes, Error& error) {
    if (tls_) return tls_->write_some(bytes, error);
    return bytes.empty() ? 0 : plain_.write_some(boost::asio::buffer(bytes), error);
  }
  // Taken by write_some, but not sent: needs another call when the socket has room.
  std::size_t unsent() const { return tls_ ? tls_->unsent() : 0; }

  // Nothing more will be sent; the peer is told.
  void say_close() {
    if (tls_) tls_->say_close();
  }
  void shutdown_send() {
    Error ignored;
    say_close();
    tcp().shutdown(Tcp::shutdown_send, ignored);
  }
  void close() {
    Error ignored;
    tcp().close(ignored);
  }

 private:
  // Handlers of Asio can only be moved, std::function wants what can be copied.
  template <class Handler>
  static TlsStream::Done shared(Handler handler) {
    return [kept = std::make_shared<Handler>(std::move(handler))](Error error, std::size_t size) {
      std::move (*kept)(error, size);
    };
  }
  template <class Buffer, class Buffers>
  static Buffer first_of(const Buffers& buffers) {
    for (auto at = boost::asio::buffer_sequence_begin(buffers); at != boost::asio::buffer_sequence_end(buffers); ++at)
      if (const Buffer buffer(*at); buffer.size() > 0) return buffer;
    return {};
  }

  Tcp plain_;
  std::shared_ptr<TlsStream> tls_;  // none: plain_ is the connection
};

}  // namespace luuvet::server

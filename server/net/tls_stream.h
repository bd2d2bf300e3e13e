// A TCP socket with TLS on it. Lives on the heap, since its own operations keep it; ends when close() is called and
// they have noticed. On the net thread.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/net/tls.h"

namespace luuvet::server {

class TlsStream : public std::enable_shared_from_this<TlsStream> {
 public:
  using Error = boost::system::error_code;
  using Done = std::function<void(Error, std::size_t)>;  // never called from within what it was given to

  static constexpr std::size_t kWriteBytesMax = 64 * 1024;  // encrypted at once

  TlsStream(boost::asio::ip::tcp::socket socket, const TlsContext& context);

  // One at a time each; a read and a write may go on together.
  void handshake(Done done);
  void read(boost::asio::mutable_buffer into, Done done);
  // At most kWriteBytesMax, copied; done when the socket has taken all of it.
  void write(std::string_view bytes, Done done);

  // Encrypts and sends what the socket takes at once; answers how many of `bytes` were taken. What was taken, but not
  // sent, is sent by the next call: unsent(). `would_block` when nothing was taken.
  std::size_t write_some(std::string_view bytes, Error& error);
  std::size_t unsent() const { return session_.unsent().size(); }

  void say_close();  // to the peer, as far as the socket takes it
  boost::asio::ip::tcp::socket& socket() { return socket_; }

 private:
  void continue_handshake(Done done);
  void continue_read(boost::asio::mutable_buffer into, Done done);
  void continue_write(std::size_t size, Done done);
  void wait(boost::asio::ip::tcp::socket::wait_type direction, Done done, void (TlsStream::*then)(Done));
  Error take_more();  // from the socket into the session
  Error flush();      // all that is unsent, or would_block

  boost::asio::ip::tcp::socket socket_;
  TlsSession session_;
};

}  // namespace luuvet::server

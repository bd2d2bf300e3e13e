#include "server/net/tls_stream.h"

#include <array>
#include <boost/asio/post.hpp>
#include <utility>

namespace luuvet::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = TlsStream::Error;
using Step = TlsSession::Step;

constexpr std::size_t kReadBytes = 16 * 1024;  // a whole record, for all streams in turn

bool would_block(const Error& error) {
  return error == asio::error::would_block || error == asio::error::try_again;
}

Error ended_by(Step step) {
  return step == Step::kEnded ? Error(asio::error::eof) : Error(asio::error::connection_aborted);
}

}  // namespace

TlsStream::TlsStream(tcp::socket socket, const TlsContext& context) : socket_(std::move(socket)), session_(context) {
  Error ignored;
  socket_.non_blocking(true, ignored);
}

Error TlsStream::take_more() {
  thread_local std::array<char, kReadBytes> waiting;
  Error error;
  const std::size_t got = socket_.read_some(asio::buffer(waiting), error);
  if (!error) session_.feed({waiting.data(), got});
  return error;
}

Error TlsStream::flush() {
  Error error;
  while (!error && !session_.unsent().empty()) {
    const std::size_t taken = socket_.write_some(asio::buffer(session_.unsent()), error);
    session_.sent(taken);
  }
  return error;
}

void TlsStream::handshake(Done done) {
  asio::post(socket_.get_executor(), [self = shared_from_this(), done = std::move(done)]() mutable {
    self->continue_handshake(std::move(done));
  });
}

void TlsStream::wait(tcp::socket::wait_type direction, Done done, void (TlsStream::*then)(Done)) {
  socket_.async_wait(direction, [self = shared_from_this(), done = std::move(done), then](Error error) mutable {
    if (error) return done(error, 0);
    ((*self).*then)(std::move(done));
  });
}

void TlsStream::continue_handshake(Done done) {
  for (;;) {
    const Step step = session_.shake_hands();
    const Error sent = flush();
    if (step != Step::kDone && step != Step::kWantsMore) return done(ended_by(step), 0);
    if (would_block(sent)) return wait(tcp::socket::wait_write, std::move(done), &TlsStream::continue_handshake);
    if (sent || step == Step::kDone) return done(sent, 0);
    const Error came = take_more();
    if (would_block(came)) return wait(tcp::socket::wait_read, std::move(done), &TlsStream::continue_handshake);
    if (came) return done(came, 0);
  }
}

void TlsStream::read(asio::mutable_buffer into, Done done) {
  asio::post(socket_.get_executor(), [self = shared_from_this(), into, done = std::move(done)]() mutable {
    self->continue_read(into, std::move(done));
  });
}

void TlsStream::continue_read(asio::mutable_buffer into, Done done) {
  if (into.size() == 0) return done({}, 0);
  for (;;) {
    const auto [step, size] = session_.read(static_cast<char*>(into.data()), into.size());
    if (step == Step::kDone) return done({}, size);
    if (step != Step::kWantsMore) return flush(), done(ended_by(step), 0);
    const Error came = take_more();
    if (came && !would_block(came)) return done(came, 0);
    if (!came) continue;
    return socket_.async_wait(tcp::socket::wait_read,
                              [self = shared_from_this(), into, done = std::move(done)](Error error) mutable {
                                if (error) return done(error, 0);
                                self->continue_read(into, std::move(done));
                              });
  }
}

void TlsStream::write(std::string_view bytes, Done done) {
  const bool alive = session_.write(bytes);
  asio::post(socket_.get_executor(),
             [self = shared_from_this(), size = bytes.size(), alive, done = std::move(done)]() mutable {
               if (!alive) return done(asio::error::connection_aborted, 0);
               self->continue_write(size, std::move(done));
             });
}

void TlsStream::continue_write(std::size_t size, Done done) {
  const Error error = flush();
  if (!would_block(error)) return done(error, error ? 0 : size);
  socket_.async_wait(tcp::socket::wait_write,
                     [self = shared_from_this(), size, done = std::move(done)](Error waited) mutable {
                       if (waited) return done(waited, 0);
                       self->continue_write(size, std::move(done));
                     });
}

std::size_t TlsStream::write_some(std::string_view bytes, Error& error) {
  std::size_t taken = 0;
  error = flush();
  while (!error && taken < bytes.size()) {
    const std::string_view piece = bytes.substr(taken, kWriteBytesMax);
    if (!session_.write(piece)) {
      error = asio::error::connection_aborted;
      break;
    }
    taken += piece.size();
    error = flush();
  }
  if (taken > 0 && would_block(error)) error = {};
  return taken;
}

void TlsStream::say_close() {
  session_.close();
  flush();
}

}  // namespace luuvet::server

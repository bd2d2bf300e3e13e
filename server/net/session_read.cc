#include <boost/asio/buffer.hpp>
#include <utility>

#include "server/net/session.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;
using asio::awaitable;

constexpr std::size_t kReadHead = 4 * 1024;  // room for a usual request; small, since idle connections hold it
constexpr std::size_t kReadBody = 64 * 1024;
constexpr std::size_t kUnreadMax = 64 * 1024;  // what the reader may leave lying, e.g. of a chunk's extensions

// Reads once; kYes when the peer is gone or the connection was cut.
awaitable<Ended> read_more(Connection& connection, std::size_t room) {
  const std::size_t had = connection.unread.size();
  connection.unread.resize(had + room);
  auto [error, got] =
      co_await connection.socket.async_read_some(asio::buffer(connection.unread.data() + had, room), kAsTuple);
  connection.unread.resize(had + (error ? 0 : got));
  co_return error ? Ended::kYes : Ended::kNo;
}

bool head_settled(const HttpSession& session) {
  return session.reader.header_done() || session.reader.fault() != ReadFault::kNone;
}
bool body_settled(const HttpSession& session) {
  return session.reader.done() || session.reader.fault() != ReadFault::kNone;
}
bool piece_settled(const HttpSession& session) {
  return body_settled(session) || session.reader.request().body.size() >= kPieceBytes;
}

// Gives the reader what came, as long as it takes something and is not settled.
void take(HttpSession& session, bool (&settled)(const HttpSession&)) {
  std::string& unread = session.connection.unread;
  std::size_t taken = 0;
  for (std::size_t step = 1; step > 0 && !settled(session); taken += step)
    step = session.reader.take(std::string_view(unread).substr(taken));
  unread.erase(0, taken);
}

// Ends at its foot, like the loop below: g++ 12 makes a trap of a coroutine that never reaches its end.
awaitable<Ended> read_until(HttpSession& session, bool (&settled)(const HttpSession&)) {
  Ended ended = Ended::kNo;
  for (take(session, settled); ended == Ended::kNo && !settled(session); take(session, settled)) {
    if (session.connection.unread.size() > kUnreadMax) co_return Ended::kYes;
    ended = co_await read_more(session.connection, kReadBody);
  }
  co_return ended;
}

}  // namespace

awaitable<Ended> read_head(HttpSession& session) {
  Connection& connection = session.connection;
  connection.phase = Connection::Phase::kIdle;
  connection.give(session.limits().idle);
  if (connection.unread.empty() && connection.unread.capacity() > kReadBody) std::string().swap(connection.unread);
  while (connection.unread.empty()) {
    if (session.state.stopping) co_return Ended::kYes;
    if (co_await read_more(connection, kReadHead) == Ended::kYes) co_return Ended::kYes;
  }
  connection.phase = Connection::Phase::kBusy;
  connection.give(session.limits().header);
  Ended ended = Ended::kNo;
  for (take(session, head_settled); ended == Ended::kNo && !head_settled(session); take(session, head_settled))
    ended = co_await read_more(connection, kReadHead);
  co_return ended;
}

awaitable<Ended> read_body(HttpSession& session) {
  session.connection.give(session.limits().body);
  co_return co_await read_until(session, body_settled);
}

awaitable<Ended> read_piece(HttpSession& session) {
  co_return co_await read_until(session, piece_settled);
}

// The connection counts as idle meanwhile: cut when the server stops.
awaitable<Ended> shake_hands(HttpState& state, Connection& connection) {
  if (!connection.socket.is_tls()) co_return Ended::kNo;
  connection.give(state.config.limits.handshake);
  auto [error, nothing] = co_await connection.socket.async_handshake(kAsTuple);
  if (!error) co_return Ended::kNo;
  ++state.counters.failed_handshakes;
  connection.cut();
  co_return Ended::kYes;
}

}  // namespace luuvet::server

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <optional>
#include <utility>

#include "server/net/session.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;
using asio::awaitable;

constexpr std::size_t kLingerBytesMax = 8 * 1024 * 1024;

// The source, like a slow reader, has its time for each piece.
awaitable<std::optional<std::string>> next_of(std::shared_ptr<api::BodySource> source) {
  using Piece = std::optional<std::string>;
  co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(Piece)>(
      [](auto handler, std::shared_ptr<api::BodySource> asked) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        asked->next([shared](Piece&& piece) { std::move (*shared)(std::move(piece)); });
      },
      asio::use_awaitable, source);
}

awaitable<Ended> send_piece(HttpState& state, Connection& connection, std::string_view piece) {
  connection.give(state.config.limits.write_progress);
  auto [error, sent] = co_await asio::async_write(connection.socket, asio::buffer(piece), kAsTuple);
  co_return error ? Ended::kYes : Ended::kNo;
}

// What was promised and cannot be read ends the connection, so that nobody takes it for whole.
awaitable<Ended> send_source(HttpState& state, Connection& connection, std::string head,
                             std::shared_ptr<api::BodySource> source) {
  Ended ended = co_await send_piece(state, connection, head);
  for (std::uint64_t left = source->size(); ended == Ended::kNo && left > 0;) {
    connection.no_deadline();
    const std::optional<std::string> piece = co_await next_of(source);
    if (!piece || piece->empty() || piece->size() > left) {
      connection.cut();
      co_return Ended::kYes;
    }
    left -= piece->size();
    ended = co_await send_piece(state, connection, *piece);
  }
  co_return ended;
}

}  // namespace

awaitable<Ended> send_continue(HttpSession& session) {
  static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  session.connection.give(session.limits().write_progress);
  auto [error, sent] = co_await asio::async_write(session.connection.socket, asio::buffer(kContinue), kAsTuple);
  co_return error ? Ended::kYes : Ended::kNo;
}

// In pieces, so that a slow reader has time for each of them.
awaitable<Ended> send_reply(HttpState& state, Connection& connection, const api::Reply& reply, Outgoing how) {
  const std::string head = response_head(reply, how.persistence, {state.date(), how.request_id, how.secure});
  const bool bare = how.body_left_out || has_no_body(reply.status);
  if (reply.source && !bare) co_return co_await send_source(state, connection, head, reply.source);
  std::string_view body = bare ? std::string_view() : reply.bytes();
  std::string_view first = head;
  do {
    const std::string_view piece = body.substr(0, kPieceBytes);
    body.remove_prefix(piece.size());
    connection.give(state.config.limits.write_progress);
    const std::array<asio::const_buffer, 2> buffers = {asio::buffer(first), asio::buffer(piece)};
    auto [error, sent] = co_await asio::async_write(connection.socket, buffers, kAsTuple);
    if (error) co_return Ended::kYes;
    first = {};
  } while (!body.empty());
  co_return Ended::kNo;
}

awaitable<void> linger(const HttpLimits& limits, Connection& connection) {
  connection.socket.shutdown_send();
  connection.give(limits.linger);
  std::array<char, 4096> waste;
  for (std::size_t read = 0; read < kLingerBytesMax;) {
    auto [error, got] = co_await connection.socket.async_read_some(asio::buffer(waste), kAsTuple);
    if (error) break;
    read += got;
  }
  connection.cut();
}

awaitable<void> refuse(HttpSession& session, const api::Problem& problem) {
  const api::Request& request = session.reader.request();
  const AnswerNote note(request);
  const api::Reply reply = api::reply_of(problem, request);
  note.tell(session.state, reply.status, {}, Clock::now());
  const Outgoing how{Persistence::kClose, request.method == "HEAD", note.id, request.secure};
  if (co_await send_reply(session.state, session.connection, reply, how) == Ended::kNo)
    co_await linger(session.limits(), session.connection);
}

}  // namespace luuvet::server

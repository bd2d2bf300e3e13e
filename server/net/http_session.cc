// One connection: requests one after another, each read, judged, answered.
#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <ctime>
#include <utility>

#include "api/problem.h"
#include "server/net/connection.h"
#include "server/net/request_check.h"
#include "server/net/request_reader.h"
#include "server/net/response_head.h"
#include "server/net/target.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;
using asio::awaitable;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t kReadHead = 4 * 1024;  // room for a usual request; small, since idle connections hold it
constexpr std::size_t kReadBody = 64 * 1024;
constexpr std::size_t kUnreadMax = 64 * 1024;  // what the reader may leave lying, e.g. of a chunk's extensions
constexpr std::size_t kWriteChunk = 256 * 1024;
constexpr std::size_t kLingerBytesMax = 8 * 1024 * 1024;
constexpr std::chrono::seconds kRetryAfter{2};  // of a connection too many

enum class Ended { kNo, kYes };

// What a session needs in each of its steps; lives in serve_http's frame.
struct Session {
  HttpState& state;
  Connection& connection;
  RequestReader reader;

  const HttpLimits& limits() const { return state.config.limits; }
};

// Reads once; kYes when the peer is gone or the connection was cut.
awaitable<Ended> read_more(Connection& connection, std::size_t room) {
  const std::size_t had = connection.unread.size();
  connection.unread.resize(had + room);
  auto [error, got] =
      co_await connection.socket.async_read_some(asio::buffer(connection.unread.data() + had, room), kAsTuple);
  connection.unread.resize(had + (error ? 0 : got));
  co_return error ? Ended::kYes : Ended::kNo;
}

bool head_settled(const Session& session) {
  return session.reader.header_done() || session.reader.fault() != ReadFault::kNone;
}
bool body_settled(const Session& session) {
  return session.reader.done() || session.reader.fault() != ReadFault::kNone;
}

// Gives the reader what came, as long as it takes something and is not settled.
void take(Session& session, bool (&settled)(const Session&)) {
  std::string& unread = session.connection.unread;
  std::size_t taken = 0;
  for (std::size_t step = 1; step > 0 && !settled(session); taken += step)
    step = session.reader.take(std::string_view(unread).substr(taken));
  unread.erase(0, taken);
}

// The loops below end at their foot: g++ 12 makes a trap of a coroutine that never reaches its end.
// Until the headers are there, or a fault.
awaitable<Ended> read_head(Session& session) {
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

// Until the body is there, or a fault.
awaitable<Ended> read_body(Session& session) {
  session.connection.give(session.limits().body);
  Ended ended = Ended::kNo;
  for (take(session, body_settled); ended == Ended::kNo && !body_settled(session); take(session, body_settled)) {
    if (session.connection.unread.size() > kUnreadMax) co_return Ended::kYes;
    ended = co_await read_more(session.connection, kReadBody);
  }
  co_return ended;
}

awaitable<Ended> send_continue(Session& session) {
  static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  session.connection.give(session.limits().write_progress);
  auto [error, sent] = co_await asio::async_write(session.connection.socket, asio::buffer(kContinue), kAsTuple);
  co_return error ? Ended::kYes : Ended::kNo;
}

struct Outgoing {
  Persistence persistence;
  bool body_left_out = false;  // HEAD
};

// In pieces, so that a slow reader has time for each of them.
awaitable<Ended> send_reply(HttpState& state, Connection& connection, const api::Reply& reply, Outgoing how) {
  const std::string head = response_head(reply, how.persistence, state.date());
  std::string_view body = how.body_left_out || has_no_body(reply.status) ? std::string_view() : reply.bytes();
  std::string_view first = head;
  do {
    const std::string_view piece = body.substr(0, kWriteChunk);
    body.remove_prefix(piece.size());
    connection.give(state.config.limits.write_progress);
    const std::array<asio::const_buffer, 2> buffers = {asio::buffer(first), asio::buffer(piece)};
    auto [error, sent] = co_await asio::async_write(connection.socket, buffers, kAsTuple);
    if (error) co_return Ended::kYes;
    first = {};
  } while (!body.empty());
  co_return Ended::kNo;
}

// Closes so that the peer can still read the last reply: data that arrives at a closed socket would wipe it out.
awaitable<void> linger(const HttpLimits& limits, Connection& connection) {
  boost::system::error_code ignored;
  connection.socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  connection.give(limits.linger);
  std::array<char, 4096> waste;
  for (std::size_t read = 0; read < kLingerBytesMax;) {
    auto [error, got] = co_await connection.socket.async_read_some(asio::buffer(waste), kAsTuple);
    if (error) break;
    read += got;
  }
  connection.cut();
}

awaitable<void> refuse(Session& session, const api::Problem& problem) {
  const api::Request& request = session.reader.request();
  const api::Reply reply = api::reply_of(problem, request);
  const Outgoing how{Persistence::kClose, request.method == "HEAD"};
  if (co_await send_reply(session.state, session.connection, reply, how) == Ended::kNo)
    co_await linger(session.limits(), session.connection);
}

awaitable<api::Reply> ask(HttpState& state, api::Request request) {
  const api::Language language = api::language_of(request.header("Accept-Language"));
  try {
    co_return co_await state.config.handler(std::move(request));
  } catch (const std::exception& fault) {
    ++state.counters.faults;
    state.report(std::string("a request failed: ") + fault.what());
  }
  co_return api::reply_of(api::internal_error(), language);
}

StreamAnswer offer(const HttpConfig& config, const api::Request& request) {
  const std::string_view path = path_of(request.target);
  for (const StreamRoute& route : config.streams)
    if (route.path == path) return route.open(request);
  return {};
}

awaitable<void> stream(Connection& connection, std::shared_ptr<Stream> conversation) {
  connection.no_deadline();
  connection.phase = Connection::Phase::kStreaming;
  connection.stream = std::move(conversation);
  co_await connection.stream->run(std::move(connection.socket), std::move(connection.unread));
}

// Carries out the request that has been read; kYes when the connection is over.
awaitable<Ended> carry_out(Session& session) {
  HttpState& state = session.state;
  api::Request& request = session.reader.request();
  Outgoing how{Persistence::kClose, request.method == "HEAD"};
  ++state.counters.requests;
  StreamAnswer answer;
  if (request.method == "OPTIONS")
    answer = options_reply();
  else if (!how.body_left_out)
    answer = offer(state.config, request);
  if (auto* conversation = std::get_if<std::shared_ptr<Stream>>(&answer)) {
    co_await stream(session.connection, std::move(*conversation));
    co_return Ended::kYes;
  }
  if (how.body_left_out) request.method = "GET";
  session.connection.no_deadline();
  api::Reply reply;
  if (auto* ready = std::get_if<api::Reply>(&answer))
    reply = std::move(*ready);
  else
    reply = co_await ask(state, std::move(request));
  if (session.reader.keep_alive() && !state.stopping)
    how.persistence = session.reader.http_1_0() ? Persistence::kKeepAliveHttp10 : Persistence::kKeepAlive;
  if (co_await send_reply(state, session.connection, reply, how) == Ended::kYes) co_return Ended::kYes;
  if (how.persistence != Persistence::kClose) co_return Ended::kNo;
  co_await linger(session.limits(), session.connection);
  co_return Ended::kYes;
}

// Reads and answers one request; kYes when the connection is over.
awaitable<Ended> serve_one(Session& session) {
  RequestReader& reader = session.reader;
  reader.begin();
  if (co_await read_head(session) == Ended::kYes) co_return Ended::kYes;
  if (reader.fault() == ReadFault::kNone) {
    reader.request().peer = session.connection.peer;
    auto problem = check_head(reader.request(), session.state.hosts);
    if (!problem && session.state.config.direct_only) problem = check_direct(reader.request());
    if (problem) {
      co_await refuse(session, *problem);
      co_return Ended::kYes;
    }
    if (!reader.done()) {
      const bool waits = expects_continue(reader.request()) && session.connection.unread.empty();
      if (waits) {
        if (co_await send_continue(session) == Ended::kYes) co_return Ended::kYes;
      }
      if (co_await read_body(session) == Ended::kYes) co_return Ended::kYes;
    }
  }
  if (reader.fault() != ReadFault::kNone) {
    co_await refuse(session, problem_of(reader.fault(), session.limits()));
    co_return Ended::kYes;
  }
  co_return co_await carry_out(session);
}

}  // namespace

HttpState::HttpState(asio::io_context& context, HttpConfig given) : io(context), config(std::move(given)) {}

const std::string& HttpState::date() {
  const std::int64_t now = std::time(nullptr);
  if (now != date_second_) {
    date_second_ = now;
    date_ = http_date(now);
  }
  return date_;
}

void HttpState::report(std::string_view line) const {
  if (config.report) config.report(line);
}

awaitable<void> serve_http(std::shared_ptr<HttpState> state, std::shared_ptr<Connection> connection) {
  Session session{*state, *connection, RequestReader(state->config.limits)};
  while (co_await serve_one(session) == Ended::kNo) {
  }
}

awaitable<void> refuse_connection(std::shared_ptr<HttpState> state, std::shared_ptr<Connection> connection) {
  const api::Reply reply = api::reply_of(api::overloaded(kRetryAfter), api::Language::kVietnamese);
  if (co_await send_reply(*state, *connection, reply, {Persistence::kClose}) == Ended::kNo)
    co_await linger(state->config.limits, *connection);
}

}  // namespace luuvet::server

// One connection: requests one after another, each read, judged, answered.
#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <cstdio>
#include <ctime>
#include <optional>
#include <random>
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
constexpr int kSwitched = 101;

std::string random_hex() {
  char text[17];
  std::snprintf(text, sizeof text, "%08x%08x", std::random_device{}(), std::random_device{}());
  return text;
}

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

// Nothing to do without TLS. The connection counts as idle meanwhile: cut when the server stops.
awaitable<Ended> shake_hands(HttpState& state, Connection& connection) {
  if (!connection.socket.is_tls()) co_return Ended::kNo;
  connection.give(state.config.limits.handshake);
  auto [error, nothing] = co_await connection.socket.async_handshake(kAsTuple);
  if (!error) co_return Ended::kNo;
  ++state.counters.failed_handshakes;
  connection.cut();
  co_return Ended::kYes;
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
  std::string_view request_id = {};
  bool secure = false;
};

// In pieces, so that a slow reader has time for each of them.
awaitable<Ended> send_reply(HttpState& state, Connection& connection, const api::Reply& reply, Outgoing how) {
  const std::string head = response_head(reply, how.persistence, {state.date(), how.request_id, how.secure});
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

// What is told of a request when it has been answered. Kept apart, since the request itself is given away.
struct Note {
  explicit Note(const api::Request& request)
      : id(request.id), method(request.method), path(path_of(request.target)), peer(request.peer) {}

  void tell(const HttpState& state, int status, std::string_view account, Clock::time_point until) const {
    if (!state.config.observe) return;
    const auto time = std::chrono::duration_cast<std::chrono::microseconds>(until - began);
    state.config.observe({id, method, path, status, time, account, peer});
  }

  const std::string id, method, path, peer;
  const Clock::time_point began = Clock::now();
};

awaitable<void> refuse(Session& session, const api::Problem& problem) {
  const api::Request& request = session.reader.request();
  const Note note(request);
  const api::Reply reply = api::reply_of(problem, request);
  note.tell(session.state, reply.status, {}, Clock::now());
  const Outgoing how{Persistence::kClose, request.method == "HEAD", note.id, request.secure};
  if (co_await send_reply(session.state, session.connection, reply, how) == Ended::kNo)
    co_await linger(session.limits(), session.connection);
}

awaitable<api::Reply> ask(HttpState& state, api::Request request) {
  const api::Language language = api::language_of(request.header("Accept-Language"));
  const std::string id = request.id;
  try {
    co_return co_await state.config.handler(std::move(request));
  } catch (const std::exception& fault) {
    ++state.counters.faults;
    state.report("request " + id + " failed: " + fault.what());
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

// Who streams has been let in by then; whose it is stands in the answer that opened it, not here.
awaitable<void> stream_and_tell(Session& session, std::shared_ptr<Stream> conversation, Note note) {
  co_await stream(session.connection, std::move(conversation));
  note.tell(session.state, kSwitched, {}, Clock::now());
}

// The answer to a request that is no stream's, or the stream.
awaitable<StreamAnswer> answer_to(Session& session) {
  HttpState& state = session.state;
  api::Request& request = session.reader.request();
  const bool head = request.method == "HEAD";
  if (request.method == "OPTIONS") co_return options_reply();
  StreamAnswer answer;
  if (!head) answer = offer(state.config, request);
  if (!std::holds_alternative<std::monostate>(answer)) co_return answer;
  if (head) request.method = "GET";
  session.connection.no_deadline();
  co_return co_await ask(state, std::move(request));
}

// Carries out the request that has been read; kYes when the connection is over.
awaitable<Ended> carry_out(Session& session) {
  HttpState& state = session.state;
  const Note note(session.reader.request());
  Outgoing how{Persistence::kClose, note.method == "HEAD", note.id, session.reader.request().secure};
  ++state.counters.requests;
  StreamAnswer answer = co_await answer_to(session);
  if (auto* conversation = std::get_if<std::shared_ptr<Stream>>(&answer)) {
    co_await stream_and_tell(session, std::move(*conversation), note);
    co_return Ended::kYes;
  }
  const api::Reply& reply = std::get<api::Reply>(answer);
  note.tell(state, reply.status, reply.account, Clock::now());
  if (session.reader.keep_alive() && !state.stopping)
    how.persistence = session.reader.http_1_0() ? Persistence::kKeepAliveHttp10 : Persistence::kKeepAlive;
  if (co_await send_reply(state, session.connection, reply, how) == Ended::kYes) co_return Ended::kYes;
  if (how.persistence != Persistence::kClose) co_return Ended::kNo;
  co_await linger(session.limits(), session.connection);
  co_return Ended::kYes;
}

// What the edge knows of a request beside its bytes.
void stamp(Session& session) {
  api::Request& request = session.reader.request();
  request.id = session.state.new_request_id();
  request.peer = session.connection.peer;
  request.secure = session.connection.socket.is_tls();
  session.state.proxies.look_behind(request);
}

// What the edge has against the request by its head.
std::optional<api::Problem> judge_head(Session& session) {
  HttpState& state = session.state;
  auto problem = check_head(session.reader.request(), state.hosts);
  if (!problem && state.config.direct_only) problem = check_direct(session.reader.request());
  return problem;
}

// Reads and answers one request; kYes when the connection is over.
awaitable<Ended> serve_one(Session& session) {
  RequestReader& reader = session.reader;
  reader.begin();
  if (co_await read_head(session) == Ended::kYes) co_return Ended::kYes;
  stamp(session);
  if (reader.fault() == ReadFault::kNone) {
    if (const auto problem = judge_head(session)) {
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

HttpState::HttpState(asio::io_context& context, HttpConfig given)
    : io(context), config(std::move(given)), proxies(config.proxies), process_(random_hex()) {}

std::string HttpState::new_request_id() {
  return process_ + '-' + std::to_string(++requests_);
}

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
  if (co_await shake_hands(*state, *connection) == Ended::kYes) co_return;
  Session session{*state, *connection, RequestReader(state->config.limits)};
  while (co_await serve_one(session) == Ended::kNo) {
  }
}

awaitable<void> refuse_connection(std::shared_ptr<HttpState> state, std::shared_ptr<Connection> connection) {
  if (co_await shake_hands(*state, *connection) == Ended::kYes) co_return;
  const api::Reply reply = api::reply_of(api::overloaded(kRetryAfter), api::Language::kVietnamese);
  if (co_await send_reply(*state, *connection, reply, {Persistence::kClose}) == Ended::kNo)
    co_await linger(state->config.limits, *connection);
}

}  // namespace luuvet::server

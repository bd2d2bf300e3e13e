// One connection: requests one after another, each read, judged, answered.
#include <cstdio>
#include <ctime>
#include <optional>
#include <random>
#include <utility>

#include "server/net/request_check.h"
#include "server/net/session.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;
using asio::awaitable;

constexpr std::chrono::seconds kRetryAfter{2};  // of a connection too many
constexpr int kSwitched = 101;

std::string random_hex() {
  char text[17];
  std::snprintf(text, sizeof text, "%08x%08x", std::random_device{}(), std::random_device{}());
  return text;
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
awaitable<void> stream_and_tell(HttpSession& session, std::shared_ptr<Stream> conversation, AnswerNote note) {
  co_await stream(session.connection, std::move(conversation));
  note.tell(session.state, kSwitched, {}, Clock::now());
}

// The answer to a request that is no stream's, or the stream.
awaitable<StreamAnswer> answer_to(HttpSession& session) {
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
awaitable<Ended> carry_out(HttpSession& session) {
  const AnswerNote note(session.reader.request());
  ++session.state.counters.requests;
  StreamAnswer given = co_await answer_to(session);
  if (auto* conversation = std::get_if<std::shared_ptr<Stream>>(&given)) {
    co_await stream_and_tell(session, std::move(*conversation), note);
    co_return Ended::kYes;
  }
  co_return co_await answer(session, std::get<api::Reply>(given), note, /*body_read=*/true);
}

// What the edge knows of a request beside its bytes.
void stamp(HttpSession& session) {
  api::Request& request = session.reader.request();
  request.id = session.state.new_request_id();
  request.peer = session.connection.peer;
  request.secure = session.connection.socket.is_tls();
  session.state.proxies.look_behind(request);
}

// What the edge has against the request by its head.
std::optional<api::Problem> judge_head(HttpSession& session) {
  HttpState& state = session.state;
  auto problem = check_head(session.reader.request(), state.hosts);
  if (!problem && state.config.direct_only) problem = check_direct(session.reader.request());
  return problem;
}

// The rest of an ordinary request; kYes when the connection is over.
awaitable<Ended> take_whole(HttpSession& session) {
  if (!session.reader.done()) {
    const bool waits = expects_continue(session.reader.request()) && session.connection.unread.empty();
    if (waits) {
      if (co_await send_continue(session) == Ended::kYes) co_return Ended::kYes;
    }
    if (co_await read_body(session) == Ended::kYes) co_return Ended::kYes;
  }
  co_return Ended::kNo;
}

// What the edge has against the request by its head; `bytes_max`: of its body.
std::optional<api::Problem> fault_of_head(HttpSession& session, std::size_t bytes_max) {
  HttpLimits limits = session.limits();
  limits.body_bytes = bytes_max;
  if (session.reader.fault() != ReadFault::kNone) return problem_of(session.reader.fault(), limits);
  return judge_head(session);
}

// Reads and answers one request; kYes when the connection is over.
awaitable<Ended> serve_one(HttpSession& session) {
  RequestReader& reader = session.reader;
  reader.begin();
  if (co_await read_head(session) == Ended::kYes) co_return Ended::kYes;
  stamp(session);
  const UploadRoute* upload = upload_route(session);
  if (upload) reader.allow_body(upload->bytes_max);
  if (const auto problem = fault_of_head(session, upload ? upload->bytes_max : session.limits().body_bytes)) {
    co_await refuse(session, *problem);
    co_return Ended::kYes;
  }
  if (upload) co_return co_await take_upload(session, *upload);
  if (co_await take_whole(session) == Ended::kYes) co_return Ended::kYes;
  if (reader.fault() != ReadFault::kNone) {
    co_await refuse(session, problem_of(reader.fault(), session.limits()));
    co_return Ended::kYes;
  }
  co_return co_await carry_out(session);
}

}  // namespace

awaitable<Ended> answer(HttpSession& session, const api::Reply& reply, const AnswerNote& note, bool body_read) {
  HttpState& state = session.state;
  Outgoing how{Persistence::kClose, note.method == "HEAD", note.id, note.secure};
  note.tell(state, reply.status, reply.account, Clock::now());
  if (session.reader.keep_alive() && body_read && !state.stopping)
    how.persistence = session.reader.http_1_0() ? Persistence::kKeepAliveHttp10 : Persistence::kKeepAlive;
  if (co_await send_reply(state, session.connection, reply, how) == Ended::kYes) co_return Ended::kYes;
  if (how.persistence != Persistence::kClose) co_return Ended::kNo;
  co_await linger(session.limits(), session.connection);
  co_return Ended::kYes;
}

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
  HttpSession session{*state, *connection, RequestReader(state->config.limits)};
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

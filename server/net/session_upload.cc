#include <algorithm>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <optional>
#include <utility>

#include "server/net/request_check.h"
#include "server/net/session.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;
using asio::awaitable;

// Callbacks that a coroutine waits for: std::function wants what can be copied, a coroutine's handler can only be
// moved.
awaitable<bool> give(std::shared_ptr<api::BodySink> sink, std::string piece) {
  co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(bool)>(
      [](auto handler, std::shared_ptr<api::BodySink> taking, std::string bytes) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        taking->take(std::move(bytes), [shared](bool more) { std::move (*shared)(more); });
      },
      asio::use_awaitable, sink, std::move(piece));
}
awaitable<api::Reply> finish(std::shared_ptr<api::BodySink> sink) {
  co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(api::Reply)>(
      [](auto handler, std::shared_ptr<api::BodySink> taking) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        taking->finish([shared](api::Reply&& reply) { std::move (*shared)(std::move(reply)); });
      },
      asio::use_awaitable, sink);
}

// Until the body is whole, the sink has enough, or a fault. Each piece has its time, and all of them together.
awaitable<Ended> pour(HttpSession& session, std::shared_ptr<api::BodySink> sink) {
  const HttpLimits& limits = session.limits();
  const Clock::time_point until = Clock::now() + limits.upload;
  bool more = true;
  while (more && !session.reader.done()) {
    session.connection.deadline = std::min(Clock::now() + limits.upload_progress, until);
    if (co_await read_piece(session) == Ended::kYes) co_return Ended::kYes;
    session.connection.no_deadline();
    if (session.reader.fault() != ReadFault::kNone) break;
    more = co_await give(sink, std::exchange(session.reader.request().body, {}));
  }
  co_return Ended::kNo;
}

api::SinkAnswer open(HttpSession& session, const UploadRoute& route) {
  const api::Request& request = session.reader.request();
  try {
    return route.open(request);
  } catch (const std::exception& fault) {
    ++session.state.counters.faults;
    session.state.report("request " + request.id + " failed: " + fault.what());
    return api::reply_of(api::internal_error(), request);
  }
}

}  // namespace

const UploadRoute* upload_route(HttpSession& session) {
  const api::Request& request = session.reader.request();
  if (!session.reader.header_done() || request.method != "POST") return nullptr;
  const std::string_view path = path_of(request.target);
  const auto& routes = session.state.config.uploads;
  const auto found =
      std::find_if(routes.begin(), routes.end(), [&](const UploadRoute& each) { return each.path == path; });
  return found == routes.end() ? nullptr : &*found;
}

awaitable<Ended> take_upload(HttpSession& session, const UploadRoute& route) {
  const AnswerNote note(session.reader.request());
  ++session.state.counters.requests;
  api::SinkAnswer opened = open(session, route);
  if (const auto* refusal = std::get_if<api::Reply>(&opened))
    co_return co_await answer(session, *refusal, note, session.reader.done());
  const auto sink = std::get<std::shared_ptr<api::BodySink>>(std::move(opened));
  if (expects_continue(session.reader.request()) && session.connection.unread.empty() && !session.reader.done()) {
    if (co_await send_continue(session) == Ended::kYes) co_return Ended::kYes;
  }
  if (co_await pour(session, sink) == Ended::kYes) co_return Ended::kYes;
  if (session.reader.fault() != ReadFault::kNone) {
    HttpLimits limits = session.limits();
    limits.body_bytes = route.bytes_max;
    co_await refuse(session, problem_of(session.reader.fault(), limits));
    co_return Ended::kYes;
  }
  const api::Reply reply = co_await finish(sink);
  co_return co_await answer(session, reply, note, session.reader.done());
}

}  // namespace luuvet::server

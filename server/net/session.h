// The steps of one connection's life: reading a request, sending an answer. Those that return Ended say kYes when the
// peer is gone or the connection was cut. Net thread.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstddef>
#include <string>
#include <string_view>

#include "api/problem.h"
#include "server/net/connection.h"
#include "server/net/request_reader.h"
#include "server/net/response_head.h"
#include "server/net/target.h"

namespace luuvet::server {

inline constexpr auto kAsTuple = boost::asio::as_tuple(boost::asio::use_awaitable);
inline constexpr std::size_t kPieceBytes = 256 * 1024;  // of a body that is sent or taken in pieces

enum class Ended { kNo, kYes };

// Lives in serve_http's frame.
struct HttpSession {
  HttpState& state;
  Connection& connection;
  RequestReader reader;

  const HttpLimits& limits() const { return state.config.limits; }
};

// What is told of a request when it has been answered. Kept apart, since the request itself is given away.
struct AnswerNote {
  explicit AnswerNote(const api::Request& request)
      : id(request.id),
        method(request.method),
        path(path_of(request.target)),
        peer(request.peer),
        secure(request.secure) {}

  void tell(const HttpState& state, int status, std::string_view account, Clock::time_point until) const {
    if (!state.config.observe) return;
    const auto time = std::chrono::duration_cast<std::chrono::microseconds>(until - began);
    state.config.observe({id, method, path, status, time, account, peer});
  }

  const std::string id, method, path, peer;
  const bool secure;
  const Clock::time_point began = Clock::now();
};

struct Outgoing {
  Persistence persistence;
  bool body_left_out = false;  // HEAD
  std::string_view request_id = {};
  bool secure = false;
};

// session_read.cc
boost::asio::awaitable<Ended> shake_hands(HttpState& state, Connection& connection);  // nothing to do without TLS
boost::asio::awaitable<Ended> read_head(HttpSession& session);                        // until it is there, or a fault
boost::asio::awaitable<Ended> read_body(HttpSession& session);                        // the same
// Until the body is there, a fault, or kPieceBytes of it are; `connection.deadline` has been set.
boost::asio::awaitable<Ended> read_piece(HttpSession& session);

// session_write.cc
boost::asio::awaitable<Ended> send_continue(HttpSession& session);
boost::asio::awaitable<Ended> send_reply(HttpState& state, Connection& connection, const api::Reply& reply,
                                         Outgoing how);
// Closes so that the peer can still read the last reply: data that arrives at a closed socket would wipe it out.
boost::asio::awaitable<void> linger(const HttpLimits& limits, Connection& connection);
// Answers what is not carried out, and ends the connection.
boost::asio::awaitable<void> refuse(HttpSession& session, const api::Problem& problem);

// session_upload.cc
// Null: an ordinary request.
const UploadRoute* upload_route(HttpSession& session);
// Takes the body piece by piece and answers; the head has been judged.
boost::asio::awaitable<Ended> take_upload(HttpSession& session, const UploadRoute& route);

// http_session.cc: sends the answer; kYes where the connection does not go on, e.g. since not all of the body was read.
boost::asio::awaitable<Ended> answer(HttpSession& session, const api::Reply& reply, const AnswerNote& note,
                                     bool body_read);

}  // namespace luuvet::server

#include "server/net/http_server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "server/net/connection.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr int kBacklog = 4'096;
constexpr std::uint16_t kHttpPort = 80;
constexpr std::uint16_t kHttpsPort = 443;
// After a failed accept (no file descriptors left, say): others may end meanwhile.
constexpr std::chrono::milliseconds kAcceptRetry{100};

// `acceptor` and `timer` belong to the io_context's coroutines below; the server reaches them through this.
struct Running : HttpState {
  Running(asio::io_context& context, HttpConfig given)
      : HttpState(context, std::move(given)), acceptor(context), timer(context) {}

  tcp::acceptor acceptor;
  asio::steady_timer timer;
  std::function<void()> stopped;
  Clock::time_point stop_deadline = Clock::time_point::max();
};

void listen(Running& state) {
  const tcp::endpoint endpoint(asio::ip::make_address(state.config.address), state.config.port);
  state.acceptor.open(endpoint.protocol());
  state.acceptor.set_option(tcp::acceptor::reuse_address(true));
  state.acceptor.bind(endpoint);
  state.acceptor.listen(kBacklog);
  state.hosts =
      HostPolicy(state.acceptor.local_endpoint().port(), state.config.tls ? kHttpsPort : kHttpPort, state.config.hosts);
}

void admit(const std::shared_ptr<Running>& state, tcp::socket socket) {
  const HttpLimits& limits = state->config.limits;
  const std::size_t open = state->connections.size();
  ++state->counters.accepted;
  if (open >= limits.connections) ++state->counters.refused_connections;
  if (open >= limits.connections + limits.refusals) return;  // closes the socket
  boost::system::error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  const TlsContext* tls = state->config.tls.get();
  const auto connection =
      std::make_shared<Connection>(tls ? Socket(std::move(socket), *tls) : Socket(std::move(socket)));
  state->connections.insert(connection);
  const auto serve = open < limits.connections ? serve_http : refuse_connection;
  asio::co_spawn(state->io, serve(state, connection), [state, connection](std::exception_ptr fault) {
    if (fault) state->report("a connection ended by a fault of the server");
    state->connections.erase(connection);
  });
}

awaitable<void> accept_loop(std::shared_ptr<Running> state) {
  asio::steady_timer pause(state->io);
  while (!state->stopping) {
    auto [error, socket] = co_await state->acceptor.async_accept(kAsTuple);
    if (state->stopping || error == asio::error::operation_aborted) co_return;
    if (!error) {
      admit(state, std::move(socket));
      continue;
    }
    pause.expires_after(kAcceptRetry);
    co_await pause.async_wait(kAsTuple);
  }
}

void cut_overdue(Running& state) {
  const Clock::time_point now = Clock::now();
  for (const auto& connection : state.connections) {
    if (now < connection->deadline) continue;
    connection->no_deadline();
    ++state.counters.timeouts;
    connection->cut();
  }
}

void cut_all(HttpState& state) {
  for (const auto& connection : state.connections) connection->cut();
}

// Whether a stop is complete; cuts what is left when its time is over.
bool has_stopped(Running& state) {
  if (!state.stopping) return false;
  if (Clock::now() < state.stop_deadline) return state.connections.empty();
  cut_all(state);
  return true;
}

// Looks at the deadlines until the server has stopped. One timer for all connections: arming one for each request costs
// more than the precision is worth.
awaitable<void> tick_loop(std::shared_ptr<Running> state) {
  while (!has_stopped(*state)) {
    state->timer.expires_after(state->config.tick);
    co_await state->timer.async_wait(kAsTuple);
    cut_overdue(*state);
  }
  if (state->stopped) std::exchange(state->stopped, nullptr)();
}

Running& running(const std::shared_ptr<HttpState>& state) {
  return static_cast<Running&>(*state);
}

}  // namespace

HttpServer::HttpServer(asio::io_context& io, HttpConfig config) {
  auto state = std::make_shared<Running>(io, std::move(config));
  listen(*state);
  state_ = std::move(state);
}

HttpServer::~HttpServer() {
  Running& state = running(state_);
  boost::system::error_code ignored;
  state.stopping = true;
  state.stopped = nullptr;
  state.acceptor.close(ignored);
  state.timer.cancel();
  cut_all(state);
}

std::uint16_t HttpServer::port() const {
  return running(state_).acceptor.local_endpoint().port();
}
const HostPolicy& HttpServer::host_policy() const {
  return state_->hosts;
}
std::size_t HttpServer::connections() const {
  return state_->connections.size();
}
const HttpCounters& HttpServer::counters() const {
  return state_->counters;
}

void HttpServer::start() {
  const auto state = std::static_pointer_cast<Running>(state_);
  asio::co_spawn(state->io, accept_loop(state), asio::detached);
  asio::co_spawn(state->io, tick_loop(state), asio::detached);
}

void HttpServer::stop(std::function<void()> stopped) {
  Running& state = running(state_);
  if (state.stopping) return;
  state.stopping = true;
  state.stopped = std::move(stopped);
  state.stop_deadline = Clock::now() + state.config.limits.stop_grace;
  boost::system::error_code ignored;
  state.acceptor.close(ignored);
  for (const auto& connection : state.connections) {
    if (connection->phase == Connection::Phase::kIdle) connection->cut();
    if (connection->phase == Connection::Phase::kStreaming) connection->stream->stop();
  }
  state.timer.cancel();  // look at once
}

}  // namespace luuvet::server

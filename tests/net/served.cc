#include "tests/net/served.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <future>
#include <stdexcept>

namespace luuvet::test {

namespace asio = boost::asio;

asio::awaitable<api::Reply> echo(api::Request request) {
  if (request.target == "/throws") throw std::runtime_error("as asked");
  if (request.target == "/slow" || request.target == "/never") {
    asio::steady_timer timer(co_await asio::this_coro::executor);
    timer.expires_after(request.target == "/slow" ? std::chrono::milliseconds(300) : std::chrono::hours(1));
    co_await timer.async_wait(asio::use_awaitable);
  }
  api::Reply reply;
  reply.headers = {{"Content-Type", "text/plain"}};
  reply.body = request.method + ' ' + request.target + '\n' + request.body;
  if (request.target == "/large") reply.body = std::string(8 * 1024 * 1024, 'x');
  co_return reply;
}

Served::Setup::Setup() {
  using std::chrono::milliseconds;
  http.handler = echo;
  http.tick = milliseconds(10);
  http.limits.linger = milliseconds(500);
  http.limits.stop_grace = milliseconds(10'000);
  live.instance = kTestInstance;
  live.log = kTestLog;
  live.now = [] { return Instant{1'775'804'740'870}; };
  live.limits.tick = milliseconds(10);
  live.limits.close_grace = milliseconds(500);
}

Served::Served(Setup setup, std::size_t records) {
  append(records);
  live_ = std::make_unique<server::LiveFeed>(io_, std::move(setup.live), log_);
  setup.http.streams = live_->routes();
  http_ = std::make_unique<server::HttpServer>(io_, std::move(setup.http));
  port_ = http_->port();
  http_->start();
  live_->start();
  net_ = std::thread([this] {
    const auto work = asio::make_work_guard(io_);
    io_.run();
  });
}

Served::~Served() {
  if (!stopped_) on_net([this] { io_.stop(); });
  net_.join();
  http_.reset();
  live_.reset();
}

void Served::on_net(const std::function<void()>& f) {
  std::promise<void> done;
  asio::post(io_, [&] {
    f();
    done.set_value();
  });
  done.get_future().wait();
}

void Served::publish(const RecordParts& parts) {
  const auto bytes = append_record(log_, parts);
  const Sequence sequence = log_.head();
  asio::post(io_, [this, bytes, sequence] { live_->publish(sequence, {&bytes, 1}); });
}

void Served::append(std::size_t records, const RecordParts& parts) {
  for (std::size_t at = 0; at < records; ++at) append_record(log_, parts);
}

std::chrono::milliseconds Served::stop() {
  const auto began = std::chrono::steady_clock::now();
  on_net([this] { http_->stop([this] { io_.stop(); }); });
  while (!io_.stopped()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  stopped_ = true;
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
}

std::size_t Served::connections() {
  std::size_t count = 0;
  on_net([&] { count = http_->connections(); });
  return count;
}

std::size_t Served::subscribers() {
  std::size_t count = 0;
  on_net([&] { count = live_->subscribers(); });
  return count;
}

std::size_t Served::looked_at() {
  std::size_t count = 0;
  on_net([&] { count = live_->looked_at(); });
  return count;
}

bool Served::soon(const std::function<bool()>& holds) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

}  // namespace luuvet::test

// N clients over keep-alive connections, one request in flight each, all from one thread.
//   bench_load --port P --what commit --run NAME [--clients 32] [--seconds 3]   comments, statements and approvals in
//   turn bench_load --port P --what get --target /path [--clients 64] [--seconds 3]
// Every commit carries an idempotency key; statements and approvals carry the sequence that they build on. Any answer
// but 200 ends it.
#include <sys/epoll.h>
#include <unistd.h>

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "tests/bench/connection.h"
#include "tests/bench/measure.h"
#include "tests/support/demo_people.h"
#include "tests/support/work.h"

namespace luuvet::bench {
namespace {

using test::OwnTask;

constexpr auto kStuck = 30'000;  // milliseconds without any reply

std::string first_lines(const std::string& method, const std::string& target, std::uint16_t port,
                        const test::HttpHeaders& headers) {
  std::string lines = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n";
  for (const auto& [name, value] : headers) lines += name + ": " + value + "\r\n";
  for (const auto& [name, value] : test::authorization_for(port, method, target, headers))
    lines += name + ": " + value + "\r\n";
  return lines;
}

std::string bytes_of(const test::WorkRequest& request, std::uint16_t port) {
  const std::string bytes =
      first_lines("POST", request.target, port, request.headers) + "Content-Type: application/json\r\n";
  return bytes + "Content-Length: " + std::to_string(request.body.size()) + "\r\n\r\n" + request.body;
}

// What one client asks next, given its last reply.
class Client {
 public:
  virtual ~Client() = default;
  virtual std::string next(const ReplyView& last) = 0;
};

class Reader : public Client {
 public:
  Reader(const std::string& target, std::uint16_t port) : request_(first_lines("GET", target, port, {}) + "\r\n") {}
  std::string next(const ReplyView&) override { return request_; }

 private:
  std::string request_;
};

// An officer: comments on any task, reports progress on its own, has it approved.
class Officer : public Client {
 public:
  // The number-th of `of` officers; `name` begins the keys.
  Officer(const std::vector<OwnTask>& tasks, std::size_t number, std::size_t of, std::string name, std::uint16_t port)
      : tasks_(tasks), own_(tasks[number]), place_(number), stride_(of), name_(std::move(name)), port_(port) {}

  std::string next(const ReplyView& last) override {
    if (count_ % 3 == 2 || (count_ > 0 && count_ % 3 == 0)) own_.based_on = last.sequence;
    const std::string key = name_ + "-" + std::to_string(count_);
    const std::string text = "Đã hoàn thành phần việc, còn chờ ý kiến của Sở Tài chính (" + key + ")";
    switch (count_++ % 3) {
      case 0:
        return bytes_of(test::comment(tasks_[(place_ += stride_) % tasks_.size()], key, text), port_);
      case 1:
        return bytes_of(test::progress_report(own_, key, text, static_cast<unsigned>(count_ % 100)), port_);
      default:
        return bytes_of(test::approval(own_, key, last.sequence), port_);
    }
  }

 private:
  const std::vector<OwnTask>& tasks_;
  OwnTask own_;
  std::size_t place_;
  const std::size_t stride_;
  const std::string name_;
  const std::uint16_t port_;
  std::uint64_t count_ = 0;
};

struct Loop {
  Loop(std::unique_ptr<Client> its_client, std::uint16_t port) : client(std::move(its_client)), connection(port) {}

  std::unique_ptr<Client> client;
  Connection connection;
};

void expect_success(const ReplyView& reply) {
  if (reply.status == 200) return;
  std::fprintf(stderr, "%d %.*s\n", reply.status, static_cast<int>(reply.body.size()), reply.body.data());
  throw std::runtime_error("an answer that is not 200");
}

void watch(int epoll, Loop& loop) {
  epoll_event event{.events = EPOLLIN, .data = {.ptr = &loop}};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, loop.connection.socket(), &event) != 0)
    throw std::system_error(errno, std::generic_category(), "epoll");
}

// Goes on until the span is over; what is in flight then is waited for and not counted.
void run(std::vector<std::unique_ptr<Loop>>& loops, Seconds span) {
  const int epoll = epoll_create1(EPOLL_CLOEXEC);
  Latencies latencies;
  std::size_t bytes = 0;  // of the last body
  const auto begin = Clock::now();
  for (const auto& loop : loops) {
    watch(epoll, *loop);
    loop->connection.send(loop->client->next({}));
  }
  for (std::size_t busy = loops.size(); busy > 0;) {
    epoll_event ready[64];
    const int count = epoll_wait(epoll, ready, 64, kStuck);
    if (count <= 0) throw std::runtime_error("no reply");
    for (int i = 0; i < count; ++i) {
      Loop& loop = *static_cast<Loop*>(ready[i].data.ptr);
      if (!loop.connection.receive()) continue;
      expect_success(loop.connection.reply());
      bytes = loop.connection.reply().body.size();
      if (Clock::now() - begin < span) {
        latencies.add(loop.connection.waited());
        loop.connection.send(loop.client->next(loop.connection.reply()));
      } else {
        --busy;
      }
    }
  }
  close(epoll);
  print_result({{"per_s", static_cast<double>(latencies.count()) / span.count()},
                {"p50_us", latencies.at(0.5)},
                {"p99_us", latencies.at(0.99)},
                {"bytes", static_cast<double>(bytes)}});
}

}  // namespace
}  // namespace luuvet::bench

int main(int count, char** words) {
  using namespace luuvet::bench;
  const Options options(count, words);
  const auto port = static_cast<std::uint16_t>(options.number("port", 8080));
  if (const std::string data = options.text("data"); !data.empty()) luuvet::test::know_demo_people(port, data);
  const bool commits = options.text("what") == "commit";
  const std::size_t clients = options.number("clients", commits ? 32 : 64);
  std::vector<luuvet::test::OwnTask> tasks;
  if (commits) {
    luuvet::test::HttpClient http(port);
    tasks = luuvet::test::own_tasks(http, clients);
  }
  std::vector<std::unique_ptr<Loop>> loops;
  for (std::size_t i = 0; i < clients; ++i) {
    std::unique_ptr<Client> client;
    if (commits)
      client =
          std::make_unique<Officer>(tasks, i, clients, options.text("run", "bench") + "-" + std::to_string(i), port);
    else
      client = std::make_unique<Reader>(options.text("target", "/healthz"), port);
    loops.push_back(std::make_unique<Loop>(std::move(client), port));
  }
  run(loops, options.seconds(3));
}

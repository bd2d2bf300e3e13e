// A server for tests: HTTP and the live feed over a log in memory, on a net thread of its own.
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "server/live/live_feed.h"
#include "server/log/memory_event_log.h"
#include "server/net/http_server.h"
#include "tests/net/live_records.h"

namespace luuvet::test {

// Answers 200 to everything, with what it got: "<method> <target>\n<body>". "/slow" waits 300 ms first, "/never" for
// ever, "/throws" throws, "/large" gives 8 MiB.
boost::asio::awaitable<api::Reply> echo(api::Request request);

class Served {
 public:
  struct Setup {
    server::HttpConfig http;
    server::LiveConfig live;
    Setup();  // short time-outs; echo
  };
  explicit Served(Setup setup = {}, std::size_t records = 0);
  ~Served();

  std::uint16_t port() const { return port_; }
  // Runs `f` on the net thread and waits for it.
  void on_net(const std::function<void()>& f);
  // Appends one record and publishes it, from any thread, one at a time.
  void publish(const RecordParts& parts = {});
  // Appends records without publishing any.
  void append(std::size_t records, const RecordParts& parts = {});
  // Asks for a graceful stop; returns when it is over, with how long that took.
  std::chrono::milliseconds stop();

  server::MemoryEventLog& log() { return log_; }
  server::HttpServer& http() { return *http_; }
  server::LiveFeed& live() { return *live_; }
  std::size_t connections();
  std::size_t subscribers();
  std::size_t looked_at();
  // Whether `holds` comes true within some seconds.
  static bool soon(const std::function<bool()>& holds);

 private:
  server::MemoryEventLog log_;
  boost::asio::io_context io_{1};
  std::unique_ptr<server::LiveFeed> live_;
  std::unique_ptr<server::HttpServer> http_;
  std::uint16_t port_ = 0;
  bool stopped_ = false;
  std::thread net_;
};

}  // namespace luuvet::test

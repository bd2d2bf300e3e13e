// The running server: every object of it, in the order in which they are made.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/access_notes.h"
#include "server/app/files.h"
#include "server/app/identity.h"
#include "server/app/instance.h"
#include "server/app/process_log.h"
#include "server/app/service.h"
#include "server/app/signatures.h"
#include "server/command_line.h"
#include "server/live/live_feed.h"
#include "server/net/http_server.h"
#include "server/net/static_files.h"

namespace luuvet::server {

// The access log and what is told to it.
struct AccessParts {
  AccessParts(const CommandLine& line, const FailureHandler& on_failure)
      : store(access_folders(line.folders.data, line.folders.state), line.instance, line.missing_guard, system_now(),
              on_failure),
        log(store, line.access_log_days, system_now, on_failure),
        notes(log) {}

  AccessStore store;
  AccessLog log;
  AccessNotes notes;
};

// Members are built in order and taken down in reverse; the engine is stopped before what it publishes to. On the net
// thread, but for what says otherwise.
class Server {
 public:
  // Throws what Instance throws, and DemoRefused where the folder is the other kind.
  explicit Server(const CommandLine& line);
  ~Server();

  Instance& instance() { return instance_; }

  // Until it is asked to stop; the process's exit code. Throws boost::system::system_error if the port cannot be had.
  int run();

 private:
  void build();
  LiveConfig live_config();
  HttpConfig edge();
  void greet() const;

  void await_stop();
  void await_hang_up();
  void renew_tls(bool asked);
  void tick();
  void look_around();
  void stop();

  // Engine thread: one hop for the whole batch. Replies go behind the pushes, which publishing has put in the queue.
  void hand_over(BatchResult&& batch);

  std::string edge_metrics() const;
  Desk desk_over(Worker& worker);

  // Any thread.
  void tell(ProcessLog::Level level, std::string_view event, std::string_view text) const;
  [[noreturn]] void end_with_word(const std::string& what) const;

  const CommandLine line_;
  ProcessLog log_;
  // Made after the instance, whose state folder it needs, and goes after it: streams that the io_context still holds
  // tell it what they gave.
  std::unique_ptr<AccessParts> access_;
  boost::asio::io_context io_{1};
  const std::shared_ptr<TlsContext> tls_;
  const std::filesystem::path data_;
  const std::optional<OidcSettings> oidc_;
  const StaticFiles client_;
  Instance instance_;
  Identity identity_;
  const std::optional<RateLimitSettings> rate_limits_;
  const projections::Thresholds thresholds_;
  const Desk file_desk_ = desk_over(file_worker_);
  FileStore file_store_;
  Files files_;
  const Desk signature_desk_ = desk_over(signature_worker_);
  Signatures signatures_;
  boost::asio::signal_set signals_;
  boost::asio::signal_set hang_ups_;
  boost::asio::steady_timer timer_;
  std::uint64_t ticks_ = 0;
  bool storage_low_ = false;
  std::unique_ptr<LiveFeed> live_;
  std::unique_ptr<Service> service_;
  const Desk desk_ = desk_over(worker_);
  const Desk issuer_desk_ = desk_over(issuer_);
  std::atomic<bool> stopping_ = false;
  Worker issuer_;            // waits for the OpenID Connect provider, so that nothing else does
  Worker signature_worker_;  // waits for a program that looks at a file
  Worker file_worker_{kFileJobsMax};
  Worker worker_{kReadJobsMax};  // its jobs use desk and service: it goes first
  std::unique_ptr<HttpServer> http_;
};

}  // namespace luuvet::server

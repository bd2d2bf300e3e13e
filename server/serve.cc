#include "server/serve.h"

#include <sys/resource.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <csignal>
#include <cstdio>

#include "domain/involvement.h"
#include "server/app/access_notes.h"
#include "server/app/demo.h"
#include "server/app/files.h"
#include "server/app/respond.h"
#include "server/app/service.h"
#include "server/app/signatures.h"
#include "server/import/importer.h"
#include "server/import/seed_reader.h"
#include "server/live/live_feed.h"
#include "server/net/http_server.h"
#include "server/net/static_files.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::milliseconds kTick{100};
constexpr int kStorageFailed = 3;  // exit code
constexpr std::uintmax_t kFreeBytesMin = std::uintmax_t{1} << 30;

void write_line(std::string_view line) {
  const std::string whole = std::string(line) + '\n';
  std::fwrite(whole.data(), 1, whole.size(), stderr);  // in one call: other threads write too
}

std::shared_ptr<TlsContext> tls_of(const CommandLine& line) {
  if (line.tls_certificate.empty()) return nullptr;
  return std::make_shared<TlsContext>(line.tls_certificate, line.tls_key);
}

// A socket each for some thousand subscribers: as many as the system lets the process have.
void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::filesystem::path folder_for(const CommandLine& line) {
  if (line.demo)
    mark_demo_folder(line.folders.data);
  else
    require_no_demo(line.folders.data);
  return line.folders.data;
}

std::optional<RateLimitSettings> rate_limits_of(const CommandLine& line) {
  if (line.rate_limits == "off") return std::nullopt;
  return line.rate_limits.empty() ? RateLimitSettings{} : read_rate_limits(line.rate_limits);
}

// The access log and what is told to it.
struct Access {
  Access(const CommandLine& line, const FailureHandler& on_failure)
      : store(access_folders(line.folders.data, line.folders.state), line.instance, line.missing_guard, system_now(),
              on_failure),
        log(store, line.access_log_days, system_now, on_failure),
        notes(log) {}

  AccessStore store;
  AccessLog log;
  AccessNotes notes;
};

FileLimits file_limits_of(const CommandLine& line) {
  FileLimits limits;
  limits.bytes = line.file_mebibytes_max << 20;
  return limits;
}

bool is_feed(const api::Request& request) {
  const auto route = api::match(request.method, request.target);
  return route && route.value().kind == api::RouteKind::kEvents;
}

// The running server. Members are built in order and taken down in reverse; the engine is stopped before what it
// publishes to.
class Server {
 public:
  // Throws DemoRefused where the folder is the other kind.
  explicit Server(const CommandLine& line)
      : line_(line),
        log_(line.log_requests, write_line),
        tls_(tls_of(line)),
        data_(folder_for(line)),
        oidc_(line.oidc ? std::optional(read_oidc_settings(*line.oidc)) : std::nullopt),
        client_(line.web ? StaticFiles::load(*line.web) : StaticFiles()),
        instance_(
            line.folders, line.instance, line.missing_guard,
            [this](BatchResult&& batch) { hand_over(std::move(batch)); },
            [this](const std::string& what) { end_with_word(what); }),
        identity_(data_ / "identity", line.demo, system_now()),
        rate_limits_(rate_limits_of(line)),
        file_store_(data_ / "files"),
        files_(file_store_, file_desk_, data_ / "files", file_limits_of(line)),
        signatures_(signature_desk_, data_ / "files", line.signature_roots),
        signals_(io_, SIGINT, SIGTERM),
        hang_ups_(io_),
        timer_(io_) {
    access_ = std::make_unique<Access>(line, [this](const std::string& what) { end_with_word(what); });
  }

  ~Server() {
    stopping_ = true;
    instance_.engine().stop();
  }

  Instance& instance() { return instance_; }

  int run() {
    if (identity_.demo) furnish_demo(instance_, identity_, data_);
    identity_.follow_log(instance_.engine().views()->world, system_now());
    open_days(instance_.engine(), vietnam_date(system_now()));
    file_store_.keep_only(kept_files(instance_.engine().views()->world));
    build();
    instance_.engine().start();
    access_->log.start();
    live_->start();
    http_->start();
    tick();
    signals_.async_wait([this](boost::system::error_code error, int) {
      if (!error) stop();
    });
    if (tls_) {
      hang_ups_.add(SIGHUP);
      await_hang_up();
    }
    std::printf("LuuVet: %s://localhost:%u\n", tls_ ? "https" : "http", unsigned{http_->port()});
    std::fflush(stdout);
    io_.run();
    return 0;
  }

 private:
  void build() {
    ServiceParts parts;
    parts.client = [this](const api::Request& request) { return client_.reply(request); };
    parts.metrics = [this] { return edge_metrics(); };
    parts.storage_low = [this] { return storage_low_; };
    parts.imports = data_ / "imports";
    parts.rate_limits = rate_limits_;
    parts.files = &files_;
    parts.signatures = &signatures_;
    std::optional<OidcParts> oidc;
    if (oidc_) oidc.emplace(OidcParts{*oidc_, issuer_desk_, stopping_});
    parts.oidc = oidc ? &*oidc : nullptr;
    service_ = std::make_unique<Service>(instance_, identity_, desk_, access_->notes, std::move(parts));
    LiveConfig live;
    live.instance = instance_.identity().instance;
    live.log = instance_.identity().log;
    live.now = system_now;
    live.involves = [this](std::string_view subject, std::string_view agency) {
      const auto parsed = parse_subject(subject);
      return parsed && involves(service_->views()->world, *parsed, AgencyId{std::string(agency)});
    };
    live.authorize = [this](const api::Request& request, const std::optional<std::string>& ticket) {
      return service_->feed_access(request, ticket);
    };
    live_ = std::make_unique<LiveFeed>(io_, std::move(live), instance_.log());
    http_ = std::make_unique<HttpServer>(io_, edge());
  }

  HttpConfig edge() {
    HttpConfig http;
    http.address = line_.listen;
    http.port = line_.port;
    http.hosts = line_.hosts;
    http.proxies = line_.proxies;
    http.tls = tls_;
    http.streams = live_->routes();
    http.uploads = {{"/api/v1/files", files_.limits().bytes,
                     [service = service_.get()](const api::Request& request) { return service->take_file(request); }}};
    http.handler = [service = service_.get(), live = live_.get()](api::Request request) {
      return is_feed(request) ? live->page(std::move(request)) : respond(*service, std::move(request));
    };
    http.report = [this](std::string_view text) { tell(ProcessLog::Level::kError, "fault", text); };
    http.observe = [this](const Exchange& exchange) { log_.request(exchange, system_now()); };
    http.direct_only = identity_.demo;
    return http;
  }

  // Any thread.
  void tell(ProcessLog::Level level, std::string_view event, std::string_view text) const {
    log_.note(level, event, text, system_now());
  }
  [[noreturn]] void end_with_word(const std::string& what) const {
    tell(ProcessLog::Level::kError, "storage-failed", what);
    std::_Exit(kStorageFailed);
  }

  // A certificate that cannot be used leaves the old one in its place.
  void renew_tls(bool asked) {
    if (!tls_) return;
    try {
      if (asked) tls_->reload();
      if (asked || tls_->reload_if_changed()) tell(ProcessLog::Level::kInfo, "certificate", "loaded anew");
    } catch (const TlsRefused& refused) {
      tell(ProcessLog::Level::kError, "certificate", refused.what());
    }
  }

  // Without TLS a hang-up ends the process, as it does others.
  void await_hang_up() {
    hang_ups_.async_wait([this](boost::system::error_code error, int) {
      if (error) return;
      renew_tls(/*asked=*/true);
      await_hang_up();
    });
  }

  // Engine thread: one hop for the whole batch. Replies go behind the pushes, which publishing has put in the queue.
  void hand_over(BatchResult&& batch) {
    asio::post(io_, [this, shared = std::make_shared<BatchResult>(std::move(batch))] {
      if (!shared->records.empty()) live_->publish(shared->first, shared->records);
      asio::post(io_, [this, shared] { service_->publish(std::move(*shared)); });
    });
  }

  void tick() {
    timer_.expires_after(kTick);
    timer_.async_wait([this](boost::system::error_code error) {
      if (error) return;
      service_->tick(std::chrono::steady_clock::now());
      if (++ticks_ % 10 == 0) look_around();
      tick();
    });
  }

  // Once a second: the certificate, the disk's free space, and whether a new day has begun in Vietnam.
  void look_around() {
    renew_tls(/*asked=*/false);
    std::error_code error;
    const auto space = std::filesystem::space(data_, error);
    files_.tick(system_now());
    storage_low_ = !error && space.available < kFreeBytesMin;
    const Date today = vietnam_date(system_now());
    const std::optional<Date>& day = service_->views()->world.day;
    if (!day || *day < today)
      instance_.engine().submit(system_job(OpenDay{day ? Date{day->days + 1} : today}, system_now()));
  }

  std::string edge_metrics() const {
    const HttpCounters& counters = http_->counters();
    std::string text;
    const auto add = [&](const char* name, std::uint64_t value) {
      (text += name) += ' ' + std::to_string(value) + '\n';
    };
    add("luuvet_http_connections", http_->connections());
    add("luuvet_http_requests_total", counters.requests);
    add("luuvet_http_timeouts_total", counters.timeouts);
    add("luuvet_http_faults_total", counters.faults);
    if (tls_) {
      add("luuvet_tls_failed_handshakes_total", counters.failed_handshakes);
      add("luuvet_tls_certificate_expires_seconds", static_cast<std::uint64_t>(tls_->expires_at()));
    }
    add("luuvet_live_subscribers", live_->subscribers());
    add("luuvet_files_unnamed", files_.unnamed());
    add("luuvet_live_looked_at", live_->looked_at());
    add("luuvet_access_log_head", access_->log.log().head());
    add("luuvet_access_lost_total", access_->log.lost());
    return text;
  }

  Desk desk_over(Worker& worker) {
    return {worker, [this](std::function<void()> job) { asio::post(io_, std::move(job)); },
            [this](std::string_view text) { tell(ProcessLog::Level::kError, "fault", text); },
            [this](const Visit& visit, const api::Problem& problem) { access_->notes.forbidden(visit, problem); }};
  }

  void stop() {
    tell(ProcessLog::Level::kInfo, "stopping", "asked to stop");
    hang_ups_.cancel();
    stopping_ = true;
    http_->stop([this] {
      live_->stop();
      timer_.cancel();
      instance_.engine().stop();
      asio::post(io_, [this] { io_.stop(); });
    });
  }

  const CommandLine line_;
  ProcessLog log_;
  // Made after the instance, whose state folder it needs, and goes after it: streams that the io_context still holds
  // tell it what they gave.
  std::unique_ptr<Access> access_;
  asio::io_context io_{1};
  const std::shared_ptr<TlsContext> tls_;
  const std::filesystem::path data_;
  const std::optional<OidcSettings> oidc_;
  const StaticFiles client_;
  Instance instance_;
  Identity identity_;
  const std::optional<RateLimitSettings> rate_limits_;
  const Desk file_desk_ = desk_over(file_worker_);
  FileStore file_store_;
  Files files_;
  const Desk signature_desk_ = desk_over(signature_worker_);
  Signatures signatures_;
  asio::signal_set signals_;
  asio::signal_set hang_ups_;
  asio::steady_timer timer_;
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
  Worker worker_;  // its jobs use desk and service: it goes first
  std::unique_ptr<HttpServer> http_;
};

}  // namespace

int serve(const CommandLine& line) {
  raise_file_limit();
  Server server(line);
  if (line.seeds && !import_folder(server.instance().engine(), *line.seeds)) return 1;
  return server.run();
}

bool import_folder(Engine& engine, const std::filesystem::path& folder) {
  const Instant now = system_now();
  const ImportStamp stamp{now, vietnam_date(now), random_correlation};
  const ImportOutcome outcome = import_seeds(engine, read_seeds(folder), stamp);
  if (const auto* report = std::get_if<ImportReport>(&outcome)) {
    std::printf("%s\n", report_line(*report).c_str());
    std::fflush(stdout);
    return true;
  }
  for (const SeedFault& fault : std::get<std::vector<SeedFault>>(outcome))
    std::fprintf(stderr, "%s\n", to_string(fault).c_str());
  return false;
}

void end_on_failure(const std::string& what) {
  std::fprintf(stderr, "luuvet: storage failed, the server ends: %s\n", what.c_str());
  std::_Exit(kStorageFailed);
}

}  // namespace luuvet::server

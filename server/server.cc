#include "server/server.h"

#include <boost/asio/post.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>

#include "server/app/demo.h"
#include "server/app/thresholds.h"
#include "server/serve.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::milliseconds kTick{100};
constexpr std::uintmax_t kFreeBytesMin = std::uintmax_t{1} << 30;

void write_line(std::string_view line) {
  const std::string whole = std::string(line) + '\n';
  std::fwrite(whole.data(), 1, whole.size(), stderr);  // in one call: other threads write too
}

std::shared_ptr<TlsContext> tls_of(const CommandLine& line) {
  if (line.tls_certificate.empty()) return nullptr;
  return std::make_shared<TlsContext>(line.tls_certificate, line.tls_key);
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

FileLimits file_limits_of(const CommandLine& line) {
  FileLimits limits;
  limits.bytes = line.file_mebibytes_max << 20;
  return limits;
}

}  // namespace

Server::Server(const CommandLine& line)
    : line_(line),
      log_(line.log_requests, write_line),
      tls_(tls_of(line)),
      data_(folder_for(line)),
      oidc_(line.oidc ? std::optional(read_oidc_settings(*line.oidc)) : std::nullopt),
      client_(line.web ? StaticFiles::load(*line.web) : StaticFiles()),
      instance_(
          line.folders, line.instance, line.missing_guard, [this](BatchResult&& batch) { hand_over(std::move(batch)); },
          [this](const std::string& what) { end_with_word(what); }),
      identity_(data_ / "identity", line.demo, system_now()),
      rate_limits_(rate_limits_of(line)),
      thresholds_(line.thresholds.empty() ? projections::Thresholds{} : read_thresholds(line.thresholds)),
      file_store_(data_ / "files"),
      files_(file_store_, file_desk_, data_ / "files", file_limits_of(line)),
      signatures_(signature_desk_, data_ / "files", line.signature_roots),
      signals_(io_, SIGINT, SIGTERM),
      hang_ups_(io_),
      timer_(io_) {
  access_ = std::make_unique<AccessParts>(line, [this](const std::string& what) { end_with_word(what); });
}

Server::~Server() {
  stopping_ = true;
  instance_.engine().stop();
}

int Server::run() {
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
  await_stop();
  greet();
  io_.run();
  return 0;
}

void Server::greet() const {
  std::printf("LuuVet: %s://localhost:%u\n", tls_ ? "https" : "http", unsigned{http_->port()});
  std::fflush(stdout);
}

// Without TLS a hang-up ends the process, as it does others.
void Server::await_stop() {
  signals_.async_wait([this](boost::system::error_code error, int) {
    if (!error) stop();
  });
  if (!tls_) return;
  hang_ups_.add(SIGHUP);
  await_hang_up();
}

void Server::await_hang_up() {
  hang_ups_.async_wait([this](boost::system::error_code error, int) {
    if (error) return;
    renew_tls(/*asked=*/true);
    await_hang_up();
  });
}

// A certificate that cannot be used leaves the old one in its place.
void Server::renew_tls(bool asked) {
  if (!tls_) return;
  try {
    if (asked) tls_->reload();
    if (asked || tls_->reload_if_changed()) tell(ProcessLog::Level::kInfo, "certificate", "loaded anew");
  } catch (const TlsRefused& refused) {
    tell(ProcessLog::Level::kError, "certificate", refused.what());
  }
}

void Server::hand_over(BatchResult&& batch) {
  asio::post(io_, [this, shared = std::make_shared<BatchResult>(std::move(batch))] {
    if (!shared->records.empty()) live_->publish(shared->first, shared->records);
    asio::post(io_, [this, shared] { service_->publish(std::move(*shared)); });
  });
}

void Server::tick() {
  timer_.expires_after(kTick);
  timer_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    service_->tick(std::chrono::steady_clock::now());
    if (++ticks_ % 10 == 0) look_around();
    tick();
  });
}

// Once a second: the certificate, the disk's free space, and whether a new day has begun in Vietnam.
void Server::look_around() {
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

void Server::stop() {
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

void Server::tell(ProcessLog::Level level, std::string_view event, std::string_view text) const {
  log_.note(level, event, text, system_now());
}

void Server::end_with_word(const std::string& what) const {
  tell(ProcessLog::Level::kError, "storage-failed", what);
  std::_Exit(kStorageFailed);
}

}  // namespace luuvet::server

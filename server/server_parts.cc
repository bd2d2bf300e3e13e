// What the running server is made of behind its port, and what it says of itself.
#include <boost/asio/post.hpp>

#include "domain/people/involvement.h"
#include "server/app/respond.h"
#include "server/server.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;

bool is_feed(const api::Request& request) {
  const auto route = api::match(request.method, request.target);
  return route && route.value().kind == api::RouteKind::kEvents;
}

}  // namespace

void Server::build() {
  ServiceParts parts;
  parts.client = [this](const api::Request& request) { return client_.reply(request); };
  parts.metrics = [this] { return edge_metrics(); };
  parts.storage_low = [this] { return storage_low_; };
  parts.imports = data_ / "imports";
  parts.rate_limits = rate_limits_;
  parts.thresholds = thresholds_;
  parts.files = &files_;
  parts.signatures = &signatures_;
  std::optional<OidcParts> oidc;
  if (oidc_) oidc.emplace(OidcParts{*oidc_, issuer_desk_, stopping_});
  parts.oidc = oidc ? &*oidc : nullptr;
  service_ = std::make_unique<Service>(instance_, identity_, desk_, access_->notes, std::move(parts));
  live_ = std::make_unique<LiveFeed>(io_, live_config(), instance_.log());
  http_ = std::make_unique<HttpServer>(io_, edge());
}

LiveConfig Server::live_config() {
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
  return live;
}

HttpConfig Server::edge() {
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

std::string Server::edge_metrics() const {
  const HttpCounters& counters = http_->counters();
  std::string text;
  const auto add = [&](const char* name, std::uint64_t value) { (text += name) += ' ' + std::to_string(value) + '\n'; };
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

Desk Server::desk_over(Worker& worker) {
  return {worker, [this](std::function<void()> job) { asio::post(io_, std::move(job)); },
          [this](std::string_view text) { tell(ProcessLog::Level::kError, "fault", text); },
          [this](const Visit& visit, const api::Problem& problem) { access_->notes.forbidden(visit, problem); }};
}

}  // namespace luuvet::server

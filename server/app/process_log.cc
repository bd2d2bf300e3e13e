#include "server/app/process_log.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "api/json/json_object.h"
#include "api/routes.h"

namespace luuvet::server {
namespace {

using Level = ProcessLog::Level;

constexpr auto kMethods =
    std::to_array<std::string_view>({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"});

std::string_view word_of(Level level) {
  switch (level) {
    case Level::kInfo:
      return "info";
    case Level::kWarn:
      return "warn";
    case Level::kError:
      break;
  }
  return "error";
}

Level level_of(const Exchange& exchange) {
  if (exchange.status >= 500) return Level::kError;
  return exchange.status >= 400 || exchange.time >= ProcessLog::kSlow ? Level::kWarn : Level::kInfo;
}

// The pattern that the path fits, never the path: that may hold a secret.
std::optional<std::string_view> route_of(const Exchange& exchange) {
  const auto route = api::match(exchange.method == "HEAD" ? "GET" : exchange.method, exchange.path);
  if (!route) return std::nullopt;
  return route.value().kind == api::RouteKind::kClient ? "client" : route.value().pattern;
}

std::string in_ms(std::chrono::microseconds time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", static_cast<double>(time.count()) / 1'000.0);
  return text;
}

template <class Members>
std::string line_of(Level level, std::string_view event, Instant now, Members&& members) {
  std::string line;
  {
    api::JsonObject object(line);
    object.member("time", now).member("level", word_of(level)).member("event", event);
    members(object);
  }
  return line;
}

}  // namespace

void ProcessLog::note(Level level, std::string_view event, std::string_view text, Instant now) const {
  write_(line_of(level, event, now, [&](api::JsonObject& object) { object.member("text", text); }));
}

bool ProcessLog::is_told(const Exchange& exchange) const {
  if (which_ == LoggedRequests::kAll || exchange.status >= 400) return true;
  return exchange.time >= kSlow && exchange.status != 101;
}

bool ProcessLog::has_room(Instant now) {
  const std::int64_t second = now.ms / 1'000;
  if (second != second_) {
    second_ = second;
    told_ = 0;
    if (left_out_ > 0) note(Level::kWarn, "requests-left-out", std::to_string(left_out_) + " more requests", now);
    left_out_ = 0;
  }
  if (told_ < kRequestsASecondMax) return ++told_, true;
  ++left_out_;
  return false;
}

void ProcessLog::request(const Exchange& exchange, Instant now) {
  if (!is_told(exchange) || !has_room(now)) return;
  const bool known = std::ranges::find(kMethods, exchange.method) != kMethods.end();
  const auto text = [](std::string_view view) {
    return view.empty() ? std::optional<std::string_view>() : std::optional(view);
  };
  write_(line_of(level_of(exchange), "request", now, [&](api::JsonObject& object) {
    object.member("request", exchange.id).member("method", known ? text(exchange.method) : std::nullopt);
    object.member("route", route_of(exchange)).member("status", std::int64_t{exchange.status});
    object.with("ms", [&](std::string& out) { out += in_ms(exchange.time); });
    object.member("account", text(exchange.account)).member("address", text(exchange.peer));
  }));
}

}  // namespace luuvet::server

#include "server/net/request_check.h"

#include <algorithm>

#include "api/problem.h"
#include "server/net/target.h"

namespace luuvet::server {
namespace {

using api::Problem;

std::size_t count(const api::Request& request, std::string_view name) {
  return static_cast<std::size_t>(std::ranges::count_if(
      request.headers, [&](const api::Header& header) { return api::same_ignoring_case(header.name, name); }));
}

bool changes_something(const api::Request& request) {
  return request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS";
}

bool has_foreign_origin(const api::Request& request, const HostPolicy& hosts) {
  if (!changes_something(request) && !request.header("Upgrade")) return false;
  const std::size_t origins = count(request, "Origin");
  return origins > 1 || (origins == 1 && !hosts.allows_origin(*request.header("Origin"), request.secure));
}

Problem foreign_origin() {
  Problem problem;
  problem.type = api::ProblemType::kForbidden;
  problem.detail = {"Trang gửi yêu cầu không thuộc hệ thống này.",
                    "The page that asks does not belong to this system."};
  return problem;
}

Problem not_direct() {
  Problem problem;
  problem.type = api::ProblemType::kForbidden;
  problem.detail = {"Bản dùng thử chỉ phục vụ trên chính máy này, không qua máy chủ trung gian.",
                    "A demo serves this machine alone, not through a proxy."};
  return problem;
}

}  // namespace

std::optional<Problem> check_head(api::Request& request, const HostPolicy& hosts) {
  if (count(request, "Host") != 1)
    return api::bad_header("Host", {"Cần đúng một tiêu đề Host.", "Exactly one Host header is needed."});
  std::string authority(*request.header("Host"));
  if (auto absolute = absolute_target(request.target)) {
    authority = absolute->authority;
    std::string origin_form = std::move(absolute->origin_form);
    request.target = std::move(origin_form);
  }
  if (!hosts.allows_host(authority)) return api::misdirected();
  if (has_foreign_origin(request, hosts)) return foreign_origin();
  if (request.header("Expect") && !expects_continue(request)) return api::expectation_failed();
  if (request.target.starts_with('/') || (request.target == "*" && request.method == "OPTIONS")) return std::nullopt;
  return api::bad_request({"Địa chỉ trong dòng yêu cầu không hợp lệ.", "The target of the request line is not valid."});
}

std::optional<Problem> check_direct(const api::Request& request) {
  for (const std::string_view name : {"Forwarded", "Via"})
    if (request.header(name)) return not_direct();
  for (const api::Header& header : request.headers)
    if (header.name.size() > 12 && api::same_ignoring_case(std::string_view(header.name).substr(0, 12), "X-Forwarded-"))
      return not_direct();
  return std::nullopt;
}

bool expects_continue(const api::Request& request) {
  return api::same_ignoring_case(request.header("Expect").value_or(""), "100-continue");
}

Problem problem_of(ReadFault fault, const HttpLimits& limits) {
  switch (fault) {
    case ReadFault::kHeaderTooLarge:
      return api::head_too_large(limits.header_bytes);
    case ReadFault::kBodyTooLarge:
      return api::body_too_large(limits.body_bytes);
    case ReadFault::kTransferEncoding:
      return api::transfer_coding_not_implemented();
    case ReadFault::kVersion:
      return api::http_version_not_supported();
    case ReadFault::kMalformed:
    case ReadFault::kNone:
      break;
  }
  return api::bad_request({"Yêu cầu HTTP bị hỏng.", "The HTTP request is malformed."});
}

api::Reply options_reply() {
  return {204, {{"Allow", "GET, HEAD, POST, DELETE, OPTIONS"}}, {}};
}

}  // namespace luuvet::server

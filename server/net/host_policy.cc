#include "server/net/host_policy.h"

#include <algorithm>

#include "api/http/http_message.h"

namespace luuvet::server {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::ranges::any_of(list, [&](const std::string& item) { return api::same_ignoring_case(item, text); });
}

}  // namespace

HostPolicy::HostPolicy(std::uint16_t port, std::uint16_t default_port, const std::vector<std::string>& more_hosts) {
  for (const char* name : {"localhost", "127.0.0.1", "[::1]"}) {
    hosts_.push_back(std::string(name) + ':' + std::to_string(port));
    if (port == default_port) hosts_.emplace_back(name);
  }
  hosts_.insert(hosts_.end(), more_hosts.begin(), more_hosts.end());
}

bool HostPolicy::allows_host(std::string_view authority) const {
  return contains(hosts_, authority);
}
bool HostPolicy::allows_origin(std::string_view origin, bool secure) const {
  const std::string_view scheme = secure ? "https://" : "http://";
  return api::same_ignoring_case(origin.substr(0, scheme.size()), scheme) &&
         contains(hosts_, origin.substr(scheme.size()));
}

}  // namespace luuvet::server

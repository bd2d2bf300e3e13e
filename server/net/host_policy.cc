#include "server/net/host_policy.h"

#include <algorithm>

#include "api/http_message.h"

namespace luuvet::server {
namespace {

constexpr std::uint16_t kHttpPort = 80;

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::ranges::any_of(list, [&](const std::string& item) { return api::same_ignoring_case(item, text); });
}

}  // namespace

HostPolicy::HostPolicy(std::uint16_t port, const std::vector<std::string>& more_hosts,
                       const std::vector<std::string>& more_origins) {
  for (const char* name : {"localhost", "127.0.0.1", "[::1]"}) {
    hosts_.push_back(std::string(name) + ':' + std::to_string(port));
    if (port == kHttpPort) hosts_.emplace_back(name);
  }
  hosts_.insert(hosts_.end(), more_hosts.begin(), more_hosts.end());
  for (const std::string& host : hosts_) origins_.push_back("http://" + host);
  origins_.insert(origins_.end(), more_origins.begin(), more_origins.end());
}

bool HostPolicy::allows_host(std::string_view authority) const {
  return contains(hosts_, authority);
}
bool HostPolicy::allows_origin(std::string_view origin) const {
  return contains(origins_, origin);
}

}  // namespace luuvet::server

// Which names this server answers to. A page of another site can make a browser connect here under any name it likes
// (DNS rebinding), or send our own name with its `Origin`: both are refused by exact lists.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace luuvet::server {

class HostPolicy {
 public:
  HostPolicy() = default;
  // Answers to localhost, 127.0.0.1 and [::1] with `port`, and to `more_hosts` as they stand ("luuvet.example.vn",
  // "10.0.0.5:8080"). `default_port`: the one that names leave out, 80 or 443.
  HostPolicy(std::uint16_t port, std::uint16_t default_port, const std::vector<std::string>& more_hosts);

  bool allows_host(std::string_view authority) const;
  // One of the hosts behind "https://" for requests that came over TLS, behind "http://" for others: a page that was
  // not protected on its way has no say over those that are.
  bool allows_origin(std::string_view origin, bool secure) const;

 private:
  std::vector<std::string> hosts_;  // compared without regard to case
};

}  // namespace luuvet::server

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
  // "10.0.0.5:8080"). Origins are "http://" and one of those, and `more_origins` ("https://luuvet.example.vn").
  HostPolicy(std::uint16_t port, const std::vector<std::string>& more_hosts,
             const std::vector<std::string>& more_origins);

  bool allows_host(std::string_view authority) const;
  bool allows_origin(std::string_view origin) const;

 private:
  std::vector<std::string> hosts_;  // compared without regard to case
  std::vector<std::string> origins_;
};

}  // namespace luuvet::server

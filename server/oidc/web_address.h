// Addresses that this server is told to trust: its own, the issuer's and those of the issuer's endpoints. Read with
// libcurl, which is also what asks them. Any thread.
#pragma once

#include <optional>
#include <string>

namespace luuvet::server {

struct WebAddress {
  std::string scheme;     // "https"
  std::string authority;  // "sso.example.vn:8443", without a port that the scheme implies
  std::string path;       // "/realms/x"; "/" where there is none
  bool loopback = false;  // localhost, 127.0.0.1 or [::1]
  bool has_query = false;

  std::string origin() const { return scheme + "://" + authority; }
};

inline constexpr std::size_t kWebAddressBytesMax = 2'000;

// Nothing unless it is https, or http to this machine; without user name, password and fragment.
std::optional<WebAddress> trusted_address(const std::string& text);

}  // namespace luuvet::server

// Who asks, where the server stands behind a reverse proxy: what the proxy says of it in X-Forwarded-For and
// X-Forwarded-Proto. Believed only from proxies that were named; everybody else's word is passed over.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/http_message.h"

namespace luuvet::server {

// "192.0.2.7", "2001:db8::1"; an IPv4 address in IPv6 as IPv4. Nothing if it is no address.
std::optional<boost::asio::ip::address> parse_address(std::string_view text);

class TrustedProxies {
 public:
  TrustedProxies() = default;  // none
  // Throws std::invalid_argument naming the first that is no address.
  explicit TrustedProxies(const std::vector<std::string>& addresses);

  // `request.peer` is the connection's address, `request.secure` whether that is TLS. If it is a trusted proxy's, they
  // become those of who asked it: the right-most address in the chain that is no trusted proxy. A chain that cannot be
  // read ends where it can be no further.
  void look_behind(api::Request& request) const;

 private:
  bool trusts(const boost::asio::ip::address& address) const;

  std::vector<boost::asio::ip::address> addresses_;
};

}  // namespace luuvet::server

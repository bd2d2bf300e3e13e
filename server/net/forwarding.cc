#include "server/net/forwarding.h"

#include <algorithm>
#include <stdexcept>

#include "api/http/header_text.h"

namespace luuvet::server {
namespace {

namespace ip = boost::asio::ip;

// The items of all headers of that name as one list, in their order.
std::vector<std::string_view> items_of(const api::Request& request, std::string_view name) {
  std::vector<std::string_view> items;
  for (const api::Header& header : request.headers) {
    if (!api::same_ignoring_case(header.name, name)) continue;
    for (std::string_view rest = header.value; !rest.empty();) items.push_back(api::take_until(rest, ','));
  }
  return items;
}

}  // namespace

std::optional<ip::address> parse_address(std::string_view text) {
  boost::system::error_code error;
  const ip::address address = ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  if (address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& addresses) {
  for (const std::string& text : addresses) {
    const auto address = parse_address(text);
    if (!address) throw std::invalid_argument(text + " is no address of a proxy");
    addresses_.push_back(*address);
  }
}

bool TrustedProxies::trusts(const ip::address& address) const {
  return std::ranges::find(addresses_, address) != addresses_.end();
}

void TrustedProxies::look_behind(api::Request& request) const {
  const auto peer = parse_address(request.peer);
  if (!peer || !trusts(*peer)) return;
  std::vector<std::string_view> chain = items_of(request, "X-Forwarded-For");
  for (; !chain.empty(); chain.pop_back()) {
    const auto asked = parse_address(chain.back());
    if (!asked) break;
    request.peer = asked->to_string();
    if (!trusts(*asked)) break;
  }
  const auto schemes = items_of(request, "X-Forwarded-Proto");
  if (!schemes.empty()) request.secure = api::same_ignoring_case(schemes.back(), "https");
}

}  // namespace luuvet::server

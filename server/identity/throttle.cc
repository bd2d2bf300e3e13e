#include "server/identity/throttle.h"

#include <arpa/inet.h>
#include <algorithm>
#include <cstring>

namespace luuvet::server {

using std::chrono::milliseconds;

Throttle::Throttle(ThrottleLimits limits)
    : device_(limits.device, limits.entries_max),
      pair_(limits.account_and_address, limits.entries_max),
      address_(limits.address, limits.entries_max),
      account_(limits.account, limits.entries_max) {}

Throttle::Keys Throttle::keys_of(const Caller& caller) const {
  const std::string network = network_of(caller.address);
  return {caller.device ? key_of_({"device", caller.account, bytes_of(*caller.device)}) : 0,
          key_of_({"pair", caller.account, network}), key_of_({"address", network}),
          key_of_({"account", caller.account})};
}

milliseconds Throttle::begin(const Caller& caller, Instant now) {
  const Keys keys = keys_of(caller);
  if (caller.device) {
    const milliseconds wait = device_.wait(keys.device, now);
    if (wait.count() == 0) device_.take(keys.device, now);
    return wait;
  }
  const milliseconds wait =
      std::max({pair_.wait(keys.pair, now), address_.wait(keys.address, now), account_.wait(keys.account, now)});
  if (wait.count() > 0) return wait;
  pair_.take(keys.pair, now);
  address_.take(keys.address, now);
  account_.take(keys.account, now);
  return wait;
}

void Throttle::succeeded(const Caller& caller) {
  const Keys keys = keys_of(caller);
  if (caller.device) return device_.fill(keys.device);
  pair_.fill(keys.pair);
  address_.give_back(keys.address);
  account_.give_back(keys.account);
}

void Throttle::withdrawn(const Caller& caller) {
  const Keys keys = keys_of(caller);
  if (caller.device) return device_.give_back(keys.device);
  pair_.give_back(keys.pair);
  address_.give_back(keys.address);
  account_.give_back(keys.account);
}

std::string network_of(std::string_view address) {
  const std::string text(address.substr(0, INET6_ADDRSTRLEN));
  in6_addr whole{};
  if (inet_pton(AF_INET6, text.c_str(), &whole) != 1) return text;
  char network[INET6_ADDRSTRLEN];
  if (IN6_IS_ADDR_V4MAPPED(&whole)) {
    inet_ntop(AF_INET, &whole.s6_addr[12], network, sizeof network);
    return network;
  }
  std::memset(&whole.s6_addr[8], 0, 8);
  inet_ntop(AF_INET6, &whole, network, sizeof network);
  return std::string(network) + "/64";
}

}  // namespace luuvet::server

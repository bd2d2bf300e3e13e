// A TLS client on a plain socket, for tests. It trusts whatever the server shows: names are looked at by the test.
#pragma once

#include <cstdint>
#include <string>

#include "tests/net/raw_http.h"

namespace luuvet::test {

struct TlsOffer {
  int version_max = 0;        // 0x0301 ... 0x0304; 0: the newest
  std::string protocol = {};  // of ALPN; "": none offered
  int receive_bytes = 0;
};

struct TlsShaken {
  std::string version = {};   // "TLSv1.3"; empty: the server refused
  std::string protocol = {};  // of ALPN
  std::string common_name = {};
};

// Connected and through the handshake. Throws std::runtime_error where the server refuses.
TcpClient connect_tls(std::uint16_t port, const TlsOffer& offer = {});
// What a handshake comes to.
TlsShaken shake_hands(std::uint16_t port, const TlsOffer& offer = {});

}  // namespace luuvet::test

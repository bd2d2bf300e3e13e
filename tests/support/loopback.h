// A connected socket to this machine.
#pragma once

#include <chrono>
#include <cstdint>

namespace luuvet::test {

// To 127.0.0.1:port, without delay, with `limit` on every send and receive. The caller closes it. Throws HttpBroken.
int connect_to_loopback(std::uint16_t port, std::chrono::milliseconds limit);

// Throws HttpBroken with what errno says.
[[noreturn]] void connection_broke(const char* what);

}  // namespace luuvet::test

// A small blocking WebSocket client (RFC 6455) for what the server sends; it sends nothing but pongs and a close.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/support/http_client.h"

namespace luuvet::test {

// One thread. All functions throw HttpBroken when the connection ends, is refused, or is silent for longer than
// `limit`.
class WebSocketClient {
 public:
  // `target`: path and query of the upgrade. Asks for the subprotocol cloudevents.json.
  WebSocketClient(std::uint16_t port, std::string_view target,
                  std::chrono::milliseconds limit = std::chrono::seconds(30));
  ~WebSocketClient();
  WebSocketClient(const WebSocketClient&) = delete;
  WebSocketClient& operator=(const WebSocketClient&) = delete;

  // The next text message, valid until the next call. Pings on the way are answered.
  std::string_view receive();

 private:
  struct Frame {
    unsigned opcode;
    std::string_view payload;
  };
  void upgrade(std::string_view target);
  Frame receive_frame();
  void need(std::size_t bytes);
  void send_frame(unsigned opcode, std::string_view payload);
  void send_all(std::string_view bytes);

  std::uint16_t port_;
  int socket_ = -1;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not read yet
  std::size_t end_ = 0;
};

}  // namespace luuvet::test

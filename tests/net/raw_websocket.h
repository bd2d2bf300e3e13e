// A blocking WebSocket client over a plain socket: sends any frame, shows every frame.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tests/net/raw_http.h"

namespace luuvet::test {

enum class Opcode : std::uint8_t { kContinuation = 0, kText = 1, kBinary = 2, kClose = 8, kPing = 9, kPong = 10 };

struct Frame {
  Opcode opcode = Opcode::kText;
  bool final = true;
  std::string payload;

  // Of a close.
  unsigned close_code() const;
  std::string close_reason() const;
};

class RawWebSocket {
 public:
  // Asks for the upgrade and reads the answer: `answer().status` is 101, or the refusal's.
  RawWebSocket(std::uint16_t port, std::string_view target, std::string_view headers = {}, int receive_bytes = 0);

  RawWebSocket(TcpClient connected, std::uint16_t port, std::string_view target, std::string_view headers = {});

  const HttpAnswer& answer() const { return answer_; }

  // The next frame; pings are answered on the way and not shown. Nothing when the connection has ended or the time is
  // over.
  std::optional<Frame> receive(std::chrono::milliseconds patience = kPatience);
  // The next frame of any kind, answered by nothing.
  std::optional<Frame> receive_raw(std::chrono::milliseconds patience = kPatience);
  // Frames until a close, which is returned; nothing if none comes.
  std::optional<Frame> receive_close(std::chrono::milliseconds patience = kPatience);

  bool send(Opcode opcode, std::string_view payload);  // masked, final
  bool send_bytes(std::string_view bytes) { return tcp_.send(bytes); }
  TcpClient& tcp() { return tcp_; }

 private:
  std::optional<Frame> take_frame();

  TcpClient tcp_;
  HttpAnswer answer_;
  std::string unread_;
  std::size_t read_ = 0;  // of unread_
};

// Whether it is a record, and not one of the feed's own messages.
bool is_record(const Frame& frame);
// Receives records `first`..`last`, one after another, with whatever else comes between; "" or what was wrong.
std::string follow(RawWebSocket& live, std::uint64_t first, std::uint64_t last);

std::string masked_frame(Opcode opcode, std::string_view payload);

// The value of `"name":` in a flat look at JSON text: digits, or the content of a string. Enough for ids and heads.
std::string json_value(std::string_view json, std::string_view name);

}  // namespace luuvet::test

#include "tests/net/raw_websocket.h"

#include <stdexcept>
#include <utility>

namespace luuvet::test {
namespace {

// Zero bytes: the payload stands in the clear, and is masked all the same.
constexpr std::string_view kMask("\0\0\0\0", 4);

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

}  // namespace

unsigned Frame::close_code() const {
  return payload.size() < 2 ? 0 : static_cast<unsigned>(big_endian(payload.substr(0, 2)));
}
std::string Frame::close_reason() const {
  return payload.size() < 2 ? "" : payload.substr(2);
}

std::string masked_frame(Opcode opcode, std::string_view payload) {
  std::string frame(1, static_cast<char>(0x80 | static_cast<int>(opcode)));
  if (payload.size() < 126) {
    frame += static_cast<char>(0x80 | payload.size());
  } else {
    frame += static_cast<char>(0xfe);
    frame += static_cast<char>(payload.size() >> 8);
    frame += static_cast<char>(payload.size() & 0xff);
  }
  frame += kMask;
  frame += payload;
  return frame;
}

RawWebSocket::RawWebSocket(std::uint16_t port, std::string_view target, std::string_view headers, int receive_bytes)
    : RawWebSocket(TcpClient(port, receive_bytes), port, target, headers) {}

RawWebSocket::RawWebSocket(TcpClient connected, std::uint16_t port, std::string_view target, std::string_view headers)
    : tcp_(std::move(connected)) {
  tcp_.send("GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost:" + std::to_string(port) +
            "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            "Sec-WebSocket-Version: 13\r\n" +
            std::string(headers) + "\r\n");
  HttpAnswer& answer = answer_;
  std::size_t end;
  while ((end = unread_.find("\r\n\r\n")) == std::string::npos) {
    const auto bytes = tcp_.receive();
    if (!bytes || bytes->empty()) throw std::runtime_error("no answer to the upgrade");
    unread_ += *bytes;
  }
  answer.status = std::stoi(unread_.substr(9, 3));
  const std::string head = unread_.substr(0, end + 2);
  const auto value = [&](const std::string& name) {
    const std::size_t at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return std::string();
    const std::size_t begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  };
  answer.headers["sec-websocket-protocol"] = value("Sec-WebSocket-Protocol");
  answer.headers["sec-websocket-accept"] = value("Sec-WebSocket-Accept");
  answer.headers["upgrade"] = value("Upgrade");
  answer.headers["luuvet-request-id"] = value("Luuvet-Request-Id");
  answer.headers["retry-after"] = value("Retry-After");
  unread_.erase(0, end + 4);
  if (answer.status != 101) answer.body = unread_;
}

std::optional<Frame> RawWebSocket::take_frame() {
  const std::string_view bytes = std::string_view(unread_).substr(read_);
  if (bytes.size() < 2) return std::nullopt;
  std::size_t head = 2;
  std::uint64_t size = static_cast<unsigned char>(bytes[1]);
  if (size >= 126) {
    const std::size_t length = size == 126 ? 2 : 8;
    head += length;
    if (bytes.size() < head) return std::nullopt;
    size = big_endian(bytes.substr(2, length));
  }
  if (bytes.size() < head + size) return std::nullopt;
  Frame frame;
  frame.final = (bytes[0] & 0x80) != 0;
  frame.opcode = static_cast<Opcode>(bytes[0] & 0x0f);
  frame.payload = bytes.substr(head, static_cast<std::size_t>(size));
  read_ += head + static_cast<std::size_t>(size);
  return frame;
}

std::optional<Frame> RawWebSocket::receive_raw(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    if (auto frame = take_frame()) return frame;
    unread_.erase(0, read_);
    read_ = 0;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() < 0) return std::nullopt;
    const auto bytes = tcp_.receive(left);
    if (!bytes || bytes->empty()) return std::nullopt;
    unread_ += *bytes;
  }
}

std::optional<Frame> RawWebSocket::receive(std::chrono::milliseconds patience) {
  for (;;) {
    auto frame = receive_raw(patience);
    if (!frame || frame->opcode != Opcode::kPing) return frame;
    send(Opcode::kPong, frame->payload);
  }
}

std::optional<Frame> RawWebSocket::receive_close(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < until) {
    auto frame = receive(patience);
    if (!frame || frame->opcode == Opcode::kClose) return frame;
  }
  return std::nullopt;
}

bool RawWebSocket::send(Opcode opcode, std::string_view payload) {
  return tcp_.send(masked_frame(opcode, payload));
}

bool is_record(const Frame& frame) {
  return !json_value(frame.payload, "streamversion").empty();
}

std::string follow(RawWebSocket& live, std::uint64_t first, std::uint64_t last) {
  for (std::uint64_t expected = first; expected <= last;) {
    const auto frame = live.receive();
    if (!frame) return "nothing came where " + std::to_string(expected) + " was due";
    if (!is_record(*frame)) continue;
    const std::string id = json_value(frame->payload, "id");
    if (id != std::to_string(expected)) return id + " came where " + std::to_string(expected) + " was due";
    ++expected;
  }
  return "";
}

std::string json_value(std::string_view json, std::string_view name) {
  const std::string key = '"' + std::string(name) + "\":";
  std::size_t at = json.find(key);
  if (at == std::string_view::npos) return {};
  at += key.size();
  if (json[at] != '"') return std::string(json.substr(at, json.find_first_of(",}]", at) - at));
  return std::string(json.substr(at + 1, json.find('"', at + 1) - at - 1));
}

}  // namespace luuvet::test

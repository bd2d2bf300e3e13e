#include "tests/support/websocket_client.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

#include "tests/support/demo_people.h"
#include "tests/support/loopback.h"

namespace luuvet::test {

namespace {

constexpr unsigned kContinuation = 0x0, kText = 0x1, kClose = 0x8, kPing = 0x9, kPong = 0xa;
constexpr std::size_t kReadBytes = 256 * 1024;
// Any 16 bytes do: the key only shows that the other side speaks WebSocket.
constexpr const char* kKey = "bHV1dmV0IHRlc3Qga2V5IQ==";

std::uint64_t big_endian(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

}  // namespace

WebSocketClient::WebSocketClient(std::uint16_t port, std::string_view target, std::chrono::milliseconds limit)
    : port_(port), socket_(connect_to_loopback(port, limit)), buffer_(2 * kReadBytes, '\0') {
  upgrade(target);
}

WebSocketClient::~WebSocketClient() {
  close(socket_);
}

void WebSocketClient::upgrade(std::string_view target) {
  std::string request = "GET ";
  request.append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1:").append(std::to_string(port_));
  for (const auto& [name, value] : authorization_for(port_, "GET", target, {}))
    request.append("\r\n").append(name).append(": ").append(value);
  request.append("\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ")
      .append(kKey);
  send_all(request.append("\r\nSec-WebSocket-Protocol: cloudevents.json\r\n\r\n"));
  std::size_t end = std::string::npos;
  for (std::size_t wanted = 1; end == std::string::npos; wanted = end_ - begin_ + 1) {
    need(wanted);
    end = std::string_view(buffer_.data(), end_).find("\r\n\r\n");
  }
  const std::string_view head(buffer_.data(), end);
  if (head.substr(0, 12) != "HTTP/1.1 101") throw HttpBroken("no upgrade: " + std::string(buffer_.data(), end_));
  begin_ = end + 4;
}

std::string_view WebSocketClient::receive() {
  for (;;) {
    const Frame frame = receive_frame();
    if (frame.opcode == kText) return frame.payload;
    if (frame.opcode == kPing) send_frame(kPong, frame.payload);
    if (frame.opcode == kClose)
      throw HttpBroken("closed: " + (frame.payload.size() < 2 ? std::string("without a code")
                                                              : std::to_string(big_endian(frame.payload.data(), 2)) +
                                                                    " " + std::string(frame.payload.substr(2))));
    if (frame.opcode == kContinuation) throw HttpBroken("a message in pieces");
  }
}

WebSocketClient::Frame WebSocketClient::receive_frame() {
  need(2);
  const auto first = static_cast<unsigned char>(buffer_[begin_]);
  std::size_t length = static_cast<unsigned char>(buffer_[begin_ + 1]);
  std::size_t head = 2;
  if (length >= 126) {
    const std::size_t wide = length == 126 ? 2 : 8;
    need(2 + wide);
    length = big_endian(buffer_.data() + begin_ + 2, wide);
    head += wide;
  }
  if ((first & 0x80) == 0) throw HttpBroken("a message in pieces");
  need(head + length);
  const std::string_view payload(buffer_.data() + begin_ + head, length);
  begin_ += head + length;
  return {first & 0x0fU, payload};
}

// Moves what is there to the front if the rest would not fit behind it.
void WebSocketClient::need(std::size_t bytes) {
  if (end_ - begin_ >= bytes) return;
  if (buffer_.size() - begin_ < bytes + kReadBytes) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    if (buffer_.size() < bytes + kReadBytes) buffer_.resize(bytes + kReadBytes);
  }
  while (end_ - begin_ < bytes) {
    const ssize_t got = recv(socket_, buffer_.data() + end_, buffer_.size() - end_, 0);
    if (got < 0) connection_broke("receive");
    if (got == 0) throw HttpBroken("the server closed the connection");
    end_ += static_cast<std::size_t>(got);
  }
}

// Masked with zeros, which RFC 6455 allows a test to choose.
void WebSocketClient::send_frame(unsigned opcode, std::string_view payload) {
  std::string frame = {
      static_cast<char>(0x80U | opcode), static_cast<char>(0x80U | (payload.size() & 0x7fU)), 0, 0, 0, 0};
  send_all(frame.append(payload));
}

void WebSocketClient::send_all(std::string_view bytes) {
  if (send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
    connection_broke("send");
}

}  // namespace luuvet::test

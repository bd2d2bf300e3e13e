#include "tests/net/raw_http.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace luuvet::test {

TcpClient::TcpClient(std::uint16_t port, int receive_bytes) : fd_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_bytes > 0) setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
  const int one = 1;
  setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close();
    throw std::runtime_error("cannot connect");
  }
}
TcpClient::~TcpClient() {
  close();
}
TcpClient::TcpClient(TcpClient&& other) noexcept : fd_(std::exchange(other.fd_, -1)), layer_(std::move(other.layer_)) {}
TcpClient& TcpClient::operator=(TcpClient&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(layer_, other.layer_);
  return *this;
}

bool TcpClient::send(std::string_view bytes) {
  if (layer_) return layer_->send(bytes);
  while (!bytes.empty()) {
    const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<std::string> TcpClient::receive(std::chrono::milliseconds patience) {
  pollfd waiting{fd_, POLLIN, 0};
  const bool waits = !layer_ || !layer_->holds_more();
  if (waits && poll(&waiting, 1, static_cast<int>(patience.count())) == 0) return std::nullopt;
  if (layer_) {
    const auto received = layer_->receive();
    return received ? received : receive(patience);
  }
  std::string bytes(64 * 1024, '\0');
  const ssize_t got = recv(fd_, bytes.data(), bytes.size(), 0);
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

bool TcpClient::closes(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    const auto bytes = receive(left);
    if (!bytes) return false;
    if (bytes->empty()) return true;
  }
}

void TcpClient::shutdown_send() {
  shutdown(fd_, SHUT_WR);
}

void TcpClient::close() {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

std::string HttpAnswer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

void RawHttp::send(std::string text) {
  const std::string port = std::to_string(port_);
  for (std::size_t at; (at = text.find("{port}")) != std::string::npos;) text.replace(at, 6, port);
  tcp_.send(text);
}

HttpAnswer RawHttp::ask(std::string request) {
  const bool head = request.starts_with("HEAD ");
  send(std::move(request));
  return receive(head);
}

HttpAnswer RawHttp::get(std::string_view target, std::string_view headers) {
  return ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost:{port}\r\n" + std::string(headers) + "\r\n");
}

void RawHttp::read_more() {
  const auto bytes = tcp_.receive();
  if (!bytes || bytes->empty()) throw std::runtime_error("no whole answer came; so far: " + unread_);
  unread_ += *bytes;
}

HttpAnswer RawHttp::receive(bool no_body) {
  std::size_t end;
  while ((end = unread_.find("\r\n\r\n")) == std::string::npos) read_more();
  HttpAnswer answer;
  answer.status = std::stoi(unread_.substr(9, 3));
  std::size_t line = unread_.find("\r\n") + 2;
  while (line < end + 2) {
    const std::size_t line_end = unread_.find("\r\n", line);
    const std::size_t colon = unread_.find(": ", line);
    std::string name = unread_.substr(line, colon - line);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (name == "set-cookie") answer.cookies.push_back(unread_.substr(colon + 2, line_end - colon - 2));
    answer.headers[name] = unread_.substr(colon + 2, line_end - colon - 2);
    line = line_end + 2;
  }
  unread_.erase(0, end + 4);
  const std::string length = answer.header("content-length");
  const std::size_t size = no_body || length.empty() ? 0 : std::stoul(length);
  while (unread_.size() < size) read_more();
  answer.body = unread_.substr(0, size);
  unread_.erase(0, size);
  return answer;
}

}  // namespace luuvet::test

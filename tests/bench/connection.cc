#include "tests/bench/connection.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <system_error>

#include "tests/support/loopback.h"

namespace luuvet::bench {

namespace {

constexpr std::size_t kBufferBytes = 256 * 1024;
constexpr auto kStuck = std::chrono::seconds(30);

// The number after `name`, which begins with a line break; `otherwise` if it is not there.
std::uint64_t number_after(std::string_view head, std::string_view name, std::uint64_t otherwise) {
  const auto at = head.find(name);
  if (at == std::string_view::npos) return otherwise;
  std::uint64_t number = otherwise;
  std::from_chars(head.data() + at + name.size(), head.data() + head.size(), number);
  return number;
}

}  // namespace

Connection::Connection(std::uint16_t port)
    : socket_(test::connect_to_loopback(port, kStuck)), buffer_(kBufferBytes, '\0') {}

Connection::~Connection() {
  close(socket_);
}

void Connection::send(std::string_view request) {
  filled_ = 0;
  sent_at_ = Clock::now();
  if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
    throw std::system_error(errno, std::generic_category(), "send");
}

bool Connection::receive() {
  if (filled_ == buffer_.size()) buffer_.resize(2 * buffer_.size());
  const ssize_t got = recv(socket_, buffer_.data() + filled_, buffer_.size() - filled_, MSG_DONTWAIT);
  if (got < 0 && errno == EAGAIN) return false;
  if (got <= 0) throw std::runtime_error("the server closed the connection");
  filled_ += static_cast<std::size_t>(got);
  received_at_ = Clock::now();
  return parse();
}

// Names of headers as the servers of this bench write them.
bool Connection::parse() {
  const std::string_view all(buffer_.data(), filled_);
  const auto end = all.find("\r\n\r\n");
  if (end == std::string_view::npos) return false;
  const std::string_view head = all.substr(0, end);
  const std::uint64_t length = number_after(head, "\r\nContent-Length: ", 0);
  if (filled_ < end + 4 + length) return false;
  reply_.status = static_cast<int>(number_after(head, "HTTP/1.1 ", 0));
  reply_.sequence = number_after(head, "\r\nLuuvet-Sequence: ", 0);
  reply_.body = all.substr(end + 4, length);
  return true;
}

}  // namespace luuvet::bench

#include "tests/support/http_client.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>

#include "tests/support/demo_people.h"
#include "tests/support/loopback.h"

namespace luuvet::test {

namespace {

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

std::size_t number(std::string_view text, int base) {
  std::size_t value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value, base).ec != std::errc())
    throw HttpBroken("not a number: " + std::string(text));
  return value;
}

std::string head(std::string_view method, std::string_view target, std::uint16_t port, const HttpHeaders& headers) {
  std::string text;
  text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1:").append(std::to_string(port));
  const auto add = [&](const HttpHeaders& lines) {
    for (const auto& [name, value] : lines) text.append("\r\n").append(name).append(": ").append(value);
  };
  add(headers);
  add(authorization_for(port, method, target, headers));
  return text;
}

}  // namespace

std::optional<std::string_view> HttpReply::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return std::nullopt;
}

HttpClient::HttpClient(std::uint16_t port, std::chrono::milliseconds limit) : port_(port), limit_(limit) {}

HttpClient::~HttpClient() {
  close();
}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : port_(other.port_),
      limit_(other.limit_),
      socket_(std::exchange(other.socket_, -1)),
      received_(std::move(other.received_)) {}

HttpReply HttpClient::get(std::string_view target, const HttpHeaders& headers) {
  return exchange(head("GET", target, port_, headers) + "\r\n\r\n");
}

HttpReply HttpClient::post(std::string_view target, std::string_view body, const HttpHeaders& headers) {
  std::string request = head("POST", target, port_, headers);
  request.append("\r\nContent-Type: application/json\r\nContent-Length: ")
      .append(std::to_string(body.size()))
      .append("\r\n\r\n");
  return exchange(request.append(body));
}

HttpReply HttpClient::exchange(const std::string& request) {
  try {
    if (socket_ < 0) socket_ = connect_to_loopback(port_, limit_);
    send_all(request);
    HttpReply reply = receive_reply();
    const auto connection = reply.header("connection");
    if (connection && lower(*connection) == "close") close();
    return reply;
  } catch (const HttpBroken& broken) {
    close();
    throw HttpBroken(std::string(broken.what()) + " (" + request.substr(0, request.find(" HTTP/1.1")) + ")");
  }
}

void HttpClient::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  received_.clear();
}

void HttpClient::send_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) connection_broke("send");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void HttpClient::receive_more() {
  char buffer[64 * 1024];
  const ssize_t got = recv(socket_, buffer, sizeof buffer, 0);
  if (got < 0) connection_broke("receive");
  if (got == 0) throw HttpBroken("the server closed the connection");
  received_.append(buffer, static_cast<std::size_t>(got));
}

std::string HttpClient::take(std::size_t size) {
  while (received_.size() < size) receive_more();
  std::string taken = received_.substr(0, size);
  received_.erase(0, size);
  return taken;
}

// Without its CRLF.
std::string HttpClient::take_line() {
  std::size_t end = 0;
  while ((end = received_.find("\r\n")) == std::string::npos) receive_more();
  std::string line = take(end + 2);
  line.resize(end);
  return line;
}

HttpReply HttpClient::receive_reply() {
  HttpReply reply;
  const std::string first = take_line();
  if (first.size() < 12 || first.compare(0, 7, "HTTP/1.") != 0) throw HttpBroken("not HTTP: " + first);
  reply.status = static_cast<int>(number(std::string_view(first).substr(9, 3), 10));
  for (std::string line = take_line(); !line.empty(); line = take_line()) {
    const auto colon = line.find(':');
    if (colon == std::string::npos) throw HttpBroken("not a header: " + line);
    const auto value = line.find_first_not_of(" \t", colon + 1);
    reply.headers.emplace_back(lower(std::string_view(line).substr(0, colon)),
                               value == std::string::npos ? "" : line.substr(value));
  }
  if (const auto length = reply.header("content-length")) {
    reply.body = take(number(*length, 10));
  } else if (reply.header("transfer-encoding")) {
    reply.body = receive_chunks();
  }
  return reply;
}

std::string HttpClient::receive_chunks() {
  std::string body;
  while (const std::size_t size = number(take_line(), 16)) {
    body += take(size);
    take_line();
  }
  while (!take_line().empty()) {
  }
  return body;
}

}  // namespace luuvet::test

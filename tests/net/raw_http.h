// Blocking TCP and HTTP clients over plain sockets, for tests that must see every byte and send what no library would.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace luuvet::test {

inline constexpr std::chrono::milliseconds kPatience{30'000};

// What may lie on a socket: TLS.
class Layer {
 public:
  virtual ~Layer() = default;
  virtual bool send(std::string_view bytes) = 0;
  virtual bool holds_more() const = 0;               // receive() has something without the socket
  virtual std::optional<std::string> receive() = 0;  // "" at the end; nothing yet: wait for the socket again
};

// To 127.0.0.1. What fails throws std::runtime_error.
class TcpClient {
 public:
  // `receive_bytes`: the kernel's receive buffer; 0 = its default.
  explicit TcpClient(std::uint16_t port, int receive_bytes = 0);
  ~TcpClient();
  TcpClient(TcpClient&& other) noexcept;
  TcpClient& operator=(TcpClient&& other) noexcept;

  // False if the peer has closed.
  bool send(std::string_view bytes);
  // What has come, at least one byte; "" when the peer has closed; nothing when the time is over.
  std::optional<std::string> receive(std::chrono::milliseconds patience = kPatience);
  // Whether the peer closes within that time; what comes meanwhile is dropped.
  bool closes(std::chrono::milliseconds patience = kPatience);
  void shutdown_send();
  void close();
  int fd() const { return fd_; }
  // From here on bytes go through it.
  void put_on(std::unique_ptr<Layer> layer) { layer_ = std::move(layer); }

 private:
  int fd_ = -1;
  std::unique_ptr<Layer> layer_;
};

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::vector<std::string> cookies;            // each Set-Cookie
  std::string body;

  std::string header(const std::string& name) const;
};

class RawHttp {
 public:
  explicit RawHttp(std::uint16_t port) : tcp_(port), port_(port) {}
  RawHttp(TcpClient connected, std::uint16_t port) : tcp_(std::move(connected)), port_(port) {}

  // A whole request as text; "{port}" in it becomes the server's.
  HttpAnswer ask(std::string request);
  // "GET <target>" with the right Host and `headers` ("Name: value\r\n"...).
  HttpAnswer get(std::string_view target, std::string_view headers = {});
  void send(std::string text);
  // The next answer; `no_body`: it belongs to a HEAD.
  HttpAnswer receive(bool no_body = false);
  TcpClient& tcp() { return tcp_; }
  std::string& unread() { return unread_; }

 private:
  void read_more();

  TcpClient tcp_;
  std::uint16_t port_;
  std::string unread_;
};

}  // namespace luuvet::test

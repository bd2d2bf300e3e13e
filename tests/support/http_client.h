// A small blocking HTTP/1.1 client that keeps its connection, on plain sockets: so that tests and load share no code
// with the server.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace luuvet::test {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

struct HttpReply {
  int status = 0;
  HttpHeaders headers;  // names in lower case
  std::string body;     // whole, chunks joined

  // The first header of that name, which is given in lower case.
  std::optional<std::string_view> header(std::string_view name) const;
};

// The connection broke, or nothing came within the time: whether the request was carried out is unknown.
class HttpBroken : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// One connection to 127.0.0.1; one thread. Opened by the first request, opened anew after the server closed it or it
// broke.
class HttpClient {
 public:
  explicit HttpClient(std::uint16_t port, std::chrono::milliseconds limit = std::chrono::seconds(30));
  ~HttpClient();
  HttpClient(HttpClient&& other) noexcept;
  HttpClient& operator=(HttpClient&&) = delete;

  // `target`: path and query, as on the wire. Both throw HttpBroken.
  HttpReply get(std::string_view target, const HttpHeaders& headers = {});
  HttpReply post(std::string_view target, std::string_view body, const HttpHeaders& headers = {});  // application/json

 private:
  HttpReply exchange(const std::string& request);
  void close();
  void send_all(std::string_view bytes);
  void receive_more();
  std::string take(std::size_t size);
  std::string take_line();
  HttpReply receive_reply();
  std::string receive_chunks();

  std::uint16_t port_;
  std::chrono::milliseconds limit_;
  int socket_ = -1;
  std::string received_;  // beyond the reply that was read last
};

}  // namespace luuvet::test

// One keep-alive connection of a closed loop: a request is sent, its reply is read, then the next. Never blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tests/bench/measure.h"

namespace luuvet::bench {

// A complete reply; views into the connection's buffer until the next request.
struct ReplyView {
  int status = 0;
  std::uint64_t sequence = 0;  // Luuvet-Sequence, 0 if it has none
  std::string_view body;
};

class Connection {
 public:
  // Throws test::HttpBroken.
  explicit Connection(std::uint16_t port);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int socket() const { return socket_; }
  // Sends the whole request: it fits the socket's buffer, since nothing else is under way.
  void send(std::string_view request);
  // Reads what is there; true once the reply is complete. Throws std::runtime_error if the server closed the
  // connection.
  bool receive();
  const ReplyView& reply() const { return reply_; }
  Clock::duration waited() const { return received_at_ - sent_at_; }

 private:
  bool parse();

  int socket_ = -1;
  std::string buffer_;
  std::size_t filled_ = 0;
  ReplyView reply_;
  Clock::time_point sent_at_;
  Clock::time_point received_at_;
};

}  // namespace luuvet::bench

#include "server/live/outbox.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <boost/asio/buffer.hpp>
#include <utility>

namespace luuvet::server {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using UserTimeout = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_USER_TIMEOUT>;

constexpr std::size_t kKeptCapacityMax = 4 * 1024;  // more is given back when it is empty
constexpr int kUnacknowledgedMs = 60'000;           // then the kernel takes a peer that does not answer at all for lost

}  // namespace

Outbox::Outbox(Socket socket, std::size_t socket_bytes)
    : socket_(std::move(socket)), gone_(socket_.get_executor(), asio::steady_timer::time_point::max()) {
  error_code ignored;
  socket_.tcp().set_option(asio::socket_base::send_buffer_size(static_cast<int>(socket_bytes)), ignored);
  socket_.tcp().set_option(UserTimeout(kUnacknowledgedMs), ignored);
  socket_.tcp().non_blocking(true, ignored);
}

void Outbox::send(std::string_view bytes) {
  if (last_sent_) return;
  if (unsent() == 0) bytes.remove_prefix(write_some(bytes));
  unsent_ += bytes;
  if (unsent() > 0 && !waiting_ && !failed_) wait_for_room();
}

void Outbox::send_last(std::string_view last) {
  send(last);
  last_sent_ = true;
}

std::size_t Outbox::write_some(std::string_view bytes) {
  if (failed_) return 0;
  error_code error;
  const std::size_t taken = socket_.write_some(bytes, error);
  if (error && error != asio::error::would_block && error != asio::error::try_again) fail();
  taken_ += taken;
  return taken;
}

void Outbox::wait_for_room() {
  waiting_ = true;
  socket_.tcp().async_wait(asio::ip::tcp::socket::wait_write, [self = shared_from_this()](error_code error) {
    self->waiting_ = false;
    if (error) return self->fail();
    self->send_kept();
  });
}

void Outbox::send_kept() {
  sent_ += write_some(std::string_view(unsent_).substr(sent_));
  if (failed_) return;
  if (unsent() > 0) return wait_for_room();
  unsent_.clear();
  sent_ = 0;
  if (unsent_.capacity() > kKeptCapacityMax) std::string().swap(unsent_);
  gone_.expires_at(asio::steady_timer::time_point::max());  // lets waiters go
  if (drained_) drained_();
}

void Outbox::fail() {
  if (std::exchange(failed_, true)) return;
  error_code ignored;
  socket_.say_close();
  socket_.tcp().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  gone_.cancel();
}

void Outbox::abort() {
  fail();
  socket_.close();
}

}  // namespace luuvet::server

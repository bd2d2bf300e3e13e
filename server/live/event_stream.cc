#include "server/live/event_stream.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <ctime>
#include <optional>
#include <utility>

#include "server/live/outbox.h"
#include "server/net/response_head.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;
using asio::awaitable;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);

class EventStream final : public Stream, public Peer, public std::enable_shared_from_this<EventStream> {
 public:
  EventStream(const api::Request& request, Cursor cursor, std::shared_ptr<Hub> hub, const LiveLimits& given)
      : limits(given),
        request_id_(request.id),
        secure_(request.secure),
        cursor_(std::move(cursor)),
        hub_(std::move(hub)) {}

  awaitable<void> run(Socket socket, std::string read_ahead) override;
  void stop() override {
    if (subscription_)
      subscription_.close(CloseCode::kStopping, "stopping");
    else
      abort();
  }
  void abort() override {
    if (outbox) outbox->abort();
  }

  void send(std::string_view frames) override { outbox->send(frames); }
  std::size_t unsent() const override { return outbox->unsent(); }
  std::uint64_t taken() const override { return outbox->taken(); }
  bool ending() const override { return outbox->has_sent_last(); }
  Clock::time_point heard() const override { return Clock::now(); }
  // There is no close in an event stream: it ends, and the browser comes back with the last id.
  void close(CloseCode, std::string_view) override {
    outbox->send_last({});
    outbox->when_drained([self = shared_from_this()] { self->abort(); });
  }

  void join() {
    outbox->send(stream_head({200, {{"Content-Type", "text/event-stream"}, {"X-Accel-Buffering", "no"}}, {}},
                             {http_date(std::time(nullptr)), request_id_, secure_}));
    outbox->send("retry: 2000\n\n");
    subscription_ = Hub::join(hub_, *this, std::move(*cursor_), Framing::kEventStream);
    outbox->on_drained([this] { subscription_.ready(); });
  }
  void leave() {
    outbox->on_drained(nullptr);
    subscription_ = {};
    abort();
  }

  const LiveLimits limits;
  std::shared_ptr<Outbox> outbox;

 private:
  const std::string request_id_;
  const bool secure_;
  std::optional<Cursor> cursor_;  // until it is given to the hub
  const std::shared_ptr<Hub> hub_;
  Hub::Subscription subscription_;
};

// The peer has nothing more to say: reading only tells when it goes. A little that it sends all the same is passed
// over.
awaitable<void> converse(std::shared_ptr<EventStream> stream) {
  stream->join();
  std::array<char, 512> waste;
  for (std::size_t read = 0; read <= stream->limits.message_bytes;) {
    auto [error, got] = co_await stream->outbox->socket().async_read_some(asio::buffer(waste), kAsTuple);
    if (error) break;
    read += got;
  }
  stream->leave();
}

awaitable<void> EventStream::run(Socket socket, std::string) {
  outbox = std::make_shared<Outbox>(std::move(socket), limits.socket_bytes);
  return converse(shared_from_this());
}

}  // namespace

std::shared_ptr<Stream> open_event_stream(const api::Request& request, Cursor cursor, std::shared_ptr<Hub> hub,
                                          const LiveLimits& limits) {
  return std::make_shared<EventStream>(request, std::move(cursor), std::move(hub), limits);
}

}  // namespace luuvet::server

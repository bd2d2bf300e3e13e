#include "server/live/live_session.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <functional>
#include <optional>
#include <utility>

#include "api/looking.h"
#include "server/live/gather_stream.h"
#include "server/live/message_rate.h"
#include "server/net/response_head.h"

namespace luuvet::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::awaitable;
using boost::system::error_code;
using WebSocket = websocket::stream<GatherStream, false>;  // without compression

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::string_view kSubprotocol = "cloudevents.json";

using Handshake = http::request<http::empty_body>;

Handshake handshake_of(const api::Request& request) {
  Handshake handshake(http::verb::get, request.target, 11);
  for (const api::Header& header : request.headers) handshake.insert(header.name, header.value);
  return handshake;
}

class LiveSession final : public Stream, public Peer, public std::enable_shared_from_this<LiveSession> {
 public:
  LiveSession(const api::Request& request, Cursor cursor, std::shared_ptr<Hub> hub, std::shared_ptr<Presence> presence,
              const LiveLimits& limits)
      : handshake(handshake_of(request)),
        request_id_(request.id),
        cursor_(std::move(cursor)),
        hub_(std::move(hub)),
        presence_(std::move(presence)),
        limits_(limits),
        rate_(presence_->limits()) {}

  awaitable<void> run(Socket socket, std::string read_ahead) override;
  void stop() override {
    if (subscription_)
      subscription_.close(CloseCode::kStopping, "stopping");
    else
      abort();
  }
  void abort() override {
    if (outbox_) outbox_->abort();
  }

  void send(std::string_view frames) override { outbox_->send(frames); }
  std::size_t unsent() const override { return outbox_->unsent(); }
  std::uint64_t taken() const override { return outbox_->taken(); }
  bool ending() const override { return outbox_->has_sent_last(); }
  Clock::time_point heard() const override { return heard_; }
  void close(CloseCode code, std::string_view reason) override {
    seat_ = {};
    onlooker_ = nullptr;
    websocket::close_reason text;
    text.code = static_cast<std::uint16_t>(code);
    text.reason = std::string(reason);
    web_socket->async_close(text, [self = shared_from_this()](error_code) {});
  }

  // Between the handshake and the end of reading.
  void join() {
    heard_ = Clock::now();
    onlooker_ = cursor_->access().onlooker;
    subscription_ = Hub::join(hub_, *this, std::move(*cursor_), Framing::kWebSocket);
    outbox_->on_drained([this] {
      subscription_.ready();
      if (seat_) seat_.ready(Clock::now());
    });
  }
  void leave() {
    outbox_->on_drained(nullptr);
    seat_ = {};
    subscription_ = {};
    abort();  // else unsent bytes would keep the socket open
  }
  // A message came whole. What is no looking frame, or none that is asked of this subscriber, ends it.
  void take_message(std::string_view bytes) {
    if (!web_socket->got_text()) return subscription_.close(CloseCode::kTextOnly, "text only");
    if (!onlooker_) return subscription_.close(CloseCode::kPolicy, "receive only");
    heard_ = Clock::now();
    const MessageRate::Verdict verdict = rate_.judge(heard_);
    if (verdict == MessageRate::Verdict::kTooMany) return subscription_.close(CloseCode::kPolicy, "too many messages");
    if (verdict == MessageRate::Verdict::kPassedOver) return;
    auto looking = api::read_looking(bytes);
    if (!looking) return subscription_.close(CloseCode::kPolicy, "receive only");
    look(std::move(*looking));
  }

  const Handshake handshake;
  std::optional<WebSocket> web_socket;

 private:
  void open(Socket socket, std::string read_ahead);
  void hear(websocket::frame_type kind);
  void look(api::Looking&& looking);

  const std::string request_id_;
  std::optional<Cursor> cursor_;  // until it is given to the hub
  const std::shared_ptr<Hub> hub_;
  const std::shared_ptr<Presence> presence_;
  const LiveLimits limits_;
  MessageRate rate_;
  std::function<std::optional<Onlooker>(const std::string&, const std::optional<AgencyId>&)> onlooker_;
  std::shared_ptr<Outbox> outbox_;
  Clock::time_point heard_;
  Clock::time_point second_began_;
  unsigned frames_in_second_ = 0;
  Hub::Subscription subscription_;
  Presence::Seat seat_;  // from the first looking frame on
};

void LiveSession::open(Socket socket, std::string read_ahead) {
  outbox_ = std::make_shared<Outbox>(std::move(socket), limits_.socket_bytes);
  web_socket.emplace(GatherStream(outbox_, std::move(read_ahead)));
  web_socket->read_message_max(limits_.message_bytes);
  web_socket->control_callback([this](websocket::frame_type kind, beast::string_view) { hear(kind); });
  const bool asked = http::token_list(handshake[http::field::sec_websocket_protocol]).exists(std::string(kSubprotocol));
  web_socket->set_option(
      websocket::stream_base::decorator([asked, id = request_id_](websocket::response_type& response) {
        if (asked) response.set(http::field::sec_websocket_protocol, std::string(kSubprotocol));
        response.set(std::string(kRequestIdHeader), id);
      }));
}

void LiveSession::hear(websocket::frame_type kind) {
  const Clock::time_point now = Clock::now();
  heard_ = now;
  if (kind == websocket::frame_type::close) return;
  if (now - second_began_ >= std::chrono::seconds(1)) {
    second_began_ = now;
    frames_in_second_ = 0;
  }
  if (++frames_in_second_ <= limits_.frames_a_second) return;
  // Not from within a read of Beast.
  asio::post(outbox_->socket().get_executor(),
             [self = shared_from_this()] { self->subscription_.close(CloseCode::kPolicy, "too many control frames"); });
}

void LiveSession::look(api::Looking&& looking) {
  std::optional<Onlooker> who;
  if (looking.subject) who = onlooker_(*looking.subject, looking.agency);
  if (!who) return seat_.look_away();
  if (!seat_) seat_ = Presence::sit(presence_, *this);
  seat_.look(std::move(*who), {std::move(*looking.subject), std::move(looking.field), looking.typing.value_or(false)},
             heard_);
}

awaitable<void> converse(std::shared_ptr<LiveSession> session) {
  auto [refused] = co_await session->web_socket->async_accept(session->handshake, kAsTuple);
  if (refused) co_return;
  session->join();
  beast::flat_buffer message;
  for (;;) {
    auto [error, bytes] = co_await session->web_socket->async_read(message, kAsTuple);
    if (error) break;
    const auto read = message.cdata();
    session->take_message({static_cast<const char*>(read.data()), read.size()});
    message.clear();
  }
  session->leave();
}

awaitable<void> LiveSession::run(Socket socket, std::string read_ahead) {
  open(std::move(socket), std::move(read_ahead));
  return converse(shared_from_this());
}

}  // namespace

std::shared_ptr<Stream> open_live_session(const api::Request& request, Cursor cursor, std::shared_ptr<Hub> hub,
                                          std::shared_ptr<Presence> presence, const LiveLimits& limits) {
  return std::make_shared<LiveSession>(request, std::move(cursor), std::move(hub), std::move(presence), limits);
}

}  // namespace luuvet::server

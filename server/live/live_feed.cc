#include "server/live/live_feed.h"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "server/live/event_stream.h"
#include "server/live/events_page.h"
#include "server/live/live_session.h"

namespace luuvet::server {

namespace asio = boost::asio;

struct LiveFeedState {
  LiveFeedState(asio::io_context& context, LiveConfig given, const EventLog& event_log)
      : io(context), config(std::move(given)), log(event_log), timer(context), rest(context) {}

  asio::io_context& io;
  const LiveConfig config;
  const EventLog& log;
  asio::steady_timer timer, rest;
  std::shared_ptr<Hub> hub;
  std::shared_ptr<Presence> presence;
  bool stopped = false;
};

namespace {

using StatePtr = std::shared_ptr<LiveFeedState>;
using WeakState = std::weak_ptr<LiveFeedState>;

constexpr std::chrono::seconds kRetryAfter{5};
constexpr std::chrono::milliseconds kPageStep{1};

// Behind whatever waits on the thread already: further batches that are published first go out in the same writes.
void post_turns(asio::io_context& io, const WeakState& weak) {
  asio::post(io, [&io, weak] {
    const StatePtr state = weak.lock();
    if (state && state->hub->run_turns()) post_turns(io, weak);
  });
}

void run_turns_after(asio::steady_timer& rest, std::chrono::microseconds time, const WeakState& weak) {
  rest.expires_after(time);
  rest.async_wait([weak](boost::system::error_code error) {
    const StatePtr state = weak.lock();
    if (!error && state && !state->stopped && state->hub->run_turns()) post_turns(state->io, weak);
  });
}

void tick(const StatePtr& state) {
  if (state->stopped) return;
  state->timer.expires_after(state->config.limits.tick);
  state->timer.async_wait([state](boost::system::error_code error) {
    if (error || state->stopped) return;
    const Clock::time_point now = Clock::now();
    state->hub->tick(now);
    state->presence->tick(now);
    tick(state);
  });
}

std::variant<FeedAccess, api::Reply> access_of(const LiveFeedState& state, const api::Request& request,
                                               const std::optional<std::string>& ticket = std::nullopt) {
  if (!state.config.authorize) return FeedAccess{};
  return state.config.authorize(request, ticket);
}

// Where the subscriber begins, and with which filter and access; or why it is refused.
std::variant<Cursor, api::Reply> cursor_of(const LiveFeedState& state, const api::Request& request, FeedForm form,
                                           Framing framing) {
  const auto ticket = form == FeedForm::kWebSocket ? ticket_of(request) : std::nullopt;
  auto access = access_of(state, request, ticket);
  if (auto* refusal = std::get_if<api::Reply>(&access)) return std::move(*refusal);
  auto read = read_feed_query(request, form, state.config.log, state.log.head());
  if (!read) return api::reply_of(read.error(), request);
  if (state.hub->full()) return api::reply_of(api::overloaded(kRetryAfter), request);
  FeedQuery& query = read.value();
  const Sequence from = form == FeedForm::kWebSocket ? state.hub->head() : 0;
  return Cursor(query.after.value_or(from), FeedFilter(std::move(query.terms), state.config.involves),
                std::move(std::get<FeedAccess>(access)), framing);
}

StreamAnswer open_live(const LiveFeedState& state, const api::Request& request) {
  if (auto refusal = check_upgrade(request)) return std::move(*refusal);
  auto cursor = cursor_of(state, request, FeedForm::kWebSocket, Framing::kWebSocket);
  if (auto* refusal = std::get_if<api::Reply>(&cursor)) return std::move(*refusal);
  return open_live_session(request, std::move(std::get<Cursor>(cursor)), state.hub, state.presence,
                           state.config.limits);
}

StreamAnswer open_events(const LiveFeedState& state, const api::Request& request) {
  if (request.method != "GET" || api::events_form(request) != api::EventsForm::kStream) return {};
  auto cursor = cursor_of(state, request, FeedForm::kEventStream, Framing::kEventStream);
  if (auto* refusal = std::get_if<api::Reply>(&cursor)) return std::move(*refusal);
  return open_event_stream(request, std::move(std::get<Cursor>(cursor)), state.hub, state.config.limits);
}

asio::awaitable<api::Reply> fill_page(StatePtr state, api::Request request, FeedAccess access) {
  auto query = read_feed_query(request, FeedForm::kPage, state->config.log, state->log.head());
  if (!query) co_return api::reply_of(query.error(), request);
  EventsPage page(request, std::move(query.value()), state->config.involves, std::move(access), state->hub->head());
  while (!page.fill(state->log, Clock::now() + kPageStep)) co_await asio::post(state->io, asio::use_awaitable);
  co_return std::move(page).reply();
}

asio::awaitable<api::Reply> answer_page(StatePtr state, api::Request request) {
  auto access = access_of(*state, request);
  if (auto* refusal = std::get_if<api::Reply>(&access)) co_return std::move(*refusal);
  auto& granted = std::get<FeedAccess>(access);
  const std::vector<api::Header> headers = granted.headers;
  const std::string account = granted.account;
  api::Reply reply = co_await fill_page(state, std::move(request), std::move(granted));
  reply.headers.insert(reply.headers.end(), headers.begin(), headers.end());
  reply.account = account;
  co_return reply;
}

}  // namespace

LiveFeed::LiveFeed(asio::io_context& io, LiveConfig config, const EventLog& log)
    : state_(std::make_shared<LiveFeedState>(io, std::move(config), log)) {
  Hub::Config hub;
  hub.limits = state_->config.limits;
  hub.source = "/luuvet/" + state_->config.instance + '/' + state_->config.log;
  hub.log = state_->config.log;
  hub.now = state_->config.now;
  hub.wake = [&io, weak = WeakState(state_)] { post_turns(io, weak); };
  hub.wake_later = [&rest = state_->rest, weak = WeakState(state_)](std::chrono::microseconds time) {
    run_turns_after(rest, time, weak);
  };
  state_->presence = std::make_shared<Presence>(Presence::Config{state_->config.presence, hub.source, hub.now});
  state_->hub = std::make_shared<Hub>(std::move(hub), log);
}

LiveFeed::~LiveFeed() {
  stop();
}

void LiveFeed::start() {
  tick(state_);
}

void LiveFeed::stop() {
  state_->stopped = true;
  state_->timer.cancel();
  state_->rest.cancel();
}

void LiveFeed::publish(Sequence first, std::span<const std::shared_ptr<const std::string>> records) {
  state_->hub->publish(first, records);
}

std::vector<StreamRoute> LiveFeed::routes() {
  return {{"/api/v1/live", [state = state_](const api::Request& request) { return open_live(*state, request); }},
          {"/api/v1/events", [state = state_](const api::Request& request) { return open_events(*state, request); }}};
}

asio::awaitable<api::Reply> LiveFeed::page(api::Request request) const {
  return answer_page(state_, std::move(request));
}

Sequence LiveFeed::head() const {
  return state_->hub->head();
}
std::size_t LiveFeed::subscribers() const {
  return state_->hub->subscribers();
}

std::size_t LiveFeed::looked_at() const {
  return state_->presence->records();
}

}  // namespace luuvet::server

#include "server/live/hub.h"

#include <algorithm>
#include <utility>

namespace luuvet::server {
namespace {

constexpr std::chrono::microseconds kTurnTime{1'000};
constexpr std::chrono::microseconds kRest{1'000};        // between the turns of who catches up, while others write
constexpr std::chrono::milliseconds kWritingLately{20};  // so long after a commit others count as writing

}  // namespace

struct Hub::Subscriber {
  Peer& peer;
  Cursor cursor;
  ControlFrames frames;
  Framing framing;
  std::size_t place = 0;  // in subscribers_
  bool queued = false;
  bool caught_up = false;
  bool closing = false;
  std::uint64_t taken = 0;  // the peer's count when it last moved
  Clock::time_point moved{};
  Clock::time_point rests_until{};
  Clock::time_point next_beat{};
  Clock::time_point cut_at = Clock::time_point::max();
};

Hub::Subscription::Subscription(std::shared_ptr<Hub> hub, Subscriber& subscriber)
    : hub_(std::move(hub)), subscriber_(&subscriber) {}
Hub::Subscription::Subscription(Subscription&& other) noexcept
    : hub_(std::move(other.hub_)), subscriber_(std::exchange(other.subscriber_, nullptr)) {}
Hub::Subscription& Hub::Subscription::operator=(Subscription&& other) noexcept {
  if (subscriber_ != nullptr) hub_->leave(*subscriber_);
  hub_ = std::move(other.hub_);
  subscriber_ = std::exchange(other.subscriber_, nullptr);
  return *this;
}
Hub::Subscription::~Subscription() {
  if (subscriber_ != nullptr) hub_->leave(*subscriber_);
}
void Hub::Subscription::ready() {
  if (subscriber_ != nullptr) hub_->enqueue(*subscriber_);
}
void Hub::Subscription::close(CloseCode code, std::string_view reason) {
  if (subscriber_ != nullptr) hub_->close(*subscriber_, code, reason);
}

Hub::Hub(Config config, const EventLog& log) : config_(std::move(config)), log_(log), head_(log.head()) {}
Hub::~Hub() = default;

void Hub::publish(Sequence first, std::span<const std::shared_ptr<const std::string>> records) {
  for (std::size_t at = 0; at < records.size(); ++at) {
    const Sequence sequence = first + at;
    if (sequence <= head_) continue;
    const auto envelope = envelopes_.read(*records[at]);
    if (!envelope || envelope->sequence != sequence)
      throw LogFailure("record " + std::to_string(sequence) + " cannot be published: it is no such record");
    recent_.add(records[at], *envelope);
    head_ = sequence;
  }
  published_ = Clock::now();
  for (const auto& subscriber : subscribers_) enqueue(*subscriber);
}

Hub::Subscription Hub::join(const std::shared_ptr<Hub>& hub, Peer& peer, Cursor cursor, Framing framing) {
  const Clock::time_point now = Clock::now();
  const LiveLimits& limits = hub->config_.limits;
  auto owned = std::unique_ptr<Subscriber>(
      new Subscriber{peer, std::move(cursor),
                     ControlFrames(framing, hub->config_.source, connection_id(++hub->connections_)), framing});
  Subscriber& subscriber = *owned;
  subscriber.moved = now;
  subscriber.next_beat = now + limits.heartbeat;
  subscriber.place = hub->subscribers_.size();
  hub->subscribers_.push_back(std::move(owned));
  peer.send(subscriber.frames.hello(hub->config_.now(), hub->config_.log, hub->head_, subscriber.cursor.position(),
                                    subscriber.cursor.filter().terms()));
  hub->enqueue(subscriber);
  return {hub, subscriber};
}

void Hub::leave(Subscriber& subscriber) {
  if (subscriber.queued) std::erase(turns_, &subscriber);
  if (subscriber.queued) std::erase(resting_, &subscriber);
  const std::size_t place = subscriber.place;
  subscribers_.back()->place = place;
  std::swap(subscribers_[place], subscribers_.back());
  subscribers_.pop_back();
}

void Hub::enqueue(Subscriber& subscriber) {
  if (subscriber.queued || subscriber.closing || subscriber.peer.unsent() > 0) return;
  if (subscriber.caught_up && subscriber.cursor.position() >= head_) return;
  subscriber.queued = true;
  if (rests(subscriber)) {
    resting_.push_back(&subscriber);
    if (resting_.size() == 1) config_.wake_later(kRest);
    return;
  }
  turns_.push_back(&subscriber);
  if (std::exchange(woken_, true)) return;
  config_.wake();
}

bool Hub::rests(const Subscriber& subscriber) const {
  if (subscriber.caught_up) return false;
  const Clock::time_point now = Clock::now();
  return now < subscriber.rests_until && now - published_ < kWritingLately;
}

// All rest equally long: they wake in the order in which they lay down.
void Hub::wake_rested() {
  const Clock::time_point now = Clock::now();
  for (; !resting_.empty() && resting_.front()->rests_until <= now; resting_.pop_front())
    turns_.push_back(resting_.front());
  if (!resting_.empty()) config_.wake_later(kRest);
}

bool Hub::run_turns() {
  wake_rested();
  const Clock::time_point until = Clock::now() + kTurnTime;
  while (!turns_.empty() && Clock::now() < until) {
    Subscriber& subscriber = *turns_.front();
    turns_.pop_front();
    subscriber.queued = false;
    turn(subscriber);
    enqueue(subscriber);
  }
  woken_ = !turns_.empty();
  return woken_;
}

void Hub::turn(Subscriber& subscriber) {
  if (subscriber.closing || subscriber.peer.unsent() > 0) return;
  buffer_.clear();
  const FeedSource source{log_, recent_, envelopes_, head_};
  subscriber.cursor.pull(source, {config_.limits.buffer_bytes, Clock::now() + kTurnTime}, buffer_);
  if (!subscriber.caught_up && subscriber.cursor.position() >= head_) {
    subscriber.caught_up = true;
    buffer_ += subscriber.frames.caught_up(config_.now(), subscriber.cursor.position());
  }
  subscriber.rests_until = Clock::now() + kRest;
  if (!buffer_.empty()) subscriber.peer.send(buffer_);
}

void Hub::close(Subscriber& subscriber, CloseCode code, std::string_view reason) {
  if (std::exchange(subscriber.closing, true)) return;
  subscriber.cut_at = Clock::now() + config_.limits.close_grace;
  subscriber.peer.close(code, reason);
}

void Hub::tick(Clock::time_point now) {
  for (const auto& subscriber : subscribers_) look_at(*subscriber, now);
}

void Hub::look_at(Subscriber& subscriber, Clock::time_point now) {
  if (subscriber.peer.ending() && !std::exchange(subscriber.closing, true))
    subscriber.cut_at = now + config_.limits.close_grace;
  if (subscriber.closing) {
    if (now >= subscriber.cut_at) subscriber.peer.abort();
    return;
  }
  const auto& valid = subscriber.cursor.access().valid;
  if (valid && !valid()) return close(subscriber, CloseCode::kSignedOut, "signed out");
  watch_progress(subscriber, now);
  if (!subscriber.closing) beat(subscriber, now);
}

void Hub::watch_progress(Subscriber& subscriber, Clock::time_point now) {
  const Peer& peer = subscriber.peer;
  if (peer.unsent() == 0 || peer.taken() != subscriber.taken) {
    subscriber.taken = peer.taken();
    subscriber.moved = now;
  }
  if (now - subscriber.moved >= config_.limits.stall)
    return close(subscriber, CloseCode::kStalled, std::to_string(subscriber.cursor.position()));
  const bool answers = subscriber.framing == Framing::kWebSocket && peer.unsent() == 0;
  if (answers && now - peer.heard() >= config_.limits.silence) close(subscriber, CloseCode::kSilent, "silent");
}

void Hub::beat(Subscriber& subscriber, Clock::time_point now) {
  if (now < subscriber.next_beat || subscriber.peer.unsent() > 0) return;
  subscriber.next_beat = now + config_.limits.heartbeat;
  subscriber.peer.send(subscriber.frames.heartbeat(config_.now(), subscriber.cursor.position()));
}

}  // namespace luuvet::server

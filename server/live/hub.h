// Brings every subscriber from its position to the head, in turns: a turn composes what follows in one buffer shared by
// all, and hands it to the peer in one write; what the peer's socket does not take at once stays with the peer, and
// until it is gone there is no further turn. So memory per subscriber is bounded, a slow one costs the others nothing,
// and nobody misses anything. Who still catches up rests between its turns while others write: commits and news go
// first.
//
// No sockets in here: peers and time come from outside. Everything on the net thread.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/live/cursor.h"
#include "server/live/limits.h"

namespace luuvet::server {

// Close codes of a WebSocket (api/asyncapi.yaml).
enum class CloseCode : std::uint16_t {
  kStopping = 1001,
  kTextOnly = 1003,
  kPolicy = 1008,
  kInternal = 1011,
  kStalled = 4000,
  kSilent = 4001,
  kSignedOut = 4003,
};

// One subscriber's connection.
class Peer {
 public:
  virtual ~Peer() = default;
  // Whole frames; what the socket does not take now is kept and sent later.
  virtual void send(std::string_view frames) = 0;
  virtual std::size_t unsent() const = 0;       // bytes kept; never 0 again once the connection has failed
  virtual std::uint64_t taken() const = 0;      // bytes that the socket has taken since the beginning
  virtual Clock::time_point heard() const = 0;  // when the peer last gave a sign of life
  virtual bool ending() const = 0;              // a close was sent, by close() or in answer to the peer
  // Begins a polite end behind what is unsent. Called once.
  virtual void close(CloseCode code, std::string_view reason) = 0;
  virtual void abort() = 0;
};

class Hub {
 public:
  struct Subscriber;
  // Ends the subscription when it goes.
  class Subscription {
   public:
    Subscription() = default;
    Subscription(std::shared_ptr<Hub> hub, Subscriber& subscriber);
    Subscription(Subscription&& other) noexcept;
    Subscription& operator=(Subscription&& other) noexcept;
    ~Subscription();

    // The peer has sent all it kept: there may be a further turn.
    void ready();
    // Closes the peer politely and cuts it after limits.close_grace. Only the first call counts.
    void close(CloseCode code, std::string_view reason);
    explicit operator bool() const { return subscriber_ != nullptr; }

   private:
    std::shared_ptr<Hub> hub_;
    Subscriber* subscriber_ = nullptr;
  };

  struct Config {
    LiveLimits limits;
    std::string source;  // of the records, "/luuvet/<instance>/<log>"
    std::string log;     // id
    std::function<Instant()> now;
    std::function<void()> wake;  // turns wait: run_turns() is to be called soon, not from within
    std::function<void(std::chrono::microseconds)> wake_later;  // the same, after so long
  };

  // The head is the log's.
  Hub(Config config, const EventLog& log);
  ~Hub();

  Sequence head() const { return head_; }
  std::size_t subscribers() const { return subscribers_.size(); }
  bool full() const { return subscribers_.size() >= config_.limits.subscribers; }

  // `records` are the stored bytes of sequences first, first + 1, ...: durable, and not published before. What is
  // published twice is passed over.
  void publish(Sequence first, std::span<const std::shared_ptr<const std::string>> records);

  // The peer must outlive the subscription. Sends hello at once.
  static Subscription join(const std::shared_ptr<Hub>& hub, Peer& peer, Cursor cursor, Framing framing);

  // Gives turns for about a millisecond. True when more wait: call again, after letting others have the thread.
  bool run_turns();

  // Heartbeats, and the ends of those that stalled, fell silent or signed out. To be called every limits.tick.
  void tick(Clock::time_point now);

 private:
  void enqueue(Subscriber& subscriber);
  bool rests(const Subscriber& subscriber) const;
  void wake_rested();
  void turn(Subscriber& subscriber);
  void leave(Subscriber& subscriber);
  void close(Subscriber& subscriber, CloseCode code, std::string_view reason);
  void look_at(Subscriber& subscriber, Clock::time_point now);
  void watch_progress(Subscriber& subscriber, Clock::time_point now);
  void beat(Subscriber& subscriber, Clock::time_point now);

  const Config config_;
  const EventLog& log_;
  Sequence head_;
  RecentRecords recent_;
  EnvelopeReader envelopes_;
  std::vector<std::unique_ptr<Subscriber>> subscribers_;
  std::deque<Subscriber*> turns_;
  std::deque<Subscriber*> resting_;  // queued too; they wait for their time, the first comes first
  Clock::time_point published_{};    // when something was, last
  bool woken_ = false;
  std::string buffer_;  // of the turn being given
  std::uint64_t connections_ = 0;
};

}  // namespace luuvet::server

// The live feed as the server sees it: hub and presence on the net thread, with their routes and their clock.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "server/live/access.h"
#include "server/live/feed_filter.h"
#include "server/live/hub.h"
#include "server/live/limits.h"
#include "server/net/stream.h"

namespace luuvet::server {

struct LiveConfig {
  LiveLimits limits;
  PresenceLimits presence;
  std::string instance;
  std::string log;  // id, 16 hex digits
  Involves involves;
  Authorize authorize;  // empty: everybody sees every record
  std::function<Instant()> now;
};

// Everything on the net thread, or before it runs.
class LiveFeed {
 public:
  // `log` must outlive the io_context's run; the feed itself may go earlier.
  LiveFeed(boost::asio::io_context& io, LiveConfig config, const EventLog& log);
  ~LiveFeed();

  // Ticks from here on, until destruction or stop().
  void start();
  void stop();

  // See Hub::publish. Called on net once a batch, before the replies of its commands leave.
  void publish(Sequence first, std::span<const std::shared_ptr<const std::string>> records);

  // GET /api/v1/live; and GET /api/v1/events where Accept names text/event-stream.
  std::vector<StreamRoute> routes();
  // GET /api/v1/events otherwise: a page. Lets others have the thread while it searches.
  boost::asio::awaitable<api::Reply> page(api::Request request) const;

  Sequence head() const;
  std::size_t subscribers() const;
  std::size_t looked_at() const;  // records that somebody has on the screen

 private:
  std::shared_ptr<struct LiveFeedState> state_;
};

}  // namespace luuvet::server

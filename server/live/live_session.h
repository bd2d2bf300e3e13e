// One WebSocket subscriber: the handshake, what it sends us (at most what it looks at), its end. What it is sent is the
// business of the hub and of presence.
#pragma once

#include <memory>
#include <optional>

#include "server/live/feed_query.h"
#include "server/live/hub.h"
#include "server/live/presence.h"
#include "server/net/stream.h"

namespace luuvet::server {

// Nothing if `request` asks for a WebSocket as RFC 6455 wants it; else 405 or 426.
std::optional<api::Reply> check_upgrade(const api::Request& request);

// `request` must have passed check_upgrade.
std::shared_ptr<Stream> open_live_session(const api::Request& request, Cursor cursor, std::shared_ptr<Hub> hub,
                                          std::shared_ptr<Presence> presence, const LiveLimits& limits);

}  // namespace luuvet::server

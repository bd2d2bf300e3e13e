// One subscriber by `text/event-stream`: for readers with nothing but HTTP. The answer ends with the connection.
#pragma once

#include <memory>

#include "server/live/hub.h"
#include "server/net/stream.h"

namespace luuvet::server {

std::shared_ptr<Stream> open_event_stream(const api::Request& request, Cursor cursor, std::shared_ptr<Hub> hub,
                                          const LiveLimits& limits);

}  // namespace luuvet::server

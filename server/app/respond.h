// The service as a coroutine: what the HTTP server calls for each request.
#pragma once

#include <boost/asio/awaitable.hpp>

#include "server/app/service.h"

namespace luuvet::server {

// Suspends until the service has answered. `service` must outlive the io_context's run.
boost::asio::awaitable<api::Reply> respond(Service& service, api::Request request);

}  // namespace luuvet::server

#include "server/app/respond.h"

#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <utility>

namespace luuvet::server {

namespace asio = boost::asio;

asio::awaitable<api::Reply> respond(Service& service, api::Request request) {
  return asio::async_initiate<decltype(asio::use_awaitable), void(api::Reply)>(
      [](auto handler, Service* called, api::Request asked) {
        // std::function wants what can be copied; a coroutine's handler can only be moved.
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        called->respond(std::move(asked), [shared](api::Reply&& reply) { std::move (*shared)(std::move(reply)); });
      },
      asio::use_awaitable, &service, std::move(request));
}

}  // namespace luuvet::server

// The head of an answer as bytes: status line, headers, and what the edge adds to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/http_message.h"

namespace luuvet::server {

enum class Persistence { kKeepAlive, kKeepAliveHttp10, kClose };

// Content-Length of the body, whether or not it is sent (HEAD); none for 204 and 304. Where the reply does not say
// otherwise: no-store, and headers that keep a browser from sniffing, framing or running it. `date`: IMF-fixdate. A
// header with a control character in it is a bug of the caller: std::invalid_argument.
std::string response_head(const api::Reply& reply, Persistence persistence, std::string_view date);

// The same for an answer of unknown length that ends with the connection. `reply`'s body is not looked at.
std::string stream_head(const api::Reply& reply, std::string_view date);

// The second at which `seconds` since 1970 stand, as the Date header wants it.
std::string http_date(std::int64_t seconds);

bool has_no_body(int status);

}  // namespace luuvet::server

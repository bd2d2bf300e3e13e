// The head of an answer as bytes: status line, headers, and what the edge adds to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/http/http_message.h"

namespace luuvet::server {

// What the edge knows of an answer.
struct EdgeHeaders {
  std::string_view date;             // IMF-fixdate
  std::string_view request_id = {};  // none: the request was not read
  bool secure = false;               // over TLS, to us or to a trusted proxy: the browser is to stay with it
};

inline constexpr std::string_view kRequestIdHeader = "Luuvet-Request-Id";

enum class Persistence { kKeepAlive, kKeepAliveHttp10, kClose };

// Content-Length of the body, whether or not it is sent (HEAD); none for 204 and 304. Where the reply does not say
// otherwise: no-store, and headers that keep a browser from sniffing, framing or running it. A header with a control
// character in it is a bug of the caller: std::invalid_argument.
std::string response_head(const api::Reply& reply, Persistence persistence, const EdgeHeaders& edge);

// The same for an answer of unknown length that ends with the connection. `reply`'s body is not looked at.
std::string stream_head(const api::Reply& reply, const EdgeHeaders& edge);

// The second at which `seconds` since 1970 stand, as the Date header wants it.
std::string http_date(std::int64_t seconds);

bool has_no_body(int status);

}  // namespace luuvet::server

// One request and its answer as the process's log tells of it: nothing of body, query, cookies or names.
#pragma once

#include <chrono>
#include <functional>
#include <string_view>

namespace luuvet::server {

struct Exchange {
  std::string_view id;                // Luuvet-Request-Id
  std::string_view method;            // as sent; may be anything where the request was refused as malformed
  std::string_view path;              // without the query; may hold what opens something: name its route instead
  int status = 0;                     // 101: a stream, at its end
  std::chrono::microseconds time{0};  // from the whole request to the answer; of a stream: how long it lasted
  std::string_view account;           // empty: not known
  std::string_view peer;              // address
};

// Called on the net thread; the views are its own for that long.
using Observe = std::function<void(const Exchange&)>;

}  // namespace luuvet::server

// A route whose bodies are taken while they come.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "api/http/http_message.h"

namespace luuvet::server {

// A POST for exactly this path is offered to `open` by its head, before the first byte of its body is asked for; Host
// and Origin have been checked. On the net thread; what it throws becomes a 500.
struct UploadRoute {
  std::string path;
  std::uint64_t bytes_max;  // of the body, instead of limits.body_bytes
  std::function<api::SinkAnswer(const api::Request&)> open;
};

}  // namespace luuvet::server

// Which part of a representation a request asks for (RFC 9110, 14.1 and 14.2).
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "api/http/http_message.h"

namespace luuvet::api {

struct WholeBody {
  friend bool operator==(const WholeBody&, const WholeBody&) = default;
};
// Not empty, and within the representation.
struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t length = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};
// One range, and none of it is there.
struct NoSuchRange {
  friend bool operator==(const NoSuchRange&, const NoSuchRange&) = default;
};
using AskedRange = std::variant<WholeBody, ByteRange, NoSuchRange>;

// Of a representation of `size` bytes whose strong entity tag is `etag`, with its quotes. The whole body is asked for
// by whoever names no range, more than one, one that cannot be understood, or one of another content (If-Range).
AskedRange asked_range(const Request& request, std::uint64_t size, std::string_view etag);

}  // namespace luuvet::api

#include "api/http/byte_range.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "api/http/header_text.h"

namespace luuvet::api {
namespace {

constexpr std::string_view kUnit = "bytes";

// One position; what is beyond 64 bits is no smaller than any size.
std::optional<std::uint64_t> position_in(std::string_view digits) {
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  std::uint64_t value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return read.ec == std::errc() ? value : UINT64_MAX;
}

AskedRange last_bytes(std::uint64_t count, std::uint64_t size) {
  const std::uint64_t length = std::min(count, size);
  if (length == 0) return NoSuchRange{};
  return ByteRange{size - length, length};
}

// "0-499", "500-", "-500"
AskedRange range_in(std::string_view text, std::uint64_t size) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return WholeBody{};
  const std::string_view from = trimmed(text.substr(0, dash));
  const std::string_view to = trimmed(text.substr(dash + 1));
  const auto last = to.empty() ? std::optional(UINT64_MAX) : position_in(to);
  if (from.empty()) return to.empty() || !last ? AskedRange(WholeBody{}) : last_bytes(*last, size);
  const auto first = position_in(from);
  if (!first || !last || *last < *first) return WholeBody{};
  if (*first >= size) return NoSuchRange{};
  return ByteRange{*first, std::min(*last, size - 1) - *first + 1};
}

}  // namespace

AskedRange asked_range(const Request& request, std::uint64_t size, std::string_view etag) {
  const auto value = request.header("Range");
  if (!value) return WholeBody{};
  if (const auto same = request.header("If-Range"); same && trimmed(*same) != etag) return WholeBody{};
  std::string_view rest = *value;
  const std::size_t equals = rest.find('=');
  if (equals == std::string_view::npos || !same_ignoring_case(trimmed(rest.substr(0, equals)), kUnit))
    return WholeBody{};
  rest.remove_prefix(equals + 1);
  if (rest.find(',') != std::string_view::npos) return WholeBody{};
  return range_in(trimmed(rest), size);
}

}  // namespace luuvet::api

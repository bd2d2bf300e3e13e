// An HTTP request and its reply as plain values: what the edge (server/net) and the translation (api) hand to each
// other.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "api/http/http_body.h"

namespace luuvet::api {

struct Header {
  std::string name;
  std::string value;
};

// Equal but for the case of ASCII letters: header names, hosts, codings.
inline bool same_ignoring_case(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char l, char r) { return lower(l) == lower(r); });
}

// The first header of that name.
inline std::optional<std::string_view> find_header(const std::vector<Header>& headers, std::string_view name) {
  for (const Header& header : headers)
    if (same_ignoring_case(header.name, name)) return header.value;
  return std::nullopt;
}

struct Request {
  std::string method;  // as sent, but HEAD comes as GET: the edge leaves the body out
  std::string target;  // origin form, "/path?query", still percent-encoded; or "*"
  std::vector<Header> headers;
  std::string body;     // complete, within the edge's limit
  std::string peer;     // address of who asks, "127.0.0.1": the connection's, or what a trusted proxy says
  bool secure = false;  // came over TLS, to us or to a trusted proxy
  std::string id = {};  // as the answer and the process's log name it

  std::optional<std::string_view> header(std::string_view name) const { return find_header(headers, name); }
};

// Bytes of its own, or shared ones that are sent without a copy (static files).
using Body = std::variant<std::string, std::shared_ptr<const std::string>>;

struct Reply {
  int status = 200;
  std::vector<Header> headers;  // Content-Length, Date and Connection are the edge's
  Body body;
  std::string account = {};                      // who asked, where that is known: for the process's log, not sent
  std::shared_ptr<BodySource> source = nullptr;  // where there is one, it is sent instead of `body`

  std::optional<std::string_view> header(std::string_view name) const { return find_header(headers, name); }
  std::string_view bytes() const {
    if (const auto* own = std::get_if<std::string>(&body)) return *own;
    const auto& shared = std::get<std::shared_ptr<const std::string>>(body);
    return shared ? std::string_view(*shared) : std::string_view();
  }
  std::uint64_t size() const { return source ? source->size() : bytes().size(); }
};

}  // namespace luuvet::api

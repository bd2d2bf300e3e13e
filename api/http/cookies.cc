#include "api/http/cookies.h"

namespace luuvet::api {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<std::string_view> find_cookie(const Request& request, std::string_view name) {
  std::optional<std::string_view> found;
  for (const Header& header : request.headers) {
    if (!same_ignoring_case(header.name, "Cookie")) continue;
    for (std::string_view rest = header.value; !rest.empty();) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      const std::string_view pair = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const std::size_t equals = pair.find('=');
      if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
      if (found) return std::nullopt;  // somebody else put a second one beside ours
      found = pair.substr(equals + 1);
    }
  }
  return found;
}

Header set_cookie(std::string_view name, std::string_view value, const CookieTerms& terms) {
  std::string text(name);
  text.append("=").append(value).append("; Path=").append(terms.path);
  text += terms.same_site == SameSite::kStrict ? "; HttpOnly; SameSite=Strict" : "; HttpOnly; SameSite=Lax";
  if (terms.secure) text += "; Secure";
  if (terms.max_age) text += "; Max-Age=" + std::to_string(terms.max_age->count());
  return {"Set-Cookie", std::move(text)};
}

}  // namespace luuvet::api

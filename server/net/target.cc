#include "server/net/target.h"

#include "api/http/http_message.h"

namespace luuvet::server {

std::optional<AbsoluteTarget> absolute_target(std::string_view target) {
  constexpr std::string_view kScheme = "http://";
  if (!api::same_ignoring_case(target.substr(0, kScheme.size()), kScheme)) return std::nullopt;
  target.remove_prefix(kScheme.size());
  const std::size_t end = target.find_first_of("/?");
  AbsoluteTarget result{target.substr(0, end), "/"};
  if (end == std::string_view::npos) return result;
  if (target[end] == '/') result.origin_form.clear();
  result.origin_form += target.substr(end);
  return result;
}

}  // namespace luuvet::server

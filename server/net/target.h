// The target of a request line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace luuvet::server {

// The path as it stands, still percent-encoded, without the query.
inline std::string_view path_of(std::string_view target) {
  return target.substr(0, target.find('?'));
}

// "http://host/path?x" is {"host", "/path?x"}; nothing if `target` is not in absolute form.
struct AbsoluteTarget {
  std::string_view authority;
  std::string origin_form;
};
std::optional<AbsoluteTarget> absolute_target(std::string_view target);

}  // namespace luuvet::server

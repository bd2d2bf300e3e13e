#include "api/json/json_names.h"

namespace luuvet::api {

std::string kebab_case(std::string_view enumerator) {
  if (enumerator.starts_with('k')) enumerator.remove_prefix(1);
  std::string result;
  for (const char c : enumerator) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && !result.empty()) result += '-';
    result += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

}  // namespace luuvet::api

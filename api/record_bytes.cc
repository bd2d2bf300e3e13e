#include "api/record_bytes.h"

namespace luuvet::api {
namespace {

// Quotes inside JSON strings are escaped, so these bytes stand only where the member begins.
constexpr std::string_view kOpenBegins = R"(,"open":{"salt":")";
constexpr std::string_view kMemberName = R"(,"open":)";
constexpr std::string_view kClosing = "}}";  // of data and of the record

}  // namespace

std::string leaf_of(std::string_view record) {
  const std::size_t at = record.find(kOpenBegins);
  if (at == std::string_view::npos) return std::string(record);
  std::string leaf(record.substr(0, at));
  leaf += kClosing;
  return leaf;
}

std::size_t leaf_size(std::string_view record) {
  const std::size_t at = record.find(kOpenBegins);
  return at == std::string_view::npos ? record.size() : at + kClosing.size();
}

std::optional<std::string_view> open_of(std::string_view record) {
  const std::size_t at = record.find(kOpenBegins);
  if (at == std::string_view::npos || !record.ends_with(kClosing)) return std::nullopt;
  const std::size_t begin = at + kMemberName.size();
  return record.substr(begin, record.size() - kClosing.size() - begin);
}

}  // namespace luuvet::api

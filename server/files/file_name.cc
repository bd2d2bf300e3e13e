#include "server/files/file_name.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "api/http/header_text.h"
#include "api/text.h"

namespace luuvet::server {
namespace {

constexpr std::string_view kHeader = "Content-Disposition";
constexpr std::string_view kDigits = "0123456789ABCDEF";

api::Problem bad_name(Message detail) {
  return api::bad_header(kHeader, std::move(detail));
}

std::optional<char> hex_pair(std::string_view two) {
  int value = 0;
  for (const char c : two) {
    const auto digit = kDigits.find(static_cast<char>(c >= 'a' && c <= 'f' ? c - 'a' + 'A' : c));
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<int>(digit);
  }
  return static_cast<char>(value);
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at];
      continue;
    }
    const auto byte = at + 3 <= text.size() ? hex_pair(text.substr(at + 1, 2)) : std::nullopt;
    if (!byte) return std::nullopt;
    decoded += *byte;
    at += 2;
  }
  return decoded;
}

// Still percent-encoded.
std::optional<std::string_view> extended_name(std::string_view disposition) {
  constexpr std::string_view kName = "filename*";
  constexpr std::string_view kUtf8 = "UTF-8''";
  while (!disposition.empty()) {
    std::string_view value = api::take_until(disposition, ';');
    if (!api::same_ignoring_case(api::take_until(value, '='), kName)) continue;
    value = api::trimmed(value);
    if (value.size() < kUtf8.size() || !api::same_ignoring_case(value.substr(0, kUtf8.size()), kUtf8)) break;
    return value.substr(kUtf8.size());
  }
  return std::nullopt;
}

bool is_blank_or_dot(char c) {
  return c == ' ' || c == '.' || c == '\t' || c == '\n';
}

// The last part, without blanks and dots around it: neither a path nor a hidden file.
std::string last_part(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  while (!path.empty() && is_blank_or_dot(path.front())) path.remove_prefix(1);
  while (!path.empty() && is_blank_or_dot(path.back())) path.remove_suffix(1);
  return std::string(path);
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
}

}  // namespace

api::Asked<std::string> read_file_name(const api::Request& request) {
  const auto once = std::ranges::count_if(
      request.headers, [](const api::Header& each) { return api::same_ignoring_case(each.name, kHeader); });
  const auto encoded = once == 1 ? extended_name(*request.header(kHeader)) : std::nullopt;
  auto name = encoded ? percent_decoded(*encoded) : std::nullopt;
  if (!name)
    return bad_name({"Cần nêu tên tệp: attachment; filename*=UTF-8''ten-tep.pdf",
                     "Say the file's name: attachment; filename*=UTF-8''name.pdf"});
  if (const auto fault = api::normalise(*name); fault != api::TextFault::kNone) return bad_name(api::message_of(fault));
  std::string last = last_part(*name);
  if (last.find_first_of("\n\t") != std::string::npos)
    return bad_name(api::message_of(api::TextFault::kControlCharacter));
  if (last.empty() || last.size() > kFileNameBytesMax)
    return bad_name({"Tên tệp trống hoặc dài quá 200 byte.", "The file's name is empty or longer than 200 bytes."});
  return last;
}

std::string fitting_name(std::string name, const FileType& type) {
  const std::size_t dot = name.rfind('.');
  const std::string_view ending =
      dot == std::string::npos ? std::string_view() : std::string_view(name).substr(dot + 1);
  const bool fits = std::ranges::any_of(type.extensions,
                                        [&](std::string_view each) { return api::same_ignoring_case(each, ending); });
  if (!fits) (name += '.') += type.extensions.front();
  return name;
}

std::string disposition_of(std::string_view disposition, std::string_view name) {
  std::string value = std::string(disposition) + "; filename*=UTF-8''";
  for (const char c : name) {
    if (is_plain(c)) {
      value += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    value += '%';
    value += kDigits[byte >> 4];
    value += kDigits[byte & 0xf];
  }
  return value;
}

}  // namespace luuvet::server

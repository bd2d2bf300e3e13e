#include "server/identity/profile_fields.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "api/text.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kBytesPerCodePoint = 12;  // generous: a letter and two combining marks before NFC

struct TextRule {
  std::size_t size_min;  // code points
  std::size_t size_max;
};

Result<std::string> checked_line(std::string text, const std::string& pointer, TextRule rule) {
  const auto wrong_size = [&] {
    const std::string min = std::to_string(rule.size_min), max = std::to_string(rule.size_max);
    return invalid(pointer, "Độ dài phải từ " + min + " đến " + max + " ký tự.",
                   "The length must be " + min + " to " + max + " characters.");
  };
  if (text.size() > rule.size_max * kBytesPerCodePoint) return wrong_size();
  if (const auto fault = api::normalise(text); fault != api::TextFault::kNone) {
    const Message message = api::message_of(fault);
    return invalid(pointer, message.vi, message.en);
  }
  text.erase(text.find_last_not_of(" \t\n") + 1);
  text.erase(0, text.find_first_not_of(" \t\n"));
  if (text.find_first_of("\t\n") != std::string::npos)
    return invalid(pointer, "Chỉ được viết trên một dòng.", "This must be a single line.");
  const std::size_t size = count_code_points(text);
  if (size < rule.size_min || size > rule.size_max) return wrong_size();
  return text;
}

bool is_letter_or_digit(utf8proc_int32_t c) {
  const auto category = utf8proc_category(c);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_MC) || category == UTF8PROC_CATEGORY_ND;
}

bool is_username(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  bool letter_before = false;  // so neither first, nor last, nor two in a row
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t c = 0;
    const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    if (length <= 0) return false;
    const bool letter = is_letter_or_digit(c);
    if (!letter && (!letter_before || (c != '.' && c != '-' && c != '_' && c != '@'))) return false;
    letter_before = letter;
    at += static_cast<std::size_t>(length);
  }
  return letter_before;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos) return false;
  if (text.find_first_of(" <>()[],;:\\\"") != std::string_view::npos) return false;
  const std::string_view host = text.substr(at + 1);
  return host.find('.') != std::string_view::npos && host.front() != '.' && host.back() != '.';
}

}  // namespace

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

Result<std::string> checked_username(std::string text, std::string pointer) {
  Result<std::string> line = checked_line(std::move(text), pointer, {2, kUsernameMax});
  if (line && !is_username(line.value())) {
    return invalid(std::move(pointer), "Tên đăng nhập chỉ gồm chữ, số, và các dấu . - _ @ ở giữa.",
                   "A username has letters, digits, and . - _ @ between them only.");
  }
  return line;
}

Result<std::string> checked_name(std::string text, std::string pointer) {
  return checked_line(std::move(text), pointer, {1, kNameMax});
}

Result<std::string> checked_email(std::string text, std::string pointer) {
  Result<std::string> line = checked_line(std::move(text), pointer, {3, kEmailMax});
  if (line && !is_email(line.value()))
    return invalid(std::move(pointer), "Địa chỉ thư điện tử không hợp lệ.", "This is no e-mail address.");
  return line;
}

Result<std::string> checked_label(std::string text, std::string pointer) {
  return checked_line(std::move(text), pointer, {1, kLabelMax});
}

std::optional<std::string> username_key(std::string_view username) {
  if (username.empty() || username.size() > kUsernameMax * kBytesPerCodePoint) return std::nullopt;
  utf8proc_uint8_t* folded = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(username.data()),
                                   static_cast<utf8proc_ssize_t>(username.size()), &folded, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
  if (length <= 0) return std::nullopt;
  std::string key(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length));
  if (!is_username(key)) return std::nullopt;
  return key;
}

}  // namespace luuvet::server

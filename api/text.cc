#include "api/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace luuvet::api {
namespace {

bool is_plain_ascii(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0x20 && byte < 0x7f) || byte == '\t' || byte == '\n';
}

bool is_bidi_control(utf8proc_int32_t c) {
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(utf8proc_int32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c <= 0x9f);
}

// Composed characters without marks, which NFC leaves as they are among themselves (Unicode Standard Annex 15, quick
// check): Latin with all of Vietnamese, and the usual punctuation.
bool is_settled(utf8proc_int32_t c) {
  return c < 0x0300 || (c >= 0x1e00 && c <= 0x1eff) || (c >= 0x2010 && c <= 0x2027);
}

// `settled` stays true when the text is in NFC at sight.
TextFault inspect(std::string_view text, bool& settled) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t c = 0;
    const utf8proc_ssize_t length = utf8proc_iterate(bytes, left, &c);
    if (length <= 0) return TextFault::kNotUtf8;
    if (is_control(c)) return TextFault::kControlCharacter;
    if (is_bidi_control(c)) return TextFault::kBidiControl;
    if (!is_settled(c)) settled = false;
    bytes += length;
    left -= length;
  }
  return TextFault::kNone;
}

}  // namespace

TextFault normalise(std::string& text) {
  if (std::all_of(text.begin(), text.end(), is_plain_ascii)) return TextFault::kNone;
  bool settled = true;
  if (const TextFault fault = inspect(text, settled); fault != TextFault::kNone || settled) return fault;
  utf8proc_uint8_t* composed = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                               static_cast<utf8proc_ssize_t>(text.size()), &composed, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
  if (length < 0) return TextFault::kNotUtf8;
  text.assign(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length));
  return TextFault::kNone;
}

Message message_of(TextFault fault) {
  switch (fault) {
    case TextFault::kNotUtf8:
      return {"Văn bản không phải UTF-8 hợp lệ.", "The text is not valid UTF-8."};
    case TextFault::kControlCharacter:
      return {"Văn bản có ký tự điều khiển; chỉ được dùng dấu tab và xuống dòng.",
              "The text has control characters; only tab and newline may stand in it."};
    case TextFault::kBidiControl:
      return {"Văn bản có ký tự đổi chiều chữ ẩn.", "The text has hidden characters that change its direction."};
    case TextFault::kNone:
      break;
  }
  return {};
}

}  // namespace luuvet::api

// Text at the edge: what may come in, and in which form it is kept.
#pragma once

#include <string>
#include <string_view>

#include "domain/base/result.h"

namespace luuvet::api {

enum class TextFault { kNone, kNotUtf8, kControlCharacter, kBidiControl };

// Brings `text` to NFC in place. Refused and left as it was: broken UTF-8, control characters other than tab and
// newline, and the bidi controls (U+061C, U+200E-200F, U+202A-202E, U+2066-2069), which make text read otherwise than
// it is stored.
TextFault normalise(std::string& text);

Message message_of(TextFault fault);

}  // namespace luuvet::api

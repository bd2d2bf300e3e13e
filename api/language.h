// Which of the two languages of the API a reader is answered in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/base/result.h"

namespace luuvet::api {

enum class Language : std::uint8_t { kVietnamese, kEnglish };

// By `Accept-Language` (RFC 9110): the one with the higher weight, of two equal ones the earlier. Vietnamese where the
// header is missing, is not readable or names neither.
Language language_of(std::optional<std::string_view> accept_language);

// "vi", "en".
std::string_view tag_of(Language language);

const std::string& in(Language language, const Message& message);

}  // namespace luuvet::api

// What may stand in a profile. Checked where it comes in; each check answers the text as it is kept (NFC, trimmed) or a
// kInvalid rejection with `pointer`, which never repeats the input. Pure, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/base/result.h"

namespace luuvet::server {

// Code points, after NFC.
inline constexpr std::size_t kUsernameMax = 64;
inline constexpr std::size_t kNameMax = 120;
inline constexpr std::size_t kEmailMax = 254;
inline constexpr std::size_t kLabelMax = 80;

std::size_t count_code_points(std::string_view utf8);

// Letters and digits of any script, and . - _ @ between them.
Result<std::string> checked_username(std::string text, std::string pointer);
Result<std::string> checked_name(std::string text, std::string pointer);
Result<std::string> checked_email(std::string text, std::string pointer);
Result<std::string> checked_label(std::string text, std::string pointer);

// By which usernames are told apart: NFC with its case folded. Nothing for what can be no username.
std::optional<std::string> username_key(std::string_view username);

}  // namespace luuvet::server

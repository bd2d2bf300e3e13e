// Passwords that are guessed first. Text is compared as a guesser varies it: without case and marks, with letters for
// the digits and signs that stand for them. Pure, any thread.
#pragma once

#include <string_view>

namespace luuvet::server {

// Nothing but at most three well-known words (server/identity/common_words.cc), rows of keys, letters in alphabetical
// order, digits, signs and repetition: "Mật khẩu 123456", "P@ssw0rd2026!", "qwertyuiop", "0912345678", "abababababab".
bool is_common_password(std::string_view password);

// The same word, but for case, marks, spaces, and digits and signs around it. Never for an empty `word`.
bool is_like(std::string_view password, std::string_view word);

// Well-known words, in plain lower-case letters, separated by white space.
std::string_view common_words();

}  // namespace luuvet::server

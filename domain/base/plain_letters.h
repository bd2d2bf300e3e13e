// Reading text letter by letter, as search and the deadline parser see it: without marks, lower case, one kind of space
// and dash.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace luuvet {

// One visible character of a text and the bytes it stands in. A letter's bytes include the combining marks that follow
// it.
struct PlainLetter {
  char32_t value =
      0;  // 'a' for any of "aàÂẵ"; ' ' for any white space, '-' for any dash, U+FFFD for bytes that are no UTF-8
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Reads the letter at `at` (at < text.size()) and moves `at` behind it. Never fails; each call moves on by at least a
// byte.
PlainLetter next_plain_letter(std::string_view text, std::size_t& at);

// Part of a word: letters and digits of any script.
bool is_word_letter(char32_t plain);

void append_utf8(std::string& text, char32_t letter);

}  // namespace luuvet

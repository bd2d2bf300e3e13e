// The numbers of a text as Vietnamese offices print them: "05", "1.000", "37,6". Used by the reader of measures only.
#pragma once

#include <optional>

#include "domain/base/decimal.h"
#include "domain/deadlines/deadline_words.h"

namespace luuvet::measure_text {

using deadline_text::Word;
using deadline_text::Words;

struct Number {
  Decimal value;
  std::size_t begin = 0;  // words
  std::size_t end = 0;
  bool plain = false;     // digits alone: may be a year
  bool doubtful = false;  // "0.6", "1,000": another meaning is as likely
};

// The number that begins at that word. None: no digits, or more than is a number ("1.2.3").
std::optional<Number> number_at(Words words, std::size_t at);

// Nothing stands between a word and the one before it. `at` > 0.
bool touches_before(Words words, std::size_t at);
// A line ends, or the text begins, before the word.
bool begins_line(Words words, std::size_t at);
bool is_digits(const Word& word);
bool is_mark(const Word& word);

// Part of a name, of a date, or of the number of a paper or of a list: "5G", "57-NQ/TW", "24/7", "(1)", "“4 lớp”".
bool is_part_of_name(Words words, const Number& number);
// "2026", "2030" without a group dot.
bool is_year(const Number& number);

}  // namespace luuvet::measure_text

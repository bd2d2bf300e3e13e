#include "domain/indicators/measure_number.h"

#include <string>

namespace luuvet::measure_text {
namespace {

constexpr std::size_t kGroupDigits = 3;
constexpr std::int64_t kYearFirst = 1900;
constexpr std::int64_t kYearLast = 2100;

bool mark_at(Words words, std::size_t at, std::string_view mark) {
  return at < words.size() && words[at].text == mark && touches_before(words, at);
}

// Digits that stand at the mark before them without a space.
bool digits_behind(Words words, std::size_t mark) {
  return mark + 1 < words.size() && is_digits(words[mark + 1]) && touches_before(words, mark + 1);
}

std::string without_zeros(std::string digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

bool is_quote(const std::string& mark) {
  return mark == "\"" || mark == "'" || mark == "“" || mark == "‘" || mark == "«";
}

bool is_joiner(const std::string& mark) {
  return mark == "-" || mark == "/" || mark == "_" || mark == "." || mark == ",";
}

// "1)", and "1." at the beginning of a line.
bool is_numbering(Words words, const Number& number) {
  if (mark_at(words, number.end, ")")) return number.plain;
  return number.plain && begins_line(words, number.begin) && mark_at(words, number.end, ".");
}

bool name_before(Words words, const Number& number) {
  if (number.begin == 0 || !touches_before(words, number.begin)) return false;
  const Word& before = words[number.begin - 1];
  return !is_mark(before) || is_joiner(before.text) || is_quote(before.text);
}

bool name_behind(Words words, const Number& number) {
  if (number.end == words.size() || !touches_before(words, number.end)) return false;
  const Word& behind = words[number.end];
  if (!is_mark(behind)) return true;
  if (behind.text == "/") return true;
  const bool joined = number.end + 1 < words.size() && touches_before(words, number.end + 1);
  return behind.text == "-" && joined && !is_digits(words[number.end + 1]);
}

}  // namespace

bool touches_before(Words words, std::size_t at) {
  const std::string_view before = words[at - 1].raw;
  return before.data() + before.size() == words[at].raw.data();
}

bool begins_line(Words words, std::size_t at) {
  if (at == 0) return true;
  const char* from = words[at - 1].raw.data() + words[at - 1].raw.size();
  const std::string_view between{from, static_cast<std::size_t>(words[at].raw.data() - from)};
  return between.find('\n') != std::string_view::npos;
}

bool is_digits(const Word& word) {
  return word.text.front() >= '0' && word.text.front() <= '9';
}

bool is_mark(const Word& word) {
  const auto first = static_cast<unsigned char>(word.text.front());
  const bool letter = (first >= 'a' && first <= 'z') || is_digits(word);
  // Letters outside ASCII are rare here, marks outside it ("≥", "“") are not.
  return !letter;
}

std::optional<Number> number_at(Words words, std::size_t at) {
  if (at >= words.size() || !is_digits(words[at])) return std::nullopt;
  Number number{{}, at, at + 1, true, false};
  std::string whole = words[at].text;
  std::string part;
  while (mark_at(words, number.end, ".") && digits_behind(words, number.end)) {
    const std::string& digits = words[number.end + 1].text;
    const bool group = digits.size() == kGroupDigits && words[at].text.size() <= kGroupDigits && whole != "0";
    if (!part.empty() || (!group && !number.plain)) return std::nullopt;
    (group ? whole : part) += digits;
    number.doubtful = number.doubtful || !group;
    number.plain = false;
    number.end += 2;
  }
  if (mark_at(words, number.end, ",") && digits_behind(words, number.end)) {
    if (!part.empty()) return std::nullopt;
    part = words[number.end + 1].text;
    number.doubtful = number.plain && part.size() == kGroupDigits;
    number.plain = false;
    number.end += 2;
  }
  const auto value = parse_decimal(without_zeros(whole) + (part.empty() ? "" : "." + part));
  if (!value) return std::nullopt;
  number.value = *value;
  return number;
}

bool is_part_of_name(Words words, const Number& number) {
  return name_before(words, number) || name_behind(words, number) || is_numbering(words, number);
}

bool is_year(const Number& number) {
  return number.plain && number.value.mantissa >= kYearFirst && number.value.mantissa <= kYearLast;
}

}  // namespace luuvet::measure_text

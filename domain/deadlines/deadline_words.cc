#include "domain/deadlines/deadline_words.h"

#include "domain/base/plain_letters.h"

namespace luuvet::deadline_text {
namespace {

constexpr std::size_t kNumberDigitsMax = 4;

enum class Shape { kLetters, kDigits, kMark, kSpace };

Shape shape_of(char32_t letter) {
  if (letter == U' ') return Shape::kSpace;
  if (letter >= U'0' && letter <= U'9') return Shape::kDigits;
  return is_word_letter(letter) ? Shape::kLetters : Shape::kMark;
}

int number_of(std::string_view digits) {
  if (digits.size() > kNumberDigitsMax) return -1;
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

}  // namespace

std::vector<Word> split_words(std::string_view printed) {
  std::vector<Word> words;
  Shape running = Shape::kSpace;
  for (std::size_t at = 0; at < printed.size();) {
    const PlainLetter letter = next_plain_letter(printed, at);
    const Shape shape = shape_of(letter.value);
    if (shape != Shape::kSpace) {
      if (shape != running || shape == Shape::kMark) words.push_back({"", printed.substr(letter.begin, 0), -1});
      Word& word = words.back();
      append_utf8(word.text, letter.value);
      word.raw = {word.raw.data(), word.raw.size() + (letter.end - letter.begin)};
      if (shape == Shape::kDigits) word.number = number_of(word.text);
    }
    running = shape;
  }
  return words;
}

std::string_view printed_text(Words words) {
  if (words.empty()) return {};
  const char* begin = words.front().raw.data();
  const char* end = words.back().raw.data() + words.back().raw.size();
  return {begin, static_cast<std::size_t>(end - begin)};
}

bool WordCursor::take(std::string_view phrase) {
  std::size_t taken = 0;
  while (!phrase.empty()) {
    const std::string_view wanted = phrase.substr(0, phrase.find(' '));
    if (taken == rest_.size() || rest_[taken].text != wanted) return false;
    ++taken;
    phrase.remove_prefix(std::min(wanted.size() + 1, phrase.size()));
  }
  skip(taken);
  return true;
}

bool WordCursor::take_any(std::initializer_list<std::string_view> phrases) {
  for (const std::string_view phrase : phrases)
    if (take(phrase)) return true;
  return false;
}

std::optional<int> WordCursor::take_number(int low, int high) {
  if (rest_.empty() || rest_.front().number < low || rest_.front().number > high) return std::nullopt;
  const int number = rest_.front().number;
  skip(1);
  return number;
}

}  // namespace luuvet::deadline_text

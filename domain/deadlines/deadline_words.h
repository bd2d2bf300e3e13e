// The words of a printed deadline, and a cursor that takes them off from the left. Used by the deadline parser only.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace luuvet::deadline_text {

// A run of letters without marks ("quy"), a run of digits, or one mark ("/", "-", "(").
struct Word {
  std::string text;
  std::string_view raw;  // where it stands in the printed text, which must outlive it
  int number = -1;       // of digits, at most four
};
using Words = std::span<const Word>;

std::vector<Word> split_words(std::string_view printed);

// The printed text from the first word to the last; empty for no words.
std::string_view printed_text(Words words);

// Cheap to copy: a parser tries a form on a copy and keeps the copy if it fits.
class WordCursor {
 public:
  explicit WordCursor(Words words) : rest_(words) {}

  bool done() const { return rest_.empty(); }
  Words rest() const { return rest_; }
  const Word* peek() const { return rest_.empty() ? nullptr : &rest_.front(); }

  // Takes all the words of the phrase ("sau khi", "/"), or nothing.
  bool take(std::string_view phrase);
  // The first of the phrases that fits.
  bool take_any(std::initializer_list<std::string_view> phrases);
  // A number from low to high.
  std::optional<int> take_number(int low, int high);
  void skip(std::size_t words) { rest_ = rest_.subspan(words); }

 private:
  Words rest_;
};

}  // namespace luuvet::deadline_text

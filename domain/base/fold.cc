#include "domain/base/fold.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "domain/base/plain_letters.h"
#include "domain/base/spellings.h"

namespace luuvet {
namespace {

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// First place from `from` on where a word begins with `start`, or npos. Looking for the space as well spares the hits
// within words.
std::size_t find_word_start(std::string_view folded, std::string_view start, std::size_t from = 0) {
  if (from == 0 && folded.starts_with(start)) return 0;
  if (from >= folded.size()) return std::string_view::npos;
  std::string wanted(1, ' ');
  wanted.append(start);
  // Several times faster here than string_view::find.
  const void* found = memmem(folded.data() + from, folded.size() - from, wanted.data(), wanted.size());
  return found ? static_cast<std::size_t>(static_cast<const char*>(found) - folded.data()) + 1 : folded.npos;
}

bool has_phrase(std::string_view folded, std::string_view phrase) {
  for (std::size_t at = find_word_start(folded, phrase); at != folded.npos;
       at = find_word_start(folded, phrase, at + phrase.size())) {
    const std::size_t end = at + phrase.size();
    if (end == folded.size() || folded[end] == ' ') return true;
  }
  return false;
}

// Whether words[which], which the text does not have, belongs to a spelling in the query for which the text has another
// one.
bool stands_in_another_spelling(std::string_view folded, std::span<const std::string_view> words, std::size_t which) {
  const std::size_t first = which + 1 - std::min(which + 1, kSpellingWordsMax);
  for (std::size_t at = first; at <= which; ++at) {
    for (const SpellingHit& hit : spellings_at(words, at)) {
      if (at + hit.words <= which) continue;
      for (const std::string_view spelling : spellings_of(hit.group))
        if (spelling != words[which] && has_phrase(folded, spelling)) return true;
    }
  }
  return false;
}

// Appends, for every spelling in `folded`, the other spellings of its group that are not there yet. `done` marks groups
// dealt with.
void append_other_spellings(std::string& folded, std::vector<bool>& done) {
  const std::string before = folded;
  const auto words = words_of(before);
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const SpellingHit& hit : spellings_at(words, at)) {
      if (done[hit.group]) continue;
      done[hit.group] = true;
      for (const std::string_view spelling : spellings_of(hit.group))
        if (!has_phrase(before, spelling)) folded.append(" ").append(spelling);
    }
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool word_ended = false;
  for (std::size_t at = 0; at < text.size();) {
    const PlainLetter letter = next_plain_letter(text, at);
    if (!is_word_letter(letter.value)) {
      word_ended = true;
      continue;
    }
    if (word_ended && !folded.empty()) folded += ' ';
    word_ended = false;
    append_utf8(folded, letter.value);
  }
  return folded;
}

bool matches(std::string_view folded_text, const std::vector<std::string>& query_words) {
  std::vector<std::string_view> words;  // built at the first word that is not there as it was typed
  for (std::size_t i = 0; i < query_words.size(); ++i) {
    if (find_word_start(folded_text, query_words[i]) != folded_text.npos) continue;
    if (words.empty()) words.assign(query_words.begin(), query_words.end());
    if (!stands_in_another_spelling(folded_text, words, i)) return false;
  }
  return true;
}

std::vector<std::string> query_words(std::string_view query) {
  const std::string folded = fold(query);
  const auto words = words_of(folded);
  return {words.begin(), words.end()};
}

std::string search_text(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) {
    std::string folded = fold(part);
    if (folded.empty()) continue;
    if (!text.empty()) text += ' ';
    text += folded;
  }
  // Twice: the second time for spellings inside those that the first has added (bcdtw -> ban chi dao trung uong -> tw).
  std::vector<bool> done(spelling_groups());
  append_other_spellings(text, done);
  append_other_spellings(text, done);
  return text;
}

}  // namespace luuvet

#include "server/identity/common_passwords.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <unordered_set>
#include <vector>

#include "domain/base/plain_letters.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kWordsMax = 3;
constexpr std::size_t kWordSizeMin = 2;
constexpr std::size_t kRunMin = 3;
constexpr std::size_t kPeriodMax = 5;
constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

// Read forwards and backwards.
constexpr auto kRows = std::to_array<std::string_view>({
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "qazwsxedcrfvtgbyhnujmikolp",
    "qawsedrftgyhujikolp",
});

const std::unordered_set<std::string_view>& words() {
  static const std::unordered_set<std::string_view> all = [] {
    std::unordered_set<std::string_view> found;
    const std::string_view text = common_words();
    for (std::size_t at = text.find_first_not_of(" \n"); at != std::string_view::npos;) {
      const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
      found.insert(text.substr(at, end - at));
      at = text.find_first_not_of(" \n", end);
    }
    return found;
  }();
  return all;
}

std::size_t longest_word() {
  static const std::size_t longest =
      std::max_element(words().begin(), words().end(), [](auto a, auto b) { return a.size() < b.size(); })->size();
  return longest;
}

std::u32string plain(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) letters += next_plain_letter(text, at).value;
  return letters;
}

bool is_letter(char32_t c) {
  return is_word_letter(c) && !(c >= '0' && c <= '9');
}

char unmasked(char32_t c) {
  static constexpr std::string_view kMasks = "0o1i3e4a5s7t@a$s!i|l";
  for (std::size_t at = 0; at < kMasks.size(); at += 2)
    if (c == static_cast<char32_t>(kMasks[at])) return kMasks[at + 1];
  return c < 0x80 ? static_cast<char>(c) : '\x7f';  // no word has it
}

std::string unmasked(const std::u32string& letters) {
  std::string text;
  for (const char32_t c : letters) text += unmasked(c);
  return text;
}

bool is_in_row(std::string_view run) {
  const std::string backwards(run.rbegin(), run.rend());
  return std::any_of(kRows.begin(), kRows.end(), [&](std::string_view row) {
    return row.find(run) != std::string_view::npos || row.find(backwards) != std::string_view::npos;
  });
}

bool is_one_letter(std::u32string_view run) {
  return run.find_first_not_of(run[0]) == std::u32string_view::npos;
}

// Digits and signs that every keyboard has.
bool is_filling(char32_t c) {
  return c < 0x80 && !is_letter(c);
}

// The fewest words that the text can be made of, with signs, digits, rows and repeated letters for nothing in between;
// kNever if there is something else in it.
std::size_t fewest_words(const std::u32string& letters) {
  const std::string text = unmasked(letters);
  std::vector<std::size_t> best(letters.size() + 1, kNever);
  best[0] = 0;
  for (std::size_t begin = 0; begin < letters.size(); ++begin) {
    if (best[begin] == kNever) continue;
    const auto reach = [&](std::size_t end, std::size_t cost) { best[end] = std::min(best[end], best[begin] + cost); };
    if (is_filling(letters[begin])) reach(begin + 1, 0);
    const std::size_t size_max = std::min(letters.size() - begin, longest_word());
    for (std::size_t size = kWordSizeMin; size <= size_max; ++size) {
      const std::string_view piece = std::string_view(text).substr(begin, size);
      const bool one_letter = is_one_letter(std::u32string_view(letters).substr(begin, size));
      if (size >= kRunMin && (one_letter || is_in_row(piece))) reach(begin + size, 0);
      if (words().contains(piece)) reach(begin + size, 1);
    }
  }
  return best.back();
}

bool repeats_a_little(const std::u32string& letters) {
  for (std::size_t period = 1; period <= kPeriodMax && period * 2 <= letters.size(); ++period)
    if (std::equal(letters.begin() + static_cast<std::ptrdiff_t>(period), letters.end(), letters.begin())) return true;
  return false;
}

std::u32string letters_only(std::string_view text) {
  std::u32string kept;
  for (const char32_t c : plain(text))
    if (is_letter(c)) kept += c;
  return kept;
}

}  // namespace

bool is_common_password(std::string_view password) {
  const std::u32string letters = plain(password);
  return letters.empty() || repeats_a_little(letters) || fewest_words(letters) <= kWordsMax;
}

bool is_like(std::string_view password, std::string_view word) {
  const std::u32string wanted = letters_only(word);
  if (wanted.empty()) return !word.empty() && plain(password) == plain(word);
  return letters_only(password) == wanted;
}

}  // namespace luuvet::server

// Abbreviations of the papers: groups of spellings that mean the same ("khcn", "kh cn", "khoa hoc va cong nghe"),
// folded.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace luuvet {

// A spelling found at some word of a text.
struct SpellingHit {
  std::size_t group = 0;
  std::size_t words = 0;  // its length
};

// The spellings that start at words[at] and go on word by word; empty for most words. Any thread.
std::vector<SpellingHit> spellings_at(std::span<const std::string_view> words, std::size_t at);

// All spellings of a group.
std::span<const std::string_view> spellings_of(std::size_t group);

std::size_t spelling_groups();

// No spelling has more words.
inline constexpr std::size_t kSpellingWordsMax = 10;

}  // namespace luuvet

#include "domain/base/plain_letters.h"

#include <algorithm>
#include <array>

namespace luuvet {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct LetterRange {
  char32_t first;
  char32_t last;
  char32_t plain;
};

// Every Latin letter with marks that Vietnamese, or a foreign name in a Vietnamese paper, is written with; ascending.
// Eth stands here because old typewriting programs put it in the place of Đ.
constexpr std::array kLetterRanges = std::to_array<LetterRange>({
    {0xC0, 0xC5, 'a'},     {0xC7, 0xC7, 'c'},     {0xC8, 0xCB, 'e'},     {0xCC, 0xCF, 'i'},     {0xD0, 0xD0, 'd'},
    {0xD1, 0xD1, 'n'},     {0xD2, 0xD6, 'o'},     {0xD8, 0xD8, 'o'},     {0xD9, 0xDC, 'u'},     {0xDD, 0xDD, 'y'},
    {0xE0, 0xE5, 'a'},     {0xE7, 0xE7, 'c'},     {0xE8, 0xEB, 'e'},     {0xEC, 0xEF, 'i'},     {0xF0, 0xF0, 'd'},
    {0xF1, 0xF1, 'n'},     {0xF2, 0xF6, 'o'},     {0xF8, 0xF8, 'o'},     {0xF9, 0xFC, 'u'},     {0xFD, 0xFD, 'y'},
    {0xFF, 0xFF, 'y'},     {0x100, 0x105, 'a'},   {0x106, 0x10D, 'c'},   {0x10E, 0x111, 'd'},   {0x112, 0x11B, 'e'},
    {0x11C, 0x123, 'g'},   {0x124, 0x127, 'h'},   {0x128, 0x131, 'i'},   {0x134, 0x135, 'j'},   {0x136, 0x138, 'k'},
    {0x139, 0x142, 'l'},   {0x143, 0x149, 'n'},   {0x14C, 0x151, 'o'},   {0x154, 0x159, 'r'},   {0x15A, 0x161, 's'},
    {0x162, 0x167, 't'},   {0x168, 0x173, 'u'},   {0x174, 0x175, 'w'},   {0x176, 0x178, 'y'},   {0x179, 0x17E, 'z'},
    {0x1A0, 0x1A1, 'o'},   {0x1AF, 0x1B0, 'u'},   {0x1EA0, 0x1EB7, 'a'}, {0x1EB8, 0x1EC7, 'e'}, {0x1EC8, 0x1ECB, 'i'},
    {0x1ECC, 0x1EE3, 'o'}, {0x1EE4, 0x1EF1, 'u'}, {0x1EF2, 0x1EF9, 'y'}, {0x2010, 0x2015, '-'}, {0x2212, 0x2212, '-'},
});

constexpr bool is_within(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

bool is_white_space(char32_t c) {
  return c == ' ' || is_within(c, '\t', '\r') || c == 0x85 || c == 0xA0 || is_within(c, 0x2000, 0x200B) ||
         is_within(c, 0x2028, 0x2029) || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Seen as part of the letter before it: combining marks (decomposed text), joiners, soft hyphen, byte order mark.
bool is_invisible(char32_t c) {
  return is_within(c, 0x300, 0x36F) || is_within(c, 0x200C, 0x200F) || c == 0x2060 || c == 0xAD || c == 0xFEFF;
}

char32_t to_plain(char32_t c) {
  if (is_within(c, 'A', 'Z')) return c - 'A' + 'a';
  if (is_white_space(c)) return ' ';
  if (c < 0x80) return c;
  const auto range = std::lower_bound(kLetterRanges.begin(), kLetterRanges.end(), c,
                                      [](const LetterRange& r, char32_t wanted) { return r.last < wanted; });
  return range != kLetterRanges.end() && c >= range->first ? range->plain : c;
}

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (is_within(lead, 0xC2, 0xDF)) return 2;
  if (is_within(lead, 0xE0, 0xEF)) return 3;
  if (is_within(lead, 0xF0, 0xF4)) return 4;
  return 0;
}

bool is_scalar(char32_t c, std::size_t length) {
  constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
  return c >= kSmallest[length] && c <= 0x10FFFF && !is_within(c, 0xD800, 0xDFFF);
}

// Decodes one scalar value; a byte that begins none is U+FFFD by itself.
char32_t next_scalar(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t begin = at++;
  const std::size_t length = sequence_length(byte(begin));
  if (length == 1) return byte(begin);
  if (length == 0 || text.size() - begin < length) return kReplacement;
  char32_t value = byte(begin) & (0xFFu >> (length + 1));
  for (std::size_t i = begin + 1; i < begin + length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return kReplacement;
    value = (value << 6) | (byte(i) & 0x3F);
  }
  if (!is_scalar(value, length)) return kReplacement;
  at = begin + length;
  return value;
}

void skip_invisible(std::string_view text, std::size_t& at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
    std::size_t behind = at;
    if (!is_invisible(next_scalar(text, behind))) return;
    at = behind;
  }
}

}  // namespace

PlainLetter next_plain_letter(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  const char32_t scalar = next_scalar(text, at);
  skip_invisible(text, at);
  return {is_invisible(scalar) ? U' ' : to_plain(scalar), begin, at};
}

bool is_word_letter(char32_t plain) {
  if (plain < 0x80) return is_within(plain, 'a', 'z') || is_within(plain, '0', '9');
  if (plain < 0xC0 || plain == 0xD7 || plain == 0xF7) return false;
  const bool is_symbol = is_within(plain, 0x2000, 0x2BFF) || is_within(plain, 0x3000, 0x303F) ||
                         is_within(plain, 0xE000, 0xF8FF) || is_within(plain, 0xFE00, 0xFE0F) || plain == kReplacement;
  return !is_symbol;
}

void append_utf8(std::string& text, char32_t letter) {
  const auto append = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  const auto tail = [&](unsigned shift) { append(0x80 | ((letter >> shift) & 0x3F)); };
  if (letter < 0x80) {
    append(letter);
  } else if (letter < 0x800) {
    append(0xC0 | (letter >> 6));
    tail(0);
  } else if (letter < 0x10000) {
    append(0xE0 | (letter >> 12));
    tail(6);
    tail(0);
  } else {
    append(0xF0 | (letter >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace luuvet

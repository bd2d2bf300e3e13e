#include "domain/indicators/target_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "domain/base/fold.h"
#include "domain/figures/figure.h"

namespace luuvet {
namespace {

constexpr std::size_t kDigitsMax = 15;
constexpr std::size_t kGroup = 3;  // digits between points
constexpr std::uint8_t kScaleMax = 9;

struct Prefix {
  std::string_view text;  // as printed, or folded
  Comparator comparator;
};
constexpr std::array kSigns = {Prefix{"≥", Comparator::kAtLeast}, Prefix{">=", Comparator::kAtLeast},
                               Prefix{"≤", Comparator::kAtMost},  Prefix{"<=", Comparator::kAtMost},
                               Prefix{">", Comparator::kAbove},   Prefix{"<", Comparator::kBelow},
                               Prefix{"=", Comparator::kEqual}};
constexpr std::array kWords = {Prefix{"toi thieu ", Comparator::kAtLeast}, Prefix{"it nhat ", Comparator::kAtLeast},
                               Prefix{"toi da ", Comparator::kAtMost},     Prefix{"khong qua ", Comparator::kAtMost},
                               Prefix{"tren ", Comparator::kAbove},        Prefix{"duoi ", Comparator::kBelow}};
constexpr std::array<std::string_view, 5> kDone = {"x", "dat", "co", "hoan thanh", "da hoan thanh"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Groups of three after each point, none of them the first.
bool in_groups(std::string_view text, char point) {
  std::size_t begin = 0;
  for (bool first = true; begin <= text.size(); first = false) {
    const std::size_t end = std::min(text.find(point, begin), text.size());
    const std::size_t length = end - begin;
    if (first ? length == 0 || length > kGroup || text[begin] == '0' : length != kGroup) return false;
    begin = end + 1;
  }
  return true;
}

std::optional<Decimal> decimal_of(std::string_view whole, std::string_view fraction) {
  std::string digits;
  for (const char c : whole)
    if (is_digit(c)) digits += c;
  if (digits.empty() || fraction.size() > kScaleMax) return std::nullopt;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  const auto plain = [](std::string_view text) { return std::ranges::all_of(text, is_digit); };
  if (!plain(fraction) || digits.size() + fraction.size() > kDigitsMax) return std::nullopt;
  return parse_decimal(fraction.empty() ? digits : digits + "." + std::string(fraction));
}

std::optional<ReadNumber> with_point(std::string_view text, char decimal, char group, bool doubtful) {
  const std::size_t at = text.rfind(decimal);
  const std::string_view whole = text.substr(0, at);
  if (whole.find(group) != whole.npos && !in_groups(whole, group)) return std::nullopt;
  if (whole.find(decimal) != whole.npos) return std::nullopt;
  const auto value = decimal_of(whole, text.substr(at + 1));
  return value && at + 1 < text.size() ? std::optional(ReadNumber{*value, doubtful}) : std::nullopt;
}

// The number that the text begins with; the text goes on behind it.
std::optional<ReadNumber> take_number(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ',')) ++end;
  while (end > 0 && !is_digit(text[end - 1])) --end;
  const auto number = read_number(text.substr(0, end));
  if (number) text.remove_prefix(end);
  return number;
}

void skip_blanks(std::string_view& text) {
  while (text.starts_with(' ') || text.starts_with('%')) text.remove_prefix(1);
}

bool is_one_of(const std::string& folded, const auto& words) {
  return std::ranges::find(words, folded) != words.end();
}

std::string_view take_comparator(std::string_view text, Comparator& comparator) {
  for (const Prefix& sign : kSigns)
    if (text.starts_with(sign.text)) {
      comparator = sign.comparator;
      text.remove_prefix(sign.text.size());
      skip_blanks(text);
      return text;
    }
  const std::string folded = fold(text);
  for (const Prefix& words : kWords)
    if (folded.starts_with(words.text)) {
      comparator = words.comparator;
      text.remove_prefix(std::min(text.find_first_of("0123456789"), text.size()));
      return text;
    }
  return text;
}

// "9-10", "9 – 10%"
bool take_range(std::string_view rest, TargetWords& target) {
  skip_blanks(rest);
  for (const std::string_view dash : {"-", "–", "đến"})
    if (rest.starts_with(dash)) {
      rest.remove_prefix(dash.size());
      skip_blanks(rest);
      const auto high = take_number(rest);
      if (!high) return false;
      target.comparator = Comparator::kRange;
      target.value.high = high->value;
      return true;
    }
  return false;
}

// "9.615 tỷ" beside a value in đồng: which scale is meant, the words alone do not say.
bool names_a_scale(std::string_view text) {
  constexpr std::array<std::string_view, 4> kScales = {" ty ", " trieu ", " nghin ", " van "};
  const std::string folded = ' ' + fold(text) + ' ';
  return std::ranges::any_of(kScales, [&](std::string_view scale) { return folded.find(scale) != folded.npos; });
}

bool is_same(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a && b ? compare(*a, *b) == 0 : a.has_value() == b.has_value();
}

bool is_numeric(Comparator comparator) {
  return comparator != Comparator::kText && comparator != Comparator::kDone;
}

}  // namespace

std::optional<ReadNumber> read_number(std::string_view text) {
  const bool point = text.find('.') != text.npos, comma = text.find(',') != text.npos;
  if (text.empty() || !is_digit(text.front()) || text.find_first_not_of("0123456789.,") != text.npos)
    return std::nullopt;
  if (point && comma) {
    const bool ours = text.rfind(',') > text.rfind('.');
    return ours ? with_point(text, ',', '.', false) : with_point(text, '.', ',', true);
  }
  if (point && in_groups(text, '.')) return ReadNumber{decimal_of(text, {}).value_or(Decimal{}), false};
  if (point) return with_point(text, '.', ',', true);
  if (comma) return with_point(text, ',', '.', in_groups(text, ','));
  const auto value = decimal_of(text, {});
  return value ? std::optional(ReadNumber{*value, false}) : std::nullopt;
}

TargetWords read_target_words(std::string_view line) {
  TargetWords words;
  if (is_one_of(fold(line), kDone)) {
    words.comparator = Comparator::kDone;
    return words;
  }
  std::string_view rest = take_comparator(line, words.comparator);
  const auto number = take_number(rest);
  if (!number) return {Comparator::kText, {}, false};
  words.doubtful = number->doubtful;
  words.value.low = number->value;
  if (words.comparator == Comparator::kEqual) take_range(rest, words);
  return words;
}

bool contradicts(std::string_view text, Comparator comparator, const TargetValue& value) {
  const TargetWords said = read_target_words(text);
  if (said.doubtful || !is_numeric(said.comparator) || !is_numeric(comparator) || names_a_scale(text)) return false;
  const bool place = comparator == Comparator::kRank;
  const bool silent = said.comparator == Comparator::kEqual && !text.starts_with('=');
  if (!place && !silent && said.comparator != comparator) return true;
  return !is_same(said.value.low, value.low) || (!place && !is_same(said.value.high, value.high));
}

}  // namespace luuvet

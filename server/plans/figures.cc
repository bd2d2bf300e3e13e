#include "server/plans/figures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "domain/fold.h"
#include "server/plans/plan_row.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kDigitsMax = 15;
constexpr std::size_t kGroup = 3;  // digits between points
constexpr std::uint8_t kScaleMax = 9;
constexpr Amount kAmountMax = 1'000'000'000'000'000;  // a million billion đồng: beyond any plan

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
bool take_range(std::string_view rest, Target& target) {
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

// A cell that holds a number and shows nothing but it.
std::optional<Decimal> plain_number(const FileFigure& figure) {
  if (!figure.number || figure.text.find('%') != figure.text.npos) return std::nullopt;
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), *figure.number, std::chars_format::fixed);
  return end.ec == std::errc() ? parse_decimal({text.data(), static_cast<std::size_t>(end.ptr - text.data())})
                               : std::nullopt;
}

std::string in_vietnamese(Decimal value) {
  std::string text = to_string(value);
  std::ranges::replace(text, '.', ',');
  return text;
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

std::optional<ReadTarget> read_target(const FileFigure& figure, std::int64_t year) {
  const std::string line = one_line(figure.text);
  if (line.empty()) return std::nullopt;
  ReadTarget read{{year, line, Comparator::kEqual, {}, std::nullopt}, false};
  Target& target = read.target;
  if (const auto plain = plain_number(figure)) {
    target.text = in_vietnamese(*plain);
    target.value.low = plain;
    return read;
  }
  if (is_one_of(fold(line), kDone)) {
    target.comparator = Comparator::kDone;
    return read;
  }
  std::string_view rest = take_comparator(line, target.comparator);
  const auto number = take_number(rest);
  if (!number) {
    target.comparator = Comparator::kText;
    return read;
  }
  read.doubtful = number->doubtful;
  target.value.low = number->value;
  if (target.comparator == Comparator::kEqual) take_range(rest, target);
  return read;
}

ReadAmount read_amount(const FileFigure& figure, std::int64_t scale) {
  if (figure.amount) {
    const bool possible = *figure.amount >= 0 && *figure.amount < kAmountMax;
    return possible ? ReadAmount{figure.amount, false} : ReadAmount{std::nullopt, true};
  }
  const std::string line = one_line(figure.text);
  if (line.empty() || line == "-") return {};
  const auto plain = plain_number(figure);
  const auto read = plain ? std::optional(ReadNumber{*plain, false}) : read_number(line);
  if (!read) return {std::nullopt, true};
  Decimal value = read->value;
  for (; value.scale > 0 && scale % 10 == 0; --value.scale) scale /= 10;
  for (; value.scale > 0 && value.mantissa % 10 == 0; --value.scale) value.mantissa /= 10;
  const bool whole = value.scale == 0 && scale > 0 && value.mantissa < kAmountMax / scale;
  return whole ? ReadAmount{value.mantissa * scale, read->doubtful} : ReadAmount{std::nullopt, true};
}

}  // namespace luuvet::server

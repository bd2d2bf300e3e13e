#include "server/plans/figures.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "server/plans/plan_row.h"

namespace luuvet::server {
namespace {

constexpr Amount kAmountMax = 1'000'000'000'000'000;  // a million billion đồng: beyond any plan

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
  const TargetWords words = read_target_words(line);
  target.comparator = words.comparator;
  target.value = words.value;
  read.doubtful = words.doubtful;
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

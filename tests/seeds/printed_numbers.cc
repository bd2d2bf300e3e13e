#include "tests/seeds/printed_numbers.h"

#include <charconv>
#include <sstream>

namespace luuvet::server::testing {
namespace {

constexpr std::string_view kDeAn11 = "lao-cai-de-an-11";
constexpr std::string_view kBcd = "lao-cai-bcd-2026";
constexpr std::string_view kNq57 = "lao-cai-nq57-2026";
constexpr std::string_view kLaiChau = "lai-chau-nq57-2025";
constexpr std::string_view kPhanCong = "lao-cai-phan-cong-bcd";
constexpr PrintedKind kTask = PrintedKind::kTask;
constexpr PrintedKind kIndicator = PrintedKind::kIndicator;
constexpr PrintedKind kMoney = PrintedKind::kBudgetLine;

// "2.16" -> {"2.", 16}, "m" -> {"", 'm'}.
struct Counter {
  std::string prefix;
  int last = 0;
  bool letter = false;
};

Counter counter_of(std::string_view number) {
  const std::size_t dot = number.rfind('.');
  const std::string_view tail = dot == number.npos ? number : number.substr(dot + 1);
  Counter counter{std::string(number.substr(0, number.size() - tail.size())), 0, tail.front() >= 'a'};
  if (counter.letter)
    counter.last = tail.front();
  else
    std::from_chars(tail.data(), tail.data() + tail.size(), counter.last);
  return counter;
}

std::string text_of(const Counter& counter, int last) {
  return counter.prefix + (counter.letter ? std::string(1, static_cast<char>(last)) : std::to_string(last));
}

void add_range(std::string_view from, std::string_view to, std::vector<PrintedNumber>& result) {
  const Counter first = counter_of(from);
  const Counter end = counter_of(to);
  for (int at = first.last; at <= end.last; ++at) result.push_back({text_of(first, at)});
}

void add_one(std::string_view token, std::vector<PrintedNumber>& result) {
  PrintedNumber one;
  if (one.link = token.starts_with("->"); one.link) token.remove_prefix(2);
  std::size_t below = 0;
  if (const std::size_t plus = token.find('+'); plus != token.npos) {
    below = static_cast<std::size_t>(token[plus + 1] - '0');
    token = token.substr(0, plus);
  }
  if (one.group = token.starts_with('['); one.group) token = token.substr(1, token.size() - 2);
  one.number = token;
  result.push_back(one);
  for (; below > 0; --below) result.push_back({one.number});
}

}  // namespace

std::vector<PrintedNumber> expand(std::string_view numbers) {
  std::vector<PrintedNumber> result;
  std::istringstream tokens{std::string(numbers)};
  for (std::string token; tokens >> token;) {
    const std::size_t dash = token.find('-');
    if (dash == token.npos || token.starts_with("->"))
      add_one(token, result);
    else
      add_range(token.substr(0, dash), token.substr(dash + 1), result);
  }
  return result;
}

const std::vector<PrintedSection>& printed_sections() {
  static const std::vector<PrintedSection> sections = {
      {kDeAn11, kIndicator, "I", "I", "1+1 2 3+2 [4]+2 5-10 [11]+2", 18},
      {kDeAn11, kIndicator, "I", "II", "1+2 2-9", 11},
      {kDeAn11, kIndicator, "I", "III", "1-6", 6},
      {kDeAn11, kIndicator, "I", "IV", "1+2 2-7", 9},
      {kDeAn11, kIndicator, "I", "V", "1-6", 6},
      {kDeAn11, kIndicator, "I", "VI", "1-2", 2},

      {kDeAn11, kTask, "II", "I", "[1] 1.1-1.6 [2] 2.1-2.16 [3] 3.1-3.4", 29},
      {kDeAn11, kTask, "II", "II", "[1] 1.1-1.7", 8},
      {kDeAn11, kTask, "II", "III", "[1] 1.1-1.2 [2] 2.1-2.3 [3] 3.1-3.2 [4] 4.1-4.2 [5] 5.1-5.2", 16},
      {kDeAn11, kTask, "II", "IV", "1-5", 5},
      {kDeAn11, kTask, "II", "V", "1-5", 5},
      {kDeAn11, kTask, "II", "VI", "1-4", 4},
      {kDeAn11, kTask, "II", "VII", "[1] 1.1-1.7 [2] 2.1-2.9 [3] 3.1-3.9 [4] 4.1-4.6", 35},
      {kDeAn11, kTask, "II", "VIII", "[1] 1.1-1.7 [2] 2.1-2.9 [3] 3.1-3.9", 28},
      {kDeAn11, kTask, "II", "IX", "[1] 1.1-1.10 [2] 2.1-2.8 [3] 3.1-3.7 [4] 4.1-4.7", 36},
      {kDeAn11, kTask, "II", "X", "[1] 1.1-1.9 [2] 2.1 2.3-2.6", 16},
      {kDeAn11, kTask, "II", "XI", "[1] 1.1-1.5 [2] 2.1-2.5 [3] 3.1-3.5", 18},

      {kDeAn11, kMoney, "III", "", "[I] [II] [III] [IV] [V]", 5},
      {kDeAn11, kMoney, "III", "I", "[A] [B] [B]", 3},
      {kDeAn11, kMoney, "III", "I.A", "1-2", 2},
      {kDeAn11, kMoney, "III", "I.B", "1-7 1-6", 13},
      {kDeAn11, kMoney, "III", "II", "[A] [B]", 2},
      {kDeAn11, kMoney, "III", "II.A", "1-8", 8},
      {kDeAn11, kMoney, "III", "II.B", "1-12", 12},
      {kDeAn11, kMoney, "III", "III", "[A] [B] [C]", 3},
      {kDeAn11, kMoney, "III", "III.A", "1-8", 8},
      {kDeAn11, kMoney, "III", "III.B", "1-4", 4},
      {kDeAn11, kMoney, "III", "III.C", "1-2", 2},
      {kDeAn11, kMoney, "III", "IV", "1-12", 12},
      {kDeAn11, kMoney, "III", "V", "1-7", 7},

      {kBcd, kTask, "body", "2", "a-i", 9},
      {kBcd, kTask, "body", "3", "a-m", 13},
      {kBcd, kTask, "body", "4", "a-g", 7},
      {kBcd, kTask, "body", "5", "a-g", 7},
      {kBcd, kIndicator, "I", "", "1-13", 13},
      {kBcd, kTask, "II", "I", "1-7", 7},
      {kBcd, kTask, "II", "II", "1-13", 13},
      {kBcd, kTask, "II", "III", "1-10", 10},
      {kBcd, kTask, "II", "IV", "1-9", 9},
      {kBcd, kTask, "II", "V", "1-10", 10},
      {kBcd, kTask, "II", "VI", "1-3", 3},
      {kBcd, kTask, "II", "VII", "1-9", 9},
      {kBcd, kTask, "III", "", "1-21", 21},
      {kBcd, kTask, "IV", "", "1-18", 18},

      {kNq57, kIndicator, "01", "I", "1-7", 7},
      {kNq57, kIndicator, "01", "II", "1-5", 5},
      {kNq57, kIndicator, "01", "III", "1-7", 7},
      {kNq57, kIndicator, "01", "IV", "[IV]", 1},
      {kNq57, kTask, "02", "I", "1-36", 36},
      {kNq57, kTask, "02", "II", "37-42", 6},
      {kNq57, kTask, "02", "III", "43-50", 8},
      {kNq57, kTask, "02", "IV", "51-71", 21},
      {kNq57, kTask, "02", "V", "72-74", 3},
      {kNq57, kTask, "02", "VI", "->VI", 1},

      {kLaiChau, kIndicator, "I", "I", "1-5 [6] 6.1-6.12 7-12 [13] 13.1-13.2 14-21", 35},
      {kLaiChau, kIndicator, "I", "II", "22-24", 3},
      {kLaiChau, kTask, "II", "I", "1-13", 13},
      {kLaiChau, kTask, "II", "II", "1-5", 5},
      {kLaiChau, kTask, "II", "III", "1-16", 16},
      {kLaiChau, kTask, "II", "IV", "1-7", 7},
      {kLaiChau, kTask, "II", "V", "1-17", 17},
      {kLaiChau, kTask, "II", "VI", "1-12 12 13-14", 15},
      {kLaiChau, kTask, "II", "VII", "1-2", 2},

      {kPhanCong, kIndicator, "annex", "I", "1-3", 3},
      {kPhanCong, kIndicator, "annex", "II", "1-8", 8},
      {kPhanCong, kIndicator, "annex", "III", "1-14", 14},
      {kPhanCong, kIndicator, "annex", "IV", "1-10", 10},
      {kPhanCong, kIndicator, "annex", "V", "1-17", 17},
  };
  return sections;
}

}  // namespace luuvet::server::testing

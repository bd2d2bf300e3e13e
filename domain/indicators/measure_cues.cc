#include "domain/indicators/measure_cues.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace luuvet::measure_text {
namespace {

constexpr std::size_t kFillersMax = 4;

struct Phrase {
  std::string_view words;
  Comparator comparator;
};

constexpr std::array kComparisons = std::to_array<Phrase>({
    {"toi thieu", Comparator::kAtLeast},
    {"it nhat", Comparator::kAtLeast},
    {"khong it hon", Comparator::kAtLeast},
    {"khong duoi", Comparator::kAtLeast},
    {"khong thap hon", Comparator::kAtLeast},
    {"≥", Comparator::kAtLeast},
    {"> =", Comparator::kAtLeast},
    {"\\ geq", Comparator::kAtLeast},
    {"toi da", Comparator::kAtMost},
    {"nhieu nhat", Comparator::kAtMost},
    {"khong qua", Comparator::kAtMost},
    {"khong vuot qua", Comparator::kAtMost},
    {"khong nhieu hon", Comparator::kAtMost},
    {"≤", Comparator::kAtMost},
    {"< =", Comparator::kAtMost},
    {"\\ leq", Comparator::kAtMost},
    {"it hon", Comparator::kBelow},
    {"thap hon", Comparator::kBelow},
    {"nho hon", Comparator::kBelow},
    {"duoi", Comparator::kBelow},
    {"<", Comparator::kBelow},
    {"tren", Comparator::kAbove},
    {"vuot", Comparator::kAbove},
    {"hon", Comparator::kAbove},
    {">", Comparator::kAbove},
});

constexpr std::array kReached = std::to_array<std::string_view>({"dat", "bang", "khoang", "dam bao", "bao dam", "="});

constexpr std::array kFillers = std::to_array<std::string_view>(
    {"dat", "la", "co", "duoc", "khoang", "binh quan", "tu", "muc", "len", "den", "toi", "them"});

constexpr std::array kVerbs = std::to_array<std::string_view>(
    {"hinh thanh", "xac dinh", "lua chon",    "xay dung",  "to chuc",  "thanh lap", "dao tao",   "phat trien",
     "trien khai", "co",       "hoan thanh",  "ho tro",    "thu hut",  "ban hanh",  "cong bo",   "thi diem",
     "boi duong",  "so hoa",   "tuyen chon",  "uom tao",   "mo",       "ket noi",   "phu song",  "trang bi",
     "duy tri",    "tang",     "giam",        "cat giam",  "rut ngan", "chiem",     "xoa",       "tap huan",
     "cap moi",    "dang ky",  "chuyen giao", "nhan rong", "tao ra",   "huy dong",  "thuc hien", "dau tu"});

constexpr std::array kVerbFillers = std::to_array<std::string_view>({"duoc", "them", "moi", "du"});

// Longer ones before those with which they begin.
constexpr std::array kCounted = std::to_array<std::string_view>({"doanh nghiep",
                                                                 "hop tac xa",
                                                                 "ho kinh doanh",
                                                                 "ho gia dinh",
                                                                 "mo hinh",
                                                                 "bai toan",
                                                                 "sang che",
                                                                 "can bo",
                                                                 "cong chuc",
                                                                 "vien chuc",
                                                                 "nhiem vu",
                                                                 "san pham",
                                                                 "dich vu",
                                                                 "he thong",
                                                                 "nen tang",
                                                                 "hoi nghi",
                                                                 "hoi thao",
                                                                 "don vi",
                                                                 "co quan",
                                                                 "thu tuc",
                                                                 "ho so",
                                                                 "giai phap",
                                                                 "de tai",
                                                                 "du an",
                                                                 "cong trinh",
                                                                 "tai khoan",
                                                                 "chuyen gia",
                                                                 "can nghien cuu",
                                                                 "phong thi nghiem",
                                                                 "thon ban",
                                                                 "truong hoc",
                                                                 "benh vien",
                                                                 "lop",
                                                                 "xa",
                                                                 "phuong",
                                                                 "nguoi",
                                                                 "cuoc",
                                                                 "truong",
                                                                 "hoc vien",
                                                                 "diem",
                                                                 "bac",
                                                                 "luot",
                                                                 "ky",
                                                                 "lan",
                                                                 "thon",
                                                                 "to",
                                                                 "tram",
                                                                 "may",
                                                                 "ho",
                                                                 "khoa",
                                                                 "quy trinh",
                                                                 "bo du lieu",
                                                                 "co so du lieu",
                                                                 "chi tieu",
                                                                 "km",
                                                                 "ha"});

constexpr std::array kMultipliers = std::to_array<std::string_view>({"nghin", "ngan", "trieu", "ty", "ti"});
constexpr std::array kCurrencies = std::to_array<std::string_view>({"dong", "usd", "vnd"});
constexpr std::array kTimes =
    std::to_array<std::string_view>({"nam", "thang", "ngay", "tuan", "gio", "phut", "quy", "tuoi", "cap", "nha"});
// As printed: without their marks they are other words ("để", "đề tài").
constexpr std::array kConnectors = std::to_array<std::string_view>(
    {"và", "vào", "hằng", "hàng", "hoặc", "theo", "so", "nhằm", "để", "năm", "mỗi", "thì", "khi", "trở"});

// How many words of the phrase stand right before `at`; 0: it does not.
std::size_t ends_at(Words words, std::size_t at, std::string_view phrase) {
  std::size_t taken = 0;
  while (!phrase.empty()) {
    const std::size_t space = phrase.rfind(' ');
    const std::string_view last = space == phrase.npos ? phrase : phrase.substr(space + 1);
    if (taken == at || words[at - taken - 1].text != last) return 0;
    ++taken;
    phrase = space == phrase.npos ? std::string_view{} : phrase.substr(0, space);
  }
  return taken;
}

std::size_t begins_at(Words words, std::size_t at, std::string_view phrase) {
  const std::size_t length = 1 + static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' '));
  return at + length <= words.size() && ends_at(words, at + length, phrase) == length ? length : 0;
}

template <class Phrases>
std::size_t any_ends_at(Words words, std::size_t at, const Phrases& phrases) {
  std::size_t longest = 0;
  for (const std::string_view phrase : phrases) longest = std::max(longest, ends_at(words, at, phrase));
  return longest;
}

template <class List>
bool is_one_of(const Word& word, const List& list) {
  return std::find(list.begin(), list.end(), word.text) != list.end();
}

// The longest comparison that ends there: "không dưới" before "dưới".
std::optional<Cue> comparison_before(Words words, std::size_t at) {
  std::optional<Cue> found;
  for (const Phrase& phrase : kComparisons) {
    const std::size_t length = ends_at(words, at, phrase.words);
    if (length > 0 && (!found || at - length < found->begin)) found = Cue{phrase.comparator, at - length};
  }
  return found;
}

// The place before the words that only lead to the number ("đạt", "bình quân khoảng").
std::optional<std::size_t> before_fillers(Words words, std::size_t at) {
  const std::size_t length = any_ends_at(words, at, kFillers);
  return length > 0 ? std::optional(at - length) : std::nullopt;
}

std::optional<Unit> money_at(Words words, std::size_t at) {
  std::size_t end = at;
  if (end < words.size() && is_one_of(words[end], kMultipliers)) ++end;
  if (end < words.size() && is_one_of(words[end], kCurrencies)) ++end;
  return end > at ? std::optional(Unit{end, false, false}) : std::nullopt;
}

std::optional<Unit> bare_unit_at(Words words, std::size_t at) {
  if (at < words.size() && words[at].text == "%") return Unit{at + 1, true, false};
  if (const auto money = money_at(words, at)) return money;
  for (const std::string_view counted : kCounted)
    if (const std::size_t length = begins_at(words, at, counted)) return Unit{at + length, false, true};
  return std::nullopt;
}

// "/năm", "/người" behind a unit.
std::size_t behind_rate(Words words, std::size_t at) {
  const bool rate = at + 1 < words.size() && words[at].text == "/" && !is_mark(words[at + 1]) &&
                    !is_digits(words[at + 1]) && touches_before(words, at + 1);
  return rate ? at + 2 : at;
}

}  // namespace

std::optional<Cue> cue_before(Words words, std::size_t at) {
  std::optional<std::size_t> place = at;
  for (std::size_t i = 0; place && i <= kFillersMax; ++i) {
    if (const auto found = comparison_before(words, *place)) return found;
    place = before_fillers(words, *place);
  }
  const std::size_t length = any_ends_at(words, at, kReached);
  if (length == 0) return std::nullopt;
  return Cue{Comparator::kEqual, at - length};
}

bool verb_before(Words words, std::size_t at) {
  if (any_ends_at(words, at, kVerbs) > 0) return true;
  const std::size_t filler = any_ends_at(words, at, kVerbFillers);
  return filler > 0 && any_ends_at(words, at - filler, kVerbs) > 0;
}

std::optional<Unit> unit_at(Words words, std::size_t at) {
  auto unit = bare_unit_at(words, at);
  if (unit) unit->end = behind_rate(words, unit->end);
  return unit;
}

bool is_time_at(Words words, std::size_t at) {
  return at < words.size() && is_one_of(words[at], kTimes);
}

std::optional<Comparator> cue_behind(Words words, std::size_t& at) {
  if (begins_at(words, at, "tro len") > 0) return at += 2, Comparator::kAtLeast;
  if (begins_at(words, at, "tro xuong") > 0) return at += 2, Comparator::kAtMost;
  return std::nullopt;
}

bool is_connector(const Word& word) {
  return std::find(kConnectors.begin(), kConnectors.end(), word.raw) != kConnectors.end();
}

bool leads_to_number(const Word& word) {
  return is_one_of(word, kFillers) || word.text == "huong";
}

}  // namespace luuvet::measure_text

#include "domain/deadlines/deadline.h"

#include "domain/deadlines/deadline_rhythms.h"
#include "domain/deadlines/deadline_triggers.h"
#include "domain/deadlines/deadline_windows.h"
#include "domain/deadlines/deadline_words.h"

namespace luuvet {
namespace {

using namespace deadline_text;

constexpr std::size_t kWordsMax = 120;  // a longer cell is no deadline

bool is_one_of(std::string_view text, std::string_view marks) {
  return text.size() == 1 && marks.find(text.front()) != marks.npos;
}

Words without_outer_marks(Words words) {
  while (!words.empty() && is_one_of(words.front().text, ":-,;.*+")) words = words.subspan(1);
  while (!words.empty() && is_one_of(words.back().text, ".;,:-")) words = words.first(words.size() - 1);
  return words;
}

// Drops what says nothing about the time: "Thời hạn:", "Hoàn thành".
Words without_lead(Words words) {
  WordCursor cursor(words);
  while (cursor.take_any({"thoi han", "thoi gian", "hoan thanh", "thuc hien", "to chuc", "du kien", "nhiem vu",
                          "cong viec", "xong", "sau do", "ban hanh", "trien khai", "duy tri", "tiep tuc", ":"})) {
  }
  return cursor.rest();
}

// The years printed behind ongoing or recurring work, if any. False if the words are something else.
bool take_bounds(Deadline& deadline, Words words, PlanYears plan) {
  WordCursor cursor(words);
  cursor.take(",");
  if (cursor.done()) return true;
  const auto window = read_window(cursor.rest(), plan);
  if (!window || window->kind == DeadlineKind::kCompound) return false;
  deadline.start = window->start;
  deadline.due = window->due;
  return true;
}

std::optional<Deadline> read_ongoing(Words words, PlanYears plan) {
  Deadline deadline;
  deadline.kind = DeadlineKind::kOngoing;
  WordCursor cursor(words);
  if (!cursor.take_any({"thuong xuyen", "lien tuc", "hang ngay"})) return std::nullopt;
  while (cursor.take_any({", lien tuc", "lien tuc", "va lien tuc", ", hang ngay", "hang ngay"})) {
  }
  return take_bounds(deadline, cursor.rest(), plan) ? std::optional(deadline) : std::nullopt;
}

std::optional<Deadline> read_recurring(Words words, PlanYears plan) {
  Deadline deadline;
  deadline.kind = DeadlineKind::kRecurring;
  WordCursor cursor(words);
  deadline.rhythms = take_rhythms(cursor);
  if (deadline.rhythms.empty() || !take_bounds(deadline, cursor.rest(), plan)) return std::nullopt;
  return deadline;
}

// "Từ năm 2026, hằng năm": the window in front.
std::optional<Deadline> read_window_then_standing(Words words, PlanYears plan) {
  for (std::size_t head = 1; head < words.size(); ++head) {
    const auto window = read_window(words.first(head), plan);
    if (!window || window->kind != DeadlineKind::kFromPeriodOn) continue;
    const Words tail = without_lead(without_outer_marks(words.subspan(head)));
    auto standing = read_recurring(tail, plan);
    if (!standing) standing = read_ongoing(tail, plan);
    if (!standing) continue;
    standing->start = window->start;
    return standing;
  }
  return std::nullopt;
}

std::optional<Deadline> read_simple(Words printed, PlanYears plan) {
  printed = without_outer_marks(printed);
  const Words words = without_lead(printed);
  if (words.empty()) return std::nullopt;
  auto deadline = read_window(words, plan);
  if (!deadline) deadline = read_recurring(words, plan);
  if (!deadline) deadline = read_ongoing(words, plan);
  if (!deadline) deadline = read_window_then_standing(words, plan);
  if (!deadline) deadline = read_trigger(words);
  if (deadline) deadline->text = printed_text(printed);
  return deadline;
}

bool is_separator(const Word& word, bool also_weak) {
  if (is_one_of(word.text, ";()")) return true;
  return also_weak && (is_one_of(word.text, ",+") || word.text == "va" || word.text == "hoac");
}

std::vector<Words> split_pieces(Words words, bool also_weak) {
  std::vector<Words> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (i < words.size() && !is_separator(words[i], also_weak)) continue;
    if (i > begin) pieces.push_back(words.subspan(begin, i - begin));
    begin = i + 1;
  }
  return pieces;
}

std::optional<Deadline> read_compound(Words words, PlanYears plan, bool also_weak) {
  Deadline compound;
  compound.kind = DeadlineKind::kCompound;
  const auto pieces = split_pieces(words, also_weak);
  for (const Words piece : pieces) {
    auto part = read_simple(piece, plan);
    if (!part || part->kind == DeadlineKind::kCompound) return std::nullopt;
    compound.parts.push_back(*std::move(part));
  }
  if (compound.parts.empty() || compound.parts.size() > kDeadlinePartsMax) return std::nullopt;
  return compound.parts.size() == 1 ? std::move(compound.parts.front()) : std::move(compound);
}

Deadline read(Words words, PlanYears plan) {
  if (words.empty() || words.size() > kWordsMax) return {};
  auto deadline = read_simple(words, plan);
  if (!deadline) deadline = read_compound(words, plan, /*also_weak=*/false);
  if (!deadline) deadline = read_compound(words, plan, /*also_weak=*/true);
  return deadline.value_or(Deadline{});
}

}  // namespace

Deadline parse_deadline(std::string_view text, PlanYears plan_years) {
  const auto words = split_words(text);
  Deadline deadline = read(words, plan_years);
  deadline.text = text;
  return deadline;
}

}  // namespace luuvet

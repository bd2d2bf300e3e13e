#include "domain/deadlines/deadline_rhythms.h"

#include <algorithm>

#include "domain/deadlines/deadline_points.h"

namespace luuvet::deadline_text {
namespace {

constexpr int kTimesMax = 366;

// "6 tháng" is half a year; what the enumeration cannot say ("2 năm", "4 tháng") is no rhythm.
std::optional<Every> every(int count, Every unit) {
  const int months = unit == Every::kMonth     ? count
                     : unit == Every::kQuarter ? 3 * count
                     : unit == Every::kYear    ? 12 * count
                                               : 0;
  switch (months) {
    case 1:
      return Every::kMonth;
    case 3:
      return Every::kQuarter;
    case 6:
      return Every::kHalfYear;
    case 12:
      return Every::kYear;
    default:
      return unit == Every::kWeek && count == 1 ? std::optional(unit) : std::nullopt;
  }
}

// "năm", "6 tháng", "nửa năm"
std::optional<Every> take_stretch(WordCursor& cursor) {
  WordCursor ahead = cursor;
  std::optional<Every> result;
  if (ahead.take("nua nam")) {
    result = Every::kHalfYear;
  } else {
    const int count = ahead.take_number(1, 12).value_or(1);
    if (ahead.take("tuan"))
      result = every(count, Every::kWeek);
    else if (ahead.take("thang"))
      result = every(count, Every::kMonth);
    else if (ahead.take("quy"))
      result = every(count, Every::kQuarter);
    else if (ahead.take("nam"))
      result = every(count, Every::kYear);
  }
  if (result) cursor = ahead;
  return result;
}

// "hằng năm", "mỗi 6 tháng", "hằng năm 02 lần", "hằng năm một lần"
std::optional<Rhythm> take_each(WordCursor& cursor) {
  WordCursor ahead = cursor;
  if (!ahead.take_any({"hang", "moi", "theo tung", "tung", "theo"})) return std::nullopt;
  const auto stretch = take_stretch(ahead);
  if (!stretch) return std::nullopt;
  Rhythm rhythm{*stretch, 1};
  cursor = ahead;
  if (ahead.take("mot lan")) {
    cursor = ahead;
  } else if (const auto times = ahead.take_number(1, kTimesMax); times && ahead.take("lan")) {
    rhythm.count = *times;
    cursor = ahead;
  }
  return rhythm;
}

// "02 lần/năm", "1 lần mỗi quý", "một lần trong năm"
std::optional<Rhythm> take_times(WordCursor& cursor) {
  WordCursor ahead = cursor;
  const auto times = ahead.take("mot") ? std::optional(1) : ahead.take_number(1, kTimesMax);
  if (!times || !ahead.take("lan")) return std::nullopt;
  if (!ahead.take_any({"/", "mot", "moi", "hang", "trong mot", "trong"})) return std::nullopt;
  const auto stretch = take_stretch(ahead);
  if (!stretch) return std::nullopt;
  cursor = ahead;
  return Rhythm{*stretch, *times};
}

// "6 tháng/lần", "03 tháng một lần", "quý/lần"
std::optional<Rhythm> take_stretch_a_time(WordCursor& cursor) {
  WordCursor ahead = cursor;
  const auto stretch = take_stretch(ahead);
  if (!stretch) return std::nullopt;
  ahead.take("/");
  if (!ahead.take("mot")) ahead.take_number(1, 1);
  if (!ahead.take("lan")) return std::nullopt;
  cursor = ahead;
  return Rhythm{*stretch, 1};
}

// "Định kỳ" and the like; what is done does not change the rhythm. True if a bare stretch may follow.
bool skip_lead(WordCursor& cursor) {
  bool periodic = false;
  while (!cursor.done()) {
    if (cursor.take_any({"dinh ky", "dinh ki", "thuong ky"}))
      periodic = true;
    else if (!cursor.take_any({"cap nhat", "bo sung", "thuc hien", "to chuc", "bao cao", "duy tri", "ra soat",
                               "danh gia", "trien khai", "it nhat", "toi thieu", ":"}))
      return periodic;
  }
  return periodic;
}

// "trước ngày 25" of "trước ngày 25 hằng tháng", "Quý IV" of "Quý IV hằng năm": the place within the period stays in
// the text only.
void skip_place_within(WordCursor& cursor) {
  WordCursor ahead = cursor;
  ahead.take_any({"truoc", "den", "vao", "cham nhat"});
  WordCursor behind_day = ahead;
  if (const auto point = take_point(ahead)) {
    if (point->year) return;
  } else if (behind_day.take("ngay") && behind_day.take_number(1, 31)) {
    ahead = behind_day;
  } else {
    return;
  }
  const Word* next = ahead.peek();
  if (next && (next->text == "hang" || next->text == "moi")) cursor = ahead;
}

std::optional<Rhythm> take_rhythm(WordCursor& cursor, bool bare_allowed) {
  auto rhythm = take_each(cursor);
  if (!rhythm) rhythm = take_times(cursor);
  if (!rhythm) rhythm = take_stretch_a_time(cursor);
  if (!rhythm && bare_allowed)
    if (const auto stretch = take_stretch(cursor)) rhythm = Rhythm{*stretch, 1};
  return rhythm;
}

}  // namespace

std::vector<Rhythm> take_rhythms(WordCursor& cursor) {
  std::vector<Rhythm> rhythms;
  WordCursor ahead = cursor;
  bool bare_allowed = skip_lead(ahead);
  while (true) {
    skip_place_within(ahead);
    const auto rhythm = take_rhythm(ahead, bare_allowed);
    if (!rhythm) break;
    const bool known =
        std::any_of(rhythms.begin(), rhythms.end(), [&](const Rhythm& r) { return r.every == rhythm->every; });
    if (!known) rhythms.push_back(*rhythm);
    cursor = ahead;
    if (!ahead.take_any({", va", ",", "va", ";", "hoac", "/", "-"})) break;
    bare_allowed = true;
    skip_lead(ahead);
  }
  return rhythms;
}

}  // namespace luuvet::deadline_text

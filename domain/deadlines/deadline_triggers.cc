#include "domain/deadlines/deadline_triggers.h"

#include <algorithm>
#include <array>

namespace luuvet::deadline_text {
namespace {

// "mỗi" (each) and "mới" (new) are one word without marks, so this one is told by its letters, composed or not.
bool is_each(std::string_view raw) {
  constexpr std::array<std::string_view, 6> kEach{
      "mỗi", "Mỗi", "MỖI", "mo\u0302\u0303i", "Mo\u0302\u0303i", "MO\u0302\u0303I"};
  return std::find(kEach.begin(), kEach.end(), raw) != kEach.end();
}

// What is waited for comes again and again: each of several, or papers and events in the plural.
bool is_repeated(Words words) {
  for (WordCursor at(words); !at.done(); at.skip(1)) {
    if (is_each(at.peek()->raw)) return true;
    WordCursor ahead = at;
    if (ahead.take_any({"tung", "tuy theo", "tuy thuoc", "theo tien do cua cac", "theo van ban giao nhiem vu"}))
      return true;
    if (ahead.take_any({"cac", "nhung"}) && ahead.take_any({"chi dao", "van ban", "huong dan", "yeu cau", "de nghi",
                                                            "cuoc", "dot", "su kien", "luat", "nghi quyet"}))
      return true;
  }
  return false;
}

bool take_opening(WordCursor& cursor) {
  if (cursor.take_any({"ngay sau", "ngay khi", "sau", "khi", "can cu", "tuy theo", "tuy thuoc", "phu thuoc"}))
    return !cursor.done();
  return cursor.take("theo") &&
         cursor.take_any({"huong dan", "chi dao", "yeu cau", "tien do", "lo trinh", "ke hoach", "chuong trinh",
                          "van ban", "de nghi", "thong bao", "phan cong", "thoi diem", "tinh hinh", "su chi dao",
                          "y kien chi dao", "nhiem vu duoc giao"});
}

// Working days as the calendar days that they span at most: 5 of them are a week.
int calendar_days(int working_days) {
  return working_days + 2 * ((working_days + 4) / 5);
}

// "10 ngày", "02 tuần", "1 tháng", "05 ngày làm việc"
std::optional<int> take_days(WordCursor& cursor) {
  WordCursor ahead = cursor;
  const auto count = ahead.take_number(1, 999);
  if (!count) return std::nullopt;
  int days = *count;
  if (ahead.take("tuan"))
    days *= 7;
  else if (ahead.take("thang"))
    days *= 30;
  else if (!ahead.take("ngay"))
    return std::nullopt;
  else if (ahead.take("lam viec"))
    days = calendar_days(days);
  cursor = ahead;
  return days;
}

// "Chậm nhất 10 ngày sau khi ...", "Trong vòng 05 ngày kể từ ...", "Sau 07 ngày kể từ khi ..."
std::optional<int> take_days_after(WordCursor& cursor) {
  while (cursor.take_any(
      {"cham nhat", "muon nhat", "trong vong", "trong thoi han", "trong", "toi da", "khong qua", "la", "sau"})) {
  }
  const auto days = take_days(cursor);
  const bool counted =
      cursor.take_any({"sau khi", "sau", "ke tu khi", "ke tu ngay", "ke tu", "tu khi", "tu ngay", "khi"});
  return days && counted && !cursor.done() ? days : std::nullopt;
}

}  // namespace

std::optional<Deadline> read_trigger(Words words) {
  Deadline deadline;
  Trigger trigger;
  trigger.repeat = is_repeated(words) ? Repeat::kEachTime : Repeat::kOnce;
  WordCursor counted(words);
  WordCursor opened(words);
  if (const auto days = take_days_after(counted)) {
    if (counted.peek()->number >= 0) return std::nullopt;  // "10 ngày kể từ ngày 01/7/2026" hangs on nothing
    deadline.kind = DeadlineKind::kDaysAfterTrigger;
    trigger.days = *days;
  } else if (take_opening(opened)) {
    deadline.kind = DeadlineKind::kTriggered;
  } else {
    return std::nullopt;
  }
  deadline.trigger = trigger;
  return deadline;
}

}  // namespace luuvet::deadline_text

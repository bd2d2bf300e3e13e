#include "domain/deadlines/deadline_points.h"

#include <array>

namespace luuvet::deadline_text {
namespace {

std::optional<int> take_year(WordCursor& cursor) {
  return cursor.take_number(kYearMin, kYearMax);
}

// "/2026", " năm 2026", "-2026" behind a day, month or quarter.
std::optional<int> take_year_behind(WordCursor& cursor) {
  WordCursor ahead = cursor;
  if (!ahead.take_any({"/", "-", "nam", "cua nam", "trong nam", ". nam", ", nam"})) return std::nullopt;
  const auto year = take_year(ahead);
  if (year) cursor = ahead;
  return year;
}

// "30/4", "30/4/2026", "30.4.2026"; a dash stands for ranges only.
std::optional<Point> take_day_in_figures(WordCursor& cursor) {
  WordCursor ahead = cursor;
  Point point{Unit::kDay, 0, 0, std::nullopt};
  const auto day = ahead.take_number(1, 31);
  if (!day) return std::nullopt;
  const bool with_dots = !ahead.take("/");
  if (with_dots && !ahead.take(".")) return std::nullopt;
  const auto month = ahead.take_number(1, 12);
  if (!month) return std::nullopt;
  if (with_dots && !ahead.take(".")) return std::nullopt;
  point.day = *day;
  point.index = *month;
  point.year = with_dots ? take_year(ahead) : take_year_behind(ahead);
  if (with_dots && !point.year) return std::nullopt;
  cursor = ahead;
  return point;
}

// "30 tháng 4 năm 2026"
std::optional<Point> take_day_in_words(WordCursor& cursor) {
  WordCursor ahead = cursor;
  const auto day = ahead.take_number(1, 31);
  if (!day || !ahead.take("thang")) return std::nullopt;
  const auto month = ahead.take_number(1, 12);
  if (!month) return std::nullopt;
  const auto year = take_year_behind(ahead);
  cursor = ahead;
  return Point{Unit::kDay, *day, *month, year};
}

std::optional<Point> take_day(WordCursor& cursor) {
  WordCursor ahead = cursor;
  ahead.take("ngay");
  auto point = take_day_in_figures(ahead);
  if (!point) point = take_day_in_words(ahead);
  if (point) cursor = ahead;
  return point;
}

std::optional<int> take_quarter_number(WordCursor& cursor) {
  constexpr std::array<std::string_view, 4> kRoman{"i", "ii", "iii", "iv"};
  for (std::size_t i = 0; i < kRoman.size(); ++i)
    if (cursor.take(kRoman[i])) return static_cast<int>(i) + 1;
  return cursor.take_number(1, 4);
}

std::optional<int> take_index(WordCursor& cursor, Unit unit) {
  return unit == Unit::kQuarter ? take_quarter_number(cursor) : cursor.take_number(1, 12);
}

std::optional<Point> take_month_or_quarter(WordCursor& cursor, Unit unit) {
  WordCursor ahead = cursor;
  const bool named = unit == Unit::kQuarter ? ahead.take_any({"quy", "q"}) : ahead.take_any({"thang", "t"});
  if (!named) return std::nullopt;
  const auto index = take_index(ahead, unit);
  if (!index) return std::nullopt;
  cursor = ahead;
  return Point{unit, 0, *index, take_year_behind(cursor)};
}

// "3/2025": a month without its name.
std::optional<Point> take_month_in_figures(WordCursor& cursor) {
  WordCursor ahead = cursor;
  const auto month = ahead.take_number(1, 12);
  if (!month || !ahead.take("/")) return std::nullopt;
  const auto year = take_year(ahead);
  if (!year) return std::nullopt;
  cursor = ahead;
  return Point{Unit::kMonth, 0, *month, year};
}

std::optional<Point> take_whole_year(WordCursor& cursor) {
  WordCursor ahead = cursor;
  ahead.take("nam");
  const auto year = take_year(ahead);
  if (!year) return std::nullopt;
  cursor = ahead;
  return Point{Unit::kYear, 0, 0, year};
}

std::optional<Point> take_bare(WordCursor& cursor, const Point& after) {
  if (after.unit != Unit::kMonth && after.unit != Unit::kQuarter) return std::nullopt;
  const auto index = take_index(cursor, after.unit);
  if (!index) return std::nullopt;
  return Point{after.unit, 0, *index, take_year_behind(cursor)};
}

Period months_of(Unit unit, int year, int first_month, int months) {
  const int last_month = first_month + months - 1;
  return {unit, date_from_civil({year, first_month, 1}),
          date_from_civil({year, last_month, days_in_month(year, last_month)})};
}

}  // namespace

std::optional<Point> take_point(WordCursor& cursor, const Point* after) {
  auto point = take_day(cursor);
  if (!point) point = take_month_or_quarter(cursor, Unit::kMonth);
  if (!point) point = take_month_or_quarter(cursor, Unit::kQuarter);
  if (!point && after && !after->year) point = take_bare(cursor, *after);
  if (!point) point = take_month_in_figures(cursor);
  if (!point) point = take_whole_year(cursor);
  return point;
}

std::optional<Period> resolve(const Point& point, std::optional<int> year_if_missing) {
  const auto year = point.year ? point.year : year_if_missing;
  if (!year) return std::nullopt;
  switch (point.unit) {
    case Unit::kDay: {
      if (point.day > days_in_month(*year, point.index)) return std::nullopt;
      const Date day = date_from_civil({*year, point.index, point.day});
      return Period{Unit::kDay, day, day};
    }
    case Unit::kMonth:
      return months_of(point.unit, *year, point.index, 1);
    case Unit::kQuarter:
      return months_of(point.unit, *year, point.index * 3 - 2, 3);
    case Unit::kYear:
      return months_of(point.unit, *year, 1, 12);
  }
  return std::nullopt;
}

}  // namespace luuvet::deadline_text

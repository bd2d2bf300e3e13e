// Single places in time as the plans print them: "30/4/2026", "Tháng 10/2026", "Qúy II", "năm 2026".
#pragma once

#include <optional>

#include "domain/base/time.h"
#include "domain/deadlines/deadline_words.h"

namespace luuvet::deadline_text {

// Numbers beyond these are no years.
inline constexpr int kYearMin = 2000;
inline constexpr int kYearMax = 2100;

enum class Unit { kDay, kMonth, kQuarter, kYear };

// As printed; the year may be missing.
struct Point {
  Unit unit = Unit::kYear;
  int day = 0;    // kDay
  int index = 0;  // month of kDay and kMonth, quarter of kQuarter
  std::optional<int> year;
};

// A point with its year: first and last day.
struct Period {
  Unit unit = Unit::kYear;
  Date first;
  Date last;
};

// `after`: the point before it in a range or list. If that has no year yet, a bare number takes over its unit ("Tháng
// 6-12/2026", "Quý II-III/2026").
std::optional<Point> take_point(WordCursor& cursor, const Point* after = nullptr);

// None when there is no such day ("31/4/2026"), or no year, neither printed nor given.
std::optional<Period> resolve(const Point& point, std::optional<int> year_if_missing);

}  // namespace luuvet::deadline_text

#include "domain/deadlines/reporting_period.h"

#include <algorithm>

namespace luuvet {
namespace {

constexpr int kYearMin = 1900;
constexpr int kYearMax = 2999;
constexpr std::int32_t kMondayOffset = 3;  // 1970-01-01 was a Thursday

DateRange months(int year, int first_month, int count) {
  const int last_month = first_month + count - 1;
  return {date_from_civil({year, first_month, 1}),
          date_from_civil({year, last_month, days_in_month(year, last_month)})};
}

DateRange week_of(Date date) {
  const std::int32_t weekday = ((date.days + kMondayOffset) % 7 + 7) % 7;
  return {Date{date.days - weekday}, Date{date.days - weekday + 6}};
}

// Months in the period; 0 for a week.
int months_in(Every every) {
  switch (every) {
    case Every::kWeek:
      return 0;
    case Every::kMonth:
      return 1;
    case Every::kQuarter:
      return 3;
    case Every::kHalfYear:
      return 6;
    case Every::kYear:
      return 12;
  }
  return 0;
}

// Value of digits only, or -1.
int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return digits.empty() ? -1 : value;
}

}  // namespace

DateRange calendar_period(Every every, Date date) {
  const int count = months_in(every);
  if (count == 0) return week_of(date);
  const CivilDate civil = civil_from_date(date);
  return months(civil.year, (civil.month - 1) / count * count + 1, count);
}

std::optional<DateRange> parse_period(std::string_view id) {
  const int year = number(id.substr(0, 4));
  if (id.size() < 4 || year < kYearMin || year > kYearMax) return std::nullopt;
  const std::string_view part = id.substr(4);
  if (part.empty()) return months(year, 1, 12);
  if (part.size() != 3 || part[0] != '-') return std::nullopt;
  const bool is_month = part[1] == '0' || part[1] == '1';
  const int index = number(part.substr(is_month ? 1 : 2));
  if (is_month && index >= 1 && index <= 12) return months(year, index, 1);
  if (part[1] == 'q' && index >= 1 && index <= 4) return months(year, index * 3 - 2, 3);
  if (part[1] == 'h' && index >= 1 && index <= 2) return months(year, index * 6 - 5, 6);
  return std::nullopt;
}

}  // namespace luuvet

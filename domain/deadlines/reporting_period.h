// Reporting periods on the calendar: weeks, months, quarters, half-years, years.
#pragma once

#include <optional>
#include <string_view>

#include "domain/base/time.h"
#include "domain/deadlines/deadline.h"

namespace luuvet {

// First and last day, both included.
struct DateRange {
  Date first;
  Date last;
  bool contains(Date date) const { return first <= date && date <= last; }
  bool contains(const DateRange& other) const { return contains(other.first) && contains(other.last); }
  bool operator==(const DateRange&) const = default;
};

// The period in which the day lies; weeks run from Monday.
DateRange calendar_period(Every every, Date date);

// "2026-04", "2026-q2", "2026-h1", "2026"; none for anything else.
std::optional<DateRange> parse_period(std::string_view id);

}  // namespace luuvet

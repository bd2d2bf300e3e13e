// Moments and days. Days are Vietnam's (UTC+7, no daylight saving); moments are UTC milliseconds.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace luuvet {

// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;
};

// A civil day, kept as days since 1970-01-01 (proleptic Gregorian).
struct Date {
  std::int32_t days = 0;
  auto operator<=>(const Date&) const = default;
};

struct CivilDate {
  int year;
  int month;  // 1..12
  int day;    // 1..31
};

Date date_from_civil(CivilDate civil);  // `civil` must be a real day
CivilDate civil_from_date(Date date);
int days_in_month(int year, int month);
Date vietnam_date(Instant instant);
Instant start_of_day(Date date);  // 00:00 in Vietnam

std::optional<Date> parse_date(std::string_view text);        // "2026-03-31"; years 1900..2999
std::optional<Instant> parse_instant(std::string_view text);  // RFC 3339 with Z or offset, up to milliseconds
std::string to_string(Date date);                             // "2026-03-31"
std::string to_string(Instant instant);                       // "2026-03-31T02:15:00.123Z"

}  // namespace luuvet

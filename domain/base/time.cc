#include "domain/base/time.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace luuvet {
namespace {

constexpr std::int64_t kMsPerSecond = 1'000;
constexpr std::int64_t kMsPerMinute = 60 * kMsPerSecond;
constexpr std::int64_t kMsPerDay = 24 * 60 * kMsPerMinute;
constexpr std::int64_t kVietnamOffsetMs = 7 * 60 * kMsPerMinute;
constexpr int kYearMin = 1900;
constexpr int kYearMax = 2999;

// Calendars run the same way before 1970: rounds down, where / rounds toward zero.
constexpr std::int64_t floor_div(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

std::chrono::year_month_day to_chrono(CivilDate civil) {
  return std::chrono::year{civil.year} / static_cast<int>(civil.month) / static_cast<int>(civil.day);
}

// Takes fixed-width parts off the front of a text; once one did not fit, all that follow fail too.
class PartReader {
 public:
  explicit PartReader(std::string_view text) : rest_(text) {}

  // Exactly `width` digits.
  int digits(std::size_t width) {
    int value = 0;
    for (std::size_t i = 0; i < width; ++i) {
      if (i >= rest_.size() || rest_[i] < '0' || rest_[i] > '9') return fail();
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(width);
    return value;
  }
  // One of `choices`.
  char one_of(std::string_view choices) {
    if (rest_.empty() || choices.find(rest_.front()) == choices.npos) return static_cast<char>(fail());
    const char taken = rest_.front();
    rest_.remove_prefix(1);
    return taken;
  }
  bool next_is(char c) const { return !rest_.empty() && rest_.front() == c; }
  std::size_t digits_ahead() const {
    const std::size_t end = rest_.find_first_not_of("0123456789");
    return end == rest_.npos ? rest_.size() : end;
  }
  bool ok() const { return ok_; }
  bool ended() const { return ok_ && rest_.empty(); }
  int fail() {
    ok_ = false;
    rest_ = {};
    return 0;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

std::optional<Date> read_date(PartReader& reader) {
  CivilDate civil{};
  civil.year = reader.digits(4);
  reader.one_of("-");
  civil.month = reader.digits(2);
  reader.one_of("-");
  civil.day = reader.digits(2);
  if (!reader.ok() || civil.year < kYearMin || civil.year > kYearMax || !to_chrono(civil).ok()) return std::nullopt;
  return date_from_civil(civil);
}

std::int64_t read_fraction_ms(PartReader& reader) {
  if (!reader.next_is('.')) return 0;
  reader.one_of(".");
  switch (reader.digits_ahead()) {
    case 1:
      return reader.digits(1) * 100;
    case 2:
      return reader.digits(2) * 10;
    case 3:
      return reader.digits(3);
    default:
      return reader.fail();
  }
}

std::int64_t read_time_of_day_ms(PartReader& reader) {
  const int hour = reader.digits(2);
  reader.one_of(":");
  const int minute = reader.digits(2);
  reader.one_of(":");
  const int second = reader.digits(2);
  if (hour > 23 || minute > 59 || second > 59) return reader.fail();
  return (hour * 60 + minute) * kMsPerMinute + second * kMsPerSecond + read_fraction_ms(reader);
}

std::int64_t read_offset_ms(PartReader& reader) {
  const char sign = reader.one_of("Zz+-");
  if (sign != '+' && sign != '-') return 0;
  const int hour = reader.digits(2);
  reader.one_of(":");
  const int minute = reader.digits(2);
  if (hour > 23 || minute > 59) return reader.fail();
  const std::int64_t ms = (hour * 60 + minute) * kMsPerMinute;
  return sign == '-' ? -ms : ms;
}

}  // namespace

Date date_from_civil(CivilDate civil) {
  const auto days = std::chrono::sys_days{to_chrono(civil)}.time_since_epoch().count();
  return Date{static_cast<std::int32_t>(days)};
}

CivilDate civil_from_date(Date date) {
  const std::chrono::year_month_day civil{std::chrono::sys_days{std::chrono::days{date.days}}};
  return {int{civil.year()}, static_cast<int>(unsigned{civil.month()}), static_cast<int>(unsigned{civil.day()})};
}

int days_in_month(int year, int month) {
  const auto last = std::chrono::year{year} / month / std::chrono::last;
  return static_cast<int>(unsigned{last.day()});
}

Date vietnam_date(Instant instant) {
  return Date{static_cast<std::int32_t>(floor_div(instant.ms + kVietnamOffsetMs, kMsPerDay))};
}

Instant start_of_day(Date date) {
  return Instant{date.days * kMsPerDay - kVietnamOffsetMs};
}

std::optional<Date> parse_date(std::string_view text) {
  PartReader reader(text);
  const auto date = read_date(reader);
  return reader.ended() ? date : std::nullopt;
}

std::optional<Instant> parse_instant(std::string_view text) {
  PartReader reader(text);
  const auto date = read_date(reader);
  reader.one_of("Tt");
  const std::int64_t time_of_day = read_time_of_day_ms(reader);
  const std::int64_t offset = read_offset_ms(reader);
  if (!date || !reader.ended()) return std::nullopt;
  return Instant{date->days * kMsPerDay + time_of_day - offset};
}

std::string to_string(Date date) {
  const CivilDate civil = civil_from_date(date);
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", civil.year, civil.month, civil.day);
  return buffer.data();
}

std::string to_string(Instant instant) {
  const std::int64_t days = floor_div(instant.ms, kMsPerDay);
  const int ms = static_cast<int>(instant.ms - days * kMsPerDay);
  const int seconds = ms / 1'000;
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d.%03dZ", seconds / 3'600, seconds / 60 % 60, seconds % 60,
                ms % 1'000);
  return to_string(Date{static_cast<std::int32_t>(days)}) + buffer.data();
}

}  // namespace luuvet

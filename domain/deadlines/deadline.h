// Deadlines as the plans write them. Most are not dates: the text as printed, its kind, and the window that follows
// from both.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/time.h"

namespace luuvet {

enum class DeadlineKind : std::uint8_t {
  kDate,        // "đến ngày 30/6/2026", "31/12/2026": due on the day
  kBeforeDate,  // "trước ngày 30/4/2026": due the day before
  kMonth,
  kMonthRange,
  kQuarter,
  kQuarterRange,
  kYear,
  kYearRange,
  kFromPeriodOn,      // "Từ Quý I/2026": a start, no end
  kOngoing,           // "Thường xuyên"
  kRecurring,         // "Hằng năm", "Định kỳ 6 tháng, hằng năm": rhythms
  kTriggered,         // "Theo hướng dẫn của Bộ Công an", "Ngay sau mỗi cuộc thi"
  kDaysAfterTrigger,  // "10 ngày sau khi có hướng dẫn": calendar days
  kCompound,          // several of these: `parts`
  kNone,              // nothing printed
};
BOOST_DESCRIBE_ENUM(DeadlineKind, kDate, kBeforeDate, kMonth, kMonthRange, kQuarter, kQuarterRange, kYear, kYearRange,
                    kFromPeriodOn, kOngoing, kRecurring, kTriggered, kDaysAfterTrigger, kCompound, kNone)

enum class Every : std::uint8_t { kWeek, kMonth, kQuarter, kHalfYear, kYear };
BOOST_DESCRIBE_ENUM(Every, kWeek, kMonth, kQuarter, kHalfYear, kYear)

struct Rhythm {
  Every every = Every::kYear;
  std::int64_t count = 1;  // times per such period
  bool operator==(const Rhythm&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rhythm, (), (every, count))

enum class Repeat : std::uint8_t { kOnce, kEachTime };
BOOST_DESCRIBE_ENUM(Repeat, kOnce, kEachTime)

struct Trigger {
  Repeat repeat = Repeat::kOnce;
  std::optional<std::int64_t> days;  // kDaysAfterTrigger: days from the trigger to the due day
  bool operator==(const Trigger&) const = default;
};
BOOST_DESCRIBE_STRUCT(Trigger, (), (repeat, days))

struct Deadline {
  std::string text;  // as printed; "" with kNone
  DeadlineKind kind = DeadlineKind::kNone;
  std::optional<Date> start;  // first and last day of the window, where the kind has them
  std::optional<Date> due;
  std::vector<Rhythm> rhythms;     // kRecurring
  std::optional<Trigger> trigger;  // kTriggered, kDaysAfterTrigger
  std::vector<Deadline> parts;     // kCompound: without parts of their own
  bool operator==(const Deadline&) const = default;
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (text, kind, start, due, rhythms, trigger, parts))

// Reads a printed deadline; `plan_years` completes texts without a year ("Quý II" in a plan for 2026; "2026 - 2030" for
// "Giai đoạn"). A text that fits no rule is kNone with its text kept: a person says then what it means.
struct PlanYears {
  int from;
  int to;
};
Deadline parse_deadline(std::string_view text, PlanYears plan_years);

inline constexpr std::size_t kDeadlinePartsMax = 12;

// What is wrong with a deadline that a person entered, if anything: its kind and the members present must fit (SPEC,
// rules D..).
struct DeadlineFault {
  std::string_view rule;  // "D21"
  std::string_view vi;    // one sentence; literals, as all three
  std::string_view en;
};
std::optional<DeadlineFault> find_deadline_fault(const Deadline& deadline);
// The same, its Vietnamese sentence only.
std::optional<std::string> deadline_fault(const Deadline& deadline);

}  // namespace luuvet

#include <algorithm>
#include <array>

#include "domain/deadlines/deadline.h"
#include "domain/deadlines/reporting_period.h"

namespace luuvet {
namespace {

constexpr std::int64_t kTimesMax = 366;
constexpr std::int64_t kDaysMax = 3'660;

using Fault = std::optional<DeadlineFault>;

bool is_dated(DeadlineKind kind) {
  return kind <= DeadlineKind::kYearRange;
}
bool is_standing(DeadlineKind kind) {
  return kind == DeadlineKind::kOngoing || kind == DeadlineKind::kRecurring;
}
bool hangs_on_trigger(DeadlineKind kind) {
  return kind == DeadlineKind::kTriggered || kind == DeadlineKind::kDaysAfterTrigger;
}

// The period to whose first and last day the window must keep; none for kinds with free days.
std::optional<Every> calendar_unit(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::kMonth:
    case DeadlineKind::kMonthRange:
      return Every::kMonth;
    case DeadlineKind::kQuarter:
    case DeadlineKind::kQuarterRange:
      return Every::kQuarter;
    case DeadlineKind::kYear:
    case DeadlineKind::kYearRange:
      return Every::kYear;
    default:
      return std::nullopt;
  }
}

Fault window_presence_fault(const Deadline& deadline) {
  if (is_dated(deadline.kind) && !deadline.due)
    return DeadlineFault{"D21", "Thời hạn có ngày phải có ngày đến hạn.", "A dated deadline needs its due day."};
  if (deadline.kind == DeadlineKind::kFromPeriodOn && (!deadline.start || deadline.due))
    return DeadlineFault{"D22", "Thời hạn \"từ ... trở đi\" có ngày bắt đầu và không có ngày đến hạn.",
                         "A deadline \"from ... on\" has a start and no due day."};
  const bool may_have_window =
      is_dated(deadline.kind) || is_standing(deadline.kind) || deadline.kind == DeadlineKind::kFromPeriodOn;
  if (!may_have_window && (deadline.start || deadline.due))
    return DeadlineFault{"D23", "Loại thời hạn này không có ngày bắt đầu và ngày đến hạn riêng.",
                         "This kind of deadline has no start and due day of its own."};
  return std::nullopt;
}

Fault window_order_fault(const Deadline& deadline) {
  if (deadline.start && deadline.due && *deadline.start > *deadline.due)
    return DeadlineFault{"D24", "Ngày bắt đầu phải không sau ngày đến hạn.",
                         "The start must not be after the due day."};
  const auto unit = calendar_unit(deadline.kind);
  if (!unit) return std::nullopt;
  const DateRange last = calendar_period(*unit, *deadline.due);
  const bool is_single = deadline.kind == DeadlineKind::kMonth || deadline.kind == DeadlineKind::kQuarter ||
                         deadline.kind == DeadlineKind::kYear;
  const bool start_fits =
      !deadline.start ||
      (is_single ? *deadline.start == last.first : *deadline.start == calendar_period(*unit, *deadline.start).first);
  if (*deadline.due == last.last && start_fits) return std::nullopt;
  return DeadlineFault{"D25", "Ngày bắt đầu và ngày đến hạn phải là ngày đầu và ngày cuối của tháng, quý hoặc năm.",
                       "Start and due must be the first and last day of the month, quarter or year."};
}

bool has_duplicate(const std::vector<Rhythm>& rhythms) {
  for (std::size_t i = 1; i < rhythms.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (rhythms[i].every == rhythms[j].every) return true;
  return false;
}

Fault rhythm_fault(const Deadline& deadline) {
  if ((deadline.kind == DeadlineKind::kRecurring) == deadline.rhythms.empty())
    return DeadlineFault{"D26",
                         "Thời hạn định kỳ, và chỉ thời hạn định kỳ, phải có nhịp (tuần, tháng, quý, 6 tháng, năm).",
                         "A recurring deadline, and no other, needs rhythms."};
  const bool counts_fit = std::all_of(deadline.rhythms.begin(), deadline.rhythms.end(),
                                      [](const Rhythm& r) { return r.count >= 1 && r.count <= kTimesMax; });
  if (counts_fit && !has_duplicate(deadline.rhythms)) return std::nullopt;
  return DeadlineFault{"D27", "Mỗi nhịp chỉ ghi một lần, với số lần từ 1 đến 366.",
                       "Each rhythm stands once, with a count from 1 to 366."};
}

Fault trigger_fault(const Deadline& deadline) {
  if (hangs_on_trigger(deadline.kind) != deadline.trigger.has_value())
    return DeadlineFault{"D28", "Thời hạn theo điều kiện phát sinh, và chỉ thời hạn đó, phải có điều kiện.",
                         "A triggered deadline, and no other, needs its trigger."};
  if (!deadline.trigger) return std::nullopt;
  const auto& days = deadline.trigger->days;
  if (deadline.kind == DeadlineKind::kTriggered ? !days : days && *days >= 1 && *days <= kDaysMax) return std::nullopt;
  return DeadlineFault{"D29", "Số ngày sau khi phát sinh (1 đến 3660) chỉ có ở loại \"... ngày sau khi\".",
                       "Days after the trigger (1 to 3660) belong to that kind only."};
}

Fault own_fault(const Deadline& deadline) {
  Fault fault = window_presence_fault(deadline);
  if (!fault) fault = window_order_fault(deadline);
  if (!fault) fault = rhythm_fault(deadline);
  if (!fault) fault = trigger_fault(deadline);
  return fault;
}

Fault parts_fault(const Deadline& deadline) {
  const bool is_compound = deadline.kind == DeadlineKind::kCompound;
  const std::size_t count = deadline.parts.size();
  if (is_compound ? count < 2 || count > kDeadlinePartsMax : count > 0)
    return DeadlineFault{"D30", "Thời hạn gồm nhiều phần, và chỉ thời hạn đó, có từ 2 đến 12 phần.",
                         "A compound deadline, and no other, has 2 to 12 parts."};
  for (const Deadline& part : deadline.parts) {
    if (part.kind == DeadlineKind::kCompound || part.kind == DeadlineKind::kNone || !part.parts.empty())
      return DeadlineFault{"D31", "Mỗi phần phải có loại thời hạn và không chia tiếp thành phần.",
                           "A part has a kind of its own and no parts."};
    if (auto fault = own_fault(part)) return fault;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DeadlineFault> find_deadline_fault(const Deadline& deadline) {
  auto fault = own_fault(deadline);
  return fault ? fault : parts_fault(deadline);
}

std::optional<std::string> deadline_fault(const Deadline& deadline) {
  const auto fault = find_deadline_fault(deadline);
  return fault ? std::optional(std::string(fault->vi)) : std::nullopt;
}

}  // namespace luuvet

#include "domain/deadlines/deadline_windows.h"

#include <algorithm>

namespace luuvet::deadline_text {
namespace {

constexpr int kPlanYearMin = 1900;
constexpr int kPlanYearMax = 2999;

Deadline window(DeadlineKind kind, std::optional<Date> start, std::optional<Date> due) {
  Deadline deadline;
  deadline.kind = kind;
  deadline.start = start;
  deadline.due = due;
  return deadline;
}

Deadline single(const Period& period) {
  switch (period.unit) {
    case Unit::kDay:
      return window(DeadlineKind::kDate, std::nullopt, period.last);
    case Unit::kMonth:
      return window(DeadlineKind::kMonth, period.first, period.last);
    case Unit::kQuarter:
      return window(DeadlineKind::kQuarter, period.first, period.last);
    case Unit::kYear:
      break;
  }
  return window(DeadlineKind::kYear, period.first, period.last);
}

DeadlineKind range_kind(Unit finest) {
  switch (finest) {
    case Unit::kDay:
      return DeadlineKind::kDate;
    case Unit::kMonth:
      return DeadlineKind::kMonthRange;
    case Unit::kQuarter:
      return DeadlineKind::kQuarterRange;
    case Unit::kYear:
      break;
  }
  return DeadlineKind::kYearRange;
}

// A range with the kind of its finer end; none when it runs backwards.
std::optional<Deadline> range(const Period& from, const Period& to) {
  if (from.first == to.first && from.last == to.last) return single(to);
  if (from.first > to.last) return std::nullopt;
  return window(range_kind(std::min(from.unit, to.unit)), from.first, to.last);
}

std::optional<Period> take_period(WordCursor& cursor, PlanYears plan) {
  const auto point = take_point(cursor);
  return point ? resolve(*point, only_year(plan)) : std::nullopt;
}

// "trước ngày 30/4/2026", "xong trước quý III/2026"
std::optional<Deadline> read_before(Words words, PlanYears plan) {
  WordCursor cursor(words);
  cursor.take_any({"cham nhat", "muon nhat", "xong"});
  if (!cursor.take("truoc")) return std::nullopt;
  const auto period = take_period(cursor, plan);
  if (!period || !cursor.done()) return std::nullopt;
  return window(DeadlineKind::kBeforeDate, std::nullopt, Date{period->first.days - 1});
}

// "đến ngày 30/6/2026", "đến hết tháng 6", "chậm nhất là quý II", "từ nay đến hết năm 2026"
std::optional<Deadline> read_until(Words words, PlanYears plan) {
  WordCursor cursor(words);
  if (!cursor.take_any({"tu nay den", "tu nay toi", "cham nhat la", "cham nhat vao", "cham nhat den", "cham nhat",
                        "muon nhat la", "muon nhat", "den", "toi", "het"}))
    return std::nullopt;
  cursor.take_any({"het", "cuoi", "trong"});
  const auto period = take_period(cursor, plan);
  if (!period || !cursor.done()) return std::nullopt;
  return window(DeadlineKind::kDate, std::nullopt, period->last);
}

// "Từ Q1/2026", "Từ 2026 trở đi", "Từ kỳ lập KH trung hạn 2026–2030", "sau ngày 30/6/2026"
std::optional<Deadline> read_from_on(Words words, PlanYears plan) {
  WordCursor cursor(words);
  const bool after = cursor.take_any({"sau khi het", "sau khi ket thuc", "sau"});
  if (!after && !cursor.take_any({"bat dau tu", "ke tu", "tu"})) return std::nullopt;
  bool is_span = false;  // a named stretch of years of which only the first day counts
  if (!after)
    is_span = cursor.take_any({"ky lap kh trung han", "ky lap ke hoach trung han", "ky trung han", "giai doan"});
  auto period = take_period(cursor, plan);
  if (!period) return std::nullopt;
  if (is_span && cursor.take("-") && !take_period(cursor, plan)) return std::nullopt;
  cursor.take_any({"tro di", "tro ve sau"});
  if (!cursor.done()) return std::nullopt;
  return window(DeadlineKind::kFromPeriodOn, after ? Date{period->last.days + 1} : period->first, std::nullopt);
}

// "6 tháng đầu năm 2026", "6 tháng cuối năm"
std::optional<Deadline> read_part_of_year(Words words, PlanYears plan) {
  WordCursor cursor(words);
  const auto months = cursor.take_number(2, 11);
  if (!months || !cursor.take("thang")) return std::nullopt;
  const bool last_months = cursor.take("cuoi");
  if (!last_months && !cursor.take("dau")) return std::nullopt;
  cursor.take("nam");
  const auto year = cursor.take_number(kYearMin, kYearMax);
  if (!cursor.done()) return std::nullopt;
  const int first = last_months ? 13 - *months : 1;
  const Point from{Unit::kMonth, 0, first, year};
  const Point to{Unit::kMonth, 0, first + *months - 1, year};
  const auto first_month = resolve(from, only_year(plan));
  const auto last_month = resolve(to, only_year(plan));
  return first_month && last_month ? range(*first_month, *last_month) : std::nullopt;
}

// "Trong năm", "Cả năm" of a plan for one year; "Cả giai đoạn" of any.
std::optional<Deadline> read_plan_span(Words words, PlanYears plan) {
  WordCursor cursor(words);
  const bool stage = cursor.take_any({"ca giai doan", "trong giai doan", "giai doan"});
  if (!stage && !cursor.take_any({"trong ca nam", "trong nam", "ca nam"})) return std::nullopt;
  if (!cursor.done() || (!stage && !only_year(plan))) return std::nullopt;
  auto span = window(only_year(plan) ? DeadlineKind::kYear : DeadlineKind::kYearRange, {}, {});
  span.start = plan_span(plan).first;
  span.due = plan_span(plan).last;
  return span;
}

struct Listed {
  Point point;
  Words words;
};

// "Quý II, III và IV/2026": at least two months or quarters of one year, which the last one names.
std::vector<Listed> take_list(WordCursor& cursor) {
  std::vector<Listed> list;
  do {
    const Words before = cursor.rest();
    const auto point = take_point(cursor, list.empty() ? nullptr : &list.back().point);
    if (!point || (point->unit != Unit::kMonth && point->unit != Unit::kQuarter)) return {};
    if (!list.empty() && (list.back().point.unit != point->unit || list.back().point.year)) return {};
    list.push_back({*point, before.first(before.size() - cursor.rest().size())});
  } while (cursor.take_any({",", "va", "&", "+"}));
  for (Listed& listed : list) listed.point.year = list.back().point.year;
  return list.size() < 2 || !cursor.done() ? std::vector<Listed>{} : list;
}

std::optional<Deadline> read_list(Words words, PlanYears plan) {
  WordCursor cursor(words);
  cursor.take("trong");
  const auto list = take_list(cursor);
  if (list.empty()) return std::nullopt;
  Deadline parts;
  parts.kind = DeadlineKind::kCompound;
  bool has_gaps = false;
  for (const Listed& listed : list) {
    const auto period = resolve(listed.point, only_year(plan));
    if (!period || (!parts.parts.empty() && period->first <= *parts.parts.back().due)) return std::nullopt;
    if (!parts.parts.empty()) has_gaps |= period->first.days != parts.parts.back().due->days + 1;
    parts.parts.push_back(single(*period));
    parts.parts.back().text = printed_text(listed.words);
  }
  if (has_gaps) return parts;
  const Deadline& last = parts.parts.back();
  const auto kind = last.kind == DeadlineKind::kMonth ? DeadlineKind::kMonthRange : DeadlineKind::kQuarterRange;
  return window(kind, parts.parts.front().start, last.due);
}

// "Quý II/2026", "Q4/2025 – Q1/2026", "Từ tháng 6 đến hết năm 2026", "Giai đoạn 2026 - 2030"
std::optional<Deadline> read_point_or_range(Words words, PlanYears plan) {
  WordCursor cursor(words);
  cursor.take_any({"trong giai doan", "giai doan", "trong ca", "trong", "ca", "vao", "tu"});
  auto from = take_point(cursor);
  if (!from) return std::nullopt;
  if (cursor.done()) {
    const auto period = resolve(*from, only_year(plan));
    const bool open = words.front().text == "tu";  // without an end: `read_from_on`
    return period && !open ? std::optional(single(*period)) : std::nullopt;
  }
  if (!cursor.take_any({"-", "den", "toi"})) return std::nullopt;
  cursor.take_any({"het", "cuoi"});
  auto to = take_point(cursor, &*from);
  if (!to || !cursor.done()) return std::nullopt;
  if (!from->year) from->year = to->year;
  if (!to->year) to->year = from->year;
  const auto first = resolve(*from, only_year(plan));
  const auto last = resolve(*to, only_year(plan));
  return first && last ? range(*first, *last) : std::nullopt;
}

}  // namespace

std::optional<int> only_year(PlanYears plan) {
  const bool usable = plan.from == plan.to && plan.from >= kPlanYearMin && plan.to <= kPlanYearMax;
  return usable ? std::optional(plan.from) : std::nullopt;
}

Period plan_span(PlanYears plan) {
  const int from = std::clamp(plan.from, kPlanYearMin, kPlanYearMax);
  const int to = std::clamp(plan.to, from, kPlanYearMax);
  return {Unit::kYear, date_from_civil({from, 1, 1}), date_from_civil({to, 12, 31})};
}

std::optional<Deadline> read_window(Words words, PlanYears plan) {
  for (const auto read :
       {read_before, read_until, read_from_on, read_part_of_year, read_plan_span, read_point_or_range, read_list})
    if (auto deadline = read(words, plan)) return deadline;
  return std::nullopt;
}

}  // namespace luuvet::deadline_text

#include "domain/plans/unit_planning.h"

#include <algorithm>
#include <utility>

#include "domain/deadlines/reporting_period.h"
#include "domain/deadlines/timeliness.h"
#include "domain/people/relations.h"
#include "domain/tasks/units.h"

namespace luuvet {
namespace {

bool is_dated(DeadlineKind kind) {
  return kind <= DeadlineKind::kYearRange;
}
bool goes_on(DeadlineKind kind) {
  return kind == DeadlineKind::kOngoing || kind == DeadlineKind::kRecurring || kind == DeadlineKind::kFromPeriodOn;
}

// Without a start, dated work runs from the beginning of its programme.
bool touches(const Deadline& deadline, const std::optional<Date>& extended_due, std::int64_t year) {
  if (deadline.kind == DeadlineKind::kCompound)
    return std::any_of(deadline.parts.begin(), deadline.parts.end(),
                       [&](const Deadline& part) { return touches(part, extended_due, year); });
  if (!is_dated(deadline.kind) && !goes_on(deadline.kind)) return false;
  if (deadline.start && *deadline.start > last_of_year(year)) return false;
  const std::optional<Date> due = deadline.due ? std::max(deadline.due, extended_due) : deadline.due;
  return !due || *due >= first_of_year(year);
}

const Programme* programme_of(const World& world, const TaskState& task) {
  return world.programme_of({Aggregate::kProgramme, task.content.programme.value});
}

// Null: it is not there, or runs in other years.
const Programme* programme_in(const World& world, const TaskState& task, std::int64_t year) {
  const Programme* programme = programme_of(world, task);
  return programme && programme->year_from <= year && year <= programme->year_to ? programme : nullptr;
}

Date plan_due(const Programme& programme, std::int64_t year, const PlanDeadline& deadline) {
  const int month = static_cast<int>(deadline.month);
  const Date set_day = date_from_civil({static_cast<int>(year), month, days_in_month(static_cast<int>(year), month)});
  if (!programme.issued_on) return set_day;
  return std::max(set_day, Date{programme.issued_on->days + static_cast<std::int32_t>(deadline.days_after_issue)});
}

// --- proposals ---

const Deliverable* counted(const Task& task) {
  const auto found = std::find_if(task.deliverables.begin(), task.deliverables.end(),
                                  [](const Deliverable& each) { return each.quantity.has_value(); });
  return found == task.deliverables.end() ? nullptr : &*found;
}

YearProduct proposed_product(const Task& task) {
  if (const Deliverable* deliverable = counted(task))
    return {deliverable->text, deliverable->quantity, deliverable->unit};
  return {task.deliverables.empty() ? task.title : task.deliverables.front().text, std::nullopt, std::nullopt};
}

struct Part {
  std::string name;
  Date due;
};

std::vector<Part> parts_of(Every every, std::int64_t year) {
  static constexpr const char* kQuarters[] = {"Quý I", "Quý II", "Quý III", "Quý IV"};
  static constexpr const char* kHalves[] = {"6 tháng đầu năm", "6 tháng cuối năm"};
  std::vector<Part> parts;
  const auto end_of = [&](int month) {
    return date_from_civil({static_cast<int>(year), month, days_in_month(static_cast<int>(year), month)});
  };
  if (every == Every::kQuarter)
    for (int i = 0; i < 4; ++i) parts.push_back({kQuarters[i], end_of(3 * (i + 1))});
  if (every == Every::kHalfYear)
    for (int i = 0; i < 2; ++i) parts.push_back({kHalves[i], end_of(6 * (i + 1))});
  if (every == Every::kYear) parts.push_back({"Cả năm", end_of(12)});
  return parts;
}

// By the rhythm that asks most often, as long as that is no more than quarterly; what is counted goes by quarters.
std::vector<Part> rhythm_parts(const Deadline& deadline, std::int64_t year, bool has_quantity) {
  for (const Every every : {Every::kQuarter, Every::kHalfYear, Every::kYear})
    for (const Rhythm& rhythm : deadline.rhythms)
      if (rhythm.every == every) return parts_of(every, year);
  return has_quantity ? parts_of(Every::kQuarter, year) : std::vector<Part>{};
}

void add_due_days(const Deadline& deadline, std::int64_t year, std::vector<Part>& parts) {
  for (const Deadline& part : deadline.parts) add_due_days(part, year, parts);
  if (!is_dated(deadline.kind) || !deadline.due) return;
  if (*deadline.due >= first_of_year(year) && *deadline.due <= last_of_year(year))
    parts.push_back({"Hoàn thành", *deadline.due});
}

std::vector<Milestone> milestones_of(const std::vector<Part>& parts, const std::optional<std::int64_t>& quantity,
                                     Date from) {
  std::vector<Milestone> milestones;
  const auto count = static_cast<std::int64_t>(parts.size());
  for (std::int64_t i = 0; i < count && milestones.size() < kMilestonesMax; ++i) {
    const Part& part = parts[static_cast<std::size_t>(i)];
    if (part.due < from) continue;
    Milestone milestone{"m" + std::to_string(milestones.size() + 1), part.name, part.due, std::nullopt};
    if (quantity && *quantity >= 0 && *quantity <= kQuantityToDivideMax)
      milestone.quantity = (*quantity * (i + 1) + count - 1) / count;
    milestones.push_back(std::move(milestone));
  }
  return milestones;
}

}  // namespace

std::set<AgencyId> working_agencies(const World& world, const TaskState& task, const AgencyId& unit) {
  if (unit.value != kJointUnit) return {unit};
  std::set<AgencyId> agencies;
  for (const AgencyId& lead : task.content.lead_agencies) {
    if (const auto* group = world.agency_groups.find(lead.value))
      agencies.insert(group->content.members.begin(), group->content.members.end());
    else
      agencies.insert(lead);
  }
  return agencies;
}

bool is_of_year(const World& world, const TaskState& task, const AssignmentState& assignment, std::int64_t year) {
  return programme_in(world, task, year) && touches(task.content.deadline, assignment.extended_due, year);
}

bool is_open_in(const TaskState& task, const AssignmentState& assignment, std::int64_t year) {
  if (task.cancelled || task.suspended || task.carried_to) return false;
  return assignment.status != Status::kCompleted && touches(task.content.deadline, assignment.extended_due, year);
}

std::optional<Date> plan_day(const World& world, const TaskState& task, std::int64_t year,
                             const PlanDeadline& deadline) {
  const Programme* programme = programme_in(world, task, year);
  return programme ? std::optional(plan_due(*programme, year, deadline)) : std::nullopt;
}

std::vector<AssignmentId> assignments_to_plan(const World& world, const AgencyId& agency, std::int64_t year) {
  std::vector<std::pair<Sequence, AssignmentId>> found;
  world.tasks.for_each([&](const auto& task) {
    if (!programme_in(world, *task, year)) return;
    for_each_assignment(world, *task, [&](const AssignmentState& assignment) {
      if (is_lead(world, *task, assignment, agency) && is_open_in(*task, assignment, year))
        found.emplace_back(task->life.first, assignment.id);
    });
  });
  std::sort(found.begin(), found.end());
  std::vector<AssignmentId> result;
  for (auto& [first, id] : found) result.push_back(std::move(id));
  return result;
}

std::map<AgencyId, Date> planning_agencies(const World& world, std::int64_t year, const PlanDeadline& deadline) {
  std::map<AgencyId, Date> result;
  world.tasks.for_each([&](const auto& task) {
    const auto due = plan_day(world, *task, year, deadline);
    if (!due) return;
    for_each_assignment(world, *task, [&](const AssignmentState& assignment) {
      if (!is_open_in(*task, assignment, year)) return;
      for (const AgencyId& agency : working_agencies(world, *task, assignment.unit)) {
        if (!world.is_agency(agency) || world.has_ended(agency)) continue;
        const auto [place, inserted] = result.emplace(agency, *due);
        if (!inserted) place->second = std::min(place->second, *due);
      }
    });
  });
  return result;
}

PlanLineContent proposed_line(const TaskState& task, const AssignmentState& assignment, std::int64_t year, Date date) {
  const Deadline& deadline = task.content.deadline;
  PlanLineContent line;
  line.product = proposed_product(task.content);
  std::vector<Part> parts = rhythm_parts(deadline, year, goes_on(deadline.kind) && line.product->quantity);
  Deadline in_force = deadline;
  if (in_force.due && assignment.extended_due) in_force.due = assignment.extended_due;
  if (parts.empty()) add_due_days(in_force, year, parts);
  line.milestones = milestones_of(parts, line.product->quantity, date);
  return line;
}

std::set<AgencyId> confirming_agencies(const World& world, const UnitPlanLines& lines) {
  std::set<AgencyId> agencies;
  for (const auto& line : lines) {
    const auto assignment = world.assignment(line->assignment);
    const TaskState* task = assignment ? world.tasks.find(assignment->task.value) : nullptr;
    if (!task || !world.in_force(*task, assignment->unit)) continue;
    AgencyId agency = confirming_agency(world, *task, *assignment);
    if (!does_the_work(world, *task, *assignment, agency)) agencies.insert(std::move(agency));
  }
  return agencies;
}

}  // namespace luuvet

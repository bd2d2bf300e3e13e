#include "projections/tasks/products.h"

#include <algorithm>

#include "domain/deadlines/timeliness.h"
#include "domain/deadlines/year_standing.h"
#include "domain/tasks/units.h"

namespace luuvet::projections {
namespace {

enum class Handed : std::uint8_t { kNothing, kSome, kAll };

// What was handed over counts while it waits for acceptance: what was returned has yet to come.
Handed handed_over(const Deliverable& asked, std::int64_t number, const AssignmentState& work) {
  std::int64_t done = 0;
  for (const Quantity& each : work.quantities)
    if (each.deliverable == number) done = each.done;
  if (work.status == Status::kAwaitingAcceptance) {
    if (work.delivered.empty()) return Handed::kSome;  // in words and by document only
    for (const DeliveredItem& each : work.delivered) {
      if (each.deliverable != number) continue;
      if (!asked.quantity || !each.done) return Handed::kAll;
      done = std::max(done, *each.done);
    }
  }
  if (done <= 0) return Handed::kNothing;
  return asked.quantity && done >= *asked.quantity ? Handed::kAll : Handed::kSome;
}

void add(Products& products, Handed handed) {
  ++products.asked;
  products.delivered += handed == Handed::kAll;
  products.begun += handed == Handed::kSome;
}

Handed year_product(const AssignmentState& work, std::int64_t year) {
  const YearResult* result = find_result(work.year_work, year);
  return result && result->state != YearResultState::kReturned ? Handed::kAll : Handed::kNothing;
}

void add_work(Products& products, const TaskState& task, const AssignmentState& work, std::int64_t year, Date date) {
  if (shown_status(task, work) == Status::kCancelled) return;
  const bool completed = work.status == Status::kCompleted;
  if (!completed && is_standing_work(window_on(task, work, date))) return add(products, year_product(work, year));
  const std::vector<Deliverable>& asked = task.content.deliverables;
  if (asked.empty()) {
    const bool handed = completed || work.status == Status::kAwaitingAcceptance;
    return add(products, handed ? Handed::kAll : Handed::kNothing);
  }
  std::int64_t number = 0;
  for (const Deliverable& each : asked) {
    ++number;
    add(products, completed ? Handed::kAll : handed_over(each, number, work));
  }
}

}  // namespace

Products products_of(const World& world, const std::vector<TaskId>& tasks, std::int64_t year, Date status_date) {
  Products products;
  for (const TaskId& id : tasks) {
    const TaskState* task = world.tasks.find(id.value);
    if (!task || !carries_work(task->content)) continue;
    const auto take = [&](const AssignmentState& work) { add_work(products, *task, work, year, status_date); };
    if (task->assigned)
      for_each_assignment(world, *task, take);
    else
      take(initial_assignment(id, {std::string(kJointUnit)}));
  }
  return products;
}

}  // namespace luuvet::projections

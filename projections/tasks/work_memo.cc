#include "projections/tasks/work_memo.h"

#include <algorithm>
#include <variant>
#include <vector>

#include "projections/views.h"

namespace luuvet::projections {
namespace {

void forget(Views& views, std::string task, Epoch epoch) {
  views.works.put(std::make_shared<const WorkMemo>(std::move(task)), epoch);
}

void forget_assignment(Views& views, const AssignmentId& id, Epoch epoch) {
  if (const auto parts = split(id)) forget(views, parts->task.value, epoch);
}

// An edition says of each of its assignments what is planned for the year, and no longer what the one before said.
void forget_planned(Views& views, const std::string& unit_plan, Epoch epoch) {
  const UnitPlanState* plan = views.world.unit_plans.find(unit_plan);
  if (!plan) return;
  const auto& editions = plan->editions;
  for (std::size_t at = editions.size() - std::min<std::size_t>(editions.size(), 2); at < editions.size(); ++at)
    for (const auto& line : editions[at]->lines) forget_assignment(views, line->assignment, epoch);
}

enum class Which { kAll, kFilled };

// A memo that others share may be filled at any time, by readers of views that are older than the change.
void forget_many(Views& views, Which which, Epoch epoch) {
  std::vector<std::string> tasks;
  views.works.for_each([&](const auto& memo) {
    if (which == Which::kAll || !memo->empty()) tasks.push_back(memo->key());
  });
  for (std::string& task : tasks) forget(views, std::move(task), epoch);
}

}  // namespace

WorkMemo::~WorkMemo() {
  for (auto& place : places_) delete place.load(std::memory_order_acquire);
}

std::shared_ptr<const TaskWork> WorkMemo::find(Date day) const {
  for (const auto& place : places_) {
    const Kept* kept = place.load(std::memory_order_acquire);
    if (kept && kept->day == day) return kept->work;
  }
  return nullptr;
}

void WorkMemo::keep(Date day, bool is_open, std::shared_ptr<const TaskWork> work) const {
  auto kept = std::make_unique<const Kept>(Kept{day, std::move(work)});
  for (std::size_t at = is_open ? 0 : 1; at < places_.size(); ++at) {
    const Kept* taken = nullptr;
    if (places_[at].compare_exchange_strong(taken, kept.get(), std::memory_order_acq_rel)) {
      kept.release();
      return;
    }
    if (taken->day == day) return;  // another reader was faster
  }
}

bool WorkMemo::empty() const {
  return std::all_of(places_.begin(), places_.end(), [](const auto& place) { return !place.load(); });
}

std::shared_ptr<const TaskWork> work_on(const Views& views, const TaskState& task, Date status_date) {
  const WorkMemo* memo = views.works.find(task.content.id.value);
  if (memo)
    if (auto known = memo->find(status_date)) return known;
  auto work = std::make_shared<const TaskWork>(gather_work(views.world, task, status_date));
  if (memo) memo->keep(status_date, views.world.day == status_date, work);
  return work;
}

void forget_work(Views& views, const Recorded& recorded, Epoch epoch) {
  const Subject& subject = recorded.subject;
  if (subject.aggregate == Aggregate::kTask) return forget(views, subject.id, epoch);
  if (subject.aggregate == Aggregate::kAssignment) return forget_assignment(views, {subject.id}, epoch);
  if (std::holds_alternative<UnitPlanApproved>(recorded.event)) return forget_planned(views, subject.id, epoch);
  // The words of the record may stand in any assignment.
  if (std::holds_alternative<RecordErased>(recorded.event)) return forget_many(views, Which::kAll, epoch);
  // Nothing has changed: there is room for the new day.
  if (std::holds_alternative<DayOpened>(recorded.event)) forget_many(views, Which::kFilled, epoch);
}

}  // namespace luuvet::projections

#include "projections/tasks/roll_up.h"

#include <optional>

#include "domain/plans/unit_planning.h"

namespace luuvet::projections {
namespace {

const Statement* latest(const AssignmentState& assignment, StatementState state) {
  for (auto statement = assignment.statements.rbegin(); statement != assignment.statements.rend(); ++statement)
    if (statement->state == state) return &*statement;
  return nullptr;
}

// Nobody has begun it and no plan for a year names it.
bool is_untouched(const AssignmentState& assignment) {
  return assignment.life.last == 0 && assignment.year_work.planned.empty();
}

// How one unit's work stands. All that are untouched stand alike: they are judged once.
class Standings {
 public:
  Standings(const TaskState& task, Date date) : task_(task), date_(date), year_(civil_from_date(date).year) {}

  UnitWork of(const AssignmentState& assignment) {
    if (!is_untouched(assignment)) return judged(assignment);
    if (!untouched_) untouched_ = judged(assignment);
    return *untouched_;
  }

 private:
  UnitWork judged(const AssignmentState& assignment) const {
    return {shown_status(task_, assignment), timeliness_on(task_, assignment, date_),
            is_open_in(task_, assignment, year_)};
  }

  const TaskState& task_;
  const Date date_;
  const std::int64_t year_;
  std::optional<UnitWork> untouched_;
};

// Takes the units one by one.
class Gathering {
 public:
  Gathering(const TaskState& task, Date date, TaskWork& work)
      : task_(task), date_(date), work_(work), standings_(task, date) {}

  void take(const AssignmentState& each) {
    const UnitWork unit = standings_.of(each);
    RollUp& sum = work_.sum;
    work_.units.push_back(unit);
    sum.counts.add(unit.status, unit.timeliness);
    sum.returned |= each.returned;
    sum.extension_asked |= each.extension_asked.has_value();
    sum.extended |= each.extended_due.has_value();
    sum.obstacle = sum.obstacle || has_obstacle(each);
    note_draft(each);
    note_window(each, unit.timeliness == work_.standing.timeliness);
  }

  void finish(const World& world) {
    work_.sum.window =
        window_ ? *window_ : window_on(task_, initial_assignment(task_.content.id, {std::string(kJointUnit)}), date_);
    if (!draft_) return;
    auto owner = world.assignments.get(draft_of_);
    work_.sum.draft = std::shared_ptr<const Statement>(std::move(owner), draft_);
  }

 private:
  void note_draft(const AssignmentState& each) {
    const Statement* draft = waiting_draft(each);
    if (!draft || (draft_ && draft->sequence <= draft_->sequence)) return;
    draft_ = draft;
    draft_of_ = each.id.value;
  }
  // `presses`: it stands as the whole does.
  void note_window(const AssignmentState& each, bool presses) {
    if (is_pressing_ || (window_ && !presses)) return;
    window_ = window_on(task_, each, date_);
    is_pressing_ = presses;
  }

  const TaskState& task_;
  const Date date_;
  TaskWork& work_;
  Standings standings_;
  std::optional<Window> window_;
  bool is_pressing_ = false;
  const Statement* draft_ = nullptr;  // of a stored assignment: what nobody has begun has none
  std::string draft_of_;
};

}  // namespace

const Statement* waiting_draft(const AssignmentState& assignment) {
  return latest(assignment, StatementState::kDraft);
}

bool has_obstacle(const AssignmentState& assignment) {
  const Statement* approved = latest(assignment, StatementState::kApproved);
  return approved && approved->text && approved->text->obstacle;
}

bool has_obstacle(const World& world, const TaskState& task) {
  bool found = false;
  for_each_assignment(world, task, [&](const AssignmentState& each) { found = found || has_obstacle(each); });
  return found;
}

TaskWork gather_work(const World& world, const TaskState& task, Date status_date) {
  TaskWork work;
  work.standing = standing_on(world, task, status_date);
  Gathering gathering(task, status_date, work);
  for_each_assignment(world, task, [&](const AssignmentState& each) { gathering.take(each); });
  gathering.finish(world);
  return work;
}

}  // namespace luuvet::projections

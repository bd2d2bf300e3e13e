#include "projections/roll_up.h"

#include <optional>

namespace luuvet::projections {
namespace {

const Statement* latest(const AssignmentState& assignment, StatementState state) {
  for (auto statement = assignment.statements.rbegin(); statement != assignment.statements.rend(); ++statement)
    if (statement->state == state) return &*statement;
  return nullptr;
}

// How one unit's work stands. All that nobody has begun stand alike: they are judged once.
class Standings {
 public:
  struct Standing {
    Status status = Status::kNotStarted;
    Timeliness timeliness = Timeliness::kNoDeadline;
  };

  Standings(const TaskState& task, Date date) : task_(task), date_(date) {}

  Standing of(const AssignmentState& assignment) {
    if (assignment.life.last != 0) return judged(assignment);
    if (!unbegun_) unbegun_ = judged(assignment);
    return *unbegun_;
  }

 private:
  Standing judged(const AssignmentState& assignment) const {
    return {shown_status(task_, assignment), timeliness_on(task_, assignment, date_)};
  }

  const TaskState& task_;
  const Date date_;
  std::optional<Standing> unbegun_;
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

RollUp roll_up(const World& world, const TaskState& task, Timeliness whole, Date status_date) {
  RollUp result;
  Standings standings(task, status_date);
  std::optional<Window> window;
  bool is_pressing = false;
  for_each_assignment(world, task, [&](const AssignmentState& each) {
    const auto [status, timeliness] = standings.of(each);
    result.counts.add(status, timeliness);
    result.returned |= each.returned;
    result.extension_asked |= each.extension_asked.has_value();
    result.extended |= each.extended_due.has_value();
    result.obstacle = result.obstacle || has_obstacle(each);
    const Statement* draft = waiting_draft(each);
    if (draft && (!result.draft || draft->sequence > result.draft->sequence)) result.draft = draft;
    if (is_pressing || (window && timeliness != whole)) return;
    window = window_on(task, each, status_date);
    is_pressing = timeliness == whole;
  });
  result.window =
      window ? *window : window_on(task, initial_assignment(task.content.id, {std::string(kJointUnit)}), status_date);
  return result;
}

}  // namespace luuvet::projections

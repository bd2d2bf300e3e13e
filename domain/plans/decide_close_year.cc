// Closing a year of a programme: what is unfinished goes on in the next programme, linked both ways (Y17, Y18).
#include <algorithm>
#include <utility>

#include "domain/act_items.h"
#include "domain/deadlines/timeliness.h"
#include "domain/decide_parts.h"
#include "domain/people/succession.h"
#include "domain/preconditions.h"

namespace luuvet {
namespace {

void check_into(BodyCheck& check, const Programme& programme, const CloseYear& body) {
  if (!body.into) return;
  const auto* into = check.world().programmes.find(body.into->value);
  if (!into) return check.unknown("/into", body.into->value);
  const Programme& next = into->content;
  const bool fits = next.id != programme.id && next.province == programme.province && next.year_from <= body.year + 1 &&
                    body.year + 1 <= next.year_to;
  if (!fits)
    check.fault("/into", "Cần một kế hoạch khác của cùng tỉnh có năm tiếp theo.",
                "This must be another programme of the province, which has the next year.");
}

void check_body(BodyCheck& check, const Programme& programme, const CloseYear& body) {
  if (body.year < programme.year_from || body.year > programme.year_to)
    check.fault("/year", "Kế hoạch này không có năm đó.", "The programme has no such year.");
  else if (check.today() <= last_of_year(body.year))
    check.fault("/year", "Năm này chưa kết thúc.", "This year is not over yet.");
  check.document("/document", body.document);
  check_into(check, programme, body);
}

bool is_completed(const World& world, const TaskState& task) {
  return standing_on(world, task, Date{}).status == Status::kCompleted;
}

// Of all units in force that are not done; none where one of them has no due day.
std::optional<Date> last_due(const World& world, const TaskState& task, Date date) {
  std::optional<Date> last;
  for (const AgencyId& unit : world.units_of(task)) {
    const auto assignment = world.assignment(assignment_id(task.content.id, unit.value));
    if (!assignment || assignment->status == Status::kCompleted) continue;
    const Window window = window_on(task, *assignment, date);
    if (!window.due || window.kind == DeadlineKind::kOngoing || window.kind == DeadlineKind::kRecurring)
      return std::nullopt;
    last = std::max(last, window.due);
  }
  return last;
}

// Unfinished, due by the end of the year, and not standing still.
bool goes_over(const World& world, const TaskState& task, std::int64_t year) {
  const Date end = last_of_year(year);
  const auto due = task.suspended ? std::nullopt : last_due(world, task, end);
  return due && *due <= end;
}

struct Rows {
  std::vector<const TaskState*> unfinished;  // goes over, in printed order
  YearCount count;                           // as if all of these were carried over
};

Rows rows_of(const World& world, const Programme& programme, std::int64_t year) {
  Rows rows;
  world.tasks.for_each([&](const auto& task) {
    if (task->content.programme != programme.id || !carries_work(task->content) || task->carried_to) return;
    ++rows.count.tasks;
    if (task->cancelled)
      ++rows.count.cancelled;
    else if (is_completed(world, *task))
      ++rows.count.completed;
    else if (!goes_over(world, *task, year))
      ++rows.count.staying;
    else
      rows.unfinished.push_back(task.get());
  });
  rows.count.carried = static_cast<std::int64_t>(rows.unfinished.size());
  std::sort(rows.unfinished.begin(), rows.unfinished.end(),
            [](const TaskState* a, const TaskState* b) { return a->life.first < b->life.first; });
  return rows;
}

// What one row makes so: the new row with who works on it and where they stand, and that the old one went there.
class Carrying {
 public:
  Carrying(const World& world, const CloseYear& body, Sequence cause) : world_(world), body_(body), cause_(cause) {}

  void row(const TaskState& task, TaskId to, Decision& decision) const {
    const Subject subject{Aggregate::kTask, to.value};
    Task next = task.content;
    next.id = to;
    next.programme = *body_.into;
    next.parent.reset();
    next.source.reset();
    next.carried_from = task.content.id;
    add(decision, subject, *body_.into, TaskRegistered{std::move(next)});
    add(decision, subject, *body_.into, TaskAssigned{task.mode, task.units, task.group, body_.document});
    for (const AgencyId& unit : world_.units_of(task))
      if (const auto* state = world_.assignments.find(assignment_id(task.content.id, unit.value).value);
          state && state->life.version > 0)
        add(decision, {Aggregate::kAssignment, assignment_id(to, unit.value).value}, *body_.into, taken_over(*state));
    // X45: the words are the same, and so are the places in them.
    if (!task.measures.empty() || !task.measures_rejected.empty())
      add(decision, subject, *body_.into, TaskMeasuresSet{task.measures, task.measures_rejected});
    add(decision, {Aggregate::kTask, task.content.id.value}, task.content.programme,
        TaskCarriedOver{std::move(to), body_.year, body_.document});
  }

 private:
  void add(Decision& decision, Subject subject, const ProgrammeId& programme, Event event) const {
    decision.events.push_back({std::move(subject), programme, cause_, std::move(event)});
  }

  const World& world_;
  const CloseYear& body_;
  const Sequence cause_;
};

std::optional<Rejection> closing_fault(const World& world, const Programme& programme, const CloseYear& body,
                                       const Rows& rows) {
  const ClosedYears* closed = world.closed_years.find(programme.id.value);
  if (closed && std::any_of(closed->years.begin(), closed->years.end(),
                            [&](const ClosedYear& each) { return each.year == body.year; }))
    return rule_broken("Y17", "Năm này đã được khép.", "This year is closed already.");
  if (body.into || body.year < programme.year_to || rows.unfinished.empty()) return std::nullopt;
  return rule_broken("Y17",
                     "Đây là năm cuối của kế hoạch; còn " + std::to_string(rows.unfinished.size()) +
                         " nhiệm vụ chưa xong, cần nêu kế hoạch nhận chuyển tiếp.",
                     "This is the programme's last year; " + std::to_string(rows.unfinished.size()) +
                         " tasks are unfinished: name the programme into which they go.");
}

// T01: of both programmes.
Result<Capacity> closing_capacity(const Scene& scene, const Programme& programme, const CloseYear& body,
                                  const AgencyId& agency) {
  Result<Capacity> capacity = standing_capacity(scene, programme, agency);
  if (!capacity || !body.into) return capacity;
  const Result<Capacity> next =
      standing_capacity(scene, scene.world.programmes.find(body.into->value)->content, agency);
  return next ? capacity : next;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const CloseYear& body) {
  const Subject& target = scene.command.target;
  const auto* state = target.aggregate == Aggregate::kProgramme ? scene.world.programmes.find(target.id) : nullptr;
  if (!state) return not_found();
  const Programme& programme = state->content;
  BodyCheck check(scene.world, scene.context);
  check_body(check, programme, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  Decision made;
  made.agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = closing_capacity(scene, programme, body, made.agency);
  if (!capacity) return capacity.error();
  made.capacity = capacity.value();
  made.resource = target;
  Rows rows = rows_of(scene.world, programme, body.year);
  if (auto rejection = closing_fault(scene.world, programme, body, rows)) return *std::move(rejection);
  if (!body.into) {
    rows.count.staying += std::exchange(rows.count.carried, 0);
    rows.unfinished.clear();
  }
  made.events.push_back(
      {target, programme.id, std::nullopt, ProgrammeYearClosed{body.year, body.into, body.document, rows.count}});
  const Carrying carrying(scene.world, body, scene.world.head + 1);
  std::size_t number = 0;
  for (const TaskState* task : rows.unfinished)
    carrying.row(*task, TaskId{scene.context.new_id + "-" + std::to_string(++number)}, made);
  if (made.events.size() > kActEventsMax) return too_large();
  return made;
}

}  // namespace luuvet

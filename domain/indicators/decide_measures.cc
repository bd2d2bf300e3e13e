// The measures of a task (X24 to X26): what its standing agency takes from its words, amends, or rejects.
#include <algorithm>
#include <set>
#include <utility>

#include "domain/decide_items.h"
#include "domain/decide_parts.h"
#include "domain/figures/figure.h"
#include "domain/figures/figure_body.h"
#include "domain/indicators/task_measures.h"
#include "domain/missions/record_keeping.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/tasks/task_row.h"

namespace luuvet {
namespace {

const TaskState* task_of(const World& world, const Subject& subject) {
  return subject.aggregate == Aggregate::kTask ? world.tasks.find(subject.id) : nullptr;
}

// --- bodies ---

void check_words(BodyCheck& check, const std::string& pointer, const std::string& words) {
  check.text(pointer, words);
  if (words.size() > kMeasureWordsBytesMax)
    check.fault(pointer, "Nội dung dài quá 500 ký tự.", "It has 500 bytes at most.");
}

bool fits(Comparator comparator, const TargetValue& value) {
  if (comparator == Comparator::kRange) return value.low && value.high && compare(*value.low, *value.high) < 0;
  return comparator < Comparator::kRange && value.low && !value.high;
}

// X25: a place that was decided on before may be gone from the words meanwhile.
void check_place(BodyCheck& check, const std::string& pointer, const TaskState& task, const MeasurePlace& place,
                 const std::vector<TaskNumber>& numbers) {
  const auto known = std::find(task.measures_rejected.begin(), task.measures_rejected.end(), place);
  const bool kept = known != task.measures_rejected.end() ||
                    std::any_of(task.measures.begin(), task.measures.end(),
                                [&](const TaskMeasure& each) { return each.place == place; });
  const bool there =
      std::any_of(numbers.begin(), numbers.end(), [&](const TaskNumber& each) { return each.measure.place == place; });
  if (!kept && !there)
    check.fault(pointer, "Không có con số này trong nội dung nhiệm vụ.", "The task's words have no such number.");
}

void check_measure(BodyCheck& check, const std::string& pointer, const TaskState& task, const TaskMeasure& measure) {
  if (!fits(measure.comparator, measure.value))
    check.fault(pointer + "/value", "Cần một số, hoặc khoảng [từ, đến] với phép so sánh “khoảng”.",
                "A number is needed, or [low, high] of a range.");
  check_number(check, pointer + "/value", measure.value.low);
  check_number(check, pointer + "/value", measure.value.high);
  check_words(check, pointer + "/what", measure.what);
  if (measure.unit) check_words(check, pointer + "/unit", *measure.unit);
  if (measure.deliverable) check.deliverable(pointer + "/deliverable", *measure.deliverable, task.content);
}

void check_body(BodyCheck& check, const TaskState& task, const SetMeasures& body) {
  check.size("/measures", body.measures.size(), kMeasuresMax);
  check.size("/rejected", body.rejected.size(), kMeasuresRejectedMax);
  if (body.measures.size() > kMeasuresMax || body.rejected.size() > kMeasuresRejectedMax) return;
  const std::vector<TaskNumber> numbers = numbers_of(task.content);
  std::set<std::tuple<std::string, std::string, std::int64_t>> used;
  const auto check_at = [&](const std::string& pointer, const MeasurePlace& place) {
    check.once(pointer, used, std::tuple(place.field, place.text, place.nth));
    check_place(check, pointer, task, place, numbers);
  };
  for (std::size_t i = 0; i < body.measures.size(); ++i) {
    check_measure(check, at("/measures", i), task, body.measures[i]);
    if (body.measures[i].place) check_at(at("/measures", i) + "/place", *body.measures[i].place);
  }
  for (std::size_t i = 0; i < body.rejected.size(); ++i) check_at(at("/rejected", i), body.rejected[i]);
}

// --- rules ---

std::optional<Rejection> rule_fault(const TaskState& task, const SetMeasures& body) {
  if (auto rejection = carried_over_fault(task)) return rejection;
  if (task.content.links_to)
    return rule_broken("T02", "Dòng này dẫn chiếu sang kế hoạch khác, không có chỉ số đo.",
                       "This row refers to another plan; it has no measures.");
  if (task.cancelled)
    return rule_broken("T07", "Nhiệm vụ đã dừng theo quyết định; cần khôi phục trước.",
                       "The task is cancelled; reinstate it first.");
  if (task.measures == body.measures && task.measures_rejected == body.rejected) return changes_nothing("X24");
  return std::nullopt;
}

// --- acts ---

SetMeasures body_of(const SetMeasuresItem& item) {
  return {item.measures, item.rejected};
}

}  // namespace

std::optional<Rejection> body_fault(const Scene& scene, const SetMeasures& body, std::string prefix) {
  BodyCheck check(scene.world, scene.context, std::move(prefix));
  check_body(check, *task_of(scene.world, scene.command.target), body);
  return check.rejection();
}

Result<Decision> decide_one(const Scene& scene, const SetMeasures& body) {
  const Subject& target = scene.command.target;
  const TaskState* task = task_of(scene.world, target);
  const Programme* programme = task ? scene.world.programme_of(target) : nullptr;
  if (!programme) return not_found();
  if (auto rejection = body_fault(scene, body, {})) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&task->life}))
    return *std::move(rejection);
  AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = standing_capacity(scene, *programme, agency);
  if (!capacity) return capacity.error();
  if (auto rejection = rule_fault(*task, body)) return *std::move(rejection);
  return single(std::move(agency), capacity.value(), target, programme->id,
                TaskMeasuresSet{body.measures, body.rejected});
}

Result<Decision> decide_one(const Scene& scene, const SetMeasuresMany& act) {
  const auto alone = [](const auto& item) { return body_of(item); };
  const auto there = [&](const Subject& subject) { return task_of(scene.world, subject) != nullptr; };
  if (auto rejection = subjects_fault(scene, act.items, there)) return *std::move(rejection);
  if (auto rejection = bodies_fault(scene, act.items, alone)) return *std::move(rejection);
  return decide_items(scene, act.items, alone);
}

}  // namespace luuvet

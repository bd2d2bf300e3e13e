// Who works on many tasks, decided at once (F05): all or nothing.
#include <set>
#include <utility>

#include "domain/act_items.h"
#include "domain/collective.h"
#include "domain/decide_parts.h"

namespace luuvet {
namespace {

AssignTask body_of(const AssignTasks& act) {
  return {act.mode, act.units, act.group, act.document, act.agency};
}

// The tasks that the items name, each once.
Result<std::vector<Subject>> tasks_of(const Scene& scene, const AssignTasks& act) {
  std::vector<Subject> subjects;
  std::set<std::string> used;
  BodyCheck check(scene.world, scene.context);
  check_assigning(check, body_of(act));
  for (std::size_t i = 0; i < act.items.size(); ++i) {
    const std::string pointer = item_pointer(i) + "/subject";
    const auto subject = parse_subject(act.items[i].subject);
    const bool there = subject && subject->aggregate == Aggregate::kTask && scene.world.tasks.find(subject->id);
    if (!there) check.unknown(pointer, act.items[i].subject);
    check.once(pointer, used, act.items[i].subject);
    subjects.push_back(subject.value_or(Subject{}));
  }
  if (auto rejection = check.rejection()) return *std::move(rejection);
  return subjects;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const AssignTasks& act) {
  if (auto rejection = items_fault(act.items)) return *std::move(rejection);
  const Result<std::vector<Subject>> subjects = tasks_of(scene, act);
  if (!subjects) return subjects.error();
  const AssignTask body = body_of(act);
  Decision decision;
  decision.resource = subjects.value().front();
  decision.agency = acting_agency(scene.world, scene.context, decision.resource);
  for (std::size_t i = 0; i < act.items.size(); ++i) {
    const Command command{subjects.value()[i], body};
    const Context context = item_context(scene.context, decision.agency, act.items[i].based_on);
    Result<Decision> one = decide_one(Scene{scene.world, command, context, scene.acting}, body);
    if (!one) return of_item(one.error(), i);
    if (i == 0) decision.capacity = one.value().capacity;
    if (one.value().capacity != decision.capacity) return of_item(several_capacities(), i);
    for (NewEvent& event : one.value().events) decision.events.push_back(std::move(event));
  }
  return decision;
}

}  // namespace luuvet

// Who works on many tasks, decided at once (F05): all or nothing.
#include "domain/decide_items.h"
#include "domain/tasks/collective.h"

namespace luuvet {
namespace {

AssignTask body_of(const AssignTasks& act) {
  return {act.mode, act.units, act.group, act.document, act.agency};
}

// Who is named, once for all tasks, and the tasks, each once.
std::optional<Rejection> act_fault(const Scene& scene, const AssignTasks& act) {
  BodyCheck check(scene.world, scene.context);
  check_assigning(check, body_of(act));
  const auto there = [&](const Subject& subject) {
    return subject.aggregate == Aggregate::kTask && scene.world.tasks.find(subject.id);
  };
  check_subjects(check, act.items, there);
  return check.rejection();
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const AssignTasks& act) {
  if (auto rejection = items_fault(act.items)) return *std::move(rejection);
  if (auto rejection = act_fault(scene, act)) return *std::move(rejection);
  return decide_items(scene, act.items, [&](const auto&) { return body_of(act); });
}

}  // namespace luuvet

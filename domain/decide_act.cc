// The same command for many assignments, as one act: all or nothing (G06). The bodies of all items come first, then
// each item in turn.
#include <algorithm>
#include <set>
#include <utility>

#include "domain/act_items.h"
#include "domain/decide_parts.h"

namespace luuvet {
namespace {

EnterOpeningState body_of(const EnterOpeningStateItem& item) {
  return {item.status, item.percent, item.completed_on, item.document, item.note};
}
ConfirmOpeningState body_of(const ConfirmOpeningStateItem& item) {
  return {item.of};
}
ApproveProgress body_of(const ApproveProgressItem& item) {
  return {item.of};
}
AssignPeople body_of(const AssignPeopleItem& item) {
  return {item.leader, item.department, item.officers};
}

// The assignments that the items name, each once.
template <class Item>
Result<std::vector<Subject>> assignments_of(const Scene& scene, const std::vector<Item>& items) {
  std::vector<Subject> subjects;
  std::set<std::string> used;
  BodyCheck check(scene.world, scene.context);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string pointer = item_pointer(i) + "/subject";
    const auto subject = parse_subject(items[i].subject);
    const bool there = subject && subject->aggregate == Aggregate::kAssignment && scene.world.assignment({subject->id});
    if (!there) check.unknown(pointer, items[i].subject);
    check.once(pointer, used, items[i].subject);
    subjects.push_back(subject.value_or(Subject{}));
  }
  if (auto rejection = check.rejection()) return *std::move(rejection);
  return subjects;
}

template <class Item, class F>
std::optional<Rejection> for_each_command(const Scene& scene, const std::vector<Item>& items,
                                          const std::vector<Subject>& subjects, const AgencyId& agency, const F& f) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Command command{subjects[i], body_of(items[i])};
    const Context context = item_context(scene.context, agency, items[i].based_on);
    if (auto rejection = f(Scene{scene.world, command, context, scene.acting}, i)) return rejection;
  }
  return std::nullopt;
}

bool has(const std::vector<Subject>& subjects, const Subject& subject) {
  return std::find(subjects.begin(), subjects.end(), subject) != subjects.end();
}

// One item's events into the act. What it writes on twins is left to their own items, and written once where several
// items have the same twin; what its events cause names them by their place in the act.
void append(const World& world, const std::vector<Subject>& items, std::vector<NewEvent>& events, Decision& act) {
  const std::size_t offset = act.events.size();
  const Subject own = events.front().subject;
  std::vector<Subject> written;
  for (const NewEvent& event : act.events) written.push_back(event.subject);
  for (NewEvent& event : events) {
    if (!(event.subject == own) && (has(items, event.subject) || has(written, event.subject))) continue;
    if (event.causation && *event.causation > world.head) *event.causation += offset;
    act.events.push_back(std::move(event));
  }
}

template <class Item>
Result<Decision> decide_many(const Scene& scene, const std::vector<Item>& items) {
  if (auto rejection = items_fault(items)) return *std::move(rejection);
  const Result<std::vector<Subject>> subjects = assignments_of(scene, items);
  if (!subjects) return subjects.error();
  Decision decision;
  decision.resource = subjects.value().front();
  decision.agency = acting_agency(scene.world, scene.context, decision.resource);

  auto rejection = for_each_command(
      scene, items, subjects.value(), decision.agency,
      [&](const Scene& item, std::size_t i) { return body_fault(item, body_of(items[i]), item_pointer(i)); });
  if (rejection) return *std::move(rejection);
  rejection = for_each_command(scene, items, subjects.value(), decision.agency,
                               [&](const Scene& item, std::size_t i) -> std::optional<Rejection> {
                                 Result<Decision> one = decide_one(item, body_of(items[i]));
                                 if (!one) return of_item(one.error(), i);
                                 if (i == 0) decision.capacity = one.value().capacity;
                                 if (one.value().capacity != decision.capacity) return of_item(several_capacities(), i);
                                 append(scene.world, subjects.value(), one.value().events, decision);
                                 return std::nullopt;
                               });
  if (rejection) return *std::move(rejection);
  return decision;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const EnterOpeningStates& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const ConfirmOpeningStates& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const ApproveProgressMany& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const AssignPeopleMany& body) {
  return decide_many(scene, body.items);
}

}  // namespace luuvet

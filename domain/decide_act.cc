// The same command for many assignments, as one act: all or nothing (G06).
#include <algorithm>
#include <utility>

#include "domain/decide_items.h"

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

bool has(const std::vector<Subject>& subjects, const Subject& subject) {
  return std::find(subjects.begin(), subjects.end(), subject) != subjects.end();
}

bool writes(const Decision& act, const Subject& subject) {
  return std::any_of(act.events.begin(), act.events.end(),
                     [&](const NewEvent& each) { return each.subject == subject; });
}

// One item's events as they join the act. What it writes on twins is left to their own items, and written once where
// several items have the same twin; what its events cause names them by their place in the act.
void fit_in(const World& world, const std::vector<Subject>& items, const Decision& act, std::vector<NewEvent>& events) {
  const Subject own = events.front().subject;
  std::erase_if(events, [&](const NewEvent& event) {
    return !(event.subject == own) && (has(items, event.subject) || writes(act, event.subject));
  });
  for (NewEvent& event : events)
    if (event.causation && *event.causation > world.head) *event.causation += act.events.size();
}

template <class Item>
std::vector<Subject> subjects_of(const std::vector<Item>& items) {
  std::vector<Subject> subjects;
  for (const Item& item : items) subjects.push_back(item_subject(item));
  return subjects;
}

template <class Item>
Result<Decision> decide_many(const Scene& scene, const std::vector<Item>& items) {
  const auto alone = [](const Item& item) { return body_of(item); };
  const auto there = [&](const Subject& subject) {
    return subject.aggregate == Aggregate::kAssignment && scene.world.assignment({subject.id});
  };
  if (auto rejection = subjects_fault(scene, items, there)) return *std::move(rejection);
  if (auto rejection = bodies_fault(scene, items, alone)) return *std::move(rejection);
  const std::vector<Subject> subjects = subjects_of(items);
  return decide_items(scene, items, alone, [&](const Decision& act, std::vector<NewEvent>& events) {
    fit_in(scene.world, subjects, act, events);
  });
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

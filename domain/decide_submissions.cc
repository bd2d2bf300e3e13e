// The same command on many figures, as one act: all or nothing (X22, G06). The bodies of all items come first, then
// each item in turn. A submission may stand in several items, once for each kind of figure.
#include <set>
#include <utility>

#include "domain/act_items.h"
#include "domain/decide_parts.h"
#include "domain/relations.h"
#include "domain/submission_items.h"
#include "domain/submitting.h"

namespace luuvet {
namespace {

template <class Item>
Result<std::vector<Subject>> targets_of(const Scene& scene, const std::vector<Item>& items) {
  std::vector<Subject> targets;
  std::set<std::pair<std::string, FigureKind>> used;
  BodyCheck check(scene.world, scene.context);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string pointer = item_pointer(i) + "/subject";
    const Subject subject = parse_subject(items[i].subject).value_or(Subject{});
    if (!find_submitting(scene.world, subject)) check.unknown(pointer, items[i].subject);
    check.once(pointer, used, std::pair(items[i].subject, items[i].kind));
    targets.push_back(subject);
  }
  if (auto rejection = check.rejection()) return *std::move(rejection);
  return targets;
}

// f(scene of the item, its body, its place) for each; stops at the first rejection.
template <class Item, class F>
std::optional<Rejection> for_each_item(const Scene& scene, const std::vector<Item>& items,
                                       const std::vector<Subject>& targets, const AgencyId& agency, const F& f) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto body = body_of(items[i]);
    const Command command{targets[i], body};
    const Context context = item_context(scene.context, agency, items[i].based_on);
    if (auto rejection = f(Scene{scene.world, command, context, scene.acting}, body, i)) return rejection;
  }
  return std::nullopt;
}

std::optional<Rejection> append(Decision& act, Result<Decision> one, std::size_t place) {
  if (!one) return of_item(one.error(), place);
  if (place == 0) act.capacity = one.value().capacity;
  if (one.value().capacity != act.capacity) return of_item(several_capacities(), place);
  for (NewEvent& event : one.value().events) act.events.push_back(std::move(event));
  if (act.events.size() > kActEventsMax) return too_large();
  return std::nullopt;
}

template <class Item>
Result<Decision> decide_many(const Scene& scene, const std::vector<Item>& items) {
  if (auto rejection = items_fault(items)) return *std::move(rejection);
  const Result<std::vector<Subject>> targets = targets_of(scene, items);
  if (!targets) return targets.error();
  Decision act;
  act.resource = targets.value().front();
  act.agency = acting_agency(scene.world, scene.context, act.resource);
  auto rejection = for_each_item(
      scene, items, targets.value(), act.agency,
      [](const Scene& item, const auto& body, std::size_t i) { return body_fault(item, body, item_pointer(i)); });
  if (rejection) return *std::move(rejection);
  rejection = for_each_item(
      scene, items, targets.value(), act.agency,
      [&](const Scene& item, const auto& body, std::size_t i) { return append(act, decide_one(item, body), i); });
  if (rejection) return *std::move(rejection);
  return act;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const EnterSubmissions& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const SubmitSubmissions& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const ApproveSubmissions& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const VerifySubmissions& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const ReturnSubmissions& body) {
  return decide_many(scene, body.items);
}
Result<Decision> decide_one(const Scene& scene, const ReturnSubmissionDrafts& body) {
  return decide_many(scene, body.items);
}

}  // namespace luuvet

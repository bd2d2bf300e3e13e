// Targets and definitions of many indicators, each set as one act: all or nothing (X91, X94, G06).
#include <utility>

#include "domain/decide_items.h"

namespace luuvet {
namespace {

// What is said once of all items.
std::optional<Rejection> common_fault(const Scene& scene, const SetIndicatorTargetsMany& act) {
  BodyCheck check(scene.world, scene.context);
  check.document("/document", act.document);
  check.text("/reason", act.reason);
  return check.rejection();
}

struct IndicatorsThere {
  const World& world;
  bool operator()(const Subject& subject) const {
    return subject.aggregate == Aggregate::kIndicator && world.indicators.find(subject.id);
  }
};

// What is wrong in the definition lies below that member of the item.
Result<Decision> within_definition(Result<Decision> decision) {
  if (decision) return decision;
  Rejection rejection = std::move(decision).error();
  for (FieldError& each : rejection.errors) each.pointer.insert(0, "/definition");
  return rejection;
}

// An indicator and an agency, or the whole.
std::pair<std::string, std::string> share_of(const SetIndicatorTargetsItem& item) {
  return {item.subject, item.agency ? item.agency->value : std::string()};
}

}  // namespace

SetIndicatorTargets body_of(const SetIndicatorTargetsMany& act, const SetIndicatorTargetsItem& item) {
  return {item.agency, item.targets, act.valid_from, act.document, act.reason};
}

const DefineIndicator& body_of(const DefineIndicatorsItem& item) {
  return item.definition;
}

Result<Decision> decide_one(const Scene& scene, const SetIndicatorTargetsMany& act) {
  if (auto rejection = subjects_fault(scene, act.items, IndicatorsThere{scene.world}, share_of))
    return *std::move(rejection);
  if (auto rejection = common_fault(scene, act)) return *std::move(rejection);
  const auto alone = [&](const auto& item) { return body_of(act, item); };
  if (auto rejection = bodies_fault(scene, act.items, alone)) return *std::move(rejection);
  return decide_items(scene, act.items, alone);
}

Result<Decision> decide_one(const Scene& scene, const DefineIndicators& act) {
  if (auto rejection = subjects_fault(scene, act.items, IndicatorsThere{scene.world})) return *std::move(rejection);
  Decision whole;
  whole.resource = item_subject(act.items.front());
  whole.agency = acting_agency(scene.world, scene.context, whole.resource);
  const auto body = [](const DefineIndicatorsItem& item) -> const DefineIndicator& { return body_of(item); };
  auto rejection = for_each_item(scene, act.items, whole.agency, body,
                                 [&](const Scene& item, const DefineIndicator& definition, std::size_t i) {
                                   return join(whole, within_definition(decide_one(item, definition)), i);
                                 });
  if (rejection) return *std::move(rejection);
  return whole;
}

}  // namespace luuvet

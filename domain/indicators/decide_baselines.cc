// The baselines of many indicators, entered as one act: all or nothing (X30, G06).
#include <tuple>

#include "domain/decide_items.h"

namespace luuvet {
namespace {

// Of one agency, or of the whole, a year stands once.
std::tuple<std::string, std::string, std::int64_t> year_of(const EnterIndicatorBaselineItem& item) {
  return {item.subject, item.agency ? item.agency->value : std::string(), item.year};
}

}  // namespace

EnterIndicatorBaseline body_of(const EnterIndicatorBaselineItem& item) {
  return {item.agency, item.year, item.value, item.document};
}

Result<Decision> decide_one(const Scene& scene, const EnterIndicatorBaselines& act) {
  const auto alone = [](const auto& item) { return body_of(item); };
  const auto there = [&](const Subject& subject) {
    return subject.aggregate == Aggregate::kIndicator && scene.world.indicators.find(subject.id) != nullptr;
  };
  if (auto rejection = subjects_fault(scene, act.items, there, year_of)) return *std::move(rejection);
  if (auto rejection = bodies_fault(scene, act.items, alone)) return *std::move(rejection);
  return decide_items(scene, act.items, alone);
}

}  // namespace luuvet

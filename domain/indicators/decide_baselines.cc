// The baselines of many indicators, entered as one act: all or nothing (X30, G06).
#include <set>
#include <tuple>
#include <utility>

#include "domain/decide_items.h"
#include "domain/decide_parts.h"
#include "domain/people/relations.h"

namespace luuvet {
namespace {

using Items = std::vector<EnterIndicatorBaselineItem>;

// Of one agency, or of the whole, a year stands once.
std::optional<Rejection> subjects_fault(const Scene& scene, const Items& items) {
  std::set<std::tuple<std::string, std::string, std::int64_t>> used;
  BodyCheck check(scene.world, scene.context);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string pointer = item_pointer(i) + "/subject";
    const auto subject = parse_subject(items[i].subject);
    const bool known =
        subject && subject->aggregate == Aggregate::kIndicator && scene.world.indicators.find(subject->id);
    if (!known) check.unknown(pointer, items[i].subject);
    const std::string agency = items[i].agency ? items[i].agency->value : std::string();
    check.once(pointer, used, std::tuple(items[i].subject, agency, items[i].year));
  }
  return check.rejection();
}

}  // namespace

EnterIndicatorBaseline body_of(const EnterIndicatorBaselineItem& item) {
  return {item.agency, item.year, item.value, item.document};
}

Result<Decision> decide_one(const Scene& scene, const EnterIndicatorBaselines& act) {
  if (auto rejection = items_fault(act.items)) return *std::move(rejection);
  if (auto rejection = subjects_fault(scene, act.items)) return *std::move(rejection);
  return decide_items(scene, act.items, [](const auto& item) { return body_of(item); });
}

}  // namespace luuvet

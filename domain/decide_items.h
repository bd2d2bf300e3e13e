// Acts whose items are one command each, on what they name.
#pragma once

#include <utility>
#include <vector>

#include "domain/act_items.h"
#include "domain/decide_parts.h"

namespace luuvet {

// One event of each item, in their order; the first item names the resource, the agency and the capacity, which all of
// them have (G06). Subjects and bodies were checked. `body_of`: the item as the command that stands alone.
template <class Item, class BodyOf>
Result<Decision> decide_items(const Scene& scene, const std::vector<Item>& items, const BodyOf& body_of) {
  Decision whole;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto one = body_of(items[i]);
    const Command command{*parse_subject(items[i].subject), one};
    if (i == 0) whole.agency = acting_agency(scene.world, scene.context, command.target);
    const Context context = item_context(scene.context, whole.agency, items[i].based_on);
    Result<Decision> made = decide_one(Scene{scene.world, command, context, scene.acting}, one);
    if (!made) return of_item(made.error(), i);
    if (i == 0) {
      whole.resource = command.target;
      whole.capacity = made.value().capacity;
    }
    if (made.value().capacity != whole.capacity) return of_item(several_capacities(), i);
    whole.events.push_back(std::move(made.value().events.front()));
  }
  return whole;
}

}  // namespace luuvet

// What acts over several subjects share: their limits, rejections that name their item, and how the items become one
// decision.
#pragma once

#include <string>
#include <vector>

#include "domain/base/result.h"
#include "domain/commands.h"
#include "domain/decide.h"

namespace luuvet {

Rejection too_large();
std::string item_pointer(std::size_t index);  // "/items/3"

// The place of the rejection is the item, or this member of it; places that it names lie below that.
Rejection of_item(Rejection rejection, std::size_t index, std::string_view member = {});

// The context of one item: what it is based on stands in the item.
Context item_context(const Context& context, AgencyId agency, std::optional<Sequence> based_on);

// Appends what item `index` decides to the act, which has one capacity (P06), that of its first item, and a limit
// (G06). A rejection names the item.
std::optional<Rejection> join(Decision& act, Result<Decision> item, std::size_t index);

template <class Item>
std::optional<Rejection> items_fault(const std::vector<Item>& items) {
  if (items.empty()) return invalid("/items", "Cần ít nhất một mục.", "At least one item is needed.");
  if (items.size() > kActEventsMax) return too_large();
  return std::nullopt;
}

}  // namespace luuvet

// Acts whose items are one command each, on what they name (G06). The subjects of all items are checked first, then
// their bodies, then each item in turn. What each kind of act says of its items: `there`, whether a subject names one
// of them; `key_of`, what no two of them share; `body_of`, the item as the command that stands alone.
#pragma once

#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "domain/act_items.h"
#include "domain/decide_parts.h"
#include "domain/people/relations.h"

namespace luuvet {

// Each item names something that is `there`, and no two have the same key.
template <class Item, class There, class KeyOf>
void check_subjects(BodyCheck& check, const std::vector<Item>& items, const There& there, const KeyOf& key_of) {
  std::set<std::decay_t<std::invoke_result_t<KeyOf, const Item&>>> used;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string pointer = item_pointer(i) + "/subject";
    const auto subject = parse_subject(items[i].subject);
    if (!subject || !there(*subject)) check.unknown(pointer, items[i].subject);
    check.once(pointer, used, key_of(items[i]));
  }
}

template <class Item, class There>
void check_subjects(BodyCheck& check, const std::vector<Item>& items, const There& there) {
  check_subjects(check, items, there, [](const Item& item) { return item.subject; });
}

// How many items there are, and what they name; `asked`: as of check_subjects.
template <class Item, class... Asked>
std::optional<Rejection> subjects_fault(const Scene& scene, const std::vector<Item>& items, const Asked&... asked) {
  if (auto rejection = items_fault(items)) return rejection;
  BodyCheck check(scene.world, scene.context);
  check_subjects(check, items, asked...);
  return check.rejection();
}

template <class Item>
Subject item_subject(const Item& item) {
  return *parse_subject(item.subject);
}

// f(the item's scene, its body, its place) for each, until one is rejected.
template <class Item, class BodyOf, class F>
std::optional<Rejection> for_each_item(const Scene& scene, const std::vector<Item>& items, const AgencyId& agency,
                                       const BodyOf& body_of, const F& f) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto body = body_of(items[i]);
    const Command command{item_subject(items[i]), body};
    const Context context = item_context(scene.context, agency, items[i].based_on);
    if (auto rejection = f(Scene{scene.world, command, context, scene.acting}, body, i)) return rejection;
  }
  return std::nullopt;
}

// Of each body as the command that stands alone checks it. Subjects were checked.
template <class Item, class BodyOf>
std::optional<Rejection> bodies_fault(const Scene& scene, const std::vector<Item>& items, const BodyOf& body_of) {
  const AgencyId agency = acting_agency(scene.world, scene.context, item_subject(items.front()));
  return for_each_item(scene, items, agency, body_of, [](const Scene& item, const auto& body, std::size_t i) {
    return body_fault(item, body, item_pointer(i));
  });
}

// The events of each item, in their order; the first item names the resource, the agency and the capacity, which all of
// them have. Subjects and bodies were checked. prepare(act so far, events of the next item): before they join it.
template <class Item, class BodyOf, class Prepare>
Result<Decision> decide_items(const Scene& scene, const std::vector<Item>& items, const BodyOf& body_of,
                              const Prepare& prepare) {
  Decision act;
  act.resource = item_subject(items.front());
  act.agency = acting_agency(scene.world, scene.context, act.resource);
  auto rejection =
      for_each_item(scene, items, act.agency, body_of, [&](const Scene& item, const auto& body, std::size_t i) {
        Result<Decision> one = decide_one(item, body);
        if (one) prepare(std::as_const(act), one.value().events);
        return join(act, std::move(one), i);
      });
  if (rejection) return *std::move(rejection);
  return act;
}

template <class Item, class BodyOf>
Result<Decision> decide_items(const Scene& scene, const std::vector<Item>& items, const BodyOf& body_of) {
  return decide_items(scene, items, body_of, [](const Decision&, const std::vector<NewEvent>&) {});
}

}  // namespace luuvet

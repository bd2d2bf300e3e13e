#include "projections/links/contradictions.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "domain/base/stable_hash.h"
#include "domain/links/link_rows.h"

namespace luuvet::projections {

namespace {

void identify(Contradiction& contradiction) {
  StableHash hash;
  hash.add(contradiction.kind);
  for (const ContradictionPlace& place : contradiction.places) {
    hash.add(place.subject);
    hash.add(place.field);
  }
  contradiction.id = hash.hex();
}

}  // namespace

std::shared_ptr<const Contradictions> find_contradictions(const World& world, const Suggestions& alike) {
  auto found = std::make_shared<Contradictions>();
  find_in_pairs(world, alike, *found);
  find_in_words(world, *found);
  find_in_rows(world, *found);
  for (Contradiction& each : *found) identify(each);
  std::stable_sort(found->begin(), found->end(), [](const Contradiction& a, const Contradiction& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.score > b.score;
  });
  return found;
}

namespace {

std::set<std::string> subjects_of(const Contradiction& contradiction) {
  std::set<std::string> subjects;
  for (const ContradictionPlace& place : contradiction.places) subjects.insert(place.subject);
  return subjects;
}

std::size_t named_in(const Doubt& doubt, const std::set<std::string>& subjects) {
  std::set<std::string> named;
  for (const DoubtPlace& place : doubt.places)
    if (place.subject && subjects.contains(*place.subject)) named.insert(*place.subject);
  return named.size();
}

bool joins(const LinkState& link, const std::set<std::string>& subjects) {
  return std::all_of(link.pair.subjects.begin(), link.pair.subjects.end(),
                     [&](const std::string& row) { return subjects.contains(row); });
}

// Somebody said that these are two different things.
bool told_apart(const World& world, const Contradiction& contradiction) {
  const std::set<std::string> subjects = subjects_of(contradiction);
  if (subjects.size() != 2) return false;
  const auto links = links_of(world, *subjects.begin());
  return std::any_of(links.begin(), links.end(), [&](const LinkState* link) {
    return link->pair.kind == LinkKind::kTwin && joins(*link, subjects) &&
           (link->status == LinkStatus::kRejected || link->status == LinkStatus::kParted);
  });
}

// What linked twins add to what was found by words.
std::shared_ptr<const Contradictions> of_links(const World& world, const Contradictions& all) {
  auto found = std::make_shared<Contradictions>();
  find_in_links(world, *found);
  std::set<std::string> known;
  if (!found->empty())
    for (const Contradiction& each : all) known.insert(each.id);
  for (Contradiction& each : *found) identify(each);
  std::erase_if(*found, [&](const Contradiction& each) { return known.contains(each.id); });
  return found;
}

bool of_programme(const World& world, const Contradiction& contradiction, const std::optional<ProgrammeId>& programme) {
  return !programme || std::any_of(contradiction.places.begin(), contradiction.places.end(), [&](const auto& place) {
    return programme_of_row(world, place.subject) == programme;
  });
}

}  // namespace

// A doubt covers what it names: both places of a pair, or the only one.
Cover cover_of(const World& world, const Contradiction& contradiction) {
  const std::set<std::string> subjects = subjects_of(contradiction);
  const std::size_t needed = std::min<std::size_t>(subjects.size(), 2);
  Cover cover;
  world.doubts.for_each([&](const auto& doubt) {
    if (named_in(doubt->content, subjects) < needed) return;
    cover.doubts.push_back(doubt->content.id);
    cover.settled = cover.settled || doubt->settled.has_value();
  });
  for (const LinkState* link : links_of(world, *subjects.begin())) {
    if (!joins(*link, subjects)) continue;
    cover.links.push_back(link->id);
    cover.settled = cover.settled || link->status == LinkStatus::kLinked;
  }
  return cover;
}

ContradictionList list_contradictions(const World& world, const Contradictions& all, const ContradictionFilter& filter,
                                      const PageRequest& request) {
  std::map<ContradictionKind, ContradictionCount> counts;
  std::vector<ContradictionItem> items;
  const auto take = [&](const Contradiction& each) {
    if (!of_programme(world, each, filter.programme) || told_apart(world, each)) return;
    ContradictionItem item{&each, cover_of(world, each)};
    const bool covered = !item.cover.doubts.empty() || !item.cover.links.empty();
    ContradictionCount& count = counts[each.kind];
    count.kind = each.kind;
    ++(covered ? count.covered : count.uncovered);
    if (filter.kind && each.kind != *filter.kind) return;
    if (filter.covered && covered != *filter.covered) return;
    if (filter.subject && !subjects_of(each).contains(*filter.subject)) return;
    items.push_back(std::move(item));
  };
  ContradictionList list;
  list.of_links = of_links(world, all);
  for (const Contradiction& each : all) take(each);
  for (const Contradiction& each : *list.of_links) take(each);
  list.page = page_of(std::move(items), request, [](const ContradictionItem& item) { return item.found->id; });
  for (const auto& [kind, count] : counts) list.counts.push_back(count);
  return list;
}

}  // namespace luuvet::projections

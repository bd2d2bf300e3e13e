#include "projections/links/link_list.h"

#include <algorithm>
#include <map>

#include "domain/links/link_rows.h"

namespace luuvet::projections {
namespace {

bool matches(const World& world, const LinkState& link, const LinkFilter& filter) {
  const auto& rows = link.pair.subjects;
  if (filter.kind && link.pair.kind != *filter.kind) return false;
  if (!filter.status.empty() &&
      std::find(filter.status.begin(), filter.status.end(), link.status) == filter.status.end())
    return false;
  if (filter.subject && std::find(rows.begin(), rows.end(), *filter.subject) == rows.end()) return false;
  return !filter.programme || std::any_of(rows.begin(), rows.end(), [&](const std::string& row) {
    return programme_of_row(world, row) == filter.programme;
  });
}

}  // namespace

Page<std::shared_ptr<const LinkState>> list_links(const World& world, const LinkFilter& filter,
                                                  const PageRequest& request) {
  std::vector<std::shared_ptr<const LinkState>> links;
  world.links.for_each([&](const std::shared_ptr<const LinkState>& link) {
    if (matches(world, *link, filter)) links.push_back(link);
  });
  std::sort(links.begin(), links.end(), [](const auto& a, const auto& b) { return a->life.first < b->life.first; });
  return page_of(std::move(links), request, [](const auto& link) { return link->id.value; });
}

std::vector<DoubtCount> count_doubts(const World& world, const std::optional<ProgrammeId>& programme) {
  std::map<std::string, DoubtCount> counts;
  world.doubts.for_each([&](const auto& doubt) {
    if (programme && doubt->content.programme != *programme) return;
    DoubtCount& count = counts[doubt->content.kind];
    count.kind = doubt->content.kind;
    ++(doubt->settled ? count.settled : count.open);
  });
  std::vector<DoubtCount> result;
  for (auto& [kind, count] : counts) result.push_back(std::move(count));
  return result;
}

}  // namespace luuvet::projections

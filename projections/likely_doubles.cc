#include "projections/likely_doubles.h"

#include <algorithm>
#include <memory>

#include "projections/likeness.h"

namespace luuvet::projections {
namespace {

using Entry = std::shared_ptr<const RegisterEntryState>;

std::vector<Entry> compared_rows(const World& world) {
  std::vector<Entry> rows;
  world.register_entries.for_each([&](const Entry& row) {
    if (is_compared(row->content.register_) && !row->ended) rows.push_back(row);
  });
  std::sort(rows.begin(), rows.end(), [](const Entry& a, const Entry& b) { return a->life.first > b->life.first; });
  if (rows.size() > kDoublesCompared) rows.resize(kDoublesCompared);
  return rows;
}

}  // namespace

bool is_compared(Register kind) {
  return kind == Register::kSharedPlatform || kind == Register::kHiredService;
}

LikelyDoubles likely_doubles(const World& world) {
  const std::vector<Entry> rows = compared_rows(world);
  std::vector<std::string_view> names;
  for (const Entry& row : rows) names.push_back(row->content.name);
  LikelyDoubles found;
  for (const Alike& alike : Likeness(names).pairs(kDoubleScoreLeast)) {
    const RegisterEntryId& a = rows[alike.a]->content.id;
    const RegisterEntryId& b = rows[alike.b]->content.id;
    found[a].push_back({b, alike.score});
    found[b].push_back({a, alike.score});
  }
  return found;
}

}  // namespace luuvet::projections

#include "server/app/findings.h"

namespace luuvet::server {

Found Findings::of(const World& world) {
  const std::lock_guard lock(mutex_);
  for (const Entry& entry : entries_)
    if (entry.rows_at == world.rows_at) return entry.found;
  Found found;
  found.suggestions = projections::find_suggestions(world);
  found.contradictions = projections::find_contradictions(world, *found.suggestions);
  if (entries_.size() == kKept) entries_.erase(entries_.begin());
  entries_.push_back({world.rows_at, found});
  return found;
}

}  // namespace luuvet::server

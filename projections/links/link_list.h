// Links between rows of which something was recorded.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/world.h"
#include "projections/page.h"

namespace luuvet::projections {

// Empty members do not filter; all others must hold.
struct LinkFilter {
  std::optional<ProgrammeId> programme;  // of one of its rows
  std::optional<std::string> subject;    // one of its rows
  std::optional<LinkKind> kind;
  std::vector<LinkStatus> status;  // any of these
};

// In the order in which they were first spoken of.
Page<std::shared_ptr<const LinkState>> list_links(const World& world, const LinkFilter& filter,
                                                  const PageRequest& request);

// How many doubts of each kind are open, and how many settled.
struct DoubtCount {
  std::string kind;
  std::size_t open = 0;
  std::size_t settled = 0;
};
std::vector<DoubtCount> count_doubts(const World& world, const std::optional<ProgrammeId>& programme);

}  // namespace luuvet::projections

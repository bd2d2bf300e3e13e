// Pairs of rows that may be the same, or belong together, found by their words. Nothing of it is recorded until
// somebody proposes or decides.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/links/link.h"
#include "domain/world.h"
#include "projections/page.h"

namespace luuvet::projections {

struct Suggestion {
  LinkedPair pair;
  int score = 0;                    // 1 to 100
  std::vector<std::string> shared;  // words of the first row that stand in the second as well
};
using Suggestions = std::vector<Suggestion>;  // highest score first

// Below this the words that two rows share are mostly those of every plan.
inline constexpr int kSuggestedScore = 35;
inline constexpr int kScoreLeast = 20;

// All pairs of one province of at least kScoreLeast: tasks, indicators (twins), tasks that name what an indicator
// counts (related), budget lines with what they may pay for (funds). Some milliseconds for a thousand rows.
std::shared_ptr<const Suggestions> find_suggestions(const World& world);

struct SuggestionFilter {
  std::optional<ProgrammeId> programme;  // of one of its rows
  std::optional<std::string> subject;    // one of its rows
  std::optional<LinkKind> kind;
  int min_score = kSuggestedScore;
};

// What is not decided: pairs that were rejected, parted, proposed or linked are left to the list of links.
Page<Suggestion> list_suggestions(const World& world, const Suggestions& all, const SuggestionFilter& filter,
                                  const PageRequest& request);

}  // namespace luuvet::projections

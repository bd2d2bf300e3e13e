// Composite indices that plans name without a row of their own: to be registered as indicators (X86).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/indicators/known_indices.h"
#include "projections/views.h"

namespace luuvet::projections {

struct IndexPlace {
  Subject subject;  // an indicator or a task
  ProgrammeId programme;
  std::string field;  // "name", "title", "content", "deliverables"
  std::string text;   // its words
};

struct IndexSuggestion {
  const KnownIndex* index = nullptr;
  ProgrammeId programme;                    // of the first task that names it, else of the first place
  std::optional<DocumentId> document;       // of that place
  std::vector<AgencyId> tracking_agencies;  // who leads that task, or tracks that indicator
  std::vector<IndexPlace> places;           // indicators, then tasks, in printed order; at most kIndexPlacesMax
  std::size_t places_total = 0;
};
inline constexpr std::size_t kIndexPlacesMax = 50;

// In the order of known_indices, of each province by itself. Reads the words of all indicators and tasks: some
// milliseconds for a thousand rows.
std::vector<IndexSuggestion> index_suggestions(const Views& views);

}  // namespace luuvet::projections

// The composite indices by which provinces are compared, and by which words plans name them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "domain/indicators/indicator.h"

namespace luuvet::projections {

struct KnownIndex {
  std::string_view code;  // "PAR INDEX"
  std::string_view name;  // as it is called officially
  std::string_view name_en;
  IndicatorDirection direction = IndicatorDirection::kRank;
  std::string_view unit;
  std::vector<std::string_view> spellings;  // folded, whole words
};

// Valid as long as the program.
std::span<const KnownIndex> known_indices();

// Those that the words name, in the order in which they come first; each once.
std::vector<const KnownIndex*> indices_named(std::string_view words);

// The index that an indicator of this name is itself: named first, right behind what such names begin with. Null: none.
const KnownIndex* index_itself(std::string_view name);

}  // namespace luuvet::projections

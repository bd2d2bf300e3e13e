// The folded text by which each kind of row is found: its own words, its place in the document, the names of its
// agencies, what other systems call it.
#pragma once

#include <string>

#include "domain/world.h"

namespace luuvet::projections {

std::string search_text_of(const World& world, const Subject& subject);

}  // namespace luuvet::projections

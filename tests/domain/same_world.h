// Whether two Worlds hold the same: every row of every table, its content and its life.
#pragma once

#include "domain/world.h"

namespace luuvet::test {

// Protected words may differ where `words` says so: of one World they have been erased.
enum class Words { kCompared, kIgnored };
bool same(const World& a, const World& b, Words words = Words::kCompared);

// Whether one task, assignment or request for coordination is the same in both, its life left aside.
bool same_apart_from_life(const World& a, const World& b, const Subject& subject);

}  // namespace luuvet::test

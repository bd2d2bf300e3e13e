// Twins take one report (J08): what is written of an assignment is written of those of its task's twins as well.
#pragma once

#include "domain/decide_parts.h"

namespace luuvet {

// Appends to the decision on `work` what the same command makes so on the twins on which the same agency works. A twin
// that cannot take it is left out.
template <WorkBody Body>
void write_on_twins(const Scene& scene, const Work& work, const Body& body, Decision& decision);

}  // namespace luuvet

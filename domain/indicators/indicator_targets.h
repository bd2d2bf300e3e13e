// Targets as a command says them: what is wrong with them, and what they become.
#pragma once

#include <vector>

#include "domain/body_check.h"

namespace luuvet {

// X04; pointers begin at "/targets".
void check_targets(BodyCheck& check, const std::vector<TargetInput>& targets);
// By year.
std::vector<Target> targets_of(const std::vector<TargetInput>& inputs);

}  // namespace luuvet

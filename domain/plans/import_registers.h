// Indicators and budget lines out of a plan's file (N08).
#pragma once

#include <string>

#include "domain/base/result.h"
#include "domain/commands.h"
#include "domain/world.h"

namespace luuvet {

struct RegisterScene {
  const World& world;   // with what the act has written so far
  const World& before;  // as it was before the act
  const Context& context;
  const ImportPlan& body;
};

// What taking the item writes. `pointer`: of the item in the body.
template <class Content>
Result<Event> register_event(const RegisterScene& scene, const RegisterItem<Content>& item, const std::string& pointer);

}  // namespace luuvet

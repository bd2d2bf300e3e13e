// The rules: what a command makes so, or why not. Pure: reads the World, returns events; numbered in SPEC.md.
#pragma once

#include <vector>

#include "domain/base/result.h"
#include "domain/commands.h"
#include "domain/world.h"

namespace luuvet {

struct NewEvent {
  Subject subject;
  std::optional<ProgrammeId> programme;
  std::optional<Sequence> causation;
  Event event;
};

struct Decision {
  AgencyId agency;                        // resolved: for which agency it was done
  Capacity capacity = Capacity::kDirect;  // resolved: of the grant used
  Subject resource;                       // what the answer represents
  std::vector<NewEvent>
      events;  // empty only where SPEC says that nothing to do is no error (import, a day already open)
};

// In order: roles (kForbidden: P01, P06), target exists (kNotFound), body values and references (kInvalid,
// kUnknownReference), preconditions (kPreconditionRequired, kStale), relations (kForbidden), rules (kRule).
Result<Decision> decide(const World& world, const Command& command, const Context& context);

// Whether the command needs If-Match or Luuvet-Based-On.
bool needs_precondition(const CommandBody& body);

// Fields that the command reads or writes, for Luuvet-Based-On. The event's fields: see `touched_fields`.
std::vector<std::string_view> fields_of(const CommandBody& body);

// Fields that an event touches on its subject.
std::vector<std::string_view> touched_fields(const Event& event);

}  // namespace luuvet

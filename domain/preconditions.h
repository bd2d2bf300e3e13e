// If-Match and Luuvet-Based-On (rules C..): whether what a command rests on still holds.
#pragma once

#include <initializer_list>
#include <optional>

#include "domain/base/result.h"
#include "domain/commands.h"
#include "domain/world.h"

namespace luuvet {

// For commands that address no resource (creating, acts): nothing is there that If-Match could hold for (C02).
std::optional<Rejection> unaddressed_fault(const World& world, const Context& context);

// What is checked: `target` is the resource as addressed (its representation answers If-Match); `lives` are the streams
// whose fields the command reads or writes.
std::optional<Rejection> precondition_fault(const World& world, const Command& command, const Context& context,
                                            std::initializer_list<const Life*> lives);

// C04: the state of the log that the body names at `pointer` lies beyond the last record.
Rejection unseen(std::string pointer, Sequence head);

// What to say where these fields have moved; `current`: the representation now.
Rejection stale(std::vector<std::string> moved, Sequence current);

}  // namespace luuvet

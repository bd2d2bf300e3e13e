// Which record an act's rejection is about: its items stand on records of their own.
#pragma once

#include "domain/base/result.h"
#include "domain/commands.h"

namespace luuvet::server {

// What a command rests on: a subject as somebody has seen it.
struct Basis {
  Subject subject;
  Sequence seen = 0;
};

// Of each item of an act, in their order; without a subject for what is added. Empty for other commands.
std::vector<Basis> item_bases(const CommandBody& body);

// The item's that the rejection points to; `otherwise` where it points to none.
Basis basis_of(const Rejection& rejection, const std::vector<Basis>& items, Basis otherwise);

}  // namespace luuvet::server

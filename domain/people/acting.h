// By which grants somebody acts: judged before anything is looked up, so that whoever has no role for a command learns
// nothing from it (P01).
#pragma once

#include <optional>
#include <vector>

#include "domain/base/result.h"
#include "domain/commands.h"
#include "domain/people/grants.h"

namespace luuvet {

struct Acting {
  // For the agency acted for, in the capacity asked for, of roles that the command takes; their holder's own first.
  std::vector<Grant> grants;
};

// None for what only the server itself can send: imports, days, the log.
std::optional<CommandKind> kind_of(const CommandBody& body);

// kForbidden: P01, P06, B05.
Result<Acting> acting_by(const World& world, const Command& command, const Context& context);

// The first grant by which a row of the table allows the command: holds(relation, grant). Null: none does.
template <class Holds>
const Grant* grant_where(const Acting& acting, const CommandBody& body, const Holds& holds) {
  const std::optional<CommandKind> command = kind_of(body);
  for (const Grant& grant : acting.grants)
    for (const Right& right : kRights)
      if (right.command == command && right.roles.has(grant.role) && holds(right.relation, grant)) return &grant;
  return nullptr;
}

}  // namespace luuvet

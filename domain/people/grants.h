// Grants: what the posts that an account holds on a day allow it. Computed from the World, never stored.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/rights.h"
#include "domain/world.h"

namespace luuvet {

struct Grant {
  Role role = Role::kOfficer;
  AgencyId agency;
  std::optional<CommitteeId> committee;
  std::vector<std::string> areas;  // empty: all
  Capacity capacity = Capacity::kDirect;
  PostId post;
  bool operator==(const Grant&) const = default;
};

// Of the posts held on `date`, those held in their own capacity first. None for an account that is closed or was never
// opened, none by a post of an agency that has ended, and none for the system, which needs no post.
std::vector<Grant> grants_of(const World& world, const ActorId& actor, Date date);

// For which agencies, each once, sorted.
std::vector<AgencyId> agencies_of(const std::vector<Grant>& grants);

// Commands that some role held for `agency` takes, in the order of the table; each still asks for its relation.
std::vector<CommandKind> commands_of(const std::vector<Grant>& grants, const AgencyId& agency);

// Null where the account is closed, or the token unknown, revoked or past its last day.
const AccountToken* token_in_force(const World& world, const AccountId& account, const TokenId& token, Date date);

}  // namespace luuvet

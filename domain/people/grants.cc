#include "domain/people/grants.h"

#include <algorithm>

namespace luuvet {
namespace {

const AccountState* open_account(const World& world, std::string_view id) {
  const AccountState* account = world.accounts.find(id);
  return account && account->kind && !account->closed ? account : nullptr;
}

Grant grant_of(const Post& post, Capacity capacity) {
  return {post.role, post.agency, post.committee, post.areas, capacity, post.id};
}

}  // namespace

std::vector<Grant> grants_of(const World& world, const ActorId& actor, Date date) {
  const AccountState* account = open_account(world, actor.value);
  if (!account) return {};
  std::vector<Grant> grants;
  for (const PostId& id : account->posts) {
    const PostState* post = world.posts.find(id.value);
    if (!post || world.has_ended(post->content.agency)) continue;
    for (const Holding& holding : post->holdings)
      if (holding.account == account->id && holding.holds(date))
        grants.push_back(grant_of(post->content, holding.capacity));
  }
  std::stable_sort(grants.begin(), grants.end(),
                   [](const Grant& a, const Grant& b) { return a.capacity < b.capacity; });
  return grants;
}

std::vector<AgencyId> agencies_of(const std::vector<Grant>& grants) {
  std::vector<AgencyId> agencies;
  for (const Grant& grant : grants) agencies.push_back(grant.agency);
  std::sort(agencies.begin(), agencies.end());
  agencies.erase(std::unique(agencies.begin(), agencies.end()), agencies.end());
  return agencies;
}

std::vector<CommandKind> commands_of(const std::vector<Grant>& grants, const AgencyId& agency) {
  std::vector<CommandKind> commands;
  for (const Right& right : kRights) {
    if (!commands.empty() && commands.back() == right.command) continue;
    const bool taken = std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
      return grant.agency == agency && right.roles.has(grant.role);
    });
    if (taken) commands.push_back(right.command);
  }
  return commands;
}

const AccountToken* token_in_force(const World& world, const AccountId& account, const TokenId& token, Date date) {
  const AccountState* state = open_account(world, account.value);
  if (!state) return nullptr;
  const auto found = std::find_if(state->tokens.begin(), state->tokens.end(),
                                  [&](const AccountToken& each) { return each.token == token; });
  return found != state->tokens.end() && !found->revoked && date <= found->expires_on ? &*found : nullptr;
}

}  // namespace luuvet

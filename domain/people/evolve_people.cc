// Posts and who holds them; accounts and their tokens.
#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

// From a post an account's grants are found again: the account names each post that it ever held.
void note_post(World& world, const AccountId& account, const PostId& post, Sequence sequence, Epoch epoch) {
  auto next = copy_of(world.accounts, account.value);
  next->id = account;
  next->posts_at = sequence;
  if (std::find(next->posts.begin(), next->posts.end(), post) == next->posts.end()) next->posts.push_back(post);
  world.accounts.put(std::move(next), epoch);
}

void change(PostState& state, const Recorded& recorded, const PostFilled& event) {
  state.holdings.push_back(
      {event.account, event.from, event.to, event.capacity, event.document, recorded.meta.sequence});
}

// A holding that was to last longer ends on the day before.
void change(PostState& state, const Recorded&, const PostVacated& event) {
  for (Holding& holding : state.holdings)
    if (holding.account == event.account && (!holding.to || *holding.to >= event.on))
      holding.to = Date{event.on.days - 1};
}

void change(AccountState& state, const Recorded&, const AccountOpened& event) {
  state.kind = event.kind;
}
void change(AccountState& state, const Recorded&, const AccountClosed&) {
  state.closed = true;
}
void change(AccountState& state, const Recorded&, const AccountReopened&) {
  state.closed = false;
}
void change(AccountState& state, const Recorded& recorded, const AccountTokenIssued& event) {
  state.tokens.push_back({event.token, event.expires_on, event.scope, false, recorded.meta.sequence});
}
void change(AccountState& state, const Recorded&, const AccountTokenRevoked& event) {
  for (AccountToken& token : state.tokens)
    if (token.token == event.token) token.revoked = true;
}

bool is_sponsored(const Post* post) {
  return post && post->role == Role::kOutsideLead && post->sponsor;
}

template <class Change>
void change_sponsors(World& world, const AgencyId& agency, Epoch epoch, const Change& change) {
  auto next = copy_of(world.sponsored, agency.value);
  next->agency = agency;
  change(next->sponsors);
  world.sponsored.put(std::move(next), epoch);
}

}  // namespace

void index_sponsor(World& world, const Post* before, const Post& now, Epoch epoch) {
  if (is_sponsored(before))
    change_sponsors(world, before->agency, epoch, [&](auto& sponsors) {
      std::erase_if(sponsors, [&](const auto& each) { return each.post == now.id; });
    });
  if (is_sponsored(&now))
    change_sponsors(world, now.agency, epoch, [&](auto& sponsors) { sponsors.push_back({now.id, *now.sponsor}); });
}

template <PostWorkEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = copy_of(world.posts, recorded.subject.id);
  next->content.id.value = recorded.subject.id;
  change(*next, recorded, event);
  live(next->life, recorded);
  note_post(world, event.account, next->content.id, recorded.meta.sequence, epoch);
  world.posts.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const PostFilled&, Epoch);
template void evolve_one(World&, const Recorded&, const PostVacated&, Epoch);

template <AccountEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = copy_of(world.accounts, recorded.subject.id);
  next->id.value = recorded.subject.id;
  change(*next, recorded, event);
  live(next->life, recorded);
  world.accounts.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const AccountOpened&, Epoch);
template void evolve_one(World&, const Recorded&, const AccountClosed&, Epoch);
template void evolve_one(World&, const Recorded&, const AccountReopened&, Epoch);
template void evolve_one(World&, const Recorded&, const AccountTokenIssued&, Epoch);
template void evolve_one(World&, const Recorded&, const AccountTokenRevoked&, Epoch);

}  // namespace luuvet

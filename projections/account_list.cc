#include "projections/account_list.h"

#include <algorithm>

namespace luuvet::projections {
namespace {

bool has_post_in(const World& world, const AccountState& account, const AgencyId& agency) {
  return std::any_of(account.posts.begin(), account.posts.end(), [&](const PostId& id) {
    const PostState* post = world.posts.find(id.value);
    return post && post->content.agency == agency;
  });
}

bool matches(const World& world, const AccountState& account, const AccountFilter& filter) {
  return account.kind && (!filter.kind || account.kind == filter.kind) &&
         (!filter.closed || account.closed == *filter.closed) &&
         (!filter.agency || has_post_in(world, account, *filter.agency));
}

}  // namespace

Page<std::shared_ptr<const AccountState>> list_accounts(const Views& views, const AccountFilter& filter,
                                                        const PageRequest& request) {
  std::vector<std::shared_ptr<const AccountState>> rows;
  views.world.accounts.for_each([&](const auto& row) {
    if (matches(views.world, *row, filter)) rows.push_back(row);
  });
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a->life.first < b->life.first; });
  return page_of(std::move(rows), request, [](const auto& row) { return row->id.value; });
}

}  // namespace luuvet::projections

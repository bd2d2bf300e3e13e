// Accounts as the log knows them: by id, without names.
#pragma once

#include <memory>
#include <optional>

#include "projections/page.h"
#include "projections/views.h"

namespace luuvet::projections {

// Empty members do not filter; all others must hold.
struct AccountFilter {
  std::optional<AgencyId> agency;  // holds or held a post there
  std::optional<AccountKind> kind;
  std::optional<bool> closed;
};

// Those that were opened, in the order of opening.
Page<std::shared_ptr<const AccountState>> list_accounts(const Views& views, const AccountFilter& filter,
                                                        const PageRequest& request);

}  // namespace luuvet::projections

// The states of posts and accounts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/life.h"

namespace luuvet {

// One account in one post, from day to day, both inclusive.
struct Holding {
  AccountId account;
  Date from;
  std::optional<Date> to;
  Capacity capacity = Capacity::kDirect;
  std::optional<DocumentRef> document;
  Sequence sequence = 0;  // of the filling

  bool holds(Date date) const { return from <= date && (!to || date <= *to); }
  bool operator==(const Holding&) const = default;
};

struct PostState : RegisterState<Post> {
  std::vector<Holding> holdings;  // all that ever were, in the order of their fillings
};

struct AccountToken {
  TokenId token;
  Date expires_on;  // its last day
  TokenScope scope = TokenScope::kRead;
  bool revoked = false;
  Sequence issued = 0;
  bool operator==(const AccountToken&) const = default;
};

struct AccountState {
  AccountId id;
  std::optional<AccountKind> kind;  // none: never opened, only named by a post
  bool closed = false;
  std::vector<AccountToken> tokens;
  std::vector<PostId> posts;  // each that it ever held, once
  Sequence posts_at = 0;      // the last event that moved one of its holdings
  Life life;
  const std::string& key() const { return id.value; }
  bool operator==(const AccountState&) const = default;
};

// Who sponsors an outside lead, by its posts of that role.
struct SponsoredAgency {
  struct Sponsor {
    PostId post;
    AgencyId agency;
    bool operator==(const Sponsor&) const = default;
  };
  AgencyId agency;
  std::vector<Sponsor> sponsors;
  const std::string& key() const { return agency.value; }
  bool operator==(const SponsoredAgency&) const = default;
};

}  // namespace luuvet

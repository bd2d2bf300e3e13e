// How who holds a post, who works on an assignment, and an account's tokens, are shown: in representations and in
// histories.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/views/view_codec.h"

namespace luuvet::api {

struct HoldingRow {
  AccountId account;
  Date from;
  std::optional<Date> to;
  Capacity capacity = Capacity::kDirect;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(HoldingRow, (), (account, from, to, capacity, document))

// The same, seen from the account.
struct HeldRow {
  PostId post;
  Date from;
  std::optional<Date> to;
  Capacity capacity = Capacity::kDirect;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (), (post, from, to, capacity, document))

struct TokenRow {
  TokenId token;
  std::optional<std::string> label;
  Date expires_on;
  TokenScope scope = TokenScope::kRead;
  bool revoked = false;
};
BOOST_DESCRIBE_STRUCT(TokenRow, (), (token, label, expires_on, scope, revoked))

struct PeopleRow {
  AgencyId agency;
  std::optional<AccountId> leader;
  std::optional<std::string> department;
  std::vector<AccountId> officers;
};
BOOST_DESCRIBE_STRUCT(PeopleRow, (), (agency, leader, department, officers))

std::vector<HoldingRow> holding_rows(const PostState& post);
std::vector<HeldRow> held_rows(const World& world, const AccountState& account);
std::vector<PeopleRow> people_rows(const std::vector<const AgencyPeople*>& people);
// `profile` may be null: then no label.
std::vector<TokenRow> token_rows(const AccountState& account, const Profile* profile);

}  // namespace luuvet::api

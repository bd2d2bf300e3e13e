// The commands on posts, accounts and agencies: see domain/commands.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/base/partial.h"
#include "domain/events.h"

namespace luuvet {

// --- post and account ---
// What may be set on a post.
struct PostFields {
  Role role = Role::kOfficer;
  AgencyId agency;
  std::optional<CommitteeId> committee;
  std::string title;
  std::vector<std::string> areas;
  std::optional<std::string> pillar;
  std::optional<AgencyId> sponsor;
  std::optional<DocumentId> document;
};
BOOST_DESCRIBE_STRUCT(PostFields, (), (role, agency, committee, title, areas, pillar, sponsor, document))

struct RegisterPost {
  Role role = Role::kOfficer;
  AgencyId agency;
  std::optional<CommitteeId> committee;
  std::string title;
  std::optional<std::vector<std::string>> areas;
  std::optional<std::string> pillar;
  std::optional<AgencyId> sponsor;
  std::optional<DocumentId> document;
};
BOOST_DESCRIBE_STRUCT(RegisterPost, (), (role, agency, committee, title, areas, pillar, sponsor, document))

struct AmendPost {
  Partial<PostFields> set;
  std::optional<DocumentRef> document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AmendPost, (), (set, document, reason))

struct FillPost {
  AccountId account;
  Date from;
  std::optional<Date> to;            // by order and by mandate: needed
  std::optional<Capacity> capacity;  // none: the post's own, see `own_capacity`
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(FillPost, (), (account, from, to, capacity, document))

struct VacatePost {
  AccountId account;
  Date on;  // the first day without the post
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(VacatePost, (), (account, on, document))

// Its id is `new_id`. All but `kind` is the profile: checked here, kept by the server, never in the log.
struct OpenAccount {
  std::string username;
  std::string name;
  std::optional<std::string> email;
  AccountKind kind = AccountKind::kPerson;
};
BOOST_DESCRIBE_STRUCT(OpenAccount, (), (username, name, email, kind))
struct CloseAccount {};
BOOST_DESCRIBE_STRUCT(CloseAccount, (), ())
struct ReopenAccount {};
BOOST_DESCRIBE_STRUCT(ReopenAccount, (), ())

// Its id is `new_id`. The label is kept by the server, not in the log.
struct IssueToken {
  std::string label;
  Date expires_on;  // its last day
  TokenScope scope = TokenScope::kRead;
};
BOOST_DESCRIBE_STRUCT(IssueToken, (), (label, expires_on, scope))
struct RevokeToken {
  TokenId token;
};
BOOST_DESCRIBE_STRUCT(RevokeToken, (), (token))

// --- agency ---
struct FoundAgency {
  AgencyId id;
  std::string name;
  std::optional<std::string> short_name;
  std::optional<std::vector<std::string>> aliases;
  std::string kind;
  std::string province;
  std::optional<AgencyId> parent;
  Date from_date;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(FoundAgency, (), (id, name, short_name, aliases, kind, province, parent, from_date, document))

struct RenameAgency {
  std::string name;
  std::optional<std::string> short_name;
  Date from_date;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(RenameAgency, (), (name, short_name, from_date, document))

struct MergeAgency {
  AgencyId into;
  Date from_date;  // the first day without it
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(MergeAgency, (), (into, from_date, document))

struct DissolveAgency {
  Date on;  // the first day without it
  DocumentRef document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(DissolveAgency, (), (on, document, reason))

}  // namespace luuvet

// Posts: what gives rights. A person holds a post from a day to a day; the post says the role, for which agency and,
// on a committee, for which committee (office practice: duties hang on posts, not on persons).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"

namespace luuvet {

enum class Role : std::uint8_t {
  kOfficer,
  kHead,
  kDeputy,
  kClerk,
  kStandingAgency,
  kFinance,
  kStatistics,
  kCommitteeMember,
  kCommitteeHead,
  kInspector,
  kSocialSupervision,
  kIoc,
  kOutsideLead,
  kAdministrator,
  kPublic
};
BOOST_DESCRIBE_ENUM(Role, kOfficer, kHead, kDeputy, kClerk, kStandingAgency, kFinance, kStatistics, kCommitteeMember,
                    kCommitteeHead, kInspector, kSocialSupervision, kIoc, kOutsideLead, kAdministrator, kPublic)

struct Post {
  PostId id;
  Role role = Role::kOfficer;
  AgencyId agency;
  std::optional<CommitteeId> committee;  // of committee roles; of a standing agency: for this committee only
  std::string title;                     // as printed: "Giám đốc Sở"
  std::vector<std::string> areas;        // mảng; empty: all
  std::optional<std::string> pillar;     // of a focal officer (cán bộ đầu mối theo trụ cột)
  std::optional<AgencyId> sponsor;       // of an outside lead: who checks and signs what it enters
  std::optional<DocumentId> document;
  bool operator==(const Post&) const = default;
};
BOOST_DESCRIBE_STRUCT(Post, (), (id, role, agency, committee, title, areas, pillar, sponsor, document))

// In which capacity the post's holder acts: KT. in a deputy's post, as clerk in a clerk's, else directly. Others who
// fill it act by order or by mandate.
constexpr Capacity own_capacity(Role role) {
  if (role == Role::kDeputy) return Capacity::kDeputy;
  return role == Role::kClerk ? Capacity::kClerk : Capacity::kDirect;
}

}  // namespace luuvet

// Strong ids: one type per kind of thing, so that a task's id cannot be passed for an agency's.
// Shape (checked at the edge by `is_valid_id`): [a-z0-9][a-z0-9.-]{0,79}; agency and group ids have no dot and at most
// 40 characters.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace luuvet {

template <class Tag>
struct Id {
  std::string value;

  auto operator<=>(const Id&) const = default;
  bool empty() const { return value.empty(); }
};

using ProgrammeId = Id<struct ProgrammeTag>;
using AgencyId = Id<struct AgencyTag>;  // an agency or an agency group: one name space
using CommitteeId = Id<struct CommitteeTag>;
using MemberId = Id<struct MemberTag>;
using DocumentId = Id<struct DocumentTag>;
using TaskId = Id<struct TaskTag>;
using AssignmentId = Id<struct AssignmentTag>;  // "<task>.<unit>"; the unit of a joint assignment is "joint"
using IndicatorId = Id<struct IndicatorTag>;
using BudgetLineId = Id<struct BudgetLineTag>;
using DoubtId = Id<struct DoubtTag>;
using LinkId = Id<struct LinkTag>;
using ComponentId = Id<struct ComponentTag>;  // of a budget line
using ReportingDutyId = Id<struct ReportingDutyTag>;
using PostId = Id<struct PostTag>;
using AccountId = Id<struct AccountTag>;
using CoordinationId = Id<struct CoordinationTag>;
using TokenId = Id<struct TokenTag>;
using UnitPlanId = Id<struct UnitPlanTag>;      // "<agency>.<year>"
using SubmissionId = Id<struct SubmissionTag>;  // "<indicator>.<agency>.<period>"
using RatioId = Id<struct RatioTag>;
using TreasuryExtractId = Id<struct TreasuryExtractTag>;
using ActorId = Id<struct ActorTag>;  // who acted: an account's id, or `luuvet` for the system

// Position of a record in the log: from 1, without gaps. 0 = before the first record.
using Sequence = std::uint64_t;

bool is_valid_id(std::string_view text);         // any id that a person or a seed gives
bool is_valid_agency_id(std::string_view text);  // agencies, groups, periods: no dot, at most 40 characters

}  // namespace luuvet

// Views to JSON: the representations that the API answers (openapi.yaml). Every member is always there; what is absent
// is null or [].
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "domain/people/readers.h"
#include "projections/likely_doubles.h"
#include "projections/register_list.h"
#include "projections/tasks/assignment_list.h"
#include "projections/tasks/task_list.h"
#include "projections/tasks/unit_plan_list.h"
#include "projections/thresholds.h"
#include "projections/views.h"

namespace luuvet::api {

// What is kept of an account beside the log.
struct Profile {
  std::optional<std::string> username;  // none for who may only know the name
  std::optional<std::string> name;
  std::optional<std::string> email;
  std::optional<Instant> last_signed_in_at;
  std::map<TokenId, std::string> token_labels;
};
using ProfileOf = std::function<std::optional<Profile>(const AccountId&)>;

// What the representations of one answer have in common.
class ViewContext {
 public:
  // By default for somebody who reads everything that is protected, and no names.
  ViewContext(const projections::Views& shown, Date date, Sight reader = {}, ProfileOf profiles = {},
              const projections::Thresholds& limits = {})
      : views(shown), status_date(date), sight(reader), profile_of(std::move(profiles)), thresholds(limits) {}

  const projections::Views& views;
  const Date status_date;
  const Sight sight;
  const ProfileOf profile_of;
  const projections::Thresholds thresholds;

  // Taken once an answer: a list of agencies asks for every row.
  const std::map<AgencyId, projections::Counts>& agency_counts() const;
  // Who has no plan for the year though the set day has passed; as well.
  const std::vector<AgencyId>& agencies_without_plan() const;
  // Rows of registers that are much alike; as well.
  const projections::LikelyDoubles& likely_doubles() const;

 private:
  mutable std::optional<std::map<AgencyId, projections::Counts>> agency_counts_;
  mutable std::optional<std::vector<AgencyId>> agencies_without_plan_;
  mutable std::optional<projections::LikelyDoubles> likely_doubles_;
};

void write_task(std::string& out, const ViewContext& context, const projections::TaskItem& item);
void write_assignment(std::string& out, const ViewContext& context, const projections::AssignmentItem& item);
// As a list has it, and as it stands alone, with its rows; the latter of a plan that was begun.
void write_unit_plan_summary(std::string& out, const ViewContext& context, const projections::UnitPlanItem& item);
void write_unit_plan(std::string& out, const ViewContext& context, const projections::UnitPlanItem& item);
void write_counts(std::string& out, const projections::Counts& counts);

// A row of a register as it stands, with its `sequence` and what is counted of it.
void write_row(std::string& out, const ViewContext& context, const RegisterState<Programme>& row);
void write_row(std::string& out, const ViewContext& context, const AgencyState& row);
void write_row(std::string& out, const ViewContext& context, const RegisterState<AgencyGroup>& row);
void write_row(std::string& out, const ViewContext& context, const RegisterState<Committee>& row);
void write_row(std::string& out, const ViewContext& context, const RegisterState<Member>& row);
void write_row(std::string& out, const ViewContext& context, const RegisterState<Indicator>& row);
void write_row(std::string& out, const ViewContext& context, const RegisterState<BudgetLine>& row);
void write_row(std::string& out, const ViewContext& context, const RegisterState<ReportingDuty>& row);
void write_row(std::string& out, const ViewContext& context, const DoubtState& row);
void write_row(std::string& out, const ViewContext& context, const LinkState& row);
void write_row(std::string& out, const ViewContext& context, const DocumentState& row);
void write_row(std::string& out, const ViewContext& context, const PostState& row);
void write_row(std::string& out, const ViewContext& context, const AccountState& row);
void write_row(std::string& out, const ViewContext& context, const CoordinationState& request);
void write_row(std::string& out, const ViewContext& context, const SubmissionState& row);
void write_row(std::string& out, const ViewContext& context, const RatioState& row);
// An extract of the treasury that was booked.
void write_row(std::string& out, const ViewContext& context, const TreasuryExtractState& row);
void write_row(std::string& out, const ViewContext& context, const MissionState& row);
void write_row(std::string& out, const ViewContext& context, const BigProblemRow& row);
void write_row(std::string& out, const ViewContext& context, const RegisterEntryState& row);
void write_row(std::string& out, const ViewContext& context, const ProposalRow& row);

}  // namespace luuvet::api

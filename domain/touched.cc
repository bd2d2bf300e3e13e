// Field names for Luuvet-Based-On: what each event touches. "status" is also touched by any event that moves it.
#include <utility>

#include "domain/decide.h"
#include "domain/missions/mission_steps.h"

namespace luuvet {
namespace {

using Fields = std::vector<std::string_view>;

template <class Content>
Fields all_members() {
  Fields fields;
  for_each_member<Content>([&](std::size_t, auto member) { fields.push_back(member.name); });
  return fields;
}

template <class Content>
Fields touched(const Registered<Content>&) {
  return all_members<Content>();
}
template <class Content>
Fields touched(const Amended<Content>& event) {
  return names(event.set);
}
Fields touched(const DocumentRegistered&) {
  Fields fields = all_members<Document>();
  fields.push_back("file");
  return fields;
}
Fields touched(const DocumentAmended& event) {
  Fields fields = names(event.set);
  if (event.open && event.open->file) fields.push_back("file");
  return fields;
}

Fields touched(const TaskAssigned&) {
  return {"mode", "units", "group"};
}
Fields touched(const TaskTriggerRecorded&) {
  return {"triggers"};
}
Fields touched(const TaskSuspended&) {
  return {"suspended"};
}
Fields touched(const TaskResumed&) {
  return {"suspended"};
}
Fields touched(const TaskCancelled&) {
  return {"cancelled"};
}
Fields touched(const TaskReinstated&) {
  return {"cancelled"};
}

Fields touched(const TaskImported&) {
  return {"imported"};
}

Fields touched(const AssignmentStarted&) {
  return {"started_on"};
}
Fields touched(const AssignmentProgressReported&) {
  return {"draft"};
}
Fields touched(const AssignmentProgressApproved&) {
  return {"approval", "progress_percent", "quantities"};
}
Fields touched(const AssignmentProgressReturned&) {
  return {"approval"};
}
Fields touched(const AssignmentSubmitted&) {
  return {"status", "completed_on", "delivered", "returned"};
}
Fields touched(const AssignmentAccepted&) {
  return {"status"};
}
Fields touched(const AssignmentReturned&) {
  return {"status", "completed_on", "returned"};
}
Fields touched(const AssignmentExtensionAsked&) {
  return {"extension"};
}
Fields touched(const AssignmentExtensionDecided&) {
  return {"extension", "extended_due"};
}
Fields touched(const AssignmentReopened&) {
  return {"status", "completed_on", "returned"};
}
Fields touched(const AssignmentOpeningStateEntered&) {
  return {"opening_state"};
}
Fields touched(const AssignmentOpeningStateConfirmed&) {
  return {"opening_state", "status", "progress_percent", "completed_on"};
}
Fields touched(const AssignmentTakenOver&) {
  return {"started_on", "progress_percent", "quantities",   "completed_on", "delivered",
          "returned",   "extension",        "extended_due", "opening_state"};
}

Fields touched(const AssignmentProgressWithdrawn&) {
  return {"draft"};
}
Fields touched(const AssignmentPeopleAssigned&) {
  return {"people"};
}
Fields touched(const AssignmentHandedOver&) {
  return {"people"};
}

Fields touched(const AssignmentMilestoneMet&) {
  return {"milestones"};
}
Fields touched(const AssignmentMilestoneUnmet&) {
  return {"milestones"};
}
Fields touched(const AssignmentYearSubmitted&) {
  return {"year_results"};
}
Fields touched(const AssignmentYearAccepted&) {
  return {"year_results"};
}
Fields touched(const AssignmentYearReturned&) {
  return {"year_results"};
}
Fields touched(const AssignmentYearReopened&) {
  return {"year_results"};
}

Fields touched(const UnitPlanBegun&) {
  return {"stage"};
}
Fields touched(const UnitPlanLineSet& event) {
  return event.set.empty() ? Fields{} : Fields{"lines"};
}
Fields touched(const UnitPlanSubmitted&) {
  return {"stage"};
}
Fields touched(const UnitPlanApproved&) {
  return {"stage", "editions"};
}
Fields touched(const UnitPlanReturned&) {
  return {"stage"};
}
Fields touched(const UnitPlanNoted&) {
  return {"notes"};
}
Fields touched(const UnitPlanAmendmentBegun&) {
  return {"stage"};
}

Fields touched(const ProgrammeYearClosed&) {
  return {"closed_years"};
}
Fields touched(const BudgetSourcesAssigned&) {
  return {"sources"};
}
Fields touched(const BudgetNeedAmended&) {
  return {"need", "sources"};
}
Fields touched(const BudgetNeedRevised&) {
  return {"revised_need"};
}
Fields touched(const BudgetComponentRegistered&) {
  return {"components"};
}
Fields touched(const BudgetComponentAmended& event) {
  return event.set.empty() ? Fields{} : Fields{"components"};
}
Fields touched(const BudgetComponentEnded&) {
  return {"components"};
}
Fields touched(const BudgetAllocated&) {
  return {"allocations"};
}
Fields touched(const BudgetAllocationReduced&) {
  return {"allocations"};
}
Fields touched(const BudgetContractRegistered&) {
  return {"contracts"};
}
Fields touched(const BudgetContractAmended& event) {
  return event.set.empty() ? Fields{} : Fields{"contracts"};
}
Fields touched(const BudgetDisbursed&) {
  return {"payments"};
}
Fields touched(const BudgetDisbursementReversed&) {
  return {"payments"};
}
Fields touched(const BudgetOutsideMoneyEntered&) {
  return {"outside_money"};
}
Fields touched(const BudgetOutsideMoneyConfirmed&) {
  return {"outside_money"};
}
Fields touched(const BudgetOutsideMoneyReversed&) {
  return {"outside_money"};
}
Fields touched(const ProgrammeNeedRoundOpened&) {
  return {"need_rounds"};
}
Fields touched(const ProgrammeNeedRoundClosed&) {
  return {"need_rounds"};
}
Fields touched(const TreasuryExtractBooked&) {
  return {"rows"};
}
Fields touched(const TreasuryRowKept&) {
  return {"rows"};
}
Fields touched(const TreasuryRowSettled&) {
  return {"rows"};
}
Fields touched(const RatioRegistered&) {
  return {"programme", "name", "minimum_percent", "definitions"};
}
Fields touched(const RatioRedefined&) {
  return {"definitions"};
}
Fields touched(const RatioFiguresEntered&) {
  return {"figures"};
}
Fields touched(const TaskCarriedOver&) {
  return {"carried_to"};
}

Fields touched(const IndicatorDefined&) {
  return {"definitions"};
}
Fields touched(const IndicatorTargetsSet&) {
  return {"target_sets"};
}
Fields touched(const IndicatorBaselineEntered&) {
  return {"baselines"};
}
Fields touched(const IndicatorBreakMarked&) {
  return {"breaks"};
}
Fields touched(const IndicatorChecksSet&) {
  return {"checks"};
}
Fields touched(const IndicatorPublicationRecorded&) {
  return {"publications"};
}
Fields touched(const IndicatorPublicationTakenBack&) {
  return {"publications"};
}
Fields touched(const IndicatorOfficialFigureSet&) {
  return {"official_figures"};
}
template <class E>
requires requires(const E& event) {
  event.kind == FigureKind::kActual;
}
Fields touched(const E& event) {
  return {field_of(event.kind)};
}
Fields touched(const MissionSelected&) {
  return {"stage", "selection", "host"};
}
Fields touched(const MissionContracted&) {
  return {"stage", "contract"};
}
Fields touched(const MissionDisbursementRecorded&) {
  return {"stage", "disbursements"};
}
Fields touched(const MissionCouncilHeld&) {
  return {"councils"};
}
Fields touched(const MissionAccepted&) {
  return {"stage", "acceptance"};
}
Fields touched(const MissionTransferred&) {
  return {"stage", "transfer"};
}
Fields touched(const MissionFollowedUp&) {
  return {"stage", "follow_up"};
}
Fields touched(const MissionStopped&) {
  return {"stage", "stop"};
}
Fields touched(const MissionMilestonesSet&) {
  return {"stage", "milestones"};
}
Fields touched(const MissionStepCorrected& event) {
  Fields fields{field_of(event.step), "corrections"};
  if (event.step == MissionStep::kSelection) fields.push_back("host");
  return event.set.empty() ? Fields{} : fields;
}
Fields touched(const MissionStepWithdrawn& event) {
  Fields fields{field_of(event.step), "corrections", "stage"};
  if (event.step == MissionStep::kSelection) fields.push_back("host");
  return fields;
}
Fields touched(const BigProblemMilestonesSet&) {
  return {"milestones"};
}
Fields touched(const BigProblemClosed&) {
  return {"state"};
}
Fields touched(const RegisterEntryEnded&) {
  return {"ended"};
}
Fields touched(const TaskExternalIdsSet&) {
  return {"external_ids"};
}
Fields touched(const TaskMeasuresSet&) {
  return {"measures"};
}
Fields touched(const ProposalMade& event) {
  return event.set.empty() ? Fields{} : Fields{"state", "set"};
}
Fields touched(const ProposalAccepted&) {
  return {"state"};
}
Fields touched(const ProposalRefused&) {
  return {"state"};
}

Fields touched(const ThreadCommented&) {
  return {"entries"};
}
Fields touched(const ThreadDirected&) {
  return {"entries"};
}
Fields touched(const ThreadUrged&) {
  return {"entries"};
}
Fields touched(const ThreadCommentWithdrawn&) {
  return {"entries"};
}

Fields touched(const PostFilled&) {
  return {"holdings"};
}
Fields touched(const PostVacated&) {
  return {"holdings"};
}

Fields touched(const AccountOpened&) {
  return {"kind"};
}
Fields touched(const AccountClosed&) {
  return {"closed"};
}
Fields touched(const AccountReopened&) {
  return {"closed"};
}
Fields touched(const AccountTokenIssued&) {
  return {"tokens"};
}
Fields touched(const AccountTokenRevoked&) {
  return {"tokens"};
}

Fields touched(const LinkProposed&) {
  return {"status", "kind", "subjects"};
}
Fields touched(const LinkLinked&) {
  return {"status", "binding"};
}
Fields touched(const LinkRejected&) {
  return {"status"};
}
Fields touched(const LinkParted&) {
  return {"status", "binding"};
}
Fields touched(const DoubtSettled&) {
  return {"settled"};
}
Fields touched(const DoubtReopened&) {
  return {"settled"};
}

Fields touched(const AgencyFounded&) {
  Fields fields = all_members<Agency>();
  fields.push_back("from_date");
  return fields;
}
Fields touched(const AgencyRenamed&) {
  return {"name", "short_name", "aliases", "former_names"};
}
Fields touched(const AgencyMerged&) {
  return {"ended_on", "merged_into"};
}
Fields touched(const AgencyDissolved&) {
  return {"ended_on"};
}

Fields touched(const CoordinationAsked&) {
  return {"task", "to", "due", "document", "what"};
}
Fields touched(const CoordinationConfirmed&) {
  return {"answers"};
}
Fields touched(const CoordinationDisputed&) {
  return {"answers"};
}
Fields touched(const CoordinationAnswered&) {
  return {"answers"};
}
Fields touched(const CoordinationClosed&) {
  return {"closed"};
}

Fields touched(const LogCreated&) {
  return {"log"};
}
Fields touched(const LogAdopted&) {
  return {"public_key"};
}
Fields touched(const RecordErased&) {
  return {"erased"};
}
Fields touched(const DayOpened&) {
  return {"date"};
}

}  // namespace

std::vector<std::string_view> touched_fields(const Event& event) {
  return std::visit([](const auto& each) { return touched(each); }, event);
}

}  // namespace luuvet

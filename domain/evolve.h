// The parts of World::evolve, one overload a kind of event. None can fail: what a record does not say stays as it was,
// and an event on a subject that is not there begins it.
#pragma once

#include <boost/mp11.hpp>

#include "domain/world.h"

namespace luuvet {

template <class Content>
void evolve_one(World& world, const Recorded& recorded, const Registered<Content>& event, Epoch epoch);
template <class Content>
void evolve_one(World& world, const Recorded& recorded, const Amended<Content>& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const DocumentRegistered& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const DocumentAmended& event, Epoch epoch);

using TaskWorkEvents =
    boost::mp11::mp_list<TaskAssigned, TaskTriggerRecorded, TaskSuspended, TaskResumed, TaskCancelled, TaskReinstated,
                         TaskImported, TaskCarriedOver, TaskMeasuresSet>;
template <class E>
concept TaskWorkEvent = boost::mp11::mp_contains<TaskWorkEvents, E>::value;
template <TaskWorkEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

using AssignmentEvents =
    boost::mp11::mp_list<AssignmentStarted, AssignmentProgressReported, AssignmentProgressApproved,
                         AssignmentProgressReturned, AssignmentSubmitted, AssignmentAccepted, AssignmentReturned,
                         AssignmentExtensionAsked, AssignmentExtensionDecided, AssignmentReopened,
                         AssignmentOpeningStateEntered, AssignmentOpeningStateConfirmed, AssignmentTakenOver,
                         AssignmentProgressWithdrawn, AssignmentPeopleAssigned, AssignmentHandedOver,
                         AssignmentMilestoneMet, AssignmentMilestoneUnmet, AssignmentYearSubmitted,
                         AssignmentYearAccepted, AssignmentYearReturned, AssignmentYearReopened>;
template <class E>
concept AssignmentEvent = boost::mp11::mp_contains<AssignmentEvents, E>::value;
template <AssignmentEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

using ThreadEvents = boost::mp11::mp_list<ThreadCommented, ThreadDirected, ThreadUrged, ThreadCommentWithdrawn>;
template <class E>
concept ThreadEvent = boost::mp11::mp_contains<ThreadEvents, E>::value;
template <ThreadEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

using PostWorkEvents = boost::mp11::mp_list<PostFilled, PostVacated>;
template <class E>
concept PostWorkEvent = boost::mp11::mp_contains<PostWorkEvents, E>::value;
template <PostWorkEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

using AccountEvents =
    boost::mp11::mp_list<AccountOpened, AccountClosed, AccountReopened, AccountTokenIssued, AccountTokenRevoked>;
template <class E>
concept AccountEvent = boost::mp11::mp_contains<AccountEvents, E>::value;
template <AccountEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

using AgencyEvents = boost::mp11::mp_list<AgencyFounded, AgencyRenamed, AgencyMerged, AgencyDissolved>;
template <class E>
concept AgencyEvent = boost::mp11::mp_contains<AgencyEvents, E>::value;
template <AgencyEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

using LinkEvents = boost::mp11::mp_list<LinkProposed, LinkLinked, LinkRejected, LinkParted>;
template <class E>
concept LinkEvent = boost::mp11::mp_contains<LinkEvents, E>::value;
template <LinkEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const DoubtSettled& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const DoubtReopened& event, Epoch epoch);
using CoordinationEvents = boost::mp11::mp_list<CoordinationAsked, CoordinationConfirmed, CoordinationDisputed,
                                                CoordinationAnswered, CoordinationClosed>;
template <class E>
concept CoordinationEvent = boost::mp11::mp_contains<CoordinationEvents, E>::value;
template <CoordinationEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

using UnitPlanEvents = boost::mp11::mp_list<UnitPlanBegun, UnitPlanLineSet, UnitPlanSubmitted, UnitPlanApproved,
                                            UnitPlanReturned, UnitPlanNoted, UnitPlanAmendmentBegun>;
template <class E>
concept UnitPlanEvent = boost::mp11::mp_contains<UnitPlanEvents, E>::value;
template <UnitPlanEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

void evolve_one(World& world, const Recorded& recorded, const ProgrammeYearClosed& event, Epoch epoch);

using IndicatorEvents = boost::mp11::mp_list<IndicatorDefined, IndicatorTargetsSet, IndicatorBaselineEntered,
                                             IndicatorBreakMarked, IndicatorChecksSet, IndicatorPublicationRecorded,
                                             IndicatorPublicationTakenBack, IndicatorOfficialFigureSet>;
template <class E>
concept IndicatorEvent = boost::mp11::mp_contains<IndicatorEvents, E>::value;
template <IndicatorEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

using SubmissionEvents =
    boost::mp11::mp_list<SubmissionEntered, SubmissionSubmitted, SubmissionApproved, SubmissionDraftReturned,
                         SubmissionVerified, SubmissionReturned, SubmissionRestated>;
template <class E>
concept SubmissionEvent = boost::mp11::mp_contains<SubmissionEvents, E>::value;
template <SubmissionEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

using BudgetEvents =
    boost::mp11::mp_list<BudgetSourcesAssigned, BudgetNeedAmended, BudgetNeedRevised, BudgetComponentRegistered,
                         BudgetComponentAmended, BudgetComponentEnded, BudgetAllocated, BudgetAllocationReduced,
                         BudgetContractRegistered, BudgetContractAmended, BudgetDisbursed, BudgetDisbursementReversed,
                         BudgetOutsideMoneyEntered, BudgetOutsideMoneyConfirmed, BudgetOutsideMoneyReversed>;
template <class E>
concept BudgetEvent = boost::mp11::mp_contains<BudgetEvents, E>::value;
template <BudgetEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const ProgrammeNeedRoundOpened& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const ProgrammeNeedRoundClosed& event, Epoch epoch);

using TreasuryEvents = boost::mp11::mp_list<TreasuryExtractBooked, TreasuryRowKept, TreasuryRowSettled>;
template <class E>
concept TreasuryEvent = boost::mp11::mp_contains<TreasuryEvents, E>::value;
template <TreasuryEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);

using RatioEvents = boost::mp11::mp_list<RatioRegistered, RatioRedefined, RatioFiguresEntered>;
template <class E>
concept RatioEvent = boost::mp11::mp_contains<RatioEvents, E>::value;
template <RatioEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);
using MissionEvents =
    boost::mp11::mp_list<MissionSelected, MissionContracted, MissionDisbursementRecorded, MissionCouncilHeld,
                         MissionAccepted, MissionTransferred, MissionFollowedUp, MissionStopped, MissionMilestonesSet,
                         MissionStepCorrected, MissionStepWithdrawn>;
template <class E>
concept MissionEvent = boost::mp11::mp_contains<MissionEvents, E>::value;
template <MissionEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const BigProblemMilestonesSet& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const BigProblemClosed& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const RegisterEntryEnded& event, Epoch epoch);

void evolve_one(World& world, const Recorded& recorded, const TaskExternalIdsSet& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const ProposalMade& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const ProposalAccepted& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const ProposalRefused& event, Epoch epoch);

void evolve_one(World& world, const Recorded& recorded, const LogCreated& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const LogAdopted& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const RecordErased& event, Epoch epoch);
void evolve_one(World& world, const Recorded& recorded, const DayOpened& event, Epoch epoch);

// Writes the record into the life of its stream, with the fields that its event touches.
void live(Life& life, const Recorded& recorded);
// Keeps `World::sponsored`: the post was `before` (null: none) and is `now`.
void index_sponsor(World& world, const Post* before, const Post& now, Epoch epoch);
// Notes with the extract what a payment that it brought has changed.
void note_booked_row(World& world, const Recorded& recorded, const BudgetDisbursed& event, Amount before, Amount after,
                     Epoch epoch);
// The task's representation has moved.
void pulse(World& world, const TaskId& task, Sequence sequence, Epoch epoch);

}  // namespace luuvet

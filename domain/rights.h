// Who may do what: the whole table. A command is allowed to whoever holds, for the agency acted for, one of the roles
// of one of its rows, where that row's relation holds. What no row allows is forbidden.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <initializer_list>

#include "domain/people/post.h"

namespace luuvet {

// Commands as the table names them; an act over many subjects has the right of the single command.
enum class CommandKind : std::uint8_t {
  kRegisterDocument,
  kAmendDocument,
  kRegisterTask,
  kAmendTask,
  kAssign,
  kRecordTrigger,
  kSuspend,
  kResume,
  kCancel,
  kReinstate,
  kAmendProgramme,
  kStart,
  kReportProgress,
  kSubmit,
  kAskExtension,
  kEnterOpeningState,
  kApproveProgress,
  kReturnProgress,
  kConfirmOpeningState,
  kAccept,
  kReturn,
  kReopen,
  kDecideExtension,
  kComment,
  kDirect,
  kUrge,
  kRegisterPost,
  kAmendPost,
  kFillPost,
  kVacatePost,
  kOpenAccount,
  kCloseAccount,
  kReopenAccount,
  kIssueToken,
  kRevokeToken,
  kFoundAgency,
  kRenameAgency,
  kMergeAgency,
  kDissolveAgency,
  kUndoTask,
  kUndoDocument,
  kWithdrawProgress,
  kWithdrawComment,
  kAssignPeople,
  kHandOver,
  kProposeLink,
  kLink,
  kRejectLink,
  kPartLink,
  kRaiseDoubt,
  kSettleDoubt,
  kReopenDoubt,
  kAskCoordination,
  kConfirmCoordination,
  kDisputeCoordination,
  kAnswerCoordination,
  kCloseCoordination,
  kBeginUnitPlan,
  kSetUnitPlanLines,
  kSubmitUnitPlan,
  kApproveUnitPlan,
  kReturnUnitPlan,
  kNoteUnitPlan,
  kAmendUnitPlan,
  kMeetMilestone,
  kUnmeetMilestone,
  kSubmitYear,
  kAcceptYear,
  kReturnYear,
  kReopenYear,
  kCloseYear,
  kDefineIndicator,
  kSetIndicatorTargets,
  kEnterIndicatorBaseline,
  kMarkIndicatorBreak,
  kSetIndicatorChecks,
  kRecordPublication,
  kTakeBackPublication,
  kSetOfficialFigure,
  kRegisterIndicator,
  kEnterSubmission,
  kSubmitSubmission,
  kApproveSubmission,
  kReturnSubmissionDraft,
  kVerifySubmission,
  kReturnSubmission,
  kRestateSubmission,
  kAssignSources,
  kAmendNeed,
  kReviseNeed,
  kOpenNeedRound,
  kCloseNeedRound,
  kRegisterComponent,
  kAmendComponent,
  kEndComponent,
  kAllocate,
  kReduceAllocation,
  kRegisterContract,
  kAmendContract,
  kDisburse,
  kReverseDisbursement,
  kEnterOutsideMoney,
  kConfirmOutsideMoney,
  kReverseOutsideMoney,
  kBookTreasuryExtract,
  kSettleTreasuryRows,
  kDefineRatio,
  kEnterRatioFigures,
  kOrderMission,
  kAmendMission,
  kAdvanceMission,  // select, contract, record-disbursement, record-council, accept, transfer
  kStopMission,
  kFollowUpMission,
  kSetMissionMilestones,
  kCorrectMission,  // correct-step, take-back-step
  kRegisterBigProblem,
  kAmendBigProblem,
  kSetBigProblemMilestones,
  kCloseBigProblem,
  kAddRegisterEntry,
  kAmendRegisterEntry,
  kEndRegisterEntry,
  kSetExternalIds,
  kSetMeasures,
  kPropose,
  kAcceptProposal,
  kRefuseProposal
};
// As BOOST_DESCRIBE_ENUM does it, in parts: it takes 52 names at most.
// clang-format off
BOOST_DESCRIBE_ENUM_BEGIN(CommandKind)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, CommandKind,
  kRegisterDocument, kAmendDocument, kRegisterTask, kAmendTask, kAssign, kRecordTrigger, kSuspend, kResume,
  kCancel, kReinstate, kAmendProgramme, kStart, kReportProgress, kSubmit, kAskExtension, kEnterOpeningState,
  kApproveProgress, kReturnProgress, kConfirmOpeningState, kAccept, kReturn, kReopen, kDecideExtension,
  kComment, kDirect, kUrge, kRegisterPost, kAmendPost, kFillPost, kVacatePost, kOpenAccount, kCloseAccount,
  kReopenAccount, kIssueToken, kRevokeToken, kFoundAgency, kRenameAgency, kMergeAgency, kDissolveAgency,
  kUndoTask, kUndoDocument, kWithdrawProgress, kWithdrawComment, kAssignPeople, kHandOver)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, CommandKind,
  kProposeLink, kLink, kRejectLink, kPartLink, kRaiseDoubt, kSettleDoubt, kReopenDoubt, kAskCoordination,
  kConfirmCoordination, kDisputeCoordination, kAnswerCoordination, kCloseCoordination,
  kBeginUnitPlan, kSetUnitPlanLines, kSubmitUnitPlan, kApproveUnitPlan, kReturnUnitPlan, kNoteUnitPlan,
  kAmendUnitPlan, kMeetMilestone, kUnmeetMilestone, kSubmitYear, kAcceptYear, kReturnYear, kReopenYear,
  kCloseYear)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, CommandKind,
  kDefineIndicator, kSetIndicatorTargets, kEnterIndicatorBaseline, kMarkIndicatorBreak, kSetIndicatorChecks,
  kRecordPublication, kTakeBackPublication, kSetOfficialFigure, kRegisterIndicator,
  kEnterSubmission, kSubmitSubmission, kApproveSubmission, kReturnSubmissionDraft, kVerifySubmission,
  kReturnSubmission, kRestateSubmission)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, CommandKind,
  kAssignSources, kAmendNeed, kReviseNeed, kOpenNeedRound, kCloseNeedRound, kRegisterComponent, kAmendComponent,
  kEndComponent, kAllocate, kReduceAllocation, kRegisterContract, kAmendContract, kDisburse,
  kReverseDisbursement, kEnterOutsideMoney, kConfirmOutsideMoney, kReverseOutsideMoney, kBookTreasuryExtract,
  kSettleTreasuryRows, kDefineRatio, kEnterRatioFigures)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, CommandKind,
  kOrderMission, kAmendMission, kAdvanceMission, kStopMission, kFollowUpMission, kSetMissionMilestones,
  kCorrectMission,
  kRegisterBigProblem, kAmendBigProblem, kSetBigProblemMilestones, kCloseBigProblem, kAddRegisterEntry,
  kAmendRegisterEntry, kEndRegisterEntry, kSetExternalIds, kSetMeasures, kPropose, kAcceptProposal, kRefuseProposal)
BOOST_DESCRIBE_ENUM_END(CommandKind)
// clang-format on

// How the agency acted for, or the committee of the post, stands to what is commanded.
enum class Relation : std::uint8_t {
  kAny,
  kRegistered,   // the agency registered the document
  kLead,         // works on the assignment: its unit; of a joint one any lead or member of a leading group. Hosts the
                 // mission, or leads a task or budget line that the record names
  kLeadHead,     // the head of such an agency, or of the sponsor of an outside lead; a deputy in its areas
  kConfirming,   // see `confirming_agency`; a deputy in its areas
  kStanding,     // standing agency of the programme
  kCommittee,    // the programme's committee
  kSupervising,  // standing agency of the programme or of its committee; the committee itself
  kOwnPosts,     // posts of officer, deputy and clerk in the agency
  kOwnPost,      // the post itself, held in its own capacity: to be stood in for
  kOwnAgency,    // the agency's own people, its yearly plan, its figures; who decides as deputy only with a post that
                 // names no areas
  kOwn,          // what the account itself wrote for the agency
  kAsked,        // whom the request for coordination asks
  kAsking,       // whose request for coordination it is
  kPublishing,   // publishes what the indicator says: as the definition says, else who tracks it
  kVerifying,    // verifies the figure: as the definition says, else tracks the indicator; statistics; never its own
  kLine,         // leads the budget line, named or in a group, or invests in one of its components
  kLineHead,     // the head of such an agency, or of the sponsor of an outside lead
  kProvince,     // of the province of the programme
  kKeeper        // manages the mission; leads the big problem
};
BOOST_DESCRIBE_ENUM(Relation, kAny, kRegistered, kLead, kLeadHead, kConfirming, kStanding, kCommittee, kSupervising,
                    kOwnPosts, kOwnPost, kOwnAgency, kOwn, kAsked, kAsking, kPublishing, kVerifying, kLine, kLineHead,
                    kProvince, kKeeper)

class Roles {
 public:
  constexpr Roles(std::initializer_list<Role> roles) {
    for (const Role role : roles) bits_ |= bit(role);
  }
  constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }

 private:
  static constexpr std::uint32_t bit(Role role) { return std::uint32_t{1} << static_cast<unsigned>(role); }
  std::uint32_t bits_ = 0;
};

struct Right {
  CommandKind command;
  Roles roles;
  Relation relation;
};

// clang-format off
inline constexpr std::array kRights = [] {
  using enum CommandKind;
  using enum Role;
  using R = Relation;
  return std::array{
    Right{kRegisterDocument,    {kOfficer, kHead, kDeputy, kClerk, kStandingAgency, kFinance, kStatistics,
                                 kCommitteeMember, kCommitteeHead, kOutsideLead},                           R::kAny},
    Right{kAmendDocument,       {kOfficer, kHead, kDeputy, kClerk, kStandingAgency, kFinance, kStatistics,
                                 kCommitteeMember, kCommitteeHead, kOutsideLead},                           R::kRegistered},
    Right{kAmendDocument,       {kStandingAgency},                                                          R::kStanding},
    Right{kComment,             {kOfficer, kHead, kDeputy, kStandingAgency, kFinance, kStatistics,
                                 kCommitteeMember, kCommitteeHead, kOutsideLead},                           R::kAny},

    Right{kRegisterTask,        {kStandingAgency},                                                          R::kStanding},
    Right{kAmendTask,           {kStandingAgency},                                                          R::kStanding},
    Right{kAssign,              {kStandingAgency},                                                          R::kStanding},
    Right{kSuspend,             {kStandingAgency},                                                          R::kStanding},
    Right{kResume,              {kStandingAgency},                                                          R::kStanding},
    Right{kCancel,              {kStandingAgency},                                                          R::kStanding},
    Right{kReinstate,           {kStandingAgency},                                                          R::kStanding},
    Right{kAmendProgramme,      {kStandingAgency},                                                          R::kStanding},
    Right{kRecordTrigger,       {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},
    Right{kRecordTrigger,       {kStandingAgency},                                                          R::kStanding},

    Right{kStart,               {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},
    Right{kReportProgress,      {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},
    Right{kSubmit,              {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},
    Right{kAskExtension,        {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},
    Right{kEnterOpeningState,   {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},

    Right{kApproveProgress,     {kHead, kDeputy},                                                           R::kLeadHead},
    Right{kReturnProgress,      {kHead, kDeputy},                                                           R::kLeadHead},
    Right{kConfirmOpeningState, {kHead, kDeputy},                                                           R::kLeadHead},

    Right{kAccept,              {kHead, kDeputy, kStandingAgency},                                          R::kConfirming},
    Right{kReturn,              {kHead, kDeputy, kStandingAgency},                                          R::kConfirming},
    Right{kReopen,              {kHead, kDeputy, kStandingAgency},                                          R::kConfirming},

    Right{kDecideExtension,     {kStandingAgency},                                                          R::kStanding},
    Right{kDecideExtension,     {kCommitteeHead},                                                           R::kCommittee},
    Right{kDirect,              {kStandingAgency, kCommitteeHead, kCommitteeMember},                        R::kSupervising},
    Right{kUrge,                {kStandingAgency, kCommitteeHead},                                          R::kSupervising},

    Right{kRegisterPost,        {kAdministrator},                                                           R::kAny},
    Right{kAmendPost,           {kAdministrator},                                                           R::kAny},
    Right{kFillPost,            {kAdministrator},                                                           R::kAny},
    Right{kFillPost,            {kHead},                                                                    R::kOwnPosts},
    Right{kFillPost,            {kHead, kDeputy, kStandingAgency, kFinance, kStatistics, kCommitteeHead},   R::kOwnPost},
    Right{kVacatePost,          {kAdministrator},                                                           R::kAny},
    Right{kVacatePost,          {kHead},                                                                    R::kOwnPosts},
    Right{kVacatePost,          {kHead, kDeputy, kStandingAgency, kFinance, kStatistics, kCommitteeHead},   R::kOwnPost},
    Right{kOpenAccount,         {kAdministrator},                                                           R::kAny},
    Right{kCloseAccount,        {kAdministrator},                                                           R::kAny},
    Right{kReopenAccount,       {kAdministrator},                                                           R::kAny},
    Right{kIssueToken,          {kAdministrator},                                                           R::kAny},
    Right{kRevokeToken,         {kAdministrator},                                                           R::kAny},
    Right{kFoundAgency,         {kAdministrator},                                                           R::kAny},
    Right{kRenameAgency,        {kAdministrator},                                                           R::kAny},
    Right{kMergeAgency,         {kAdministrator},                                                           R::kAny},
    Right{kDissolveAgency,      {kAdministrator},                                                           R::kAny},

    Right{kAssignPeople,        {kHead, kDeputy},                                                           R::kLeadHead},
    Right{kHandOver,            {kHead, kDeputy},                                                           R::kOwnAgency},
    Right{kUndoTask,            {kStandingAgency},                                                          R::kStanding},
    Right{kUndoDocument,        {kOfficer, kHead, kDeputy, kClerk, kStandingAgency, kFinance, kStatistics,
                                 kCommitteeMember, kCommitteeHead, kOutsideLead},                           R::kRegistered},
    Right{kUndoDocument,        {kStandingAgency},                                                          R::kStanding},
    Right{kProposeLink,         {kOfficer, kHead, kDeputy, kStandingAgency, kFinance, kStatistics,
                                 kCommitteeMember, kCommitteeHead, kOutsideLead},                           R::kAny},
    Right{kLink,                {kStandingAgency},                                                          R::kStanding},
    Right{kRejectLink,          {kStandingAgency},                                                          R::kStanding},
    Right{kPartLink,            {kStandingAgency},                                                          R::kStanding},
    Right{kRaiseDoubt,          {kStandingAgency},                                                          R::kStanding},
    Right{kSettleDoubt,         {kStandingAgency},                                                          R::kStanding},
    Right{kReopenDoubt,         {kStandingAgency},                                                          R::kStanding},
    Right{kWithdrawProgress,    {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},
    Right{kWithdrawComment,     {kOfficer, kHead, kDeputy, kStandingAgency, kFinance, kStatistics,
                                 kCommitteeMember, kCommitteeHead, kOutsideLead},                           R::kOwn},

    Right{kAskCoordination,     {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},
    Right{kConfirmCoordination, {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kAsked},
    Right{kDisputeCoordination, {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kAsked},
    Right{kAnswerCoordination,  {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kAsking},
    Right{kCloseCoordination,   {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kAsking},
    Right{kCloseCoordination,   {kStandingAgency},                                                          R::kStanding},
    Right{kBeginUnitPlan,       {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kOwnAgency},
    Right{kSetUnitPlanLines,    {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kOwnAgency},
    Right{kSubmitUnitPlan,      {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kOwnAgency},
    Right{kApproveUnitPlan,     {kHead, kDeputy},                                                           R::kOwnAgency},
    Right{kReturnUnitPlan,      {kHead, kDeputy},                                                           R::kOwnAgency},
    Right{kNoteUnitPlan,        {kHead, kDeputy, kStandingAgency},                                          R::kConfirming},
    Right{kAmendUnitPlan,       {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kOwnAgency},
    Right{kMeetMilestone,       {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},
    Right{kUnmeetMilestone,     {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},
    Right{kSubmitYear,          {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLead},
    Right{kAcceptYear,          {kHead, kDeputy, kStandingAgency},                                          R::kConfirming},
    Right{kReturnYear,          {kHead, kDeputy, kStandingAgency},                                          R::kConfirming},
    Right{kReopenYear,          {kHead, kDeputy, kStandingAgency},                                          R::kConfirming},
    Right{kCloseYear,           {kStandingAgency},                                                          R::kStanding},
    Right{kDefineIndicator,     {kStandingAgency},                                                          R::kStanding},
    Right{kDefineIndicator,     {kStatistics},                                                              R::kAny},
    Right{kSetIndicatorTargets, {kStandingAgency},                                                          R::kStanding},
    Right{kEnterIndicatorBaseline, {kStandingAgency},                                                       R::kStanding},
    Right{kEnterIndicatorBaseline, {kStatistics},                                                           R::kAny},
    Right{kMarkIndicatorBreak,  {kStandingAgency},                                                          R::kStanding},
    Right{kMarkIndicatorBreak,  {kStatistics},                                                              R::kAny},
    Right{kSetIndicatorChecks,  {kStandingAgency},                                                          R::kStanding},
    Right{kSetIndicatorChecks,  {kStatistics},                                                              R::kAny},
    Right{kRecordPublication,   {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kPublishing},
    Right{kRecordPublication,   {kStandingAgency},                                                          R::kStanding},
    Right{kRecordPublication,   {kStatistics},                                                              R::kAny},
    Right{kTakeBackPublication, {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kPublishing},
    Right{kTakeBackPublication, {kStandingAgency},                                                          R::kStanding},
    Right{kTakeBackPublication, {kStatistics},                                                              R::kAny},
    Right{kSetOfficialFigure,   {kStatistics},                                                              R::kAny},
    Right{kRegisterIndicator,   {kStandingAgency},                                                          R::kStanding},
    Right{kRegisterIndicator,   {kStatistics},                                                              R::kAny},
    Right{kEnterSubmission,     {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kOwnAgency},
    Right{kSubmitSubmission,    {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kOwnAgency},
    Right{kApproveSubmission,   {kHead, kDeputy},                                                           R::kOwnAgency},
    Right{kReturnSubmissionDraft, {kHead, kDeputy},                                                         R::kOwnAgency},
    Right{kVerifySubmission,    {kHead, kDeputy, kStandingAgency, kStatistics},                             R::kVerifying},
    Right{kReturnSubmission,    {kHead, kDeputy, kStandingAgency, kStatistics},                             R::kVerifying},
    Right{kRestateSubmission,   {kHead, kDeputy},                                                           R::kOwnAgency},
    Right{kLink,                {kFinance},                                                                 R::kProvince},
    Right{kRejectLink,          {kFinance},                                                                 R::kProvince},
    Right{kPartLink,            {kFinance},                                                                 R::kProvince},

    Right{kAssignSources,       {kFinance},                                                                 R::kProvince},
    Right{kAmendNeed,           {kFinance},                                                                 R::kProvince},
    Right{kAmendNeed,           {kStandingAgency},                                                          R::kStanding},
    Right{kReviseNeed,          {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLine},
    Right{kOpenNeedRound,       {kFinance},                                                                 R::kProvince},
    Right{kOpenNeedRound,       {kStandingAgency},                                                          R::kStanding},
    Right{kCloseNeedRound,      {kFinance},                                                                 R::kProvince},
    Right{kCloseNeedRound,      {kStandingAgency},                                                          R::kStanding},
    Right{kRegisterComponent,   {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLine},
    Right{kRegisterComponent,   {kFinance},                                                                 R::kProvince},
    Right{kAmendComponent,      {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLine},
    Right{kAmendComponent,      {kFinance},                                                                 R::kProvince},
    Right{kEndComponent,        {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLine},
    Right{kEndComponent,        {kFinance},                                                                 R::kProvince},
    Right{kAllocate,            {kFinance},                                                                 R::kProvince},
    Right{kReduceAllocation,    {kFinance},                                                                 R::kProvince},
    Right{kRegisterContract,    {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLine},
    Right{kRegisterContract,    {kFinance},                                                                 R::kProvince},
    Right{kAmendContract,       {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLine},
    Right{kAmendContract,       {kFinance},                                                                 R::kProvince},
    Right{kDisburse,            {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLine},
    Right{kDisburse,            {kFinance},                                                                 R::kProvince},
    Right{kReverseDisbursement, {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLine},
    Right{kReverseDisbursement, {kFinance},                                                                 R::kProvince},
    Right{kEnterOutsideMoney,   {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLine},
    Right{kConfirmOutsideMoney, {kHead, kDeputy},                                                           R::kLineHead},
    Right{kReverseOutsideMoney, {kOfficer, kHead, kDeputy, kOutsideLead},                                   R::kLine},
    Right{kBookTreasuryExtract, {kFinance},                                                                 R::kProvince},
    Right{kSettleTreasuryRows,  {kFinance},                                                                 R::kProvince},
    Right{kDefineRatio,         {kFinance},                                                                 R::kProvince},
    Right{kDefineRatio,         {kStandingAgency},                                                          R::kStanding},
    Right{kEnterRatioFigures,   {kFinance},                                                                 R::kProvince},
    Right{kEnterRatioFigures,   {kStandingAgency},                                                          R::kStanding},
    Right{kOrderMission,           {kOfficer, kHead, kDeputy},                                              R::kKeeper},
    Right{kOrderMission,           {kStandingAgency},                                                       R::kStanding},
    Right{kAmendMission,           {kOfficer, kHead, kDeputy},                                              R::kKeeper},
    Right{kAmendMission,           {kStandingAgency},                                                       R::kStanding},
    Right{kAdvanceMission,         {kOfficer, kHead, kDeputy},                                              R::kKeeper},
    Right{kAdvanceMission,         {kStandingAgency},                                                       R::kStanding},
    Right{kStopMission,            {kOfficer, kHead, kDeputy},                                              R::kKeeper},
    Right{kStopMission,            {kStandingAgency},                                                       R::kStanding},
    Right{kFollowUpMission,        {kOfficer, kHead, kDeputy},                                              R::kKeeper},
    Right{kFollowUpMission,        {kOfficer, kHead, kDeputy, kOutsideLead},                                R::kLead},
    Right{kFollowUpMission,        {kStandingAgency},                                                       R::kStanding},
    Right{kSetMissionMilestones,   {kOfficer, kHead, kDeputy},                                              R::kKeeper},
    Right{kSetMissionMilestones,   {kOfficer, kHead, kDeputy, kOutsideLead},                                R::kLead},
    Right{kSetMissionMilestones,   {kStandingAgency},                                                       R::kStanding},
    Right{kCorrectMission,         {kOfficer, kHead, kDeputy},                                              R::kKeeper},
    Right{kCorrectMission,         {kStandingAgency},                                                       R::kStanding},
    Right{kRegisterBigProblem,     {kStandingAgency},                                                       R::kStanding},
    Right{kAmendBigProblem,        {kStandingAgency},                                                       R::kStanding},
    Right{kSetBigProblemMilestones, {kOfficer, kHead, kDeputy, kOutsideLead},                                R::kKeeper},
    Right{kSetBigProblemMilestones, {kStandingAgency},                                                       R::kStanding},
    Right{kCloseBigProblem,        {kStandingAgency},                                                       R::kStanding},
    Right{kAddRegisterEntry,       {kOfficer, kHead, kDeputy, kOutsideLead},                                R::kLead},
    Right{kAddRegisterEntry,       {kStandingAgency},                                                       R::kStanding},
    Right{kAmendRegisterEntry,     {kOfficer, kHead, kDeputy, kOutsideLead},                                R::kLead},
    Right{kAmendRegisterEntry,     {kStandingAgency},                                                       R::kStanding},
    Right{kEndRegisterEntry,       {kOfficer, kHead, kDeputy, kOutsideLead},                                R::kLead},
    Right{kEndRegisterEntry,       {kStandingAgency},                                                       R::kStanding},
    Right{kSetExternalIds,         {kStandingAgency},                                                       R::kStanding},
    Right{kSetMeasures,            {kStandingAgency},                                                       R::kStanding},
    Right{kPropose,                {kOfficer, kHead, kDeputy, kStandingAgency, kIoc, kOutsideLead},         R::kAny},
    Right{kAcceptProposal,         {kStandingAgency},                                                       R::kStanding},
    Right{kRefuseProposal,         {kStandingAgency},                                                       R::kStanding},
  };
}();
// clang-format on

// Whether some row of the command takes the role.
constexpr bool takes(CommandKind command, Role role) {
  for (const Right& right : kRights)
    if (right.command == command && right.roles.has(role)) return true;
  return false;
}

}  // namespace luuvet

#include "api/command_codec.h"

#include <array>
#include <cstring>

#include "api/collections.h"
#include "api/json/json_read.h"

namespace luuvet::api {
namespace {

using ReadBody = Result<CommandBody> (*)(ondemand::parser&, simdjson::padded_string_view);

template <class Body>
Result<CommandBody> read_body(ondemand::parser& parser, simdjson::padded_string_view bytes) {
  auto body = read_json<Missing::kRefused, Body>(parser, bytes);
  if (!body) return std::move(body).error();
  return CommandBody(std::move(body).value());
}

// Where a command may be sent.
enum class Place {
  kDocuments,
  kTasks,
  kWork,
  kPosts,
  kAccounts,
  kAgencies,
  kAnything,
  kActs,
  kNewDocument,
  kNewTask,
  kNewPost,
  kNewAccount,
  kNewAgency,
  kLinks,
  kNewLink,
  kNewDoubt,
  kDoubts,
  kCoordinations,
  kNewCoordination,
  kUnitPlans,
  kNewUnitPlan,
  kProgrammes,
  kIndicators,
  kNewIndicator,
  kSubmissions,
  kBudgetLines,
  kTreasuryExtracts,
  kRatios,
  kNewRatio,
  kMissions,
  kNewMission,
  kBigProblems,
  kNewBigProblem,
  kRegisterEntries,
  kNewRegisterEntry,
  kProposals,
  kNewProposal
};

struct Entry {
  std::string_view name;
  Place place;
  ReadBody read;
};

constexpr std::array kEntries = {
    Entry{"", Place::kNewDocument, &read_body<RegisterDocument>},
    Entry{"", Place::kNewTask, &read_body<RegisterTask>},
    Entry{"amend", Place::kDocuments, &read_body<AmendDocument>},
    Entry{"amend", Place::kTasks, &read_body<AmendTask>},
    Entry{"undo", Place::kDocuments, &read_body<UndoDocument>},
    Entry{"undo", Place::kTasks, &read_body<UndoTask>},
    Entry{"assign", Place::kTasks, &read_body<AssignTask>},
    Entry{"record-trigger", Place::kTasks, &read_body<RecordTrigger>},
    Entry{"suspend", Place::kTasks, &read_body<SuspendTask>},
    Entry{"resume", Place::kTasks, &read_body<ResumeTask>},
    Entry{"cancel", Place::kTasks, &read_body<CancelTask>},
    Entry{"reinstate", Place::kTasks, &read_body<ReinstateTask>},
    Entry{"start", Place::kWork, &read_body<StartAssignment>},
    Entry{"report-progress", Place::kWork, &read_body<ReportProgress>},
    Entry{"approve-progress", Place::kWork, &read_body<ApproveProgress>},
    Entry{"return-progress", Place::kWork, &read_body<ReturnProgress>},
    Entry{"submit", Place::kWork, &read_body<SubmitAssignment>},
    Entry{"accept", Place::kWork, &read_body<AcceptAssignment>},
    Entry{"return", Place::kWork, &read_body<ReturnAssignment>},
    Entry{"ask-extension", Place::kWork, &read_body<AskExtension>},
    Entry{"decide-extension", Place::kWork, &read_body<DecideExtension>},
    Entry{"reopen", Place::kWork, &read_body<ReopenAssignment>},
    Entry{"enter-opening-state", Place::kWork, &read_body<EnterOpeningState>},
    Entry{"confirm-opening-state", Place::kWork, &read_body<ConfirmOpeningState>},
    Entry{"withdraw-progress", Place::kWork, &read_body<WithdrawProgress>},
    Entry{"assign-people", Place::kWork, &read_body<AssignPeople>},
    Entry{"", Place::kNewPost, &read_body<RegisterPost>},
    Entry{"amend", Place::kPosts, &read_body<AmendPost>},
    Entry{"fill", Place::kPosts, &read_body<FillPost>},
    Entry{"vacate", Place::kPosts, &read_body<VacatePost>},
    Entry{"", Place::kNewAccount, &read_body<OpenAccount>},
    Entry{"close", Place::kAccounts, &read_body<CloseAccount>},
    Entry{"reopen", Place::kAccounts, &read_body<ReopenAccount>},
    Entry{"issue-token", Place::kAccounts, &read_body<IssueToken>},
    Entry{"revoke-token", Place::kAccounts, &read_body<RevokeToken>},
    Entry{"", Place::kNewAgency, &read_body<FoundAgency>},
    Entry{"rename", Place::kAgencies, &read_body<RenameAgency>},
    Entry{"merge", Place::kAgencies, &read_body<MergeAgency>},
    Entry{"dissolve", Place::kAgencies, &read_body<DissolveAgency>},
    Entry{"", Place::kNewLink, &read_body<ProposeLink>},
    Entry{"", Place::kNewDoubt, &read_body<RaiseDoubt>},
    Entry{"link", Place::kLinks, &read_body<LinkRows>},
    Entry{"reject", Place::kLinks, &read_body<RejectLink>},
    Entry{"part", Place::kLinks, &read_body<PartLink>},
    Entry{"settle", Place::kDoubts, &read_body<SettleDoubt>},
    Entry{"reopen", Place::kDoubts, &read_body<ReopenDoubt>},
    Entry{"", Place::kNewUnitPlan, &read_body<BeginUnitPlan>},
    Entry{"set-lines", Place::kUnitPlans, &read_body<SetUnitPlanLines>},
    Entry{"submit", Place::kUnitPlans, &read_body<SubmitUnitPlan>},
    Entry{"approve", Place::kUnitPlans, &read_body<ApproveUnitPlan>},
    Entry{"return", Place::kUnitPlans, &read_body<ReturnUnitPlan>},
    Entry{"note", Place::kUnitPlans, &read_body<NoteUnitPlan>},
    Entry{"amend", Place::kUnitPlans, &read_body<AmendUnitPlan>},
    Entry{"meet-milestone", Place::kWork, &read_body<MeetMilestone>},
    Entry{"unmeet-milestone", Place::kWork, &read_body<UnmeetMilestone>},
    Entry{"submit-year", Place::kWork, &read_body<SubmitYear>},
    Entry{"accept-year", Place::kWork, &read_body<AcceptYear>},
    Entry{"return-year", Place::kWork, &read_body<ReturnYear>},
    Entry{"reopen-year", Place::kWork, &read_body<ReopenYear>},
    Entry{"close-year", Place::kProgrammes, &read_body<CloseYear>},
    Entry{"define", Place::kIndicators, &read_body<DefineIndicator>},
    Entry{"set-targets", Place::kIndicators, &read_body<SetIndicatorTargets>},
    Entry{"enter-baseline", Place::kIndicators, &read_body<EnterIndicatorBaseline>},
    Entry{"mark-break", Place::kIndicators, &read_body<MarkIndicatorBreak>},
    Entry{"set-checks", Place::kIndicators, &read_body<SetIndicatorChecks>},
    Entry{"record-publication", Place::kIndicators, &read_body<RecordPublication>},
    Entry{"take-back-publication", Place::kIndicators, &read_body<TakeBackPublication>},
    Entry{"set-official-figure", Place::kIndicators, &read_body<SetOfficialFigure>},
    Entry{"", Place::kNewIndicator, &read_body<RegisterIndicator>},
    Entry{"enter", Place::kSubmissions, &read_body<EnterSubmission>},
    Entry{"submit", Place::kSubmissions, &read_body<SubmitSubmission>},
    Entry{"approve", Place::kSubmissions, &read_body<ApproveSubmission>},
    Entry{"return-draft", Place::kSubmissions, &read_body<ReturnSubmissionDraft>},
    Entry{"verify", Place::kSubmissions, &read_body<VerifySubmission>},
    Entry{"return", Place::kSubmissions, &read_body<ReturnSubmission>},
    Entry{"restate", Place::kSubmissions, &read_body<RestateSubmission>},
    Entry{"assign-sources", Place::kBudgetLines, &read_body<AssignSources>},
    Entry{"amend-need", Place::kBudgetLines, &read_body<AmendNeed>},
    Entry{"revise-need", Place::kBudgetLines, &read_body<ReviseNeed>},
    Entry{"register-component", Place::kBudgetLines, &read_body<RegisterComponent>},
    Entry{"amend-component", Place::kBudgetLines, &read_body<AmendComponent>},
    Entry{"end-component", Place::kBudgetLines, &read_body<EndComponent>},
    Entry{"allocate", Place::kBudgetLines, &read_body<Allocate>},
    Entry{"reduce-allocation", Place::kBudgetLines, &read_body<ReduceAllocation>},
    Entry{"register-contract", Place::kBudgetLines, &read_body<RegisterContract>},
    Entry{"amend-contract", Place::kBudgetLines, &read_body<AmendContract>},
    Entry{"disburse", Place::kBudgetLines, &read_body<Disburse>},
    Entry{"reverse-disbursement", Place::kBudgetLines, &read_body<ReverseDisbursement>},
    Entry{"enter-outside-money", Place::kBudgetLines, &read_body<EnterOutsideMoney>},
    Entry{"confirm-outside-money", Place::kBudgetLines, &read_body<ConfirmOutsideMoney>},
    Entry{"reverse-outside-money", Place::kBudgetLines, &read_body<ReverseOutsideMoney>},
    Entry{"open-need-round", Place::kProgrammes, &read_body<OpenNeedRound>},
    Entry{"close-need-round", Place::kProgrammes, &read_body<CloseNeedRound>},
    Entry{"settle-rows", Place::kTreasuryExtracts, &read_body<SettleTreasuryRows>},
    Entry{"", Place::kNewRatio, &read_body<DefineNewRatio>},
    Entry{"define", Place::kRatios, &read_body<RedefineRatio>},
    Entry{"enter-figures", Place::kRatios, &read_body<EnterRatioFigures>},
    Entry{"comment", Place::kAnything, &read_body<Comment>},
    Entry{"direct", Place::kAnything, &read_body<Direct>},
    Entry{"urge", Place::kAnything, &read_body<Urge>},
    Entry{"withdraw-comment", Place::kAnything, &read_body<WithdrawComment>},
    Entry{"amend-programme", Place::kActs, &read_body<AmendProgramme>},
    Entry{"enter-opening-state", Place::kActs, &read_body<EnterOpeningStates>},
    Entry{"confirm-opening-state", Place::kActs, &read_body<ConfirmOpeningStates>},
    Entry{"approve-progress", Place::kActs, &read_body<ApproveProgressMany>},
    Entry{"assign-people", Place::kActs, &read_body<AssignPeopleMany>},
    Entry{"enter-submissions", Place::kActs, &read_body<EnterSubmissions>},
    Entry{"submit-submissions", Place::kActs, &read_body<SubmitSubmissions>},
    Entry{"approve-submissions", Place::kActs, &read_body<ApproveSubmissions>},
    Entry{"verify-submissions", Place::kActs, &read_body<VerifySubmissions>},
    Entry{"return-submissions", Place::kActs, &read_body<ReturnSubmissions>},
    Entry{"return-submission-drafts", Place::kActs, &read_body<ReturnSubmissionDrafts>},
    Entry{"enter-baselines", Place::kActs, &read_body<EnterIndicatorBaselines>},
    Entry{"set-targets", Place::kActs, &read_body<SetIndicatorTargetsMany>},
    Entry{"define-indicators", Place::kActs, &read_body<DefineIndicators>},
    Entry{"hand-over", Place::kActs, &read_body<HandOver>},
    Entry{"link", Place::kActs, &read_body<LinkMany>},
    Entry{"reject-links", Place::kActs, &read_body<RejectLinks>},
    Entry{"settle-doubts", Place::kActs, &read_body<SettleDoubts>},
    Entry{"assign", Place::kActs, &read_body<AssignTasks>},
    Entry{"", Place::kNewCoordination, &read_body<AskCoordination>},
    Entry{"confirm", Place::kCoordinations, &read_body<ConfirmCoordination>},
    Entry{"dispute", Place::kCoordinations, &read_body<DisputeCoordination>},
    Entry{"answer", Place::kCoordinations, &read_body<AnswerCoordination>},
    Entry{"close", Place::kCoordinations, &read_body<CloseCoordination>},
    Entry{"", Place::kNewMission, &read_body<OrderMission>},
    Entry{"amend", Place::kMissions, &read_body<AmendMission>},
    Entry{"select", Place::kMissions, &read_body<SelectMission>},
    Entry{"contract", Place::kMissions, &read_body<ContractMission>},
    Entry{"record-disbursement", Place::kMissions, &read_body<RecordMissionDisbursement>},
    Entry{"record-council", Place::kMissions, &read_body<RecordMissionCouncil>},
    Entry{"accept", Place::kMissions, &read_body<AcceptMission>},
    Entry{"transfer", Place::kMissions, &read_body<TransferMission>},
    Entry{"follow-up", Place::kMissions, &read_body<FollowUpMission>},
    Entry{"stop", Place::kMissions, &read_body<StopMission>},
    Entry{"set-milestones", Place::kMissions, &read_body<SetMissionMilestones>},
    Entry{"correct-step", Place::kMissions, &read_body<CorrectMissionStep>},
    Entry{"take-back-step", Place::kMissions, &read_body<TakeBackMissionStep>},
    Entry{"", Place::kNewBigProblem, &read_body<RegisterBigProblem>},
    Entry{"amend", Place::kBigProblems, &read_body<AmendBigProblem>},
    Entry{"set-milestones", Place::kBigProblems, &read_body<SetBigProblemMilestones>},
    Entry{"close", Place::kBigProblems, &read_body<CloseBigProblem>},
    Entry{"", Place::kNewRegisterEntry, &read_body<AddRegisterEntry>},
    Entry{"amend", Place::kRegisterEntries, &read_body<AmendRegisterEntry>},
    Entry{"end", Place::kRegisterEntries, &read_body<EndRegisterEntry>},
    Entry{"set-external-ids", Place::kTasks, &read_body<SetExternalIds>},
    Entry{"set-measures", Place::kTasks, &read_body<SetMeasures>},
    Entry{"set-measures", Place::kActs, &read_body<SetMeasuresMany>},
    Entry{"", Place::kNewProposal, &read_body<MakeProposal>},
    Entry{"accept", Place::kProposals, &read_body<AcceptProposal>},
    Entry{"refuse", Place::kProposals, &read_body<RefuseProposal>},
};

bool fits(const Entry& entry, const CommandTarget& target) {
  const bool item = target.kind == TargetKind::kItem;
  const auto creates = [&](Aggregate aggregate) {
    return target.kind == TargetKind::kCreate && target.aggregate == aggregate;
  };
  const auto addresses = [&](Aggregate aggregate) { return item && target.aggregate == aggregate; };
  switch (entry.place) {
    case Place::kNewDocument:
      return creates(Aggregate::kDocument);
    case Place::kNewTask:
      return creates(Aggregate::kTask);
    case Place::kNewIndicator:
      return creates(Aggregate::kIndicator);
    case Place::kNewPost:
      return creates(Aggregate::kPost);
    case Place::kNewAccount:
      return creates(Aggregate::kAccount);
    case Place::kNewAgency:
      return creates(Aggregate::kAgency);
    case Place::kNewLink:
      return creates(Aggregate::kLink);
    case Place::kLinks:
      return addresses(Aggregate::kLink);
    case Place::kNewDoubt:
      return creates(Aggregate::kDoubt);
    case Place::kDoubts:
      return addresses(Aggregate::kDoubt);
    case Place::kNewCoordination:
      return creates(Aggregate::kCoordination);
    case Place::kCoordinations:
      return addresses(Aggregate::kCoordination);
    case Place::kNewUnitPlan:
      return creates(Aggregate::kUnitPlan);
    case Place::kUnitPlans:
      return addresses(Aggregate::kUnitPlan);
    case Place::kNewMission:
      return creates(Aggregate::kMission);
    case Place::kMissions:
      return addresses(Aggregate::kMission);
    case Place::kNewBigProblem:
      return creates(Aggregate::kBigProblem);
    case Place::kBigProblems:
      return addresses(Aggregate::kBigProblem);
    case Place::kNewRegisterEntry:
      return creates(Aggregate::kRegisterEntry);
    case Place::kRegisterEntries:
      return addresses(Aggregate::kRegisterEntry);
    case Place::kNewProposal:
      return creates(Aggregate::kProposal);
    case Place::kProposals:
      return addresses(Aggregate::kProposal);
    case Place::kProgrammes:
      return addresses(Aggregate::kProgramme);
    case Place::kIndicators:
      return addresses(Aggregate::kIndicator);
    case Place::kSubmissions:
      return addresses(Aggregate::kSubmission);
    case Place::kBudgetLines:
      return addresses(Aggregate::kBudgetLine);
    case Place::kTreasuryExtracts:
      return addresses(Aggregate::kTreasuryExtract);
    case Place::kRatios:
      return addresses(Aggregate::kRatio);
    case Place::kNewRatio:
      return creates(Aggregate::kRatio);
    case Place::kDocuments:
      return addresses(Aggregate::kDocument);
    case Place::kTasks:
      return addresses(Aggregate::kTask);
    case Place::kPosts:
      return addresses(Aggregate::kPost);
    case Place::kAccounts:
      return addresses(Aggregate::kAccount);
    case Place::kAgencies:
      return addresses(Aggregate::kAgency);
    case Place::kWork:
      return addresses(Aggregate::kTask) || addresses(Aggregate::kAssignment);
    case Place::kAnything:
      return item && collection_of(target.aggregate) && target.aggregate != Aggregate::kAccount;
    case Place::kActs:
      return target.kind == TargetKind::kAct;
  }
  return false;
}

const Entry* find(const CommandTarget& target) {
  for (const Entry& entry : kEntries)
    if (entry.name == target.name && fits(entry, target)) return &entry;
  return nullptr;
}

}  // namespace

bool is_command(const CommandTarget& target) {
  return find(target) != nullptr;
}

Result<Command> read_command(const CommandTarget& target, std::string_view body) {
  static thread_local ondemand::parser parser;
  const simdjson::padded_string padded(body);
  auto read = find(target)->read(parser, padded);
  if (!read) return std::move(read).error();
  return Command{Subject{target.aggregate, std::string(target.id)}, std::move(read).value()};
}

}  // namespace luuvet::api

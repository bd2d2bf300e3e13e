// The commands on missions, big problems and registers: see domain/commands.h. What creates a record also says what an
// amendment may set.
#pragma once

#include "domain/base/partial.h"
#include "domain/missions/mission_events.h"

namespace luuvet {

struct OrderMission {
  std::string title;
  MissionKind kind = MissionKind::kTopic;
  std::optional<ProgrammeId> programme;  // none: that of the first task
  std::optional<std::vector<TaskId>> tasks;
  std::optional<Organisation> host;
  AgencyId managing_agency;
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<Amount> budget;
  std::optional<DocumentId> cost_benefit;
  Date ordered_on;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(OrderMission, (),
                      (title, kind, programme, tasks, host, managing_agency, from, to, budget, cost_benefit, ordered_on,
                       document))

struct AmendMission {
  Partial<OrderMission> set;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AmendMission, (), (set, reason))

struct SelectMission {
  SelectionWay way = SelectionWay::kOpenCall;
  Organisation host;
  Date on;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(SelectMission, (), (way, host, on, document))

struct ContractMission {
  std::string number;
  Amount amount = 0;
  Date on;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(ContractMission, (), (number, amount, on, document))

struct RecordMissionDisbursement {
  Amount amount = 0;
  Date paid_on;
  std::optional<DocumentRef> document;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(RecordMissionDisbursement, (), (amount, paid_on, document, note))

struct RecordMissionCouncil {
  CouncilKind kind = CouncilKind::kAcceptance;
  Date held_on;
  CouncilResult result = CouncilResult::kPassed;
  DocumentRef document;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(RecordMissionCouncil, (), (kind, held_on, result, document, note))

struct AcceptMission {
  Date on;
  std::optional<std::string> grade;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(AcceptMission, (), (on, grade, document))

struct TransferMission {
  Organisation receiver;
  Date on;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(TransferMission, (), (receiver, on, document))

struct FollowUpMission {
  bool applied = false;
  Date on;
  std::string text;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(FollowUpMission, (), (applied, on, text, document))

struct StopMission {
  Date on;
  std::string reason;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(StopMission, (), (on, reason, document))

struct SetMissionMilestones {
  std::vector<PlannedStep> milestones;
};
BOOST_DESCRIBE_STRUCT(SetMissionMilestones, (), (milestones))

struct CorrectMissionStep {
  MissionStep step = MissionStep::kSelection;
  std::optional<Sequence> of;
  Partial<MissionStepReading> set;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CorrectMissionStep, (), (step, of, set, reason))

struct TakeBackMissionStep {
  MissionStep step = MissionStep::kSelection;
  std::optional<Sequence> of;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TakeBackMissionStep, (), (step, of, reason))

struct RegisterBigProblem {
  std::string problem;
  std::string product;
  std::optional<std::string> measure;
  std::optional<Organisation> receiver;
  AgencyId lead_agency;
  std::optional<ProgrammeId> programme;
  std::optional<std::vector<TaskId>> tasks;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(RegisterBigProblem, (),
                      (problem, product, measure, receiver, lead_agency, programme, tasks, document))

struct AmendBigProblem {
  Partial<RegisterBigProblem> set;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AmendBigProblem, (), (set, reason))

struct SetBigProblemMilestones {
  std::vector<PlannedStep> milestones;
};
BOOST_DESCRIBE_STRUCT(SetBigProblemMilestones, (), (milestones))

struct CloseBigProblem {
  BigProblemState outcome = BigProblemState::kSolved;
  Date on;
  DocumentRef document;
  std::optional<std::string> reason;  // needed where it is dropped
};
BOOST_DESCRIBE_STRUCT(CloseBigProblem, (), (outcome, on, document, reason))

struct AddRegisterEntry {
  Register register_ = Register::kTenderPackage;  // never amended
  std::string name;
  AgencyId agency;
  std::optional<ProgrammeId> programme;  // none: that of the line or the task
  std::optional<BudgetLineId> budget_line;
  std::optional<TaskId> task;
  std::optional<RegisterForm> form;
  std::optional<std::string> number;
  std::optional<std::string> partner;
  std::optional<Amount> amount;
  std::optional<Date> published_on;
  std::optional<Date> opened_on;
  std::optional<Date> signed_on;
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<std::vector<AgencyId>> users;
  std::optional<std::string> address;
  std::optional<std::string> place;
  std::optional<std::string> result;
  std::optional<std::vector<Organisation>> replicated;
};
BOOST_DESCRIBE_STRUCT(AddRegisterEntry, (),
                      (register_, name, agency, programme, budget_line, task, form, number, partner, amount,
                       published_on, opened_on, signed_on, from, to, users, address, place, result, replicated))

struct AmendRegisterEntry {
  Partial<AddRegisterEntry> set;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AmendRegisterEntry, (), (set, reason))

struct EndRegisterEntry {
  Date on;
  std::string reason;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(EndRegisterEntry, (), (on, reason, document))

}  // namespace luuvet

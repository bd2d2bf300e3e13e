// One command on an assignment, on its way through the checks: what is found, what its body must be, what the rules
// (A..) say.
#pragma once

#include <boost/mp11.hpp>
#include <memory>

#include "domain/base/result.h"
#include "domain/body_check.h"
#include "domain/commands.h"
#include "domain/people/relations.h"
#include "domain/world.h"

namespace luuvet {

using WorkBodies =
    boost::mp11::mp_list<StartAssignment, ReportProgress, ApproveProgress, ReturnProgress, SubmitAssignment,
                         AcceptAssignment, ReturnAssignment, AskExtension, DecideExtension, ReopenAssignment,
                         EnterOpeningState, ConfirmOpeningState, WithdrawProgress, AssignPeople, MeetMilestone,
                         UnmeetMilestone, SubmitYear, AcceptYear, ReturnYear, ReopenYear>;
template <class Body>
concept WorkBody = boost::mp11::mp_contains<WorkBodies, Body>::value;

struct Work {
  const World& world;
  const Context& context;
  const TaskState& task;
  std::shared_ptr<const AssignmentState> held;
  const AssignmentState& state;  // of `held`
  AgencyId agency;               // acted for
};

// What a command on an assignment makes so.
struct Outcome {
  std::vector<Event> events;
  std::optional<Sequence> causation;
};

// The assignment itself, or of a task the acting agency's own (A01).
Result<Work> find_work(const World& world, const Subject& target, const Context& context);

void check_body(BodyCheck& check, const Work& work, const StartAssignment& body);
void check_body(BodyCheck& check, const Work& work, const ReportProgress& body);
void check_body(BodyCheck& check, const Work& work, const ApproveProgress& body);
void check_body(BodyCheck& check, const Work& work, const ReturnProgress& body);
void check_body(BodyCheck& check, const Work& work, const SubmitAssignment& body);
void check_body(BodyCheck& check, const Work& work, const AcceptAssignment& body);
void check_body(BodyCheck& check, const Work& work, const ReturnAssignment& body);
void check_body(BodyCheck& check, const Work& work, const AskExtension& body);
void check_body(BodyCheck& check, const Work& work, const DecideExtension& body);
void check_body(BodyCheck& check, const Work& work, const ReopenAssignment& body);
void check_body(BodyCheck& check, const Work& work, const EnterOpeningState& body);
void check_body(BodyCheck& check, const Work& work, const ConfirmOpeningState& body);
void check_body(BodyCheck& check, const Work& work, const WithdrawProgress& body);
void check_body(BodyCheck& check, const Work& work, const AssignPeople& body);
void check_body(BodyCheck& check, const Work& work, const MeetMilestone& body);
void check_body(BodyCheck& check, const Work& work, const UnmeetMilestone& body);
void check_body(BodyCheck& check, const Work& work, const SubmitYear& body);
void check_body(BodyCheck& check, const Work& work, const AcceptYear& body);
void check_body(BodyCheck& check, const Work& work, const ReturnYear& body);
void check_body(BodyCheck& check, const Work& work, const ReopenYear& body);

// Whether the relation holds for the agency acted for, by that grant.
bool relates(const Work& work, Relation relation, const Grant& grant);
// What to say where none does to an agency that has roles for the command.
Rejection unrelated(const Work& work, Relation relation);
// Nothing moves while the task is suspended or cancelled, or the unit was taken off (A03).
std::optional<Rejection> standstill(const Work& work);

Result<Outcome> outcome(const Work& work, const StartAssignment& body);
Result<Outcome> outcome(const Work& work, const ReportProgress& body);
Result<Outcome> outcome(const Work& work, const ApproveProgress& body);
Result<Outcome> outcome(const Work& work, const ReturnProgress& body);
Result<Outcome> outcome(const Work& work, const SubmitAssignment& body);
Result<Outcome> outcome(const Work& work, const AcceptAssignment& body);
Result<Outcome> outcome(const Work& work, const ReturnAssignment& body);
Result<Outcome> outcome(const Work& work, const AskExtension& body);
Result<Outcome> outcome(const Work& work, const DecideExtension& body);
Result<Outcome> outcome(const Work& work, const ReopenAssignment& body);
Result<Outcome> outcome(const Work& work, const EnterOpeningState& body);
Result<Outcome> outcome(const Work& work, const ConfirmOpeningState& body);
Result<Outcome> outcome(const Work& work, const WithdrawProgress& body);
Result<Outcome> outcome(const Work& work, const AssignPeople& body);
Result<Outcome> outcome(const Work& work, const MeetMilestone& body);
Result<Outcome> outcome(const Work& work, const UnmeetMilestone& body);
Result<Outcome> outcome(const Work& work, const SubmitYear& body);
Result<Outcome> outcome(const Work& work, const AcceptYear& body);
Result<Outcome> outcome(const Work& work, const ReturnYear& body);
Result<Outcome> outcome(const Work& work, const ReopenYear& body);

}  // namespace luuvet

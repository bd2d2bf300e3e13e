// The parts of `decide`, one a kind of command, after the roles have been judged. Each goes the same way: target, body,
// preconditions, relations, rules.
#pragma once

#include "domain/acting.h"
#include "domain/body_check.h"
#include "domain/decide.h"
#include "domain/work.h"

namespace luuvet {

// One command as it came in.
struct Scene {
  const World& world;
  const Command& command;
  const Context& context;
  const Acting& acting;
};

template <WorkBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body);

Result<Decision> decide_one(const Scene& scene, const RegisterTask& body);
using TaskBodies =
    boost::mp11::mp_list<AmendTask, AssignTask, RecordTrigger, SuspendTask, ResumeTask, CancelTask, ReinstateTask>;
template <class Body>
concept TaskBody = boost::mp11::mp_contains<TaskBodies, Body>::value;
template <TaskBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body);

Result<Decision> decide_one(const Scene& scene, const RegisterDocument& body);
Result<Decision> decide_one(const Scene& scene, const AmendDocument& body);

Result<Decision> decide_one(const Scene& scene, const Comment& body);
Result<Decision> decide_one(const Scene& scene, const Direct& body);
Result<Decision> decide_one(const Scene& scene, const Urge& body);

Result<Decision> decide_one(const Scene& scene, const RegisterPost& body);
Result<Decision> decide_one(const Scene& scene, const AmendPost& body);
Result<Decision> decide_one(const Scene& scene, const FillPost& body);
Result<Decision> decide_one(const Scene& scene, const VacatePost& body);

Result<Decision> decide_one(const Scene& scene, const OpenAccount& body);
Result<Decision> decide_one(const Scene& scene, const CloseAccount& body);
Result<Decision> decide_one(const Scene& scene, const ReopenAccount& body);
Result<Decision> decide_one(const Scene& scene, const IssueToken& body);
Result<Decision> decide_one(const Scene& scene, const RevokeToken& body);

Result<Decision> decide_one(const Scene& scene, const FoundAgency& body);
Result<Decision> decide_one(const Scene& scene, const RenameAgency& body);
Result<Decision> decide_one(const Scene& scene, const MergeAgency& body);
Result<Decision> decide_one(const Scene& scene, const DissolveAgency& body);

Result<Decision> decide_one(const Scene& scene, const AmendProgramme& body);
Result<Decision> decide_one(const Scene& scene, const EnterOpeningStates& body);
Result<Decision> decide_one(const Scene& scene, const ConfirmOpeningStates& body);
Result<Decision> decide_one(const Scene& scene, const ApproveProgressMany& body);

template <class Content>
Result<Decision> decide_one(const Scene& scene, const ImportRow<Content>& body);

Result<Decision> decide_one(const Scene& scene, const OpenDay& body);
Result<Decision> decide_one(const Scene& scene, const CreateLog& body);
Result<Decision> decide_one(const Scene& scene, const AdoptLog& body);
Result<Decision> decide_one(const Scene& scene, const NoteErasure& body);

// The check of the body alone, as decide_one does it, with `prefix` before the pointers: acts check all their items
// first.
template <WorkBody Body>
std::optional<Rejection> body_fault(const Scene& scene, const Body& body, std::string prefix);

// G01: who acts is a registered agency.
std::optional<Rejection> acting_fault(const World& world, const AgencyId& agency);

// T01: the capacity in which the standing agency of the programme does the command.
Result<Capacity> standing_capacity(const Scene& scene, const Programme& programme, const AgencyId& agency);

std::optional<ProgrammeId> programme_id_of(const World& world, const Subject& subject);

}  // namespace luuvet

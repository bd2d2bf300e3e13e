// Histories of missions, big problems, rows of registers and proposals.
#include "api/history/field_list.h"
#include "api/views/mission_rows.h"

namespace luuvet::api {
namespace {

// A correction without its reason, which is protected.
struct CorrectionMade {
  Sequence sequence = 0;
  Instant time;
  ActorId actor;
  AgencyId agency;
  MissionStep step = MissionStep::kSelection;
  std::optional<Sequence> of;
  bool withdrawn = false;
  Partial<MissionStepReading> was;
  Partial<MissionStepReading> set;
};
BOOST_DESCRIBE_STRUCT(CorrectionMade, (), (sequence, time, actor, agency, step, of, withdrawn, was, set))

struct CorrectionReason {
  Sequence sequence = 0;  // of the correction
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(CorrectionReason, (), (sequence, reason))

void add_corrections(FieldList& list, const MissionCourse& course) {
  std::vector<CorrectionMade> made;
  std::vector<CorrectionReason> reasons;
  for (const CorrectionRow& row : correction_rows(course, true)) {
    made.push_back({row.sequence, row.time, row.actor, row.agency, row.step, row.of, row.withdrawn, row.was, row.set});
    reasons.push_back({row.sequence, row.reason});
  }
  list.add("corrections", made).add_protected("correction_reasons", reasons);
}

// Words of payments and councils are left to the representation.
Fields fields_of(const MissionState* state) {
  if (!state) return {};
  const MissionCourse& course = state->course;
  FieldList list;
  list.add_members(state->content).add("stage", course.stage).add("selection", course.selection);
  list.add("contract", course.contract).add("disbursements", disbursement_rows(course, false));
  list.add("disbursed", course.disbursed()).add("councils", council_rows(course, false));
  list.add("acceptance", course.acceptance).add("transfer", course.transfer);
  list.add("follow_up", follow_up_row(course, false)).add("stop", stop_row(course, false));
  list.add("milestones", course.milestones);
  add_corrections(list, course);
  const auto follow_up = follow_up_row(course, true);
  list.add_protected("note", follow_up ? follow_up->text : std::nullopt);
  const auto stop = stop_row(course, true);
  return list.add_protected("reason", stop ? stop->reason : std::nullopt).take();
}

Fields fields_of(const BigProblemRow* state) {
  if (!state) return {};
  FieldList list;
  list.add_members(state->content).add("state", state->course.state()).add("milestones", state->course.milestones);
  const auto closed = closing_row(state->course, true);
  list.add("closed_on", closed ? std::optional(closed->on) : std::nullopt);
  return list.add_protected("reason", closed ? closed->reason : std::nullopt).take();
}

Fields fields_of(const RegisterEntryState* state) {
  if (!state) return {};
  FieldList list;
  list.add_members(state->content);
  const auto end = end_row(*state, true);
  list.add("ended_on", end ? std::optional(end->on) : std::nullopt);
  return list.add_protected("reason", end ? end->reason : std::nullopt).take();
}

Fields fields_of(const ProposalRow* row) {
  if (!row) return {};
  FieldList list;
  list.add("task", row->made.task).add("system", row->made.system).add("external_id", row->made.external_id);
  list.add("set", row->made.set).add("state", row->state).add("document", row->document);
  list.add_protected("note", row->made.open ? row->made.open->note : std::nullopt);
  return list.add_protected("reason", row->refusal ? row->refusal->reason : std::nullopt).take();
}

}  // namespace

Fields fields_of_record(const World& world, const Subject& subject) {
  switch (subject.aggregate) {
    case Aggregate::kMission:
      return fields_of(world.missions.find(subject.id));
    case Aggregate::kBigProblem:
      return fields_of(world.big_problems.find(subject.id));
    case Aggregate::kRegisterEntry:
      return fields_of(world.register_entries.find(subject.id));
    case Aggregate::kProposal:
      return fields_of(world.proposals.find(subject.id));
    default:
      return {};
  }
}

}  // namespace luuvet::api

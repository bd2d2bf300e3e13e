// Missions, big problems, rows of registers and proposals as they stand.
#include "api/views/mission_rows.h"
#include "api/views/view_parts.h"
#include "projections/record_list.h"

namespace luuvet::api {
namespace {

struct DoubleRow {
  RegisterEntryId id;
  Register register_ = Register::kSharedPlatform;
  std::string name;
  AgencyId agency;
  std::int64_t score = 0;
};
BOOST_DESCRIBE_STRUCT(DoubleRow, (), (id, register_, name, agency, score))

std::vector<DoubleRow> double_rows(const ViewContext& context, const RegisterEntryState& row) {
  std::vector<DoubleRow> rows;
  if (!projections::is_compared(row.content.register_)) return rows;
  const auto found = context.likely_doubles().find(row.content.id);
  if (found == context.likely_doubles().end()) return rows;
  for (const auto& each : found->second)
    if (const auto* other = context.views.world.register_entries.find(each.id.value))
      rows.push_back({each.id, other->content.register_, other->content.name, other->content.agency, each.score});
  return rows;
}

void add_foot(JsonObject& object, const ViewContext& context, const Subject& subject, bool readable) {
  object.member("comment_count", comment_count(context.views.world, subject)).member("withheld", !readable);
  add_life(object, context, subject);
}

void write_current(std::string& out, const ProposalRow& row, const TaskState* task) {
  JsonObject object(out);
  if (!task) return;
  for (const std::string_view field : names(row.made.set))
    for_each_member<Task>([&](std::size_t, auto member) {
      if (field == member.name) object.member(field, task->content.*member.pointer);
    });
}

std::vector<std::string> moved_members(const ProposalRow& row, const TaskState* task) {
  std::vector<std::string> moved;
  if (!task || row.state != ProposalState::kWaiting) return moved;
  for (const std::string_view field : names(row.made.set))
    if (task->life.touched(field) > row.life.first) moved.emplace_back(field);
  return moved;
}

void add_proposed(JsonObject& object, const ProposalRow& row, const TaskState* task, bool readable) {
  object.member("id", row.id).member("task", row.made.task);
  object.member("programme", task ? std::optional(task->content.programme) : std::nullopt);
  object.member("title", task ? std::optional(task->content.title) : std::nullopt);
  object.member("by", row.by).member("made_at", row.made_at);
  object.member("system", row.made.system).member("external_id", row.made.external_id);
  object.member("set", row.made.set);
  object.with("current", [&](std::string& to) { write_current(to, row, task); });
  object.member("moved", moved_members(row, task));
  object.member("note", readable && row.made.open ? row.made.open->note : std::nullopt);
  object.member("document", row.made.document);
}

}  // namespace

const projections::LikelyDoubles& ViewContext::likely_doubles() const {
  if (!likely_doubles_) likely_doubles_ = projections::likely_doubles(views.world);
  return *likely_doubles_;
}

void write_row(std::string& out, const ViewContext& context, const MissionState& row) {
  const Subject subject{Aggregate::kMission, row.content.id.value};
  const bool readable = context.sight.may_read(subject);
  const MissionCourse& course = row.course;
  JsonObject object(out);
  object.members(row.content).member("stage", course.stage);
  object.member("selection", course.selection).member("contract", course.contract);
  object.member("disbursements", disbursement_rows(course, readable)).member("disbursed", course.disbursed());
  object.member("councils", council_rows(course, readable));
  object.member("acceptance", course.acceptance).member("transfer", course.transfer);
  object.member("follow_up", follow_up_row(course, readable)).member("follow_up_due", follow_up_due(course));
  object.member("follow_up_overdue", projections::is_follow_up_overdue(row, context.status_date));
  object.member("stop", stop_row(course, readable)).member("milestones", course.milestones);
  object.member("overdue_milestones", overdue_steps(course.milestones, context.status_date));
  object.member("corrections", correction_rows(course, readable));
  add_foot(object, context, subject, readable);
}

void write_row(std::string& out, const ViewContext& context, const BigProblemRow& row) {
  const Subject subject{Aggregate::kBigProblem, row.content.id.value};
  const bool readable = context.sight.may_read(subject);
  JsonObject object(out);
  object.members(row.content).member("state", row.course.state()).member("milestones", row.course.milestones);
  object.member("overdue_milestones", overdue_steps(row.course.milestones, context.status_date));
  object.member("closed", closing_row(row.course, readable));
  add_foot(object, context, subject, readable);
}

void write_row(std::string& out, const ViewContext& context, const RegisterEntryState& row) {
  const Subject subject{Aggregate::kRegisterEntry, row.content.id.value};
  const bool readable = context.sight.may_read(subject);
  JsonObject object(out);
  object.members(row.content).member("ended", end_row(row, readable));
  object.member("likely_doubles", double_rows(context, row));
  add_foot(object, context, subject, readable);
}

void write_row(std::string& out, const ViewContext& context, const ProposalRow& row) {
  const Subject subject{Aggregate::kProposal, row.id.value};
  const bool readable = context.sight.may_read(subject);
  JsonObject object(out);
  add_proposed(object, row, context.views.world.tasks.find(row.made.task.value), readable);
  object.member("state", row.state).member("decision_document", row.document);
  object.member("refuse_reason", readable && row.refusal ? row.refusal->reason : std::nullopt);
  add_foot(object, context, subject, readable);
}

}  // namespace luuvet::api

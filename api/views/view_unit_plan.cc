#include "api/views/people_rows.h"
#include "api/views/view_parts.h"
#include "api/views/year_rows.h"
#include "domain/plans/unit_planning.h"
#include "domain/tasks/handling.h"

namespace luuvet::api {
namespace {

using projections::UnitPlanItem;

struct EditionRow {
  std::int64_t number = 0;
  Sequence sequence = 0;
  Instant time;
  ActorId approved_by;
  AgencyId agency;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(EditionRow, (), (number, sequence, time, approved_by, agency, document))

struct NoteRow {
  AgencyId agency;
  std::int64_t edition = 0;
  Instant time;
  std::optional<std::string> remark;
};
BOOST_DESCRIBE_STRUCT(NoteRow, (), (agency, edition, time, remark))

std::vector<EditionRow> edition_rows(const UnitPlan& plan) {
  std::vector<EditionRow> rows;
  for (const auto& each : plan.editions)
    rows.push_back(
        {each->number, each->approved_at, each->time, each->approved_by, each->approved_for, each->document});
  return rows;
}

std::vector<NoteRow> note_rows(const UnitPlan& plan, bool readable) {
  std::vector<NoteRow> rows;
  for (const UnitPlanNote& each : plan.notes)
    rows.push_back({each.agency, each.edition, each.time, shown(readable, each.remark)});
  return rows;
}

void add_summary(JsonObject& object, const UnitPlanItem& item) {
  const bool has_edition = item.plan && !item.plan->editions.empty();
  object.member("id", item.id).member("agency", item.agency).member("year", item.year);
  object.member("state", item.state).member("due_on", item.due_on).member("missing", item.missing);
  object.member("edition", has_edition ? std::optional(item.plan->editions.back()->number) : std::nullopt);
  object.member("returned", item.plan && item.plan->returned).member("counts", item.counts);
}

// One row of the grid: an assignment, with what the plan says of it or what is proposed.
class Grid {
 public:
  Grid(const ViewContext& context, const UnitPlan& plan, bool readable)
      : context_(context), world_(context.views.world), plan_(plan), readable_(readable) {}

  // Of the assignments that have to be planned and of every line, in printed order.
  void write_draft(std::string& out) const {
    std::vector<AssignmentId> ids = assignments_to_plan(world_, plan_.agency, plan_.year);
    const std::set<AssignmentId> wanted(ids.begin(), ids.end());
    for (const auto& line : plan_.lines)
      if (!line->content.empty() && wanted.count(line->assignment) == 0) ids.push_back(line->assignment);
    write_array(out, ids, [&](std::string& to, const AssignmentId& id) {
      const UnitPlanLine* line = find_line(plan_.lines, id);
      write(to, id, line && !line->content.empty() ? line : nullptr, line, wanted.count(id) != 0);
    });
  }

  void write_edition(std::string& out, const UnitPlanEdition& edition) const {
    write_array(out, edition.lines,
                [&](std::string& to, const auto& line) { write(to, line->assignment, line.get(), line.get(), true); });
  }

 private:
  // `line` null: nothing said yet; `kept`: what its fields rest on.
  void write(std::string& out, const AssignmentId& id, const UnitPlanLine* line, const UnitPlanLine* kept,
             bool wanted) const {
    const auto state = world_.assignment(id);
    const TaskState* task = state ? world_.tasks.find(state->task.value) : nullptr;
    JsonObject object(out);
    object.member("assignment", id).member("line", line != nullptr).member("needed", wanted);
    add_content(object, line, state ? state->year_work : YearWork{}, kept);
    object.with("proposal", [&](std::string& to) {
      if (line || !task)
        to += "null";
      else
        write_proposal(to, *task, *state);
    });
    add_work(object, task, state);
  }

  void add_content(JsonObject& object, const UnitPlanLine* line, const YearWork& work, const UnitPlanLine* kept) const {
    const PlanLineContent content = line ? line->content : PlanLineContent{};
    object.member("product", content.product);
    object.member("milestones", milestone_rows(content.milestones, work, plan_.agency, plan_.year));
    object.member("left_out", content.left_out)
        .member("not_this_year", shown(readable_ && line, line ? line->reason : std::nullopt));
    object.member("note", shown(readable_ && line, line ? line->note : std::nullopt));
    object.member("sequence",
                  kept ? std::max({kept->product_at, kept->milestones_at, kept->left_out_at, kept->note_at}) : 0);
  }

  void write_proposal(std::string& out, const TaskState& task, const AssignmentState& state) const {
    const PlanLineContent proposal = proposed_line(task, state, plan_.year, context_.status_date);
    JsonObject(out).member("product", proposal.product).member("milestones", proposal.milestones);
  }

  void add_work(JsonObject& object, const TaskState* task, const std::optional<AssignmentState>& state) const {
    const Task row = task ? task->content : Task{};
    object.member("task", row.id).member("programme", row.programme).member("title", row.title);
    object.member("source", row.source).member("deadline", row.deadline).member("deliverables", row.deliverables);
    object.member("in_force", task && world_.in_force(*task, state->unit) && !task->cancelled && !task->carried_to);
    object.member("status", task ? std::optional(shown_status(*task, *state)) : std::nullopt);
    object.member("timeliness",
                  task ? std::optional(timeliness_on(*task, *state, context_.status_date)) : std::nullopt);
    const YearResult* result = state ? find_result(state->year_work, plan_.year) : nullptr;
    object.member("year_result", result ? std::optional(year_result_row(*result, readable_)) : std::nullopt);
    std::vector<const AgencyPeople*> people;
    if (const AgencyPeople* named = state ? people_of(*state, plan_.agency) : nullptr) people.push_back(named);
    object.member("people", people_rows(people));
    object.member("assignment_sequence", world_.representation({Aggregate::kAssignment, state ? state->id.value : ""}));
  }

  const ViewContext& context_;
  const World& world_;
  const UnitPlan& plan_;
  const bool readable_;
};

}  // namespace

void write_unit_plan_summary(std::string& out, const ViewContext& context, const UnitPlanItem& item) {
  JsonObject object(out);
  add_summary(object, item);
  add_life(object, context, {Aggregate::kUnitPlan, item.id.value});
}

void write_unit_plan(std::string& out, const ViewContext& context, const UnitPlanItem& item) {
  const UnitPlan& plan = *item.plan;
  const Subject subject{Aggregate::kUnitPlan, item.id.value};
  const bool readable = context.sight.may_read(subject);
  const Grid grid(context, plan, readable);
  const bool is_draft = plan.stage != UnitPlanStage::kApproved;
  const UnitPlanEdition* edition = plan.editions.empty() ? nullptr : plan.editions.back().get();
  JsonObject object(out);
  add_summary(object, item);
  object.member("editions", edition_rows(plan)).member("notes", note_rows(plan, readable));
  const auto asked = confirming_agencies(context.views.world, edition ? edition->lines : plan.lines);
  object.member("confirming_agencies", std::vector<AgencyId>(asked.begin(), asked.end()));
  const auto reason = [&](const std::optional<ReasonText>& text) {
    return readable && text ? text->reason : std::nullopt;
  };
  object.member("return_reason", plan.returned ? reason(plan.return_text) : std::nullopt);
  object.member("amendment_reason", reason(plan.amendment_text));
  object.with("rows", [&](std::string& to) { is_draft&& readable ? grid.write_draft(to) : void(to += "[]"); });
  object.with("rows_in_force", [&](std::string& to) { edition ? grid.write_edition(to, *edition) : void(to += "[]"); });
  object.member("withheld", !readable);
  add_life(object, context, subject);
}

}  // namespace luuvet::api

#include "api/views/people_rows.h"
#include "api/views/view_parts.h"
#include "api/views/year_rows.h"
#include "domain/tasks/handling.h"

namespace luuvet::api {
namespace {

using projections::AssignmentItem;

std::optional<std::string> reason_of(const std::optional<ReasonText>& text) {
  return text ? text->reason : std::nullopt;
}
std::optional<std::string> note_of(const std::optional<ReasonText>& text) {
  return text ? text->note : std::nullopt;
}

void write_extension(std::string& out, const std::optional<Extension>& extension, bool readable) {
  if (!extension) {
    out += "null";
    return;
  }
  JsonObject(out)
      .member("sequence", extension->asked)
      .member("due", extension->due)
      .member("reason", reason_of(shown(readable, extension->text)))
      .member("document", extension->document);
}

void write_opening(std::string& out, const std::optional<OpeningState>& opening, bool readable) {
  if (!opening) {
    out += "null";
    return;
  }
  JsonObject object(out);
  object.member("sequence", opening->sequence).member("status", opening->status).member("percent", opening->percent);
  object.member("completed_on", opening->completed_on).member("document", opening->document);
  object.member("note", note_of(shown(readable, opening->text))).member("confirmed", opening->confirmed);
}

// Drafts go to those who may read them (P22), and to whoever wrote them.
void write_statements(std::string& out, const ViewContext& context, const AssignmentState& state) {
  const Subject subject{Aggregate::kAssignment, state.id.value};
  std::vector<const Statement*> visible;
  for (const Statement& statement : state.statements)
    if (statement.state == StatementState::kApproved || context.sight.may_read(subject, statement.agency))
      visible.push_back(&statement);
  write_array(out, visible, [&](std::string& to, const Statement* statement) {
    write_statement(to, *statement, context.sight.may_read(subject, statement->agency));
  });
}

}  // namespace

void write_assignment(std::string& out, const ViewContext& context, const AssignmentItem& item) {
  const AssignmentState& state = item.state;
  const Task& task = item.task->content;
  const Subject subject{Aggregate::kAssignment, state.id.value};
  const bool readable = context.sight.may_read(subject);
  JsonObject object(out);
  object.member("id", state.id)
      .member("task", state.task)
      .member("programme", task.programme)
      .member("unit", state.unit);
  object.member("title", task.title).member("source", task.source).member("lead_agencies", task.lead_agencies);
  object.member("confirming_agency", task.confirming_agency)
      .member("deadline", task.deadline)
      .member("deliverables", task.deliverables);
  object.member("status", item.status).member("timeliness", item.timeliness);
  object.member("progress_percent",
                item.status == Status::kCompleted ? std::optional<std::int64_t>(100) : state.percent);
  object.member("quantities", state.quantities);
  object.with("statements", [&](std::string& to) { write_statements(to, context, state); });
  object.with("draft",
              [&](std::string& to) { write_draft(to, readable ? projections::waiting_draft(state) : nullptr); });
  object.member("started_on", state.started_on)
      .member("completed_on", state.completed_on)
      .member("delivered", state.delivered);
  object.member("submit_document", state.submit_document)
      .member("submit_note", note_of(shown(readable, state.submit_text)));
  object.member("returned", state.returned).member("return_reason", reason_of(shown(readable, state.return_text)));
  object.with("extension_asked", [&](std::string& to) { write_extension(to, state.extension_asked, readable); });
  object.member("extended_due", state.extended_due);
  object.with("opening", [&](std::string& to) { write_opening(to, state.opening, readable); });
  object.with("window", [&](std::string& to) { write_window(to, item.window, state.extended_due.has_value()); });
  object.member("people", people_rows(people_in_charge(context.views.world, *item.task, state)));
  object.member("year_plans", planned_year_rows(state.year_work));
  object.member("year_results", year_result_rows(state.year_work, readable));
  object.member("comment_count", comment_count(context.views.world, subject)).member("withheld", !readable);
  add_life(object, context, subject);
}

}  // namespace luuvet::api

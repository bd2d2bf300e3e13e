#include "api/views/coordination_rows.h"
#include "api/views/view_parts.h"
#include "domain/tasks/coordinating.h"

namespace luuvet::api {

std::vector<AskedRow> asked_rows(const CoordinationState& request, bool readable) {
  std::vector<AskedRow> rows;
  for (const AskedAgency& each : request.asked) {
    AskedRow row;
    row.agency = each.agency;
    row.answer = each.answer;
    if (each.sequence != 0) row.sequence = each.sequence;
    if (!each.by.empty()) row.by = each.by;
    row.done_on = each.done_on;
    row.document = each.document;
    const auto text = shown(readable, each.text);
    row.reason = text ? text->reason : std::nullopt;
    row.note = text ? text->note : std::nullopt;
    const auto reply = shown(readable, each.reply);
    if (reply) row.reply = reply->text;
    rows.push_back(std::move(row));
  }
  return rows;
}

void write_row(std::string& out, const ViewContext& context, const CoordinationState& request) {
  const Subject subject{Aggregate::kCoordination, request.id.value};
  const TaskState* task = context.views.world.tasks.find(request.task.value);
  const bool readable = context.sight.may_read(subject);
  const auto words = shown(readable, request.words);
  const auto closing = shown(readable, request.close_text);
  JsonObject object(out);
  object.member("id", request.id).member("task", request.task);
  object.member("programme", task ? std::optional(task->content.programme) : std::nullopt);
  object.member("title", task ? std::optional(task->content.title) : std::nullopt);
  object.member("source", task ? task->content.source : std::nullopt);
  object.member("asked_by", request.asked_by).member("asked_at", request.asked_at);
  object.member("what", words ? std::optional(words->what) : std::nullopt);
  object.member("due", request.due).member("document", request.document);
  object.member("state", status_of(request)).member("overdue", is_overdue(request, context.status_date));
  object.member("asked", asked_rows(request, readable));
  object.member("close_reason", closing ? closing->reason : std::nullopt);
  object.member("comment_count", comment_count(context.views.world, subject)).member("withheld", !readable);
  add_life(object, context, subject);
}

}  // namespace luuvet::api

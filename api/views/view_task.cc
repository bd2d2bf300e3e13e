#include <array>

#include "api/views/view_link.h"
#include "api/views/view_measure.h"
#include "api/views/view_parts.h"
#include "domain/tasks/collective.h"

namespace luuvet::api {
namespace {

using projections::Counts;
using projections::TaskItem;

void write_assignments(std::string& out, const Counts& counts) {
  const auto count = [&](Status status) { return counts.status[static_cast<std::size_t>(status)]; };
  JsonObject(out)
      .member("total", counts.total)
      .member("not_started", count(Status::kNotStarted))
      .member("in_progress", count(Status::kInProgress))
      .member("awaiting_acceptance", count(Status::kAwaitingAcceptance))
      .member("completed", count(Status::kCompleted))
      .member("suspended", count(Status::kSuspended))
      .member("cancelled", count(Status::kCancelled))
      .member("overdue", counts.timeliness[static_cast<std::size_t>(Timeliness::kOverdue)]);
}

void write_carried_to(std::string& out, const TaskState& task) {
  if (!task.carried_to) {
    out += "null";
    return;
  }
  JsonObject(out).member("task", task.carried_to->to).member("year", task.carried_to->year);
}

void write_triggers(std::string& out, const TaskState& task) {
  write_array(out, task.triggers, [](std::string& to, const TriggerOccurrence& trigger) {
    JsonObject(to)
        .member("occurred_on", trigger.occurred_on)
        .member("document", trigger.document)
        .member("sequence", trigger.sequence);
  });
}

}  // namespace

void write_counts(std::string& out, const Counts& counts) {
  const auto cells = [&](const auto& names, const auto& numbers) {
    return [&](std::string& to) {
      JsonObject object(to);
      for (std::size_t at = 0; at < numbers.size(); ++at) object.member(names[at].name, numbers[at]);
    };
  };
  JsonObject(out)
      .with("status", cells(enum_names<Status>(), counts.status))
      .with("timeliness", cells(enum_names<Timeliness>(), counts.timeliness))
      .member("total", counts.total);
}

void write_task(std::string& out, const ViewContext& context, const TaskItem& item) {
  const TaskState& task = *item.state;
  const Subject subject{Aggregate::kTask, task.content.id.value};
  const bool readable = context.sight.may_read(subject);
  const projections::RollUp& work = item.work;
  JsonObject object(out);
  object.members(task.content);
  object.member("assignment_mode", task.assigned ? std::optional(task.mode) : std::nullopt);
  object.member("units", context.views.world.units_of(task)).member("group", task.group);
  object.member("undecided_lead", lead_is_undecided(context.views.world, task));
  object.member("status", item.standing.status).member("timeliness", item.standing.timeliness);
  object.member("progress_percent", item.standing.progress_percent);
  object.with("draft", [&](std::string& to) { write_draft(to, readable ? work.draft.get() : nullptr); });
  object.member("returned", work.returned).member("extension_asked", work.extension_asked);
  object.member("suspended_until", task.suspended ? task.suspended_until : std::nullopt);
  object.with("window", [&](std::string& to) { write_window(to, work.window, work.extended); });
  object.with("triggers", [&](std::string& to) { write_triggers(to, task); });
  object.with("assignments", [&](std::string& to) { write_assignments(to, work.counts); });
  object.with("links", [&](std::string& to) { write_links_of(to, context, subject); });
  object.with("carried_to", [&](std::string& to) { write_carried_to(to, task); });
  object.member("obstacle", shown(readable, std::optional(work.obstacle)));
  object.member("comment_count", comment_count(context.views.world, subject))
      .member("imported", task.imported != nullptr)
      .member("external_ids", task.external_ids)
      .with("measures", [&](std::string& to) { write_measures(to, context.views.world, task); })
      .member("withheld", !readable);
  add_life(object, context, subject);
}

}  // namespace luuvet::api

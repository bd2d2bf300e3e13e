// Links between rows, suggestions of them, and doubts: with the rows side by side, as printed.
#include "api/views/view_link.h"

#include "domain/indicators/indicator_terms.h"
#include "domain/links/link_rows.h"

namespace luuvet::api {
namespace {

// Empty for what is not measured.
void write_measure(JsonObject& object, const World& world, const Indicator& row) {
  object.member("unit", row.unit).member("member", row.member);
  object.member("member_position", position_of(world, row.member)).member("targets", row.targets);
}

void write_task_row(JsonObject& object, const World& world, const Task& row) {
  object.member("title", row.title).member("content", row.content).member("source", row.source);
  object.member("leads", row.lead_agencies).member("lead_text", row.lead_text);
  object.member("coordinating", row.coordinating_agencies).member("coordinating_text", row.coordinating_text);
  object.member("deadline", std::optional(row.deadline)).member("deliverables", row.deliverables);
  write_measure(object, world, Indicator{});
}

void write_indicator_row(JsonObject& object, const World& world, const Indicator& row) {
  object.member("title", row.name).member("content", row.note).member("source", std::optional(row.source));
  object.member("leads", row.tracking_agencies).member("lead_text", row.tracking_text);
  object.member("coordinating", row.implementing_agencies).member("coordinating_text", row.implementing_text);
  object.member("deadline", std::optional<Deadline>{}).member("deliverables", std::vector<Deliverable>{});
  write_measure(object, world, row);
}

void write_budget_row(JsonObject& object, const World& world, const BudgetLine& row) {
  object.member("title", row.name).member("content", std::optional<std::string>{});
  object.member("source", std::optional(row.source));
  object.member("leads", row.lead_agencies).member("lead_text", row.lead_text);
  object.member("coordinating", row.coordinating_agencies).member("coordinating_text", row.coordinating_text);
  object.member("deadline", std::optional<Deadline>{}).member("deliverables", std::vector<Deliverable>{});
  write_measure(object, world, Indicator{});
}

void write_rows(std::string& out, const ViewContext& context, const LinkedPair& pair) {
  write_array(out, pair.subjects,
              [&](std::string& to, const std::string& row) { write_link_row(to, context.views.world, row); });
}

// Which component of the line the link names, and its words.
void add_component(JsonObject& object, const World& world, const LinkedPair& pair) {
  const BudgetComponent* component = component_of(world, pair);
  object.member("component", pair.component);
  object.member("component_name", component ? std::optional(component->content.name) : std::nullopt);
}

// Stored pairs have two rows; a pair that does not is shown as it stands.
std::vector<LinkField> differ(const World& world, const LinkedPair& pair) {
  return pair.subjects.size() == 2 ? differing_fields(world, pair) : std::vector<LinkField>{};
}

// W188: null of what are not two indicators that are the same.
void write_figures(JsonObject& object, const ViewContext& context, const LinkedPair& pair) {
  const World& world = context.views.world;
  const auto indicator = [&](const std::string& text) {
    const Subject row = parse_subject(text).value_or(Subject{});
    return row.aggregate == Aggregate::kIndicator ? world.indicators.find(row.id) : nullptr;
  };
  std::optional<TwinFigures> figures;
  if (pair.kind == LinkKind::kTwin && pair.subjects.size() == 2)
    if (const auto* first = indicator(pair.subjects.front()))
      if (const auto* second = indicator(pair.subjects.back()))
        figures = twin_figures(world, first->content, second->content, context.status_date);
  object.member("figures_shared", figures ? std::optional(figures->shared) : std::nullopt);
  object.member("figures_apart", figures ? figures->apart : std::nullopt);
}

}  // namespace

void write_link_row(std::string& out, const World& world, const std::string& subject) {
  const Subject row = parse_subject(subject).value_or(Subject{});
  const TaskState* task = row.aggregate == Aggregate::kTask ? world.tasks.find(row.id) : nullptr;
  const auto* indicator = row.aggregate == Aggregate::kIndicator ? world.indicators.find(row.id) : nullptr;
  const auto* line = row.aggregate == Aggregate::kBudgetLine ? world.budget_lines.find(row.id) : nullptr;
  JsonObject object(out);
  object.member("subject", subject).member("programme", programme_of_row(world, subject));
  if (task)
    write_task_row(object, world, task->content);
  else if (line)
    write_budget_row(object, world, line->content);
  else
    write_indicator_row(object, world, indicator ? indicator->content : Indicator{});
  const Life* life = life_of_row(world, subject);
  object.member("sequence", life ? life->last : Sequence{0});
}

void write_row(std::string& out, const ViewContext& context, const LinkState& row) {
  const Subject subject{Aggregate::kLink, row.id.value};
  const bool readable = context.sight.may_read(subject, row.agency);
  const std::optional<ReasonText> text = shown(readable, row.text);
  JsonObject object(out);
  object.member("id", row.id).member("kind", row.pair.kind).member("subjects", row.pair.subjects);
  add_component(object, context.views.world, row.pair);
  object.member("status", row.status).member("binding", row.binding);
  object.member("differs", differ(context.views.world, row.pair));
  write_figures(object, context, row.pair);
  object.with("rows", [&](std::string& to) { write_rows(to, context, row.pair); });
  object.member("document", row.document).member("reason", text ? text->reason : std::nullopt);
  object.member("proposed_by", row.proposed_by.empty() ? std::nullopt : std::optional(row.proposed_by));
  object.member("withheld", !readable);
  add_life(object, context, subject);
}

void write_suggestion(std::string& out, const ViewContext& context, const projections::Suggestion& suggestion) {
  JsonObject object(out);
  object.member("id", link_id(suggestion.pair)).member("kind", suggestion.pair.kind);
  object.member("subjects", suggestion.pair.subjects).member("score", suggestion.score);
  add_component(object, context.views.world, suggestion.pair);
  object.member("shared", suggestion.shared).member("differs", differ(context.views.world, suggestion.pair));
  write_figures(object, context, suggestion.pair);
  object.with("rows", [&](std::string& to) { write_rows(to, context, suggestion.pair); });
}

void write_links_of(std::string& out, const ViewContext& context, const Subject& row) {
  const World& world = context.views.world;
  std::vector<const LinkState*> links = links_of(world, row.text());
  std::erase_if(links, [](const LinkState* link) {
    return link->status != LinkStatus::kLinked && link->status != LinkStatus::kProposed;
  });
  write_array(out, links, [&](std::string& to, const LinkState* link) {
    const std::string& first = link->pair.subjects.front();
    const std::string& other = first == row.text() ? link->pair.subjects.back() : first;
    JsonObject object(to);
    object.member("id", link->id).member("kind", link->pair.kind).member("status", link->status);
    add_component(object, world, link->pair);
    object.member("binding", link->binding).member("differs", differ(world, link->pair));
    write_figures(object, context, link->pair);
    object.member("document", link->document);
    object.with("row", [&](std::string& inner) { write_link_row(inner, world, other); });
  });
}

void write_row(std::string& out, const ViewContext& context, const DoubtState& row) {
  const Subject subject{Aggregate::kDoubt, row.content.id.value};
  const bool readable = !row.settled || context.sight.may_read(subject, row.settled->agency);
  JsonObject object(out);
  object.members(row.content).member("status", row.settled ? "settled" : "open");
  object.with("settlement", [&](std::string& to) {
    if (!row.settled) {
      to += "null";
      return;
    }
    const std::optional<ReasonText> text = shown(readable, row.settled->text);
    JsonObject(to)
        .member("outcome", row.settled->outcome)
        .member("document", row.settled->document)
        .member("reason", text ? text->reason : std::nullopt)
        .member("agency", row.settled->agency)
        .member("actor", row.settled->actor)
        .member("time", row.settled->time);
  });
  object.member("withheld", !readable);
  add_life(object, context, subject);
}

}  // namespace luuvet::api

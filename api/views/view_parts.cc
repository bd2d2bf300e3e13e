#include "api/views/view_parts.h"

namespace luuvet::api {

void add_life(JsonObject& object, const ViewContext& context, const Subject& subject) {
  const projections::Card* card = context.views.card(subject);
  object.member("sequence", context.views.world.representation(subject));
  object.member("updated_at", card ? std::optional(card->updated_at) : std::nullopt);
  object.with("updated_by", [&](std::string& out) {
    if (!card) {
      out += "null";
      return;
    }
    JsonObject(out).member("actor", card->updated_by).member("agency", card->updated_for);
  });
}

void write_window(std::string& out, const Window& window, bool extended) {
  JsonObject object(out);
  object.member("kind", window.kind)
      .member("start", window.start)
      .member("due", window.due)
      .member("waiting", window.waiting);
  object.member("period_start", window.period_start).member("period_end", window.period_end);
  object.member("rule", extended ? std::string_view("extension") : name_of(window.kind));
}

void write_statement(std::string& out, const Statement& statement, bool readable) {
  const ProgressText text = shown(readable, statement.text).value_or(ProgressText{});
  JsonObject object(out);
  object.member("sequence", statement.sequence).member("time", statement.time).member("actor", statement.actor);
  object.member("agency", statement.agency).member("state", statement.state).member("percent", statement.percent);
  object.member("quantities", statement.quantities)
      .member("period", statement.period)
      .member("document", statement.document);
  object.member("result", text.result).member("obstacle", text.obstacle).member("proposal", text.proposal);
}

void write_draft(std::string& out, const Statement* draft) {
  if (draft)
    write_statement(out, *draft, true);
  else
    out += "null";
}

std::uint64_t comment_count(const World& world, const Subject& subject) {
  const ThreadState* thread = world.threads.find(subject.text());
  return thread ? thread->entries.size() : 0;
}

}  // namespace luuvet::api

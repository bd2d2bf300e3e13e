// Entries of histories and threads, written from the fields that an event changed.
#include <algorithm>

#include "api/event_types.h"
#include "api/history/history_codec.h"
#include "api/json/json_object.h"
#include "api/record_bytes.h"
#include "api/views/view_parts.h"

namespace luuvet::api {
namespace {

// A field that the state before did not have was null.
const std::string* value_in(const Fields& fields, std::string_view name) {
  const auto place = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
  return place == fields.end() ? nullptr : &place->json;
}

void write_change(std::string& out, bool& first, std::string_view name, const std::string* before,
                  const std::string* after) {
  const std::string null = "null";
  const std::string& old_json = before ? *before : null;
  const std::string& new_json = after ? *after : null;
  if (old_json == new_json) return;
  if (!before && (new_json == "[]" || new_json == "false")) return;  // said nothing: the default
  if (!first) out += ',';
  first = false;
  JsonObject(out)
      .member("field", name)
      .with("old", [&](std::string& to) { to += old_json; })
      .with("new", [&](std::string& to) { to += new_json; });
}

// Within a JSON string the quotes would be escaped.
bool is_erased(std::string_view record) {
  return record.find(R"("sealed":")") != std::string_view::npos && !open_of(record);
}

std::optional<Sequence> undone_by(const Event& event) {
  return std::visit(
      [](const auto& alternative) -> std::optional<Sequence> {
        if constexpr (requires { alternative.undoes; }) return alternative.undoes;
        return std::nullopt;
      },
      event);
}

std::string_view thread_kind(const Event& event) {
  if (std::holds_alternative<ThreadDirected>(event)) return "directive";
  return std::holds_alternative<ThreadUrged>(event) ? "urging" : "comment";
}

}  // namespace

void write_changes(std::string& out, const Fields& before, const Fields& after, bool readable) {
  out += '[';
  bool first = true;
  const auto hidden = [&](const Field& field) { return field.is_protected && !readable; };
  for (const Field& field : after)
    if (!hidden(field)) write_change(out, first, field.name, value_in(before, field.name), &field.json);
  for (const Field& field : before)
    if (!hidden(field) && !value_in(after, field.name)) write_change(out, first, field.name, &field.json, nullptr);
  out += ']';
}

void write_history_entry(std::string& out, const HistoryEntry& entry, const Sight& sight) {
  const Recorded& recorded = entry.recorded;
  const bool readable = sight.may_read(recorded);
  JsonObject object(out);
  object.member("sequence", recorded.meta.sequence)
      .member("time", recorded.meta.time)
      .member("type", type_of(recorded.event));
  object.member("subject", recorded.subject.text())
      .member("actor", recorded.meta.actor)
      .member("agency", recorded.meta.agency);
  object.member("capacity", recorded.capacity);
  object.with("changes", [&](std::string& to) { write_changes(to, entry.before, entry.after, readable); });
  object.with("act", [&](std::string& to) {
    if (recorded.act_size > 1)
      JsonObject(to).member("index", recorded.act_index).member("size", recorded.act_size);
    else
      to += "null";
  });
  object.member("undoes", undone_by(recorded.event));
  object.member("erased", is_erased(entry.record)).member("withheld", !readable && open_of(entry.record));
}

void write_thread_entry(std::string& out, const Recorded& recorded, Standing standing, const Sight& sight) {
  const bool withdrawn = standing == Standing::kWithdrawn;
  const bool readable = sight.may_read(recorded);
  std::optional<Sequence> reply_to;
  std::vector<AgencyId> to;
  std::optional<Date> answer_due;
  std::optional<DocumentRef> document;
  std::optional<std::string> text;
  std::visit(
      [&](const auto& event) {
        if constexpr (requires { event.reply_to; }) reply_to = event.reply_to;
        if constexpr (requires { event.answer_due; }) {
          to = event.to;
          answer_due = event.answer_due;
          document = event.document;
        }
        if constexpr (requires { event.open->text; })
          if (event.open) text = event.open->text;
      },
      recorded.event);
  JsonObject(out)
      .member("sequence", recorded.meta.sequence)
      .member("time", recorded.meta.time)
      .member("actor", recorded.meta.actor)
      .member("agency", recorded.meta.agency)
      .member("kind", thread_kind(recorded.event))
      .member("text", shown(readable && !withdrawn, text))
      .member("reply_to", reply_to)
      .member("to", to)
      .member("answer_due", answer_due)
      .member("document", document)
      .member("withdrawn", withdrawn)
      .member("withheld", !readable);
}

}  // namespace luuvet::api

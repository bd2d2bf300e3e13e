#include "server/app/act_answer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "api/history/history_codec.h"
#include "api/json/json_object.h"
#include "api/record_codec.h"

namespace luuvet::server {
namespace {

using api::JsonObject;

struct ChangedSubject {
  std::string subject;
  Sequence sequence = 0;
};

std::vector<ChangedSubject> changed_subjects(const EventLog& log, Sequence first, Sequence last) {
  std::vector<ChangedSubject> subjects;
  api::RecordDecoder decoder;
  scan(log, first - 1, last - first + 1, [&](Sequence sequence, std::string_view bytes) {
    const auto record = decoder.decode(bytes);
    if (!record) return true;
    const std::string subject = record.value().recorded.subject.text();
    const auto known = std::find_if(subjects.begin(), subjects.end(),
                                    [&](const ChangedSubject& one) { return one.subject == subject; });
    if (known == subjects.end())
      subjects.push_back({subject, sequence});
    else
      known->sequence = sequence;
    return true;
  });
  return subjects;
}

// The assignment of an added task is part of adding it; what is only remembered changes nothing.
std::vector<const NewEvent*> shown_events(const Decision& decision) {
  std::vector<const NewEvent*> shown;
  for (const NewEvent& event : decision.events) {
    const NewEvent* before = &event == &decision.events.front() ? nullptr : &event - 1;
    const bool of_added = before && std::holds_alternative<TaskRegistered>(before->event) &&
                          std::holds_alternative<TaskAssigned>(event.event);
    const bool remembers = std::holds_alternative<TaskImported>(event.event);
    if (!of_added && !remembers) shown.push_back(&event);
  }
  return shown;
}

std::string_view kind_of(const Event& event) {
  if (std::holds_alternative<TaskRegistered>(event) || std::holds_alternative<Registered<Programme>>(event))
    return "add";
  if (std::holds_alternative<AssignmentHandedOver>(event)) return "hand-over";
  if (std::holds_alternative<TaskCarriedOver>(event)) return "carry-over";
  return std::holds_alternative<TaskCancelled>(event) ? "cancel" : "amend";
}

void add_foot(JsonObject& object, Sequence head, std::string_view log_id, Date status_date) {
  object.member("sequence", head).member("log", log_id).member("status_date", status_date);
}

}  // namespace

std::string act_outcome(const EventLog& log, Sequence first, Sequence last, Sequence head, std::string_view log_id,
                        Date status_date) {
  std::string body;
  {
    JsonObject object(body);
    object.member("first", first).member("last", last).member("size", last - first + 1);
    object.with("items", [&](std::string& out) {
      api::write_array(out, changed_subjects(log, first, last), [](std::string& to, const ChangedSubject& one) {
        JsonObject(to).member("subject", one.subject).member("sequence", one.sequence);
      });
    });
    add_foot(object, head, log_id, status_date);
  }
  return body;
}

std::string act_difference(const projections::Views& views, const Decision& decision, std::string_view log_id,
                           Date status_date) {
  World world = views.world;
  const Epoch epoch = world.head + 1;
  std::string body;
  {
    JsonObject object(body);
    object.member("dry_run", true);
    object.with("items", [&](std::string& out) {
      const std::vector<const NewEvent*> shown = shown_events(decision);
      api::write_array(out, shown, [&](std::string& to, const NewEvent* event) {
        const api::Fields before = api::fields_of(world, event->subject);
        Recorded recorded;
        recorded.meta.sequence = world.head + 1;
        recorded.meta.agency = decision.agency;
        recorded.subject = event->subject;
        recorded.event = event->event;
        world.evolve(recorded, epoch);
        const std::string_view kind = kind_of(event->event);
        JsonObject item(to);
        item.member("do", kind);
        item.member("subject", kind == "add" ? std::nullopt : std::optional(event->subject.text()));
        item.with("changes", [&](std::string& inner) {
          api::write_changes(inner, before, api::fields_of(world, event->subject), true);
        });
      });
    });
    add_foot(object, views.world.head, log_id, status_date);
  }
  return body;
}

}  // namespace luuvet::server

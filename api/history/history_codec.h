// History: each event with the fields that it changed, old and new. Events carry only new values; the old ones come
// from folding the subject's stream, so both are read off the same states that the rules use.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/people/readers.h"
#include "domain/world.h"

namespace luuvet::api {

// A field of a state, as JSON.
struct Field {
  std::string name;
  std::string json;
  bool is_protected = false;
};
using Fields = std::vector<Field>;  // in the order of the representation

// The state of the subject as fields; empty when nothing was recorded of it.
Fields fields_of(const World& world, const Subject& subject);

// What the event itself says, for streams whose state keeps no text (threads, log, calendar).
Fields fields_of(const Event& event);

struct HistoryEntry {
  const Recorded& recorded;
  const Fields& before;
  const Fields& after;
  std::string_view record;  // the stored bytes: an erased part shows there
};

// [{field, old, new}] of what differs; protected fields only if they are readable.
void write_changes(std::string& out, const Fields& before, const Fields& after, bool readable);

void write_history_entry(std::string& out, const HistoryEntry& entry, const Sight& sight);

// An entry of a thread as a message: {sequence, time, actor, agency, kind, text, reply_to, to, answer_due, document,
// withdrawn, withheld}. What was withdrawn has no words, for nobody.
enum class Standing { kStands, kWithdrawn };
void write_thread_entry(std::string& out, const Recorded& recorded, Standing standing, const Sight& sight);

}  // namespace luuvet::api

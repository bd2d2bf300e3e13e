// Views: what readers see at one sequence. The World that the rules read, and a card a subject with what only readers
// want: the folded text for search and who touched it last. A value that shares: one is published a batch, old ones
// stay as they were.
#pragma once

#include <memory>
#include <string>

#include "domain/base/sequence_list.h"
#include "domain/world.h"
#include "projections/tasks/work_memo.h"

namespace luuvet::projections {

// A task's card also moves with its assignments; comments move no card.
struct Card {
  std::string subject;                      // "task/<id>"
  std::shared_ptr<const std::string> text;  // folded: domain/base/fold.h; moves only with the row itself
  Instant updated_at;
  ActorId updated_by;
  AgencyId updated_for;
  const std::string& key() const { return subject; }
};

// The acts on records of one kind that name a document: see citations.h.
struct CitingActs {
  std::string place;  // "<document>/<aggregate>"
  Aggregate aggregate = Aggregate::kTask;
  SequenceList acts;
  const std::string& key() const { return place; }
};

struct Views {
  World world;
  Table<Card> cards;
  Table<CitingActs> citing;
  Table<WorkMemo> works;  // of every task; shows nothing that is not in the world
  Instant time;           // of the record at world.head

  // Cannot fail. `epoch`: see domain/base/table.h.
  void apply(const Recorded& recorded, Epoch epoch);

  // Null when nothing was recorded of the subject.
  const Card* card(const Subject& subject) const { return cards.find(subject.text()); }
};

}  // namespace luuvet::projections

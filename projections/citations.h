// What rests on a document: every act whose event names it, by the kind of record that the act is on.
#pragma once

#include <optional>
#include <vector>

#include "projections/views.h"

namespace luuvet::projections {

// Adds the record to the acts of each document that it names. A part of Views::apply.
void note_citations(Views& views, const Recorded& recorded, Epoch epoch);

struct CitedBy {
  Aggregate aggregate = Aggregate::kTask;
  std::size_t acts = 0;
  bool operator==(const CitedBy&) const = default;
};

// By kind, the most first; none where nothing rests on the document.
std::vector<CitedBy> cited_by(const Views& views, const DocumentId& document);
std::size_t count_of_acts(const Views& views, const DocumentId& document);

// Acts before `before`, newest first, at most `limit`; of one kind where it is named.
std::vector<Sequence> acts_citing(const Views& views, const DocumentId& document, std::optional<Aggregate> kind,
                                  Sequence before, std::size_t limit);

}  // namespace luuvet::projections

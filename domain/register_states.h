// The states of the registers: agencies, documents, doubts, and the links between rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/life.h"

namespace luuvet {

struct FormerName {
  std::string name;
  std::optional<std::string> short_name;
  Date to;  // its last day
  bool operator==(const FormerName&) const = default;
};
BOOST_DESCRIBE_STRUCT(FormerName, (), (name, short_name, to))

struct AgencyState : RegisterState<Agency> {
  std::optional<Date> from_date;         // founded here
  std::optional<Date> ended_on;          // merged or dissolved: the first day without it
  std::optional<AgencyId> merged_into;   // its successor, which may have been merged since
  std::vector<FormerName> former_names;  // oldest first
  std::vector<AgencyId> predecessors;    // all that were merged into it, also by way of others
};

// A document's file, and the event whose `open` holds it.
struct FileVersion {
  Sequence sequence = 0;
  StoredFile file;
  bool operator==(const FileVersion&) const = default;
};

struct DocumentState : RegisterState<Document> {
  Amendments<Document> amendments;
  AgencyId registered_by;
  std::vector<FileVersion> files;  // oldest first; the last one is the document's

  const StoredFile* file() const { return files.empty() ? nullptr : &files.back().file; }
};

// How a doubt stands: open while nothing is said of its outcome.
struct DoubtSettlement {
  DoubtOutcome outcome = DoubtOutcome::kKept;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> text;
  AgencyId agency;
  ActorId actor;
  Instant time;
  Sequence sequence = 0;
  bool operator==(const DoubtSettlement&) const = default;
};

struct DoubtState : RegisterState<Doubt> {
  std::optional<DoubtSettlement> settled;
};

// A pair of rows. What is said last of it, and by whom: the words, the document, the decision.
struct LinkState {
  LinkId id;
  LinkedPair pair;
  LinkStatus status = LinkStatus::kProposed;
  std::vector<Binding> binding;  // of kLinked
  std::optional<DocumentRef> document;
  std::optional<ReasonText> text;
  AgencyId proposed_by;  // empty: decided without being proposed
  AgencyId agency;       // of the last event, as actor and time
  ActorId actor;
  Instant time;
  Life life;
  const std::string& key() const { return id.value; }
  bool operator==(const LinkState&) const = default;
};

// The links in which a row stands, whatever their status.
struct LinkedRow {
  std::string subject;
  std::vector<LinkId> links;
  const std::string& key() const { return subject; }
  bool operator==(const LinkedRow&) const = default;
};

}  // namespace luuvet

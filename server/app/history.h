// History and threads out of the log: index walks, not folds that are kept. Worker thread: reads the log and folds what
// it reads.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/people/readers.h"
#include "domain/world.h"
#include "projections/views.h"
#include "server/log/event_log.h"

namespace luuvet::server {

struct HistoryQuery {
  std::size_t limit = 100;
  std::optional<Sequence> before;  // only entries below: the page after, newest first
  std::optional<ProgrammeId> programme;
  std::optional<AgencyId> agency;  // acted, or has to do with the subject today
  std::optional<std::string> subject;
  std::vector<std::string> types;  // whole words from the front of the event type
};

struct ActsQuery {
  std::size_t limit = 100;
  std::optional<Sequence> before;  // only acts below
  std::optional<Aggregate> kind;   // of the record that the act is on
};

struct HistoryPage {
  std::vector<std::string> items;  // JSON objects, newest first
  std::size_t total = 0;           // of one subject's history or document; of the whole log's: as many as the log has
  std::optional<Sequence> next;    // `before` of the next page
};

class HistoryReader {
 public:
  // Records after `views.world.head` are not looked at, so a past view has a past history.
  HistoryReader(const EventLog& log, const projections::Views& views, Sight sight)
      : log_(log), views_(views), sight_(sight) {}

  // The subject's own stream and what belongs to it: a task's assignments, and the threads of both.
  HistoryPage of_subject(const Subject& subject, const HistoryQuery& query) const;
  HistoryPage of_log(const HistoryQuery& query) const;
  // Oldest first; `next` continues upwards. What is withdrawn `today` has no words in the past either.
  HistoryPage thread_of(const Subject& subject, const World& today, std::size_t limit, Sequence after) const;

  // What rests on the document: acts that name it, on records of any kind.
  HistoryPage citing(const DocumentId& document, const ActsQuery& query) const;

  // Stored bytes, or leaves by the reader's rights, of the records of the subject's streams after `since`, oldest
  // first, at most `limit`.
  std::vector<std::string> records_since(const Subject& subject, Sequence since, std::size_t limit) const;

  static constexpr std::size_t kScanMax = 50'000;       // records that one page may look at
  static constexpr std::size_t kStreamMax = 1'000'000;  // sequences of one subject

 private:
  std::vector<Subject> streams_of(const Subject& subject) const;
  std::vector<Sequence> sequences_of(const Subject& subject) const;

  const EventLog& log_;
  const projections::Views& views_;
  const Sight sight_;
};

}  // namespace luuvet::server

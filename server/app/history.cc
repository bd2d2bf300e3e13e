#include "server/app/history.h"

#include <algorithm>
#include <limits>

#include "api/event_types.h"
#include "api/history/document_acts.h"
#include "api/history/history_codec.h"
#include "api/record_bytes.h"
#include "api/record_codec.h"
#include "domain/people/involvement.h"
#include "server/engine/replay.h"

namespace luuvet::server {
namespace {

constexpr Epoch kScratchEpoch = std::numeric_limits<Epoch>::max();

// Reads records one by one and folds each into a world that holds only what was folded.
class Folder {
 public:
  Folder(const EventLog& log, Sight sight) : log_(log), sight_(sight) {}

  Recorded read(Sequence sequence, std::string& bytes) {
    auto stored = log_.read(sequence);
    if (!stored) throw UnreadableRecord("record " + std::to_string(sequence) + " is not there");
    bytes = std::move(*stored);
    auto decoded = decoder_.decode(bytes);
    if (!decoded) throw UnreadableRecord("record " + std::to_string(sequence) + ": " + decoded.error().detail.en);
    return std::move(decoded.value().recorded);
  }
  void fold(const Recorded& recorded) { world_.evolve(recorded, kScratchEpoch); }

  // The entry's JSON; folds the record.
  std::string entry(const Recorded& recorded, std::string_view bytes) {
    const api::Fields before = api::fields_of(world_, recorded.subject);
    fold(recorded);
    api::Fields after = api::fields_of(world_, recorded.subject);
    if (before.empty() && after.empty()) after = api::fields_of(recorded.event);
    std::string json;
    api::write_history_entry(json, {recorded, before, after, bytes}, sight_);
    return json;
  }

 private:
  const EventLog& log_;
  const Sight sight_;
  api::RecordDecoder decoder_;
  World world_;
};

bool type_wanted(const HistoryQuery& query, const Recorded& recorded) {
  if (query.types.empty()) return true;
  const std::string_view type = api::type_of(recorded.event);
  return std::any_of(query.types.begin(), query.types.end(), [&](const std::string& prefix) {
    return type.starts_with(prefix) && (type.size() == prefix.size() || type[prefix.size()] == '.');
  });
}

}  // namespace

std::vector<Subject> HistoryReader::streams_of(const Subject& subject) const {
  std::vector<Subject> streams{subject, {Aggregate::kThread, subject.text()}};
  if (subject.aggregate != Aggregate::kTask) return streams;
  const std::string prefix = subject.id + ".";
  views_.world.assignments.for_each_from(prefix, [&](const auto& assignment) {
    if (!assignment->id.value.starts_with(prefix)) return false;
    if (assignment->task.value != subject.id) return true;
    const Subject work{Aggregate::kAssignment, assignment->id.value};
    streams.push_back(work);
    streams.push_back({Aggregate::kThread, work.text()});
    return true;
  });
  return streams;
}

std::vector<Sequence> HistoryReader::sequences_of(const Subject& subject) const {
  std::vector<Sequence> sequences;
  for (const Subject& stream : streams_of(subject)) {
    const auto found = log_.subject_sequences(stream.text(), 0, kStreamMax);
    sequences.insert(sequences.end(), found.begin(), found.end());
  }
  std::erase_if(sequences, [&](Sequence sequence) { return sequence > views_.world.head; });
  std::sort(sequences.begin(), sequences.end());
  return sequences;
}

HistoryPage HistoryReader::of_subject(const Subject& subject, const HistoryQuery& query) const {
  Folder folder(log_, sight_);
  HistoryPage page;
  std::vector<std::pair<Sequence, std::string>> entries;
  for (const Sequence sequence : sequences_of(subject)) {
    std::string bytes;
    const Recorded recorded = folder.read(sequence, bytes);
    std::string json = folder.entry(recorded, bytes);
    if (type_wanted(query, recorded)) entries.emplace_back(sequence, std::move(json));
  }
  page.total = entries.size();
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (query.before && entry->first >= *query.before) continue;
    if (page.items.size() == query.limit) {
      page.next = std::prev(entry)->first;
      break;
    }
    page.items.push_back(std::move(entry->second));
  }
  return page;
}

HistoryPage HistoryReader::of_log(const HistoryQuery& query) const {
  HistoryPage page;
  page.total = views_.world.head;
  Sequence sequence = std::min(query.before ? *query.before - 1 : views_.world.head, views_.world.head);
  Folder reader(log_, sight_);
  for (std::size_t looked = 0; sequence > 0; --sequence, ++looked) {
    if (page.items.size() == query.limit || looked == kScanMax) {
      page.next = sequence + 1;
      return page;
    }
    std::string bytes;
    const Recorded recorded = reader.read(sequence, bytes);
    if (query.programme && recorded.programme != query.programme) continue;
    if (query.subject && recorded.subject.text() != *query.subject) continue;
    if (query.agency && recorded.meta.agency != *query.agency &&
        !involves(views_.world, recorded.subject, *query.agency))
      continue;
    if (!type_wanted(query, recorded)) continue;
    Folder folder(log_, sight_);
    for (const Sequence earlier : log_.subject_sequences(recorded.subject.text(), 0, recorded.stream_version - 1)) {
      std::string ignored;
      folder.fold(folder.read(earlier, ignored));
    }
    page.items.push_back(folder.entry(recorded, bytes));
  }
  return page;
}

std::vector<std::string> HistoryReader::records_since(const Subject& subject, Sequence since, std::size_t limit) const {
  std::vector<std::string> records;
  Folder folder(log_, sight_);
  for (const Sequence sequence : sequences_of(subject)) {
    if (sequence <= since) continue;
    if (records.size() == limit) break;
    std::string bytes;
    const Recorded recorded = folder.read(sequence, bytes);
    records.push_back(sight_.may_read(recorded) ? std::move(bytes) : api::leaf_of(bytes));
  }
  return records;
}

HistoryPage HistoryReader::citing(const DocumentId& document, const ActsQuery& query) const {
  HistoryPage page;
  for (const projections::CitedBy& each : projections::cited_by(views_, document))
    if (!query.kind || each.aggregate == *query.kind) page.total += each.acts;
  const Sequence before = query.before.value_or(views_.world.head + 1);
  Folder reader(log_, sight_);
  for (const Sequence sequence : projections::acts_citing(views_, document, query.kind, before, query.limit + 1)) {
    if (page.items.size() == query.limit) {
      page.next = sequence + 1;
      break;
    }
    std::string bytes, json;
    const Recorded recorded = reader.read(sequence, bytes);
    api::write_document_act(json, recorded, bytes, document, sight_);
    page.items.push_back(std::move(json));
  }
  return page;
}

HistoryPage HistoryReader::thread_of(const Subject& subject, const World& today, std::size_t limit,
                                     Sequence after) const {
  HistoryPage page;
  Folder folder(log_, sight_);
  const ThreadState* thread = views_.world.threads.find(subject.text());
  if (!thread) return page;
  const ThreadState* now = today.threads.find(subject.text());
  page.total = thread->entries.size();
  for (const Sequence sequence : thread->entries.page(after, limit + 1)) {
    if (page.items.size() == limit) {
      page.next = after;
      break;
    }
    std::string bytes, json;
    const bool withdrawn = (now ? now : thread)->is_withdrawn(sequence);
    api::write_thread_entry(json, folder.read(sequence, bytes),
                            withdrawn ? api::Standing::kWithdrawn : api::Standing::kStands, sight_);
    page.items.push_back(std::move(json));
    after = sequence;
  }
  return page;
}

}  // namespace luuvet::server

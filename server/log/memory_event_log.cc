#include "server/log/memory_event_log.h"

#include "server/log/new_record_limits.h"

namespace luuvet::server {

MemoryEventLog::MemoryEventLog() : head_(tree_.head()) {}

AppendOutcome MemoryEventLog::append(Sequence expected_head, std::span<const NewRecord> records) {
  if (expected_head != head()) return HeadMoved{head()};
  require_limits(records);
  if (records.empty()) return Appended{expected_head};
  {
    const std::lock_guard lock(mutex_);
    std::vector<CompletedTile> completed;
    for (const NewRecord& record : records) {
      records_.push_back(std::make_shared<const std::string>(record.bytes));
      subjects_[record.subject][record.stream_version] = records_.size();
      if (record.first_of_act) correlations_[record.correlation.key] = {records_.size(), record.correlation.request};
      tree_.append(hash_leaf_of(record.bytes), completed);
    }
    for (CompletedTile& tile : completed) tiles_[tile.id] = std::move(tile.hashes);
  }
  head_.publish(tree_.head());
  return Appended{head()};
}

std::shared_ptr<const std::string> MemoryEventLog::record(Sequence sequence) const {
  const std::lock_guard lock(mutex_);
  return records_[sequence - 1];
}

void MemoryEventLog::scan(Sequence after, std::size_t limit, Visit visit, void* context) const {
  const Sequence head = this->head();
  for (Sequence sequence = after + 1; sequence <= head && limit > 0; ++sequence, --limit) {
    if (!visit(context, sequence, *record(sequence))) return;
  }
}

std::optional<std::string> MemoryEventLog::read(Sequence sequence) const {
  if (sequence == 0 || sequence > head()) return std::nullopt;
  return *record(sequence);
}

std::vector<Sequence> MemoryEventLog::subject_sequences(std::string_view subject, std::uint64_t after_version,
                                                        std::size_t limit) const {
  const Sequence head = this->head();
  const std::lock_guard lock(mutex_);
  std::vector<Sequence> sequences;
  const auto versions = subjects_.find(subject);
  if (versions == subjects_.end()) return sequences;
  for (auto at = versions->second.upper_bound(after_version); at != versions->second.end() && sequences.size() < limit;
       ++at) {
    if (at->second <= head) sequences.push_back(at->second);
  }
  return sequences;
}

std::uint64_t MemoryEventLog::subject_version(std::string_view subject) const {
  const Sequence head = this->head();
  const std::lock_guard lock(mutex_);
  const auto versions = subjects_.find(subject);
  if (versions == subjects_.end()) return 0;
  for (auto at = versions->second.rbegin(); at != versions->second.rend(); ++at) {
    if (at->second <= head) return at->first;
  }
  return 0;
}

std::optional<CorrelationHit> MemoryEventLog::find_correlation(const std::array<std::uint8_t, 16>& key) const {
  const Sequence head = this->head();
  const std::lock_guard lock(mutex_);
  const auto hit = correlations_.find(key);
  if (hit == correlations_.end() || hit->second.first > head) return std::nullopt;
  return hit->second;
}

std::shared_ptr<const TileHashes> MemoryEventLog::full_tile(TileId id) const {
  const std::lock_guard lock(mutex_);
  const auto tile = tiles_.find(id);
  return tile == tiles_.end() ? nullptr : tile->second;
}

}  // namespace luuvet::server

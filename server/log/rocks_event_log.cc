#include "server/log/rocks_event_log.h"

#include <rocksdb/write_batch.h>

#include <cstring>

#include "server/log/log_keys.h"
#include "server/log/new_record_limits.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kLongScan = 1000;  // records; beyond that a scan leaves the block cache to others

rocksdb::Slice slice(std::string_view bytes) {
  return {bytes.data(), bytes.size()};
}
std::string_view view(const rocksdb::Slice& slice) {
  return {slice.data(), slice.size()};
}

Sequence sequence_of(std::string_view bytes) {
  const auto sequence = log_keys::parse_number(bytes);
  if (!sequence) throw LogFailure("the log holds a key or value that is no sequence");
  return *sequence;
}

}  // namespace

RocksEventLog::RocksEventLog(const std::filesystem::path& folder, LogStoreOptions options)
    : store_(folder, std::move(options)) {
  recover();
}

void RocksEventLog::recover() {
  const auto last = store_.iterate(LogStore::kRecords);
  last->SeekToLast();
  require_ok(last->status(), "the log cannot be read");
  const Sequence head = last->Valid() ? sequence_of(view(last->key())) : 0;
  std::vector<Hash> leaves;
  for (Sequence sequence = head - head % kTileWidth + 1; sequence <= head; ++sequence) {
    const auto record = store_.get(LogStore::kRecords, log_keys::record(sequence));
    if (!record) throw LogFailure("the log lacks record " + std::to_string(sequence));
    leaves.push_back(hash_leaf_of(*record));
  }
  tree_ = recover_tree(head, leaves, [this](TileId id) { return full_tile(id); });
  head_ = std::make_unique<PublishedHead>(tree_.head());
}

AppendOutcome RocksEventLog::append(Sequence expected_head, std::span<const NewRecord> records) {
  if (expected_head != head()) return HeadMoved{head()};
  require_limits(records);
  if (records.empty()) return Appended{expected_head};
  std::size_t bytes = 0;
  for (const NewRecord& record : records) bytes += record.bytes.size() + 256;
  rocksdb::WriteBatch batch(bytes, 0, /*protection_bytes_per_key=*/8, 0);
  completed_.clear();
  Sequence sequence = expected_head;
  for (const NewRecord& record : records) {
    put_record(batch, ++sequence, record);
    tree_.append(hash_leaf_of(record.bytes), completed_);
  }
  for (const CompletedTile& tile : completed_) {
    batch.Put(store_.family(LogStore::kIndex), slice(log_keys::tile(tile.id)),
              slice(bytes_of(*tile.hashes, kTileWidth)));
  }
  store_.write(batch);
  head_->publish(tree_.head());
  return Appended{sequence};
}

void RocksEventLog::put_record(rocksdb::WriteBatch& batch, Sequence sequence, const NewRecord& record) const {
  const std::string number = log_keys::number(sequence);
  batch.Put(store_.family(LogStore::kRecords), slice(number), slice(record.bytes));
  batch.Put(store_.family(LogStore::kIndex), slice(log_keys::subject(record.subject, record.stream_version)),
            slice(number));
  if (!record.first_of_act) return;
  batch.Put(store_.family(LogStore::kCommands), slice(log_keys::command(record.correlation.key)),
            slice(log_keys::command_value(sequence, record.correlation.request)));
}

void RocksEventLog::scan(Sequence after, std::size_t limit, Visit visit, void* context) const {
  const Sequence head = this->head();
  if (after >= head || limit == 0) return;
  const std::string begin = log_keys::record(after + 1);
  const std::string end = log_keys::record(head + 1);
  const rocksdb::Slice upper = slice(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &upper;
  options.fill_cache = limit <= kLongScan;
  const auto at = store_.iterate(LogStore::kRecords, options);
  Sequence next = after + 1;
  for (at->Seek(slice(begin)); at->Valid() && limit > 0; at->Next(), ++next, --limit) {
    if (sequence_of(view(at->key())) != next) break;
    if (!visit(context, next, view(at->value()))) return;
  }
  require_ok(at->status(), "the log cannot be read");
  if (next <= head && limit > 0) throw LogFailure("the log lacks record " + std::to_string(next));
}

std::optional<std::string> RocksEventLog::read(Sequence sequence) const {
  if (sequence == 0 || sequence > head()) return std::nullopt;
  auto record = store_.get(LogStore::kRecords, log_keys::record(sequence));
  if (!record) throw LogFailure("the log lacks record " + std::to_string(sequence));
  return record;
}

std::vector<Sequence> RocksEventLog::subject_sequences(std::string_view subject, std::uint64_t after_version,
                                                       std::size_t limit) const {
  const Sequence head = this->head();
  const std::string prefix = log_keys::subject_prefix(subject);
  const std::string begin = log_keys::subject(subject, after_version);
  std::vector<Sequence> sequences;
  const auto at = store_.iterate(LogStore::kIndex);
  for (at->Seek(slice(begin)); at->Valid() && at->key().starts_with(slice(prefix)) && sequences.size() < limit;
       at->Next()) {
    if (view(at->key()) == begin) continue;
    const Sequence sequence = sequence_of(view(at->value()));
    if (sequence > head) break;  // on disk, but not published yet
    sequences.push_back(sequence);
  }
  require_ok(at->status(), "the log cannot be read");
  return sequences;
}

std::uint64_t RocksEventLog::subject_version(std::string_view subject) const {
  const Sequence head = this->head();
  const std::string prefix = log_keys::subject_prefix(subject);
  const std::string last = log_keys::subject(subject, ~std::uint64_t{0});
  const auto at = store_.iterate(LogStore::kIndex);
  for (at->SeekForPrev(slice(last)); at->Valid() && at->key().starts_with(slice(prefix)); at->Prev()) {
    if (sequence_of(view(at->value())) <= head) return sequence_of(view(at->key()).substr(prefix.size()));
  }
  require_ok(at->status(), "the log cannot be read");
  return 0;
}

std::optional<CorrelationHit> RocksEventLog::find_correlation(const std::array<std::uint8_t, 16>& key) const {
  const Sequence head = this->head();
  const auto value = store_.get(LogStore::kCommands, log_keys::command(key));
  if (!value) return std::nullopt;
  const auto hit = log_keys::parse_command_value(*value);
  if (!hit) throw LogFailure("the log holds a command that is none");
  return hit->first <= head ? hit : std::nullopt;
}

std::shared_ptr<const TileHashes> RocksEventLog::full_tile(TileId id) const {
  const auto bytes = store_.get(LogStore::kIndex, log_keys::tile(id));
  if (!bytes || bytes->size() != sizeof(TileHashes)) return nullptr;
  const auto tile = std::make_shared<TileHashes>();
  std::memcpy(tile->data(), bytes->data(), bytes->size());
  return tile;
}

}  // namespace luuvet::server

#include "server/log/prune.h"

#include <rocksdb/write_batch.h>

#include <algorithm>

#include "server/log/log_keys.h"
#include "server/log/pruned.h"
#include "server/log/record_facts.h"

namespace luuvet::server {
namespace {

constexpr Sequence kBatch = 1'000;  // records of one write

// Puts the stubs of one stretch into the batch and takes its index entries out; how many records go.
std::uint64_t replace(const RocksEventLog& log, Sequence after, Sequence through, std::string_view kept,
                      rocksdb::WriteBatch& batch) {
  const LogStore& store = log.store();
  RecordReader reader;
  RecordFacts facts;
  std::uint64_t count = 0;
  scan(log, after, through - after, [&](Sequence sequence, std::string_view record) {
    if (pruned_leaf(record)) return true;
    if (reader.read(record, facts))
      throw LogFailure("record " + std::to_string(sequence) + " cannot be read, so it cannot be pruned");
    if (facts.subject == kept) return true;
    batch.Put(store.family(LogStore::kRecords), log_keys::record(sequence), pruned_stub(hash_leaf_of(record)));
    batch.Delete(store.family(LogStore::kIndex), log_keys::subject(facts.subject, facts.stream_version));
    batch.Delete(store.family(LogStore::kCommands), log_keys::command(facts.correlation.key));
    ++count;
    return true;
  });
  return count;
}

}  // namespace

std::uint64_t prune(RocksEventLog& log, Sequence through, std::string_view kept) {
  std::uint64_t count = 0;
  for (Sequence after = 0; after < through; after += kBatch) {
    rocksdb::WriteBatch batch;
    const std::uint64_t stretch = replace(log, after, std::min(after + kBatch, through), kept, batch);
    if (stretch > 0) log.store().write(batch);
    count += stretch;
  }
  log.store().compact_all();
  return count;
}

}  // namespace luuvet::server

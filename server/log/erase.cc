#include "server/log/erase.h"

#include <rocksdb/write_batch.h>

#include "api/record_bytes.h"
#include "server/log/log_keys.h"
#include "server/log/sealed.h"

namespace luuvet::server {

bool erase_open(LogStore& store, Sequence sequence) {
  const std::string key = log_keys::record(sequence);
  const auto record = store.get(LogStore::kRecords, key);
  if (!record) throw LogFailure("the log has no record " + std::to_string(sequence));
  if (!sealed_of(*record)) return false;
  rocksdb::WriteBatch batch;
  batch.Put(store.family(LogStore::kRecords), rocksdb::Slice(key), rocksdb::Slice(api::leaf_of(*record)));
  store.write(batch);
  store.compact_key(LogStore::kRecords, key);
  return true;
}

bool erase_open(const std::filesystem::path& folder, Sequence sequence) {
  LogStore store(folder, {});
  return erase_open(store, sequence);
}

}  // namespace luuvet::server

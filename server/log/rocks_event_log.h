// The event log on RocksDB: one folder, one synced write an append. What stands where: FORMAT.md.
#pragma once

#include <filesystem>
#include <memory>

#include "server/log/event_log.h"
#include "server/log/log_store.h"
#include "server/log/merkle_tree.h"
#include "server/log/published_head.h"

namespace luuvet::server {

class RocksEventLog final : public EventLog, public TreeSource {
 public:
  // Opens the folder or makes it, and recovers head and tree. Throws LogFailure. Whether it is the right log, and all
  // of it, the caller asks the guard (state_dir.h).
  explicit RocksEventLog(const std::filesystem::path& folder, LogStoreOptions options = {});

  AppendOutcome append(Sequence expected_head, std::span<const NewRecord> records) override;
  Sequence head() const override { return head_->sequence(); }
  void scan(Sequence after, std::size_t limit, Visit visit, void* context) const override;
  std::optional<std::string> read(Sequence sequence) const override;
  std::vector<Sequence> subject_sequences(std::string_view subject, std::uint64_t after_version,
                                          std::size_t limit) const override;
  std::uint64_t subject_version(std::string_view subject) const override;
  std::optional<CorrelationHit> find_correlation(const std::array<std::uint8_t, 16>& key) const override;
  void wait(Sequence beyond, std::chrono::milliseconds timeout) const override { head_->wait(beyond, timeout); }

  std::shared_ptr<const TreeHead> tree_head() const override { return head_->tree(); }
  std::shared_ptr<const TileHashes> full_tile(TileId id) const override;

  // For check_log and erase_open, which look at the folder itself.
  LogStore& store() { return store_; }
  const LogStore& store() const { return store_; }

 private:
  void recover();
  void put_record(rocksdb::WriteBatch& batch, Sequence sequence, const NewRecord& record) const;

  LogStore store_;
  MerkleTree tree_;                       // the writer's
  std::vector<CompletedTile> completed_;  // the writer's, kept for its capacity
  std::unique_ptr<PublishedHead> head_;
};

}  // namespace luuvet::server

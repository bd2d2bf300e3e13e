// The event log in memory, for tests: the same contract, with the same tree, and gone when the object is.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "server/log/event_log.h"
#include "server/log/merkle_tree.h"
#include "server/log/published_head.h"

namespace luuvet::server {

class MemoryEventLog final : public EventLog, public TreeSource {
 public:
  MemoryEventLog();

  AppendOutcome append(Sequence expected_head, std::span<const NewRecord> records) override;
  Sequence head() const override { return head_.sequence(); }
  void scan(Sequence after, std::size_t limit, Visit visit, void* context) const override;
  std::optional<std::string> read(Sequence sequence) const override;
  std::vector<Sequence> subject_sequences(std::string_view subject, std::uint64_t after_version,
                                          std::size_t limit) const override;
  std::uint64_t subject_version(std::string_view subject) const override;
  std::optional<CorrelationHit> find_correlation(const std::array<std::uint8_t, 16>& key) const override;
  void wait(Sequence beyond, std::chrono::milliseconds timeout) const override { head_.wait(beyond, timeout); }

  std::shared_ptr<const TreeHead> tree_head() const override { return head_.tree(); }
  std::shared_ptr<const TileHashes> full_tile(TileId id) const override;

 private:
  using Versions = std::map<std::uint64_t, Sequence>;

  std::shared_ptr<const std::string> record(Sequence sequence) const;

  mutable std::mutex mutex_;  // guards the four below; never held while somebody else's code runs
  std::vector<std::shared_ptr<const std::string>> records_;
  std::map<std::string, Versions, std::less<>> subjects_;
  std::map<std::array<std::uint8_t, 16>, CorrelationHit> correlations_;
  std::map<TileId, std::shared_ptr<const TileHashes>> tiles_;

  MerkleTree tree_;  // the writer's
  PublishedHead head_;
};

}  // namespace luuvet::server

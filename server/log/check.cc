#include "server/log/check.h"

#include <algorithm>

#include "api/record_bytes.h"
#include "server/log/index_check.h"
#include "server/log/log_keys.h"
#include "server/log/pruned.h"
#include "server/log/sealed.h"

namespace luuvet::server {
namespace {

// What is wrong, on its way to the report.
struct Wrong {
  std::string what;
};

[[noreturn]] void wrong_at(Sequence sequence, const std::string& what) {
  throw Wrong{"record " + std::to_string(sequence) + " " + what};
}

std::string tile_name(TileId id) {
  return "tile " + std::to_string(id.level) + "/" + std::to_string(id.index);
}

// One pass over the records and what is derived from them.
class Check {
 public:
  Check(const LogStore& store, std::span<const KnownRoot> known_roots, CheckReport& report)
      : store_(store), snapshot_(store.snapshot()), index_(store, snapshot_.get()), report_(report) {
    known_roots_.assign(known_roots.begin(), known_roots.end());
    std::sort(known_roots_.begin(), known_roots_.end(), [](auto& a, auto& b) { return a.sequence < b.sequence; });
  }

  void run() {
    check_known_roots();
    rocksdb::ReadOptions options;
    options.snapshot = snapshot_.get();
    options.fill_cache = false;
    const auto at = store_.iterate(LogStore::kRecords, options);
    for (at->SeekToFirst(); at->Valid(); at->Next()) {
      check_record(at->key().ToStringView(), at->value().ToStringView());
    }
    require_ok(at->status(), "record " + std::to_string(report_.records + 1) + " cannot be read");
    report_.root = tree_.head()->root();
    if (next_root_ < known_roots_.size()) {
      throw Wrong{"record " + std::to_string(report_.records + 1) + " is missing: the log ends at " +
                  std::to_string(report_.records) + ", but " + known_roots_[next_root_].from + " knows " +
                  std::to_string(known_roots_[next_root_].sequence)};
    }
    if (const auto what = index_.finish(report_)) throw Wrong{*what};
  }

 private:
  void check_record(std::string_view key, std::string_view record) {
    const Sequence sequence = report_.records + 1;
    if (key != log_keys::record(sequence)) wrong_at(sequence, "is missing");
    if (const std::optional<Hash> leaf = pruned_leaf(record))
      take_pruned(sequence, *leaf);
    else
      check_whole(sequence, record);
    report_.records = sequence;
    check_known_roots();
  }

  void take_pruned(Sequence sequence, const Hash& leaf) {
    ++report_.pruned;
    report_.last_pruned = sequence;
    check_hash(sequence, leaf);
  }

  void check_whole(Sequence sequence, std::string_view record) {
    if (const auto member = reader_.read(record, facts_)) {
      wrong_at(sequence, member->empty() ? "is no JSON object" : "has no valid \"" + std::string(*member) + "\"");
    }
    if (facts_.id != sequence) wrong_at(sequence, "calls itself " + std::to_string(facts_.id));
    check_envelope(sequence);
    check_sealed(sequence, record);
    check_leaf(sequence, record);
    if (const auto what = index_.expect(facts_)) wrong_at(sequence, *what);
  }

  void check_envelope(Sequence sequence) {
    if (source_.empty()) {
      source_ = facts_.source;
      report_.identity = identity_of_source(source_);
    }
    if (facts_.source != source_) wrong_at(sequence, "belongs to " + facts_.source + ", not to " + source_);
    if (facts_.time < time_) wrong_at(sequence, "is earlier than the record before it");
    time_ = facts_.time;
  }

  void check_sealed(Sequence sequence, std::string_view record) {
    const auto open = api::open_of(record);
    const auto sealed = sealed_of(record);
    if (open && !sealed) wrong_at(sequence, "has an open part, but nothing that seals it");
    if (open && !is_sealed_by(*open, *sealed)) wrong_at(sequence, "has an open part that is not the one it sealed");
    if (!open && sealed) report_.erased.push_back(sequence);
  }

  void check_leaf(Sequence sequence, std::string_view record) {
    const std::string leaf = api::leaf_of(record);
    if (leaf.size() > api::kLeafBytesMax) wrong_at(sequence, "has a leaf longer than 65,535 bytes");
    check_hash(sequence, hash_leaf(leaf));
  }

  // A full tile stands in the log; each of its hashes is compared, so that the record is named and not only the tile.
  void check_hash(Sequence sequence, const Hash& hash) {
    const TileId id{0, (sequence - 1) / kTileWidth};
    const std::size_t at = (sequence - 1) % kTileWidth;
    if (at == 0) stored_tile_ = store_.get(LogStore::kIndex, log_keys::tile(id), snapshot_.get());
    if (stored_tile_ && stored_tile_->size() == sizeof(TileHashes) &&
        std::string_view(*stored_tile_).substr(at * sizeof(Hash), sizeof(Hash)) != bytes_of(hash)) {
      wrong_at(sequence, "has not the leaf whose hash stands in " + tile_name(id));
    }
    completed_.clear();
    tree_.append(hash, completed_);
    for (const CompletedTile& tile : completed_) check_tile(tile);
  }

  void check_tile(const CompletedTile& tile) {
    const auto stored = store_.get(LogStore::kIndex, log_keys::tile(tile.id), snapshot_.get());
    if (!stored) throw Wrong{tile_name(tile.id) + " is missing"};
    if (*stored != bytes_of(*tile.hashes, kTileWidth))
      throw Wrong{tile_name(tile.id) + " does not hold the hashes of the records"};
    ++report_.tiles;
  }

  void check_known_roots() {
    for (; next_root_ < known_roots_.size() && known_roots_[next_root_].sequence == report_.records; ++next_root_) {
      if (tree_.head()->root() == known_roots_[next_root_].root) continue;
      throw Wrong{"the first " + std::to_string(report_.records) + " records are not those that " +
                  known_roots_[next_root_].from + " knows"};
    }
  }

  const LogStore& store_;
  std::shared_ptr<const rocksdb::Snapshot> snapshot_;
  IndexCheck index_;
  CheckReport& report_;
  std::vector<KnownRoot> known_roots_;
  std::size_t next_root_ = 0;
  RecordReader reader_;
  RecordFacts facts_;
  std::string source_;
  std::string time_;
  std::optional<std::string> stored_tile_;
  MerkleTree tree_;
  std::vector<CompletedTile> completed_;
};

}  // namespace

CheckReport check_log(const LogStore& store, std::span<const KnownRoot> known_roots) {
  CheckReport report;
  try {
    Check(store, known_roots, report).run();
  } catch (const Wrong& wrong) {
    report.wrong = wrong.what;
  } catch (const LogFailure& failure) {
    report.wrong = failure.what();
  }
  return report;
}

CheckReport check_log(const std::filesystem::path& folder, std::span<const KnownRoot> known_roots) {
  try {
    LogStoreOptions options;
    options.access = LogStoreOptions::Access::kReadOnly;
    const LogStore store(folder, options);
    return check_log(store, known_roots);
  } catch (const LogFailure& failure) {
    CheckReport report;
    report.wrong = failure.what();
    return report;
  }
}

}  // namespace luuvet::server

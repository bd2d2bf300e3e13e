#include "server/log/merkle_tree.h"

#include <algorithm>
#include <string>

#include "api/record_bytes.h"
#include "server/log/event_log.h"
#include "server/log/pruned.h"

namespace luuvet::server {
namespace {

// RFC 6962, section 2.1: the prefixes keep leaves and nodes apart.
constexpr std::string_view kLeafPrefix("\x00", 1);
constexpr std::string_view kNodePrefix("\x01", 1);

}  // namespace

Hash hash_leaf(std::string_view leaf) {
  return sha256({kLeafPrefix, leaf});
}
Hash hash_children(const Hash& left, const Hash& right) {
  return sha256({kNodePrefix, bytes_of(left), bytes_of(right)});
}
Hash hash_empty_tree() {
  return sha256({});
}
Hash hash_leaf_of(std::string_view record) {
  if (const std::optional<Hash> leaf = pruned_leaf(record)) return *leaf;
  return hash_leaf(api::leaf_of(record));
}

std::string_view bytes_of(const TileHashes& hashes, std::size_t width) {
  return {reinterpret_cast<const char*>(hashes.data()), width * sizeof(Hash)};
}

Hash hash_complete(const Hash* hashes, std::size_t width) {
  std::vector<Hash> row(hashes, hashes + width);
  for (; row.size() > 1; row.resize(row.size() / 2)) {
    for (std::size_t i = 0; i < row.size() / 2; ++i) row[i] = hash_children(row[2 * i], row[2 * i + 1]);
  }
  return row.front();
}

std::size_t TreeHead::partial_width(unsigned level) const {
  return (size >> (kTileHeight * level)) % kTileWidth;
}

std::uint64_t TreeHead::full_tiles(unsigned level) const {
  return level < kTileLevelMax ? size >> (kTileHeight * (level + 1)) : 0;
}

Hash TreeHead::root() const {
  if (peaks.empty()) return hash_empty_tree();
  Hash root = peaks.back();
  for (auto peak = peaks.rbegin() + 1; peak != peaks.rend(); ++peak) root = hash_children(*peak, root);
  return root;
}

std::shared_ptr<const TreeHead> MerkleTree::head() const {
  auto head = std::make_shared<TreeHead>();
  head->size = size_;
  head->peaks = peaks_;
  head->partial.assign(partial_.begin(), partial_.end());
  return head;
}

void MerkleTree::push(unsigned height, Hash hash, std::vector<CompletedTile>& completed) {
  const std::uint64_t added = std::uint64_t{1} << height;
  for (;; ++height) {
    if (height % kTileHeight == 0) add_to_tile(height / kTileHeight, hash, completed);
    if (((size_ >> height) & 1) == 0) break;
    hash = hash_children(peaks_.back(), hash);
    peaks_.pop_back();
  }
  peaks_.push_back(hash);
  size_ += added;
}

void MerkleTree::add_to_tile(unsigned level, const Hash& hash, std::vector<CompletedTile>& completed) {
  if (partial_.size() <= level) partial_.resize(level + 1);
  std::shared_ptr<TileHashes>& tile = partial_[level];
  if (!tile) tile = std::make_shared<TileHashes>();
  const std::uint64_t position = size_ >> (kTileHeight * level);  // of this subtree among those of its level
  (*tile)[position % kTileWidth] = hash;
  if (position % kTileWidth == kTileWidth - 1) completed.push_back({{level, position / kTileWidth}, std::move(tile)});
}

MerkleTree recover_tree(std::uint64_t size, const std::vector<Hash>& last_leaves, const ReadTile& read) {
  MerkleTree tree;
  std::vector<CompletedTile> completed;  // stays empty: no level gets 256 hashes
  for (unsigned level = kTileLevelMax; level > 0; --level) {
    const std::uint64_t end = size >> (kTileHeight * level);
    for (std::uint64_t index = end - end % kTileWidth; index < end; ++index) {
      const auto tile = read({level - 1, index});
      if (!tile) throw LogFailure("the log lacks tile " + std::to_string(level - 1) + "/" + std::to_string(index));
      tree.push(kTileHeight * level, hash_complete(tile->data(), kTileWidth), completed);
    }
  }
  for (const Hash& leaf : last_leaves) tree.push(0, leaf, completed);
  return tree;
}

}  // namespace luuvet::server

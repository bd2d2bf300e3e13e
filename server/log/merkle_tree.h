// The audit tree: RFC 6962 hashing over the leaves of the records, kept while they are appended. Its hashes stand in
// tiles of 256, as c2sp.org/tlog-tiles cuts them: tile n of level l holds the hashes of the complete subtrees of 256^l
// leaves from n * 256 on.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "server/log/hash.h"

namespace luuvet::server {

inline constexpr std::size_t kTileWidth = 256;
inline constexpr unsigned kTileHeight = 8;  // levels of the binary tree within a tile
inline constexpr unsigned kTileLevelMax = 7;

Hash hash_leaf(std::string_view leaf);
Hash hash_children(const Hash& left, const Hash& right);
Hash hash_empty_tree();

// The leaf hash of a stored record: that of its leaf_of, or the one that stands where it was pruned.
Hash hash_leaf_of(std::string_view record);

struct TileId {
  unsigned level = 0;
  std::uint64_t index = 0;
  auto operator<=>(const TileId&) const = default;
};

using TileHashes = std::array<Hash, kTileWidth>;

std::string_view bytes_of(const TileHashes& hashes, std::size_t width);

// Root of the `width` hashes as a tree of their own; `width` is a power of two.
Hash hash_complete(const Hash* hashes, std::size_t width);

// A tree of a certain size, fixed for ever. Any thread may read it. The partial tiles are shared with the writer, which
// goes on filling them beyond what this size uses: read only the first `partial_width(level)` hashes.
struct TreeHead {
  std::uint64_t size = 0;
  std::vector<Hash> peaks;                                 // roots of the complete subtrees, the largest first
  std::vector<std::shared_ptr<const TileHashes>> partial;  // by level; null where this size has no partial tile

  std::size_t partial_width(unsigned level) const;
  std::uint64_t full_tiles(unsigned level) const;
  Hash root() const;
};

// Where the hashes of a log's tree are read. Both calls from any thread.
class TreeSource {
 public:
  virtual ~TreeSource() = default;
  // The tree of the published head; never null.
  virtual std::shared_ptr<const TreeHead> tree_head() const = 0;
  // A full tile of the published tree; null if it is not there (which no sound log answers). Throws LogFailure if it
  // cannot be read.
  virtual std::shared_ptr<const TileHashes> full_tile(TileId id) const = 0;
};

struct CompletedTile {
  TileId id;
  std::shared_ptr<const TileHashes> hashes;
};

using ReadTile = std::function<std::shared_ptr<const TileHashes>(TileId)>;

// The writer's side: one thread.
class MerkleTree {
 public:
  // Appends a leaf; tiles that it completes are added to `completed`.
  void append(const Hash& leaf, std::vector<CompletedTile>& completed) { push(0, leaf, completed); }

  std::uint64_t size() const { return size_; }
  std::shared_ptr<const TreeHead> head() const;

 private:
  friend MerkleTree recover_tree(std::uint64_t, const std::vector<Hash>&, const ReadTile&);

  // Appends the complete subtree of 2^height leaves with this root.
  void push(unsigned height, Hash hash, std::vector<CompletedTile>& completed);
  void add_to_tile(unsigned level, const Hash& hash, std::vector<CompletedTile>& completed);

  std::uint64_t size_ = 0;
  std::vector<Hash> peaks_;  // one for each set bit of size_, the largest first
  std::vector<std::shared_ptr<TileHashes>> partial_;
};

// Builds the tree of `size` leaves from full tiles and the hashes of its last size % 256 leaves.
// `read` gives a full tile, or null if it is not there. Throws LogFailure that names the missing tile.
MerkleTree recover_tree(std::uint64_t size, const std::vector<Hash>& last_leaves, const ReadTile& read);

}  // namespace luuvet::server

// Roots and proofs of RFC 6962 for any size of the tree so far, from tiles; and their verification, which needs nothing
// but hashes.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "server/log/merkle_tree.h"

namespace luuvet::server {

// Reads the tree as it stood at one head. Keeps the tiles that it has read: make one for a request and use it on one
// thread. Sizes beyond the head, or an index that is not below the size, are a bug of the caller: std::out_of_range.
// Throws LogFailure when a tile is missing or cannot be read.
class TreeView {
 public:
  explicit TreeView(const TreeSource& source) : TreeView(source, source.tree_head()) {}
  // `head` must be one that `source` has published.
  TreeView(const TreeSource& source, std::shared_ptr<const TreeHead> head) : source_(&source), head_(std::move(head)) {}

  const TreeHead& head() const { return *head_; }

  Hash root(std::uint64_t size);
  Hash leaf(std::uint64_t index);
  // From the leaf's sibling up to a child of the root.
  std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size);
  // 0 < old_size <= size.
  std::vector<Hash> consistency_proof(std::uint64_t old_size, std::uint64_t size);

  // The tile's hashes: at least `width` of them may be read. Null if this head has not so many.
  std::shared_ptr<const TileHashes> tile(TileId id, std::size_t width);

 private:
  Hash complete_subtree(unsigned height, std::uint64_t index);
  Hash range(std::uint64_t begin, std::uint64_t end);
  void path(std::uint64_t index, std::uint64_t begin, std::uint64_t end, std::vector<Hash>& proof);
  void subproof(std::uint64_t old_size, std::uint64_t begin, std::uint64_t end, std::vector<Hash>& proof);

  const TreeSource* source_;
  std::shared_ptr<const TreeHead> head_;
  std::map<TileId, std::shared_ptr<const TileHashes>> tiles_;
};

// RFC 9162, sections 2.1.3.2 and 2.1.4.2.
bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                      const Hash& root);
bool verify_consistency(std::uint64_t old_size, const Hash& old_root, std::uint64_t size, const Hash& root,
                        std::span<const Hash> proof);

}  // namespace luuvet::server

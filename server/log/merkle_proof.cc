#include "server/log/merkle_proof.h"

#include <bit>
#include <stdexcept>
#include <string>

#include "server/log/event_log.h"

namespace luuvet::server {
namespace {

// RFC 6962: k is the largest power of two smaller than n, for n > 1.
std::uint64_t left_size(std::uint64_t n) {
  return std::bit_floor(n - 1);
}

void require(bool holds, const char* what) {
  if (!holds) throw std::out_of_range(what);
}

}  // namespace

std::shared_ptr<const TileHashes> TreeView::tile(TileId id, std::size_t width) {
  if (id.level > kTileLevelMax) return nullptr;
  const std::uint64_t full = head_->full_tiles(id.level);
  if (id.index > full) return nullptr;
  if (id.index == full) return width <= head_->partial_width(id.level) ? head_->partial[id.level] : nullptr;
  std::shared_ptr<const TileHashes>& kept = tiles_[id];
  if (!kept) kept = source_->full_tile(id);
  if (!kept) throw LogFailure("the log lacks tile " + std::to_string(id.level) + "/" + std::to_string(id.index));
  return kept;
}

// MTH of the leaves from index * 2^height on, which must all be in the tree.
Hash TreeView::complete_subtree(unsigned height, std::uint64_t index) {
  const unsigned level = height / kTileHeight;
  const std::size_t width = std::size_t{1} << (height % kTileHeight);
  const std::uint64_t first = index * width;  // among the hashes of the level
  const std::size_t at = first % kTileWidth;
  const auto hashes = tile({level, first / kTileWidth}, at + width);
  require(hashes != nullptr, "beyond the tree");
  return hash_complete(hashes->data() + at, width);
}

// MTH(D[begin:end]). `begin` is a multiple of a power of two that is not below end - begin, as all ranges of the RFC
// are.
Hash TreeView::range(std::uint64_t begin, std::uint64_t end) {
  const std::uint64_t n = end - begin;
  if (std::has_single_bit(n)) return complete_subtree(static_cast<unsigned>(std::countr_zero(n)), begin / n);
  const std::uint64_t k = left_size(n);
  return hash_children(range(begin, begin + k), range(begin + k, end));
}

Hash TreeView::root(std::uint64_t size) {
  require(size <= head_->size, "no tree of that size yet");
  if (size == head_->size) return head_->root();
  return size == 0 ? hash_empty_tree() : range(0, size);
}

Hash TreeView::leaf(std::uint64_t index) {
  require(index < head_->size, "no such leaf yet");
  return complete_subtree(0, index);
}

std::vector<Hash> TreeView::inclusion_proof(std::uint64_t index, std::uint64_t size) {
  require(size <= head_->size && index < size, "no such leaf in a tree of that size");
  std::vector<Hash> proof;
  path(index, 0, size, proof);
  return proof;
}

// PATH of section 2.1.1.
void TreeView::path(std::uint64_t index, std::uint64_t begin, std::uint64_t end, std::vector<Hash>& proof) {
  if (end - begin == 1) return;
  const std::uint64_t middle = begin + left_size(end - begin);
  if (index < middle) {
    path(index, begin, middle, proof);
    proof.push_back(range(middle, end));
  } else {
    path(index, middle, end, proof);
    proof.push_back(range(begin, middle));
  }
}

std::vector<Hash> TreeView::consistency_proof(std::uint64_t old_size, std::uint64_t size) {
  require(size <= head_->size && old_size <= size && old_size > 0, "no such pair of trees");
  std::vector<Hash> proof;
  subproof(old_size, 0, size, proof);
  return proof;
}

// SUBPROOF of section 2.1.2. The old tree's root itself is left out (b of the RFC) where the range still begins at the
// first leaf.
void TreeView::subproof(std::uint64_t old_size, std::uint64_t begin, std::uint64_t end, std::vector<Hash>& proof) {
  if (old_size == end) {
    if (begin > 0) proof.push_back(range(begin, end));
    return;
  }
  const std::uint64_t middle = begin + left_size(end - begin);
  if (old_size <= middle) {
    subproof(old_size, begin, middle, proof);
    proof.push_back(range(middle, end));
  } else {
    subproof(old_size, middle, end, proof);
    proof.push_back(range(begin, middle));
  }
}

bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                      const Hash& root) {
  if (index >= size) return false;
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  Hash hash = leaf;
  for (const Hash& sibling : proof) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      hash = hash_children(sibling, hash);
      while ((node & 1) == 0 && node != 0) node >>= 1, last >>= 1;
    } else {
      hash = hash_children(hash, sibling);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

bool verify_consistency(std::uint64_t old_size, const Hash& old_root, std::uint64_t size, const Hash& root,
                        std::span<const Hash> proof) {
  if (old_size == 0 || old_size > size) return false;
  if (old_size == size) return proof.empty() && old_root == root;
  std::uint64_t node = old_size - 1;
  std::uint64_t last = size - 1;
  while ((node & 1) != 0) node >>= 1, last >>= 1;
  Hash old_hash = old_root;  // a complete old tree is its own first node, which the proof leaves out
  if (!std::has_single_bit(old_size)) {
    if (proof.empty()) return false;
    old_hash = proof.front();
    proof = proof.subspan(1);
  }
  Hash hash = old_hash;
  for (const Hash& sibling : proof) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      old_hash = hash_children(sibling, old_hash);
      hash = hash_children(sibling, hash);
      while ((node & 1) == 0 && node != 0) node >>= 1, last >>= 1;
    } else {
      hash = hash_children(hash, sibling);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && old_hash == old_root && hash == root;
}

}  // namespace luuvet::server

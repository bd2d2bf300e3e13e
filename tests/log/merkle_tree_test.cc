#include "server/log/merkle_tree.h"

#include <gtest/gtest.h>

#include <bit>
#include <map>
#include <span>

#include "server/log/event_log.h"
#include "server/log/merkle_proof.h"

namespace luuvet::server {
namespace {

// Leaves and roots that the implementations of RFC 6962 test themselves with.
const std::vector<std::string> kLeaves = {"",         std::string(1, '\0'), "\x10",     "\x20\x21",
                                          "\x30\x31", "\x40\x41\x42\x43",   "PQRSTUVW", "`abcdefghijklmno"};
const std::vector<std::string> kRoots = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                         "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                         "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                         "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                         "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                         "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                         "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                         "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                         "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

// A tree in memory that keeps its tiles.
class Tree final : public TreeSource {
 public:
  void append(const Hash& leaf) {
    leaves_.push_back(leaf);
    std::vector<CompletedTile> completed;
    tree_.append(leaf, completed);
    for (CompletedTile& tile : completed) tiles_[tile.id] = std::move(tile.hashes);
  }
  void grow(std::uint64_t size) {
    while (tree_.size() < size) append(hash_leaf(std::to_string(tree_.size())));
  }

  std::shared_ptr<const TreeHead> tree_head() const override { return tree_.head(); }
  std::shared_ptr<const TileHashes> full_tile(TileId id) const override {
    const auto tile = tiles_.find(id);
    return tile == tiles_.end() ? nullptr : tile->second;
  }

  const std::vector<Hash>& leaves() const { return leaves_; }
  std::map<TileId, std::shared_ptr<const TileHashes>>& tiles() { return tiles_; }

 private:
  MerkleTree tree_;
  std::vector<Hash> leaves_;
  std::map<TileId, std::shared_ptr<const TileHashes>> tiles_;
};

// MTH as section 2.1 of the RFC defines it, over leaf hashes.
Hash defined_root(std::span<const Hash> leaves) {
  if (leaves.empty()) return hash_empty_tree();
  if (leaves.size() == 1) return leaves.front();
  const std::size_t k = std::bit_floor(leaves.size() - 1);
  return hash_children(defined_root(leaves.first(k)), defined_root(leaves.subspan(k)));
}

TEST(MerkleTree, HasTheKnownRoots) {
  Tree tree;
  EXPECT_EQ(hex(bytes_of(tree.tree_head()->root())), kRoots[0]);
  for (std::size_t i = 0; i < kLeaves.size(); ++i) {
    tree.append(hash_leaf(kLeaves[i]));
    EXPECT_EQ(hex(bytes_of(tree.tree_head()->root())), kRoots[i + 1]);
  }
  TreeView view(tree);
  for (std::size_t size = 0; size <= kLeaves.size(); ++size) EXPECT_EQ(hex(bytes_of(view.root(size))), kRoots[size]);
}

// Section 2.1.3: the tree of seven leaves, its nodes named as there.
class WorkedExample : public ::testing::Test {
 protected:
  static Tree of_seven() {
    Tree tree;
    tree.grow(7);
    return tree;
  }

  const Tree tree_ = of_seven();
  const std::vector<Hash>& d_ = tree_.leaves();
  const Hash a_ = d_[0], b_ = d_[1], c_ = d_[2], d_leaf_ = d_[3], e_ = d_[4], f_ = d_[5], j_ = d_[6];
  const Hash g_ = hash_children(a_, b_), h_ = hash_children(c_, d_leaf_), i_ = hash_children(e_, f_);
  const Hash k_ = hash_children(g_, h_), l_ = hash_children(i_, j_);
  TreeView view_{tree_};
};

TEST_F(WorkedExample, InclusionProofs) {
  EXPECT_EQ(view_.root(7), hash_children(k_, l_));
  EXPECT_EQ(view_.inclusion_proof(0, 7), (std::vector<Hash>{b_, h_, l_}));
  EXPECT_EQ(view_.inclusion_proof(3, 7), (std::vector<Hash>{c_, g_, l_}));
  EXPECT_EQ(view_.inclusion_proof(4, 7), (std::vector<Hash>{f_, j_, k_}));
  EXPECT_EQ(view_.inclusion_proof(6, 7), (std::vector<Hash>{i_, k_}));
}

TEST_F(WorkedExample, ConsistencyProofs) {
  EXPECT_EQ(view_.consistency_proof(3, 7), (std::vector<Hash>{c_, d_leaf_, g_, l_}));
  EXPECT_EQ(view_.consistency_proof(4, 7), (std::vector<Hash>{l_}));
  EXPECT_EQ(view_.consistency_proof(6, 7), (std::vector<Hash>{i_, j_, k_}));
  EXPECT_TRUE(view_.consistency_proof(7, 7).empty());
}

class MerkleTreeOfSize : public ::testing::TestWithParam<std::uint64_t> {
 protected:
  MerkleTreeOfSize() { tree_.grow(GetParam()); }

  const std::uint64_t size_ = GetParam();
  Tree tree_;
};

// Enough places to meet every kind of border, not so many that it takes long.
std::vector<std::uint64_t> places(std::uint64_t end) {
  std::vector<std::uint64_t> result;
  const std::uint64_t step = end < 600 ? 1 : end / 97;
  for (std::uint64_t place = 0; place < end; place += step) result.push_back(place);
  for (const std::uint64_t place :
       {std::uint64_t{255}, std::uint64_t{256}, std::uint64_t{65535}, std::uint64_t{65536}, end - 1}) {
    if (place < end) result.push_back(place);
  }
  return result;
}

TEST_P(MerkleTreeOfSize, HasTheRootsThatTheRfcDefines) {
  TreeView view(tree_);
  EXPECT_EQ(view.head().root(), defined_root(tree_.leaves()));
  for (const std::uint64_t size : places(size_)) {
    if (size > 1000 && size % 5 != 0) continue;
    EXPECT_EQ(view.root(size), defined_root(std::span(tree_.leaves()).first(size))) << size;
  }
}

TEST_P(MerkleTreeOfSize, ProvesEveryLeaf) {
  TreeView view(tree_);
  const Hash root = view.head().root();
  for (const std::uint64_t index : places(size_)) {
    const std::vector<Hash> proof = view.inclusion_proof(index, size_);
    EXPECT_TRUE(verify_inclusion(tree_.leaves()[index], index, size_, proof, root)) << index;
    EXPECT_FALSE(verify_inclusion(hash_leaf("another"), index, size_, proof, root));
    EXPECT_FALSE(verify_inclusion(tree_.leaves()[index], index + 1, size_, proof, root));
  }
}

TEST_P(MerkleTreeOfSize, ProvesEveryOlderTree) {
  TreeView view(tree_);
  const Hash root = view.head().root();
  for (const std::uint64_t old_size : places(size_)) {
    if (old_size == 0) continue;
    const std::vector<Hash> proof = view.consistency_proof(old_size, size_);
    EXPECT_TRUE(verify_consistency(old_size, view.root(old_size), size_, root, proof)) << old_size;
    EXPECT_FALSE(verify_consistency(old_size, hash_leaf("another"), size_, root, proof)) << old_size;
    EXPECT_FALSE(verify_consistency(old_size, view.root(old_size), size_, hash_leaf("another"), proof)) << old_size;
  }
}

TEST_P(MerkleTreeOfSize, IsRecoveredFromItsTiles) {
  const std::vector<Hash> last(tree_.leaves().end() - static_cast<std::ptrdiff_t>(size_ % kTileWidth),
                               tree_.leaves().end());
  MerkleTree recovered = recover_tree(size_, last, [&](TileId id) { return tree_.full_tile(id); });
  EXPECT_EQ(recovered.size(), size_);
  EXPECT_EQ(recovered.head()->root(), tree_.tree_head()->root());
  std::vector<CompletedTile> completed;
  for (int i = 0; i < 300; ++i) {
    tree_.append(hash_leaf("later"));
    recovered.append(hash_leaf("later"), completed);
  }
  EXPECT_EQ(recovered.head()->root(), tree_.tree_head()->root());
  for (const CompletedTile& tile : completed) EXPECT_EQ(*tile.hashes, *tree_.full_tile(tile.id));
}

INSTANTIATE_TEST_SUITE_P(Sizes, MerkleTreeOfSize, ::testing::Values(1, 2, 3, 7, 8, 255, 256, 257, 511, 513, 70'000));

TEST(MerkleTree, TilesOfSeventyThousandLeavesAreThoseOfTheSpecification) {
  Tree tree;
  tree.grow(70'000);
  const auto head = tree.tree_head();
  EXPECT_EQ(head->full_tiles(0), 273u);
  EXPECT_EQ(head->partial_width(0), 112u);
  EXPECT_EQ(head->full_tiles(1), 1u);
  EXPECT_EQ(head->partial_width(1), 17u);
  EXPECT_EQ(head->full_tiles(2), 0u);
  EXPECT_EQ(head->partial_width(2), 1u);
  EXPECT_EQ(head->full_tiles(3) + head->partial_width(3), 0u);
  EXPECT_EQ(tree.tiles().size(), 274u);
  EXPECT_EQ((*tree.full_tile({1, 0}))[1], hash_complete(tree.full_tile({0, 1})->data(), kTileWidth));
}

TEST(MerkleTree, AHeadStaysAsItWasWhileTheTreeGrows) {
  Tree tree;
  tree.grow(300);
  const auto before = tree.tree_head();
  const Hash root = before->root();
  tree.grow(1000);
  TreeView view(tree, before);
  EXPECT_EQ(view.head().root(), root);
  EXPECT_EQ(view.root(299), defined_root(std::span(tree.leaves()).first(299)));
  EXPECT_EQ(view.tile({0, 1}, 45), nullptr);
  EXPECT_NE(view.tile({0, 1}, 44), nullptr);
  EXPECT_THROW(view.root(301), std::out_of_range);
  EXPECT_THROW(view.leaf(300), std::out_of_range);
  EXPECT_THROW(view.inclusion_proof(5, 301), std::out_of_range);
  EXPECT_THROW(view.inclusion_proof(5, 5), std::out_of_range);
  EXPECT_THROW(view.consistency_proof(0, 5), std::out_of_range);
}

TEST(MerkleTree, AMissingTileIsNamed) {
  Tree tree;
  tree.grow(70'000);
  tree.tiles().erase({0, 260});
  EXPECT_THROW(recover_tree(70'000, {}, [&](TileId id) { return tree.full_tile(id); }), LogFailure);
  try {
    TreeView(tree).leaf(260 * 256);
    FAIL();
  } catch (const LogFailure& failure) {
    EXPECT_STREQ(failure.what(), "the log lacks tile 0/260");
  }
}

TEST(MerkleProof, ProofsOfTheWrongLengthAreRefused) {
  Tree tree;
  tree.grow(7);
  TreeView view(tree);
  std::vector<Hash> proof = view.inclusion_proof(2, 7);
  proof.push_back(hash_empty_tree());
  EXPECT_FALSE(verify_inclusion(tree.leaves()[2], 2, 7, proof, view.root(7)));
  proof.resize(2);
  EXPECT_FALSE(verify_inclusion(tree.leaves()[2], 2, 7, proof, view.root(7)));
  EXPECT_FALSE(verify_inclusion(tree.leaves()[2], 7, 7, proof, view.root(7)));
  proof = view.consistency_proof(3, 7);
  proof.pop_back();
  EXPECT_FALSE(verify_consistency(3, view.root(3), 7, view.root(7), proof));
  EXPECT_FALSE(verify_consistency(3, view.root(3), 7, view.root(7), {}));
  EXPECT_FALSE(verify_consistency(0, hash_empty_tree(), 7, view.root(7), {}));
  EXPECT_FALSE(verify_consistency(7, view.root(7), 7, view.root(7), proof));
  EXPECT_TRUE(verify_consistency(7, view.root(7), 7, view.root(7), {}));
}

}  // namespace
}  // namespace luuvet::server

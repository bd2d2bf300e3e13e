// Sequences in the order in which they were added, each greater than the one before. A value: copying shares, so that
// one more entry in a long thread copies at most one chunk.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

#include "domain/base/common.h"

namespace luuvet {

class SequenceList {
 public:
  std::size_t size() const { return full_.size() * kChunk + tail_.size(); }

  void push_back(Sequence sequence) {
    tail_.push_back(sequence);
    if (tail_.size() < kChunk) return;
    full_.push_back(std::make_shared<const std::vector<Sequence>>(std::move(tail_)));
    tail_.clear();
  }

  bool contains(Sequence sequence) const {
    const auto chunk = std::lower_bound(full_.begin(), full_.end(), sequence,
                                        [](const auto& each, Sequence wanted) { return each->back() < wanted; });
    const std::vector<Sequence>& place = chunk == full_.end() ? tail_ : **chunk;
    return std::binary_search(place.begin(), place.end(), sequence);
  }

  // Those after `after`, oldest first, at most `limit`.
  std::vector<Sequence> page(Sequence after, std::size_t limit) const {
    std::vector<Sequence> result;
    const auto take = [&](const std::vector<Sequence>& from) {
      for (auto each = std::upper_bound(from.begin(), from.end(), after); each != from.end(); ++each) {
        if (result.size() == limit) return;
        result.push_back(*each);
      }
    };
    for (const auto& chunk : full_)
      if (chunk->back() > after) take(*chunk);
    take(tail_);
    return result;
  }

  // Those before `before`, newest first, at most `limit`.
  std::vector<Sequence> newest(Sequence before, std::size_t limit) const {
    std::vector<Sequence> result;
    const auto take = [&](const std::vector<Sequence>& from) {
      auto each = std::lower_bound(from.begin(), from.end(), before);
      while (each != from.begin() && result.size() < limit) result.push_back(*--each);
    };
    take(tail_);
    for (auto chunk = full_.rbegin(); chunk != full_.rend() && result.size() < limit; ++chunk) take(**chunk);
    return result;
  }

  bool operator==(const SequenceList& other) const {
    return tail_ == other.tail_ && std::equal(full_.begin(), full_.end(), other.full_.begin(), other.full_.end(),
                                              [](const auto& a, const auto& b) { return a == b || *a == *b; });
  }

 private:
  static constexpr std::size_t kChunk = 256;

  std::vector<std::shared_ptr<const std::vector<Sequence>>> full_;  // each kChunk long
  std::vector<Sequence> tail_;
};

}  // namespace luuvet

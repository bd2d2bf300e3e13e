// Table<Row>: rows sorted by key, in small chunks, copied on write. Copying a Table shares everything; the copy and the
// original may be read by any threads while one writer goes on with another copy. Row has `const std::string& key()
// const`.
//
// A writer passes its epoch, a number used for one batch only: chunks that it has copied in this batch are changed in
// place, all others are copied first. After a table was handed to readers, no put may use that epoch again.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace luuvet {

using Epoch = std::uint64_t;

template <class Row>
class Table {
 public:
  using RowPtr = std::shared_ptr<const Row>;

  std::size_t size() const { return root_ ? root_->rows : 0; }

  // Null when there is none.
  const Row* find(std::string_view key) const {
    const RowPtr* found = locate(key);
    return found ? found->get() : nullptr;
  }
  RowPtr get(std::string_view key) const {
    const RowPtr* found = locate(key);
    return found ? *found : nullptr;
  }

  // Inserts the row or replaces the one with its key.
  void put(RowPtr row, Epoch epoch) {
    Root& root = writable_root(epoch);
    if (root.chunks.empty()) root.chunks.push_back(std::make_shared<Chunk>(Chunk{epoch, {}}));
    const std::size_t at = root.rows == 0 ? 0 : chunk_for(root, row->key());
    Chunk& chunk = writable_chunk(root, at, epoch);
    const auto place = lower_bound(chunk.rows, row->key());
    if (place != chunk.rows.end() && (*place)->key() == row->key()) {
      *place = std::move(row);
      return;
    }
    chunk.rows.insert(place, std::move(row));
    ++root.rows;
    if (chunk.rows.size() > kChunkRowsMax) split(root, at, epoch);
  }

  // f(const RowPtr&) over all rows by key; stops when f returns false (a void f sees all).
  template <class F>
  void for_each(F&& f) const {
    for_each_from({}, std::forward<F>(f));
  }
  // The same from the first row whose key is not below `from`.
  template <class F>
  void for_each_from(std::string_view from, F&& f) const {
    if (!root_ || root_->chunks.empty()) return;
    for (std::size_t at = chunk_for(*root_, from); at < root_->chunks.size(); ++at) {
      const auto& rows = root_->chunks[at]->rows;
      for (auto row = lower_bound(rows, from); row != rows.end(); ++row)
        if (!proceed(f, *row)) return;
    }
  }

 private:
  static constexpr std::size_t kChunkRowsMax = 64;

  struct Chunk {
    Epoch epoch;
    std::vector<RowPtr> rows;
  };
  struct Root {
    Epoch epoch;
    std::size_t rows = 0;
    std::vector<std::shared_ptr<Chunk>> chunks;  // none empty, ascending
  };

  template <class F>
  static bool proceed(F& f, const RowPtr& row) {
    if constexpr (std::is_void_v<decltype(f(row))>) {
      f(row);
      return true;
    } else {
      return f(row);
    }
  }

  template <class Rows>
  static auto lower_bound(Rows& rows, std::string_view key) {
    return std::lower_bound(rows.begin(), rows.end(), key, [](const RowPtr& row, std::string_view wanted) {
      return std::string_view(row->key()) < wanted;
    });
  }

  // The chunk in which the key stands or would stand.
  static std::size_t chunk_for(const Root& root, std::string_view key) {
    const auto after =
        std::upper_bound(root.chunks.begin(), root.chunks.end(), key, [](std::string_view wanted, const auto& chunk) {
          return wanted < std::string_view(chunk->rows.front()->key());
        });
    return after == root.chunks.begin() ? 0 : static_cast<std::size_t>(after - root.chunks.begin()) - 1;
  }

  const RowPtr* locate(std::string_view key) const {
    if (!root_ || root_->chunks.empty()) return nullptr;
    const auto& rows = root_->chunks[chunk_for(*root_, key)]->rows;
    const auto place = lower_bound(rows, key);
    return place != rows.end() && (*place)->key() == key ? &*place : nullptr;
  }

  Root& writable_root(Epoch epoch) {
    if (!root_) {
      root_ = std::make_shared<Root>(Root{epoch, 0, {}});
    } else if (root_->epoch != epoch) {
      auto copy = std::make_shared<Root>(*root_);
      copy->epoch = epoch;
      root_ = std::move(copy);
    }
    return *root_;
  }

  static Chunk& writable_chunk(Root& root, std::size_t at, Epoch epoch) {
    auto& chunk = root.chunks[at];
    if (chunk->epoch != epoch) {
      auto copy = std::make_shared<Chunk>(*chunk);
      copy->epoch = epoch;
      chunk = std::move(copy);
    }
    return *chunk;
  }

  static void split(Root& root, std::size_t at, Epoch epoch) {
    auto& rows = root.chunks[at]->rows;
    const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
    auto upper = std::make_shared<Chunk>(Chunk{epoch, std::vector<RowPtr>(middle, rows.end())});
    rows.erase(middle, rows.end());
    root.chunks.insert(root.chunks.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(upper));
  }

  std::shared_ptr<Root> root_;
};

}  // namespace luuvet

// Paging: a list is filtered, sorted and cut after the item that the cursor names. The cursor is that item's id, so
// that a change between two pages neither repeats nor skips the rows that stay. An item that the filter no longer lets
// through still marks its place.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace luuvet::projections {

struct PageRequest {
  std::size_t limit = 100;
  std::optional<std::string> after;  // id of the last item of the page before
};

template <class Item>
struct Page {
  std::vector<Item> items;
  std::size_t total = 0;            // all that match, on every page
  std::optional<std::string> next;  // cursor of the next page, if there is one
  bool unknown_cursor = false;      // `after` names no item of this list
};

// `sorted` is the whole list; `id_of(item)` its ids. `marked`: the item of the cursor does not belong to the list and
// only marks its place.
template <class Item, class IdOf>
Page<Item> page_of(std::vector<Item>&& sorted, const PageRequest& request, IdOf&& id_of, bool marked = false) {
  Page<Item> page;
  page.total = sorted.size() - (marked ? 1 : 0);
  auto begin = sorted.begin();
  if (request.after) {
    begin = std::find_if(sorted.begin(), sorted.end(), [&](const Item& item) { return id_of(item) == *request.after; });
    page.unknown_cursor = begin == sorted.end();
    if (!page.unknown_cursor) ++begin;
  }
  const auto left = static_cast<std::size_t>(sorted.end() - begin);
  const auto end = begin + static_cast<std::ptrdiff_t>(std::min(left, request.limit));
  page.items.assign(std::make_move_iterator(begin), std::make_move_iterator(end));
  if (!page.items.empty() && left > request.limit) page.next = id_of(page.items.back());
  return page;
}

}  // namespace luuvet::projections

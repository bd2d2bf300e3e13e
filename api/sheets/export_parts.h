// What exports of lists have in common.
#pragma once

#include <optional>
#include <utility>

#include "api/problem.h"
#include "api/query_string.h"
#include "api/sheets/sheet.h"
#include "projections/page.h"

namespace luuvet::api {

// kTooLarge: filter, and export again.
Problem too_many_rows(std::size_t most);

Workbook workbook_of(Sheet sheet);

template <class Item>
std::optional<Problem> size_fault(const projections::Page<Item>& page, std::size_t most) {
  return page.next ? std::optional(too_many_rows(most)) : std::nullopt;
}

// `make(items)` of the one page that `list(request)` answers, where nothing was wrong with the query.
template <class List, class Make>
Asked<Workbook> exported(Query& query, std::size_t most, const List& list, const Make& make) {
  if (auto problem = query.problem()) return std::move(*problem);
  const auto page = list(projections::PageRequest{most, std::nullopt});
  if (auto problem = size_fault(page, most)) return std::move(*problem);
  return workbook_of(make(page.items));
}

}  // namespace luuvet::api

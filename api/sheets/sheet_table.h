// A sheet by a table of columns: each says its head, and what a row of the list has there.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "api/sheets/sheet.h"
#include "api/views/view_codec.h"

namespace luuvet::api {

template <class Row>
struct RowColumn {
  Column head;
  Cell (*cell)(const ViewContext& context, const Row& row);
};
template <class Row>
using RowColumns = std::vector<RowColumn<Row>>;

template <class Row>
const Row& row_in(const std::shared_ptr<const Row>& row) {
  return *row;
}
template <class Row>
const Row& row_in(const Row& row) {
  return row;
}

// A row for each item, in their order; items are rows, or pointers to them that are not null.
template <class Row, class Items>
Sheet sheet_by(const ViewContext& context, Message name, const RowColumns<Row>& columns, const Items& items) {
  Sheet sheet{std::move(name), {}, {}};
  for (const RowColumn<Row>& column : columns) sheet.columns.push_back(column.head);
  sheet.rows.reserve(items.size());
  for (const auto& item : items) {
    const Row& row = row_in(item);
    std::vector<Cell>& cells = sheet.rows.emplace_back();
    cells.reserve(columns.size());
    for (const RowColumn<Row>& column : columns) cells.push_back(column.cell(context, row));
  }
  return sheet;
}

}  // namespace luuvet::api

// Templates that were filled in: the rows of the table that has the template's columns, cell by cell.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/decimal.h"
#include "domain/base/result.h"
#include "server/tables/table.h"

namespace luuvet::server {

// Columns are numbered as the template has them. Points into the table that was read.
class TemplateRow {
 public:
  using Places = std::vector<std::optional<std::size_t>>;  // of each column in the table
  // `row`: of the sheet, from 1.
  TemplateRow(std::size_t row, const std::vector<TableCell>& cells, Places places)
      : row_(row), cells_(&cells), places_(std::move(places)) {}

  std::size_t row() const { return row_; }
  // Null: blank, or the table has no such column.
  const TableCell* cell(std::size_t column) const;
  std::optional<std::string> text(std::size_t column) const;
  // None where it is blank, or says no number: then `fault` says why. A cell that shows a share in percent is taken as
  // shown where what belongs there is in `percent`, else refused.
  std::optional<Decimal> number(std::size_t column, std::optional<Message>& fault, bool percent = false) const;

 private:
  std::size_t row_;
  const std::vector<TableCell>* cells_;
  Places places_;
};

// Which of the template's columns has this head; none: not one of them.
using ColumnOf = std::function<std::optional<std::size_t>(std::string_view head)>;

// Rows below the heads of the first table that has the `needed` columns. None: there is no such table.
std::optional<std::vector<TemplateRow>> template_rows(const TablesRead& tables, std::size_t columns,
                                                      const ColumnOf& column_of,
                                                      const std::vector<std::size_t>& needed);

}  // namespace luuvet::server

// Puts cells into tables within the limits, by row and column from 0.
#pragma once

#include "server/tables/table.h"

namespace luuvet::server {

class TableBuilder {
 public:
  explicit TableBuilder(const TableLimits& limits) : limits_(limits) {}

  void begin(std::string name);
  // Drops the table if it has no row.
  void end();

  // Rows that were passed over are there, blank. Throws TableFault.
  void put(std::size_t row, std::size_t column, TableCell cell);
  // The area's first cell stands in all of it. What lies outside the rows and columns in use is left.
  void merge(std::size_t row, std::size_t column, std::size_t last_row, std::size_t last_column);
  Table& table() { return tables_.back(); }

  std::vector<Table> take() && { return std::move(tables_); }

 private:
  const TableLimits& limits_;
  std::vector<Table> tables_;
  std::size_t rows_ = 0;
  std::size_t text_ = 0;
  std::size_t merged_ = 0;
};

}  // namespace luuvet::server

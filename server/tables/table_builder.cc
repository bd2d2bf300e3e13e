#include "server/tables/table_builder.h"

#include <algorithm>
#include <utility>

namespace luuvet::server {
namespace {

constexpr std::size_t kMergedMax = 1'000'000;  // cells that repeat another one

TableFault too_much(std::size_t rows, std::size_t columns) {
  const std::string r = std::to_string(rows), c = std::to_string(columns);
  return {{"Bảng quá lớn: nhận tối đa " + r + " dòng, " + c + " cột.",
           "The table is too large: at most " + r + " rows and " + c + " columns are taken."}};
}

}  // namespace

void TableBuilder::begin(std::string name) {
  tables_.push_back({std::move(name), {}});
}

void TableBuilder::end() {
  if (tables_.back().rows.empty()) tables_.pop_back();
}

void TableBuilder::put(std::size_t row, std::size_t column, TableCell cell) {
  auto& rows = table().rows;
  text_ += cell.text.size();
  const std::size_t more = row >= rows.size() ? row + 1 - rows.size() : 0;
  if (rows_ + more > limits_.rows || column >= limits_.columns || text_ > limits_.text_bytes ||
      cell.text.size() > limits_.cell_bytes)
    throw too_much(limits_.rows, limits_.columns);
  rows_ += more;
  if (more > 0) rows.resize(row + 1);
  if (column >= rows[row].size()) rows[row].resize(column + 1);
  rows[row][column] = std::move(cell);
}

void TableBuilder::merge(std::size_t row, std::size_t column, std::size_t last_row, std::size_t last_column) {
  auto& rows = table().rows;
  if (row >= rows.size() || column >= rows[row].size()) return;
  TableCell repeated = rows[row][column];
  repeated.merged = true;
  for (std::size_t r = row; r <= std::min(last_row, rows.size() - 1); ++r)
    for (std::size_t c = column; c <= std::min(last_column, limits_.columns - 1); ++c) {
      if (r == row && c == column) continue;
      if (++merged_ > kMergedMax) throw too_much(limits_.rows, limits_.columns);
      put(r, c, repeated);
    }
}

}  // namespace luuvet::server

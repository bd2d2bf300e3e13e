// Tables as they go out into a spreadsheet: what stands in which cell, without a file format.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/result.h"
#include "domain/base/time.h"

namespace luuvet::api {

// Blank, text, a whole number, a number, a day, words in the reader's language: each becomes a real value of its kind.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, Date, Message>;

// What may be typed into a column's cells: a number, one of some words, or whatever it is.
struct ColumnEntry {
  bool number = false;
  std::vector<Message> choices = {};  // together at most 255 characters in either language
};

struct Column {
  Message title;
  double width = 12;       // in characters
  Message group = {};      // head that spans it and its neighbours with the same one; empty: none
  ColumnEntry entry = {};  // also of cells that are blank
};

struct Sheet {
  Message name;  // at most 31 characters, none of []:*?/ and backslash
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // each as wide as `columns`
};

struct Workbook {
  Message title;
  std::vector<Sheet> sheets;

  std::size_t rows() const {
    std::size_t count = 0;
    for (const Sheet& sheet : sheets) count += sheet.rows.size();
    return count;
  }
};

}  // namespace luuvet::api

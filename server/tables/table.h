// Tables out of files, whatever their format: what stood in which cell.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/result.h"
#include "domain/base/time.h"

namespace luuvet::server {

struct TableCell {
  std::string text;  // as shown: a formula's last value, a day as "31/12/2026", a share as "72,5%"
  std::optional<double> number;
  bool percent = false;  // the number is a share (0.725) that is shown in percent
  std::optional<Date> day;
  bool merged = false;  // repeats the cell that it was merged with
};

struct Table {
  std::string name;  // of the sheet; of documents "1", "2", ...
  std::vector<std::vector<TableCell>> rows;
};

// What a file may take up; beyond it is refused, never cut.
struct TableLimits {
  std::size_t file_bytes = 50 * 1024 * 1024;
  std::size_t unpacked_bytes = 200 * 1024 * 1024;
  std::size_t ratio = 200;  // unpacked to packed, of entries beyond 1 MiB
  std::size_t entries = 2'000;
  std::size_t rows = 100'000;                 // of all tables
  std::size_t columns = 200;                  // of one
  std::size_t cell_bytes = 64 * 1024;         // text of one cell
  std::size_t text_bytes = 64 * 1024 * 1024;  // of all cells
  std::size_t depth = 200;                    // of elements
};

struct TablesRead {
  std::vector<Table> tables;   // those with a row
  std::vector<Message> notes;  // what was passed over
};

// Thrown inside the readers alone: a sentence for who sent the file.
struct TableFault {
  Message detail;
};

// DOCX or XLSX, told apart by what they hold; refused with a sentence: anything else, macros, passwords, DTDs, and what
// is beyond the limits. Takes as long as the file is large: for the worker.
std::variant<TablesRead, Message> read_tables(std::string_view bytes, const TableLimits& limits = {});

}  // namespace luuvet::server

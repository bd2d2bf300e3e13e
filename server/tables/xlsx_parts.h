// The parts of an XLSX file beside its sheets: which sheets there are, the strings they share, how styles show numbers.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "server/tables/package.h"

namespace luuvet::server {

enum class NumberLook : std::uint8_t { kPlain, kDay, kPercent };

struct XlsxSheet {
  std::string name;
  std::string part;
};

struct XlsxBook {
  std::vector<XlsxSheet> sheets;
  bool from_1904 = false;            // days are counted from then
  std::vector<std::string> strings;  // shared
  std::vector<NumberLook> looks;     // by style
};

// Throws TableFault.
XlsxBook read_book(Package& package, const TableLimits& limits);

}  // namespace luuvet::server

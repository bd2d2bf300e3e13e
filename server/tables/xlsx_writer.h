// A workbook as an XLSX file: frozen heads, filters on the columns, real numbers and days, set up for A4 across.
#pragma once

#include <string>

#include "api/language.h"
#include "api/sheets/sheet.h"

namespace luuvet::server {

inline constexpr std::string_view kXlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// What each sheet says of itself above its heads.
struct SheetNote {
  std::string title;  // first line
  std::string about;  // second line: when, as of what, filtered how
};

// The bytes of the file. Rows are written out as they come, through a file without a name, so that the tables are not
// held twice. Throws std::runtime_error where the disk refuses. Any thread.
std::string write_xlsx(const api::Workbook& workbook, const SheetNote& note, api::Language language);

}  // namespace luuvet::server

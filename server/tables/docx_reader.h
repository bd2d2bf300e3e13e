// The tables of a DOCX file, in their order; tables within tables are passed over with a note.
#pragma once

#include "server/tables/package.h"

namespace luuvet::server {

inline constexpr const char* kDocxBody = "word/document.xml";

// Throws TableFault.
TablesRead read_docx(Package& package, const TableLimits& limits);

}  // namespace luuvet::server

#include "server/tables/docx_reader.h"
#include "server/tables/table.h"
#include "server/tables/xlsx_reader.h"

namespace luuvet::server {

std::variant<TablesRead, Message> read_tables(std::string_view bytes, const TableLimits& limits) {
  try {
    Package package(bytes, limits);
    TablesRead read;
    if (package.has(kDocxBody))
      read = read_docx(package, limits);
    else if (package.has("xl/workbook.xml"))
      read = read_xlsx(package, limits);
    else
      return Message{"Chỉ nhận tệp Word (.docx) hoặc Excel (.xlsx).", "Only Word (.docx) and Excel (.xlsx) are taken."};
    if (read.tables.empty()) return Message{"Tệp không có bảng nào.", "The file has no table."};
    return read;
  } catch (const TableFault& fault) {
    return fault.detail;
  }
}

}  // namespace luuvet::server

// Office files of any content, made in memory: what no office program would write.
#pragma once

#include <zip.h>

#include <string>
#include <utility>
#include <vector>

namespace luuvet::server::testing {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string zipped(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(whole);
  zip_t* zip = zip_open_from_source(whole, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
    zip_file_add(zip, name.c_str(), source, ZIP_FL_OVERWRITE);
  }
  zip_close(zip);
  zip_source_open(whole);
  zip_source_seek(whole, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(whole)), '\0');
  zip_source_seek(whole, 0, SEEK_SET);
  zip_source_read(whole, bytes.data(), bytes.size());
  zip_source_close(whole);
  zip_source_free(whole);
  zip_error_fini(&error);
  return bytes;
}

// `body`: what stands in the document; `before`: between the XML declaration and its root.
inline std::string docx(const std::string& body, const std::string& before = "") {
  return zipped({{"word/document.xml",
                  "<?xml version=\"1.0\"?>" + before +
                      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
                      body + "</w:body></w:document>"}});
}

inline std::string cell_of(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
}
inline std::string row_of(const std::string& cells) {
  return "<w:tr>" + cells + "</w:tr>";
}

// One sheet of these rows ("<row ...>...</row>"), with what stands behind them.
inline Parts xlsx_parts(const std::string& rows, const std::string& behind = "") {
  const std::string ns = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  return {{"xl/workbook.xml", "<workbook " + ns +
                                  " xmlns:r=\"urn:r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
                                  "</workbook>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
          {"xl/worksheets/sheet1.xml",
           "<worksheet " + ns + "><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>"}};
}

}  // namespace luuvet::server::testing

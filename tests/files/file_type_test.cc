#include "server/files/file_type.h"

#include <gtest/gtest.h>

#include "server/log/files.h"
#include "tests/files/sample_files.h"
#include "tests/support/temp_dir.h"

namespace luuvet::test {
namespace {

class FileType : public ::testing::Test {
 protected:
  // The media type, or "" where it is not taken.
  std::string type_of(const std::string& bytes, std::string_view name = "tep") {
    server::write_file(folder_.path() / "a", bytes);
    const server::FileType* type = types_.look_at(folder_.path() / "a", name);
    return type ? std::string(type->media_type) : "";
  }

  TempDir folder_;
  server::FileTypes types_;
};

TEST_F(FileType, IsThatOfTheContent) {
  const std::string office = "application/vnd.openxmlformats-officedocument.";
  const std::string open = "application/vnd.oasis.opendocument.";
  EXPECT_EQ(type_of(sample_pdf()), "application/pdf");
  EXPECT_EQ(type_of(sample_docx()), office + "wordprocessingml.document");
  EXPECT_EQ(type_of(sample_xlsx()), office + "spreadsheetml.sheet");
  EXPECT_EQ(type_of(sample_pptx()), office + "presentationml.presentation");
  EXPECT_EQ(type_of(sample_odt()), open + "text");
  EXPECT_EQ(type_of(sample_ods()), open + "spreadsheet");
  EXPECT_EQ(type_of(sample_png()), "image/png");
  EXPECT_EQ(type_of(sample_jpeg()), "image/jpeg");
  EXPECT_EQ(type_of("Báo cáo kết quả\nDòng hai\n"), "text/plain");
  EXPECT_EQ(type_of("STT,Nhiệm vụ\n1,Rà soát\n2,Ban hành\n", "bang.csv"), "text/csv");
}
TEST_F(FileType, WhatABrowserWouldRunIsNotTaken) {
  EXPECT_EQ(type_of("<!DOCTYPE html><html><script>alert(1)</script></html>", "a.pdf"), "");
  EXPECT_EQ(type_of("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "a.png"), "");
  EXPECT_EQ(type_of("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"></svg>", "a.png"), "");
}
TEST_F(FileType, ProgramsArchivesAndScriptsAreNotTaken) {
  EXPECT_EQ(type_of("\x7f"
                    "ELF\x02\x01\x01" +
                        std::string(60, '\0'),
                    "a.pdf"),
            "");
  EXPECT_EQ(type_of("MZ" + std::string(200, '\0'), "a.docx"), "");
  EXPECT_EQ(type_of(zip_of({{"a.txt", "a"}}), "a.docx"), "");
  EXPECT_EQ(type_of("#!/bin/sh\nrm -rf /\n", "a.txt"), "");
  EXPECT_EQ(type_of(std::string("\0\1\2\3\4\5\6\7", 8), "a.txt"), "");
}
TEST_F(FileType, MacrosAreNotTaken) {
  EXPECT_EQ(
      type_of(zip_of({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}, {"word/vbaProject.bin", "x"}})),
      "");
}
TEST_F(FileType, SoManyEntriesAreLookedAtAndNoMore) {
  std::string bytes = sample_docx();
  const std::size_t end = bytes.rfind("PK\5\6");
  bytes[end + 10] = '\x11';
  bytes[end + 11] = '\x27';  // 10,001
  EXPECT_EQ(type_of(bytes, "a.docx"), "");
}
TEST_F(FileType, AnArchiveThatIsCutOffIsNotTaken) {
  EXPECT_EQ(type_of(sample_docx().substr(0, 60), "a.docx"), "");
}

}  // namespace
}  // namespace luuvet::test

// Tables out of files: real ones of three programs, and hostile ones.
#include <gtest/gtest.h>

#include <fstream>

#include "server/tables/package.h"
#include "server/tables/table.h"
#include "server/tables/xlsx_writer.h"
#include "tests/tables/zip_maker.h"

namespace luuvet::server {
namespace {

using testing::cell_of;
using testing::docx;
using testing::row_of;
using testing::xlsx_parts;
using testing::zipped;

std::string file(const std::string& name) {
  std::ifstream stream(std::string(TABLE_FILES) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string part_of(const std::string& bytes, const std::string& name) {
  const TableLimits limits;
  Package package(bytes, limits);
  std::string part;
  package.read(name, [&](std::string_view piece, bool) { part += piece; });
  return part;
}

std::vector<Table> tables_of(const std::string& bytes, const TableLimits& limits = {}) {
  auto read = read_tables(bytes, limits);
  if (const auto* fault = std::get_if<Message>(&read)) ADD_FAILURE() << fault->en;
  return std::holds_alternative<TablesRead>(read) ? std::get<TablesRead>(std::move(read)).tables : std::vector<Table>{};
}

// The English sentence of the refusal, "" if there is none.
std::string refusal(const std::string& bytes, const TableLimits& limits = {}) {
  const auto read = read_tables(bytes, limits);
  const auto* fault = std::get_if<Message>(&read);
  EXPECT_TRUE(!fault || !fault->vi.empty());
  return fault ? fault->en : "";
}

TEST(ReadTables, W235AWordFileOfWriterAndOfPythonHoldTheSameTable) {
  const auto writer = tables_of(file("de-an-11-writer.docx")), python = tables_of(file("de-an-11-python-docx.docx"));
  ASSERT_EQ(writer.size(), 1u);
  ASSERT_EQ(python.size(), 1u);
  ASSERT_EQ(writer[0].rows.size(), python[0].rows.size());
  for (std::size_t row = 0; row < writer[0].rows.size(); ++row) {
    ASSERT_EQ(writer[0].rows[row].size(), python[0].rows[row].size()) << row;
    for (std::size_t at = 0; at < writer[0].rows[row].size(); ++at)
      EXPECT_EQ(writer[0].rows[row][at].text, python[0].rows[row][at].text) << row << "/" << at;
  }
  const auto& head = writer[0].rows[1];
  EXPECT_EQ(head[0].text, "TT");  // merged downwards
  EXPECT_TRUE(head[0].merged);
  EXPECT_EQ(head[3].text, "Cơ quan chủ trì");
  EXPECT_TRUE(writer[0].rows[2][6].merged) << "a section over all columns";
}

TEST(ReadTables, W235FormulasCountByTheirLastValue) {
  const auto tables = tables_of(file("formulas-calc.xlsx"));
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].name, "Kế hoạch");
  EXPECT_TRUE(tables[0].rows[0][5].merged);
  const auto& row = tables[0].rows.at(5);
  EXPECT_EQ(row[0].number, 4.0);
  EXPECT_EQ(row[4].day, parse_date("2027-12-15"));
  EXPECT_EQ(row[4].text, "15/12/2027");
  EXPECT_EQ(row[5].text, "Báo cáo sơ kết");
}

TEST(ReadTables, W235ASpreadsheetOfPythonIsRead) {
  const auto tables = tables_of(file("plan-openpyxl.xlsx"));
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].rows[2][0].text, "1");
  EXPECT_EQ(tables[0].rows[2][4].day, parse_date("2027-06-30"));
  EXPECT_EQ(tables[0].rows[4][2].text, "Sở Khoa học và Công nghệ, Công an tỉnh");
}

TEST(ReadTables, W305ASharesCellSaysThatItShowsPercent) {
  const auto tables = tables_of(file("percent-libxlsxwriter.xlsx"));
  ASSERT_EQ(tables.size(), 1u);
  const auto& rows = tables[0].rows;
  EXPECT_TRUE(rows[1][1].percent);  // a format of the file's own
  EXPECT_EQ(rows[1][1].text, "72,5%");
  EXPECT_EQ(rows[1][1].number, 0.725);
  EXPECT_TRUE(rows[2][1].percent);  // a built-in one
  EXPECT_EQ(rows[2][1].text, "7%");
  EXPECT_EQ(rows[3][1].text, "72,5%");  // a formula
  EXPECT_FALSE(rows[4][1].percent);     // the sign is a word in its format
  EXPECT_EQ(rows[4][1].text, "37.6");
  EXPECT_FALSE(rows[6][3].percent);
}

TEST(ReadTables, W306BlankCellsForNumbersTakeNumbersAlone) {
  api::Sheet sheet{{"Trang", "Page"},
                   {{{"Giá trị", "Value"}, 10, {}, {true, {}}},
                    {{"Loại", "Kind"}, 10, {}, {false, {{"Ước", "Estimate"}, {"Chính thức", "Official"}}}}},
                   {{api::Cell(), api::Cell()}}};
  const std::string bytes = write_xlsx({{"Sổ", "Book"}, {sheet}}, {"Sổ", "hôm nay"}, api::Language::kVietnamese);
  const std::string part = part_of(bytes, "xl/worksheets/sheet1.xml");
  EXPECT_NE(part.find("type=\"decimal\""), std::string::npos) << part;
  EXPECT_NE(part.find("sqref=\"A5\""), std::string::npos) << part;
  EXPECT_NE(part.find("Ước,Chính thức"), std::string::npos) << part;
}

TEST(ReadTables, W230WhatIsWrittenIsReadBack) {
  api::Workbook book{{"Sổ", "Book"}, {}};
  book.sheets.push_back({{"Trang", "Page"},
                         {{{"Chữ", "Text"}, 10}, {{"Số", "Number"}, 10}, {{"Ngày", "Day"}, 10}, {{"Từ", "Word"}, 10}},
                         {{api::Cell(std::string("=1+1 <&> \"ừ\"")), api::Cell(std::int64_t{9'615'000'000'000}),
                           api::Cell(*parse_date("2026-02-28")), api::Cell(Message{"Có", "Yes"})},
                          {api::Cell(), api::Cell(37.6), api::Cell(), api::Cell()}}});
  const auto tables = tables_of(write_xlsx(book, {"Sổ", "hôm nay"}, api::Language::kEnglish));
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].name, "Page");
  const auto& row = tables[0].rows.at(4);
  EXPECT_EQ(row[0].text, "=1+1 <&> \"ừ\"");
  EXPECT_EQ(row[1].number, 9.615e12);
  EXPECT_EQ(row[1].text, "9615000000000");
  EXPECT_EQ(row[2].day, parse_date("2026-02-28"));
  EXPECT_EQ(row[3].text, "Yes");
  EXPECT_EQ(tables[0].rows.at(5)[1].number, 37.6);
}

TEST(ReadTables, W235TablesInTablesArePassedOverWithANote) {
  const std::string inner = "<w:tbl>" + row_of(cell_of("trong")) + "</w:tbl>";
  const auto read = read_tables(
      docx("<w:tbl>" + row_of("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>" + inner + "</w:tc>") + "</w:tbl>"));
  ASSERT_TRUE(std::holds_alternative<TablesRead>(read));
  EXPECT_EQ(std::get<TablesRead>(read).tables.at(0).rows.at(0).at(0).text, "a");
  EXPECT_EQ(std::get<TablesRead>(read).notes.size(), 1u);
}

TEST(ReadTables, W236WhatIsNoOfficeFileIsRefused) {
  EXPECT_NE(refusal("TT;Nhi\xe6m v\xf8;Ch\xfc tr\xec\n1;a;b\n"), "") << "a latin-1 list named .xlsx";
  EXPECT_NE(refusal(""), "");
  EXPECT_NE(refusal(zipped({{"readme.txt", "x"}})), "");
  EXPECT_NE(refusal(docx("")), "") << "no table";
  EXPECT_NE(refusal(docx("<w:tbl><w:tr>")), "") << "cut off";
  EXPECT_NE(refusal(file("plan-openpyxl.xlsx").substr(0, 3000)), "");
  EXPECT_NE(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old or locked").find("password"), std::string::npos);
}

TEST(ReadTables, W236MacrosAreRefused) {
  auto parts = xlsx_parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  parts.push_back({"xl/vbaProject.bin", "x"});
  EXPECT_NE(refusal(zipped(parts)).find("macro"), std::string::npos);
}

TEST(ReadTables, W236EntitiesAreRefused) {
  std::string laughs = "<!DOCTYPE d [<!ENTITY a \"ha\">";
  for (char c = 'b'; c < 'k'; ++c) {
    laughs += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(c - 1) + ";";
    laughs += "\">";
  }
  EXPECT_NE(refusal(docx("<w:tbl>" + row_of(cell_of("&j;")) + "</w:tbl>", laughs + "]>")).find("DTD"),
            std::string::npos);
  const std::string outside = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
  EXPECT_NE(refusal(docx("<w:tbl>" + row_of(cell_of("&x;")) + "</w:tbl>", outside)).find("DTD"), std::string::npos);
}

TEST(ReadTables, W236ABombDoesNotGoOff) {
  EXPECT_NE(refusal(docx("<!--" + std::string(20'000'000, ' ') + "-->")), "") << "by its ratio";
  TableLimits small;
  small.unpacked_bytes = 1'000;
  EXPECT_NE(refusal(docx("<w:tbl>" + row_of(cell_of(std::string(2'000, 'x'))) + "</w:tbl>"), small), "");
  small = {};
  small.entries = 2;
  EXPECT_NE(refusal(zipped(xlsx_parts("")), small), "");
  small = {};
  small.file_bytes = 100;
  EXPECT_NE(refusal(docx("<w:tbl>" + row_of(cell_of("a")) + "</w:tbl>"), small), "");
}

TEST(ReadTables, W236AMillionRowsAreRefused) {
  std::string rows;
  for (std::int64_t i = 1; i <= 1'000'000; i += 9)  // most are left out, which counts as well
    rows += "<row r=\"" + std::to_string(i) + "\"><c r=\"A" + std::to_string(i) + "\"><v>" +
            std::to_string(i * 7919 % 99991) + "</v></c></row>";
  EXPECT_NE(refusal(zipped(xlsx_parts(rows))).find("100000 rows"), std::string::npos);
  EXPECT_NE(refusal(zipped(xlsx_parts("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"))).find("200 columns"),
            std::string::npos);
  const std::string all = "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>";
  EXPECT_EQ(tables_of(zipped(xlsx_parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", all))).at(0).rows.size(), 1u);
  std::string merges = "<mergeCells>";
  for (int i = 0; i < 9'000; ++i) merges += "<mergeCell ref=\"A1:GR1\"/>";
  EXPECT_NE(refusal(zipped(xlsx_parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", merges + "</mergeCells>"))), "");
}

TEST(ReadTables, W236DepthAndTextHaveLimits) {
  std::string deep, back;
  for (int i = 0; i < 300; ++i) deep += "<w:sdt>", back += "</w:sdt>";
  EXPECT_NE(refusal(docx(deep + back)), "");
  EXPECT_NE(refusal(docx("<w:tbl>" + row_of(cell_of(std::string(70'000, 'x'))) + "</w:tbl>")), "");
  EXPECT_NE(refusal(docx("<w:tbl>" + row_of(cell_of("a", "<w:gridSpan w:val=\"100000\"/>")) + "</w:tbl>")), "");
}

}  // namespace
}  // namespace luuvet::server

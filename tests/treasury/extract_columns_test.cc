// Which file is taken, where its head is, what its columns mean (W266).
#include <filesystem>

#include "server/treasury/extract_shelf.h"
#include "tests/tables/zip_maker.h"
#include "tests/treasury/reading.h"

namespace luuvet::server {
namespace {

using namespace testing;
using enum ExtractField;
using Columns = std::vector<ExtractColumn>;

Columns columns_of(std::string_view bytes) {
  return propose_columns(table_of(bytes)).value_or(ExtractTableUse{}).columns;
}

TEST(ExtractColumns, W266BytesThatAreNoTableAreRefused) {
  EXPECT_NE(refusal_of(""), "");
  EXPECT_NE(refusal_of(std::string("%PDF\0x", 6)), "");
  EXPECT_NE(refusal_of("PK\x03\x04 no zip"), "");
  EXPECT_NE(refusal_of("M\xe3 d\xf8;S\xf4\n"), "") << "Latin-1";
  EXPECT_NE(refusal_of("a;\x07\n"), "") << "a control character";
  EXPECT_NE(refusal_of(std::string("\xff\xfeM\0;\0", 6)), "") << "UTF-16";
}

TEST(ExtractColumns, W266WhatIsBeyondTheLimitsIsRefusedAsAWhole) {
  const TableLimits limits;
  EXPECT_EQ(refusal_of(std::string(limits.columns - 1, ';')), "");
  EXPECT_NE(refusal_of(std::string(limits.columns, ';')), "");
  EXPECT_NE(refusal_of(std::string(limits.cell_bytes + 1, 'a')), "");
  std::string rows;
  for (std::size_t row = 0; row < 1'000'000; ++row) rows += "7001;1\n";
  EXPECT_NE(refusal_of(rows), "");
  rows.resize(limits.rows * 7);
  EXPECT_EQ(refusal_of(rows), "");
  std::string wide;
  for (std::size_t row = 0; row < 12'000; ++row) wide += std::string(limits.columns - 1, ';') + "\n";
  EXPECT_NE(refusal_of(wide), "") << "2,400,000 cells";
}

TEST(ExtractColumns, W266AMarkOfUtf8IsNoPartOfTheFirstHead) {
  const Table table = table_of("\xef\xbb\xbf" + std::string(kHead));
  EXPECT_EQ(table.rows.front().front().text, "Mã dự án");
}

TEST(ExtractColumns, W266TheSeparatorIsThatOfTheHead) {
  const Columns both = {{0, kCode}, {1, kAmount}, {2, kPaidOn}};
  EXPECT_EQ(columns_of("Mã dự án;Số tiền;Ngày\n"), both);
  EXPECT_EQ(columns_of("Mã dự án,Số tiền,Ngày\n"), both);
  EXPECT_EQ(columns_of("Mã dự án\tSố tiền\tNgày\r\n"), both);
  EXPECT_EQ(columns_of("BẢNG KÊ, quý I\n\nMã dự án\tSố tiền\tNgày\n"), both) << "a title has a comma";
  EXPECT_EQ(columns_of("Mã dự án;Số tiền\n7001;1,250,000\n"), (Columns{{0, kCode}, {1, kAmount}}));
}

TEST(ExtractColumns, W266QuotedCellsHoldSeparatorsLinesAndQuotes) {
  const Table table = table_of("a;\"b;c\nd\"\"e\"\"\";f\r\n\"open\n");
  ASSERT_EQ(table.rows.size(), 2u);
  ASSERT_EQ(table.rows[0].size(), 3u);
  EXPECT_EQ(table.rows[0][1].text, "b;c\nd\"e\"");
  EXPECT_EQ(table.rows[0][2].text, "f");
  EXPECT_EQ(table.rows[1][0].text, "open\n");
}

TEST(ExtractColumns, W266HeadsAreKnownByTheirWords) {
  EXPECT_EQ(columns_of(kHead), (Columns{{0, kCode},
                                        {1, kText},
                                        {2, kKind},
                                        {3, kAmount},
                                        {4, kPaidOn},
                                        {5, kVoucher},
                                        {6, kBudgetYear},
                                        {7, kFundingSource}}));
  EXPECT_EQ(columns_of("STT;Mã ĐVQHNS;Chủ đầu tư;Lũy kế giải ngân đến ngày 31/03/2026\n"),
            (Columns{{1, kCode}, {2, kText}, {3, kAmount}}));
  EXPECT_EQ(columns_of("Mã số dự án;Số tiền;Giải ngân\n"), (Columns{{0, kCode}, {1, kAmount}}))
      << "each once, furthest left";
}

TEST(ExtractColumns, W266WhereNoRowIsAHeadNothingIsProposed) {
  EXPECT_FALSE(propose_columns(table_of("Tên;Giá\n7001;5\n")));
  EXPECT_FALSE(propose_columns(table_of("Mã dự án;Tên\n7001;a\n"))) << "no amount";
  std::string late;
  for (int row = 0; row < 30; ++row) late += "x;y\n";
  EXPECT_FALSE(propose_columns(table_of(late + std::string(kHead)))) << "further down than heads stand";
}

// A1:A2 and B1:C1 are merged, as heads of two rows are.
TEST(ExtractColumns, W266AHeadOfTwoRowsIsNoRow) {
  const auto cell = [](const char* at, const char* text) {
    return std::string("<c r=\"") + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  };
  const std::string bytes = zipped(xlsx_parts(
      "<row r=\"1\">" + cell("A1", "Mã dự án") + cell("B1", "Số tiền") + cell("D1", "Ngày") + "</row><row r=\"2\">" +
          cell("B2", "Tổng số") + cell("C2", "Trong đó") + "</row><row r=\"3\">" + cell("A3", "7001") +
          cell("B3", "5.000") + cell("D3", "15/03/2026") + "</row>",
      R"(<mergeCells count="3"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/></mergeCells>)"));
  const Table table = table_of(bytes);
  const auto use = propose_columns(table);
  ASSERT_TRUE(use);
  EXPECT_EQ(use->head_rows, 2u);
  EXPECT_EQ(use->columns, (Columns{{0, kCode}, {1, kAmount}, {3, kPaidOn}}));
  const ExtractLines lines = lines_in(table);
  ASSERT_EQ(lines.lines.size(), 1u);
  EXPECT_FALSE(lines.lines.front().fault);
}

TEST(ExtractColumns, W266ColumnsAreRememberedByTheirHeads) {
  const auto folder = std::filesystem::temp_directory_path() / ("luuvet-shelf-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  {
    ExtractShelf shelf(folder);
    const Table table = table_of("A;B\n7001;5\n");
    const std::string key = extract_head_key(table, 1);
    EXPECT_EQ(key, extract_head_key(table_of("a;  B\n"), 1)) << "letters and spaces do not matter";
    EXPECT_NE(key, extract_head_key(table_of("A;C\n"), 1));
    EXPECT_EQ(extract_head_key(table, 0), "");
    EXPECT_EQ(extract_head_key(table, 3), "");
    shelf.remember({key, ExtractProfile::kVouchers, {{0, kCode}}});
    shelf.remember({key, ExtractProfile::kCumulative, {{0, kCode}, {1, kAmount}}});
    ASSERT_EQ(shelf.heads().size(), 1u) << "the last use";
    EXPECT_EQ(shelf.heads().front().columns.size(), 2u);
    for (std::size_t i = 0; i < ExtractShelf::kHeadsMax + 5; ++i) shelf.remember({"h" + std::to_string(i), {}, {}});
    EXPECT_EQ(shelf.heads().size(), ExtractShelf::kHeadsMax);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace luuvet::server

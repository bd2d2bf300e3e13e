// Rows as people and programs write them: amounts, days, kinds, sources (W266).
#include "tests/tables/zip_maker.h"
#include "tests/treasury/reading.h"

namespace luuvet::server {
namespace {

using namespace testing;

ExtractLine line_with(const std::string& amount, const std::string& day, const std::string& kind = "Thanh toán") {
  const ExtractLines read =
      lines_in(std::string(kHead) + "7001;Đợt 1;" + kind + ";\"" + amount + "\";" + day + ";UNC 1;2026;NSĐP tỉnh\n");
  EXPECT_EQ(read.lines.size(), 1u);
  return read.lines.empty() ? ExtractLine{} : read.lines.front();
}
std::optional<Amount> amount_in(const std::string& text) {
  const ExtractLine line = line_with(text, "15/03/2026");
  return line.fault ? std::nullopt : std::optional(line.fact.amount);
}
std::optional<std::string> day_in(const std::string& text) {
  const ExtractLine line = line_with("5", text);
  return line.fault ? std::nullopt : std::optional(to_string(line.fact.paid_on));
}

TEST(ExtractRows, W266AmountsAreWholeDongHoweverTheyAreGrouped) {
  for (const char* text : {"2500000000", "2.500.000.000", "2,500,000,000", "2 500 000 000", " 2.500.000.000 ",
                           "2.500.000.000,00", "2,500,000,000.00", "2500000000,00"})
    EXPECT_EQ(amount_in(text), 2'500'000'000) << text;
  EXPECT_EQ(amount_in("1.000"), 1'000) << "a group, no fraction";
  EXPECT_EQ(amount_in("1000000000000000"), kAmountMax);
}
TEST(ExtractRows, W266WhatIsNoAmountIsAFaultOfItsRow) {
  for (const char* text : {"0", "-5.000", "(5.000)", "12,5", "12,5 triệu", "1.00.000", "1.000,50", "1000.000", "abc",
                           ".", "1000000000000001", "99999999999999999999", "1e9", "1.000.00"})
    EXPECT_FALSE(amount_in(text)) << text;
}

TEST(ExtractRows, W305AShareInPercentIsNoAmount) {
  Table table = table_of(std::string(kHead) + "7001;Đợt 1;Thanh toán;5;15/03/2026;UNC 1;2026;NSĐP tỉnh\n");
  TableCell& amount = table.rows.at(1).at(3);
  amount.number = 5;
  EXPECT_FALSE(lines_in(table).lines.at(0).fault);
  amount.percent = true;
  EXPECT_TRUE(lines_in(table).lines.at(0).fault);
}
TEST(ExtractRows, W266DaysAreReadAsTheyAreWritten) {
  for (const char* text :
       {"15/03/2026", "15-3-2026", "15.03.2026", "2026-03-15", "2026-03-15T00:00:00", "15/03/2026 08:30", "46096"})
    EXPECT_EQ(day_in(text), "2026-03-15") << text;
}
TEST(ExtractRows, W266WhatIsNoDayIsAFaultOfItsRow) {
  for (const char* text : {"", "32/13/2026", "03/15/2026", "29/02/2026", "15/03/26", "15/03", "99999", "12345678",
                           "mai", "15//2026", "15/03/20266"})
    EXPECT_FALSE(day_in(text)) << text;
}

TEST(ExtractRows, W266KindsAreKnownByTheirWords) {
  const auto kind = [](const std::string& text) { return line_with("5", "15/03/2026", text).fact.kind; };
  EXPECT_EQ(kind("Tạm ứng"), PaymentKind::kAdvance);
  EXPECT_EQ(kind("Thu hồi tạm ứng"), PaymentKind::kAdvanceRecovery);
  EXPECT_EQ(kind("THANH TOÁN KLHT"), PaymentKind::kPayment);
  EXPECT_EQ(kind(""), PaymentKind::kPayment);
  EXPECT_EQ(kind("Nộp giảm chi"), PaymentKind::kRepayment);
  EXPECT_EQ(kind("Nộp trả NSNN"), PaymentKind::kRepayment);
  EXPECT_TRUE(line_with("5", "15/03/2026", "Chuyển khoản lạ").fault);
}

TEST(ExtractRows, W266YearAndSourceComeFromTheRowElseFromWhatWasSet) {
  ExtractSettings settings;
  settings.budget_year = 2025;
  settings.funding_source = FundingSource::kCommuneBudget;
  const ExtractLines read = lines_in(std::string(kHead) + "7001;;;5;15/03/2026;;2026;Ngân sách trung ương\n" +
                                         "7001;;;5;15/03/2026;;;Mã 12\n" + "7001;;;5;15/03/2026;;26;NS tỉnh\n",
                                     settings);
  ASSERT_EQ(read.lines.size(), 3u);
  EXPECT_EQ(read.lines[0].budget_year, 2026);
  EXPECT_EQ(read.lines[0].funding_source, FundingSource::kCentralBudget);
  EXPECT_EQ(read.lines[1].budget_year, 2025);
  EXPECT_EQ(read.lines[1].funding_source, FundingSource::kCommuneBudget);
  EXPECT_TRUE(read.lines[2].fault) << "two digits are no year";
  EXPECT_EQ(read.lines[2].funding_source, FundingSource::kProvincialBudget);
}

TEST(ExtractRows, W266SourcesInTheWordsOfTheTreasury) {
  const auto source = [](const std::string& text) {
    return lines_in(std::string(kHead) + "7001;;;5;15/03/2026;;2026;" + text + "\n").lines.at(0).funding_source;
  };
  EXPECT_EQ(source("NSTW"), FundingSource::kCentralBudget);
  EXPECT_EQ(source("Ngân sách xã"), FundingSource::kCommuneBudget);
  EXPECT_EQ(source("Xã hội hóa"), FundingSource::kPrivateAndOther);
  EXPECT_EQ(source("Vốn doanh nghiệp"), FundingSource::kPrivateAndOther);
  const ExtractLines unread = lines_in(std::string(kHead) + "7001;;;5;15/03/2026;;2026;Mã 12\n");
  EXPECT_TRUE(unread.lines.at(0).fault) << "no source was set for the file";
}

TEST(ExtractRows, W266BlankRowsSumsAndSignaturesAreNoRows) {
  const ExtractLines read = lines_in(std::string(kHead) + ";;;;;;;\n\n   ;;;\n7001;;;5;15/03/2026;;;\n" +
                                     "Tổng cộng;;;5;;;;\nCộng;;;5;;;;\n;;;5;;;;\nKẾ TOÁN TRƯỞNG;;;;;;;\n7002\n");
  ASSERT_EQ(read.lines.size(), 1u);
  EXPECT_EQ(read.lines.front().fact.row, 4) << "in the file, from 0";
  EXPECT_FALSE(read.lines.front().fact.voucher);
}

TEST(ExtractRows, W266APaymentWithoutACodeIsSaidToBeOne) {
  const ExtractLines read = lines_in(std::string(kHead) + ";Thanh toán;;5;15/03/2026;KB-1;2026;NSTW\n");
  ASSERT_EQ(read.lines.size(), 1u);
  ASSERT_TRUE(read.lines.front().fault);
  EXPECT_EQ(read.lines.front().fault->vi, "Thiếu mã dự án.");
}

TEST(ExtractRows, W266LongWordsAreCutBetweenLetters) {
  std::string words;
  while (words.size() <= kFactBytesMax) words += "ữ";
  const ExtractLines read = lines_in(std::string(kHead) + "7001;" + words + ";;5;15/03/2026;;;\n");
  ASSERT_EQ(read.lines.size(), 1u);
  EXPECT_EQ(read.lines.front().fact.text.size(), kFactBytesMax / 3 * 3);
}

TEST(ExtractRows, W266ColumnsThatAreNotThereReadAsNothing) {
  const Table table = table_of("7001;5\n");
  for (const std::int64_t column : {-1, 7, 199}) {
    const ExtractTableUse use{0, {{0, ExtractField::kCode}, {column, ExtractField::kAmount}}};
    EXPECT_TRUE(lines_of(table, use, {}).lines.empty()) << column;
  }
  EXPECT_TRUE(lines_of(table, {5, {{0, ExtractField::kCode}, {1, ExtractField::kAmount}}}, {}).lines.empty());
  EXPECT_TRUE(lines_of(table, {}, {}).lines.empty());
}

TEST(ExtractRows, W266MoreRowsThanAreBookedAtOnceAreSaidAndLeftOut) {
  std::string bytes(kHead);
  for (std::size_t row = 0; row <= kExtractRowsMax; ++row) bytes += "7001;;;5;15/03/2026;;;\n";
  const ExtractLines read = lines_in(bytes);
  EXPECT_EQ(read.lines.size(), kExtractRowsMax);
  EXPECT_TRUE(read.too_many);
  bytes.resize(bytes.size() - 1 - std::string_view("7001;;;5;15/03/2026;;;").size());
  EXPECT_FALSE(lines_in(bytes).too_many);
}

TEST(ExtractRows, M20OfATotalTheDayIsThatOfTheFile) {
  const ExtractLines read = lines_in("Mã dự án;Lũy kế\n7001;0\n7002;x\n", totals_until("2026-03-31"));
  ASSERT_EQ(read.lines.size(), 2u);
  EXPECT_FALSE(read.lines[0].fault) << "a total may be none";
  EXPECT_FALSE(read.lines[0].fact.kind);
  EXPECT_EQ(to_string(read.lines[0].fact.paid_on), "2026-03-31");
  EXPECT_TRUE(read.lines[1].fault);
}

// Real numbers and days of a spreadsheet; a day that is none but a number; an amount that is a day.
TEST(ExtractRows, W266CellsOfASpreadsheetCountByTheirValues) {
  const auto text = [](const std::string& at, const std::string& words) {
    return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
  };
  const auto number = [](const std::string& at, const std::string& value) {
    return "<c r=\"" + at + "\"><v>" + value + "</v></c>";
  };
  const auto row = [&](int at, const std::string& amount) {
    const std::string n = std::to_string(at);
    return "<row r=\"" + n + "\">" + number("A" + n, "7001") + number("B" + n, amount) + number("C" + n, "46096") +
           "</row>";
  };
  const std::string heads =
      "<row r=\"1\">" + text("A1", "Mã dự án") + text("B1", "Số tiền") + text("C1", "Ngày") + "</row>";
  const ExtractLines read = lines_in(zipped(
      xlsx_parts(heads + row(2, "3000000000") + row(3, "12.5") + row(4, "-5") + row(5, "1E+15") + row(6, "1E+16"))));
  ASSERT_EQ(read.lines.size(), 5u);
  EXPECT_EQ(read.lines[0].fact.code, "7001");
  EXPECT_EQ(read.lines[0].fact.amount, 3'000'000'000);
  EXPECT_EQ(to_string(read.lines[0].fact.paid_on), "2026-03-15");
  EXPECT_TRUE(read.lines[1].fault);
  EXPECT_TRUE(read.lines[2].fault) << "no payment is negative";
  EXPECT_EQ(read.lines[3].fact.amount, kAmountMax);
  EXPECT_TRUE(read.lines[4].fault);
}

// The same kind of file by two libraries: openpyxl writes its words in the cells, libxlsxwriter in a table of words.
TEST(ExtractRows, W266FilesOfTwoLibrariesAreRead) {
  const ExtractLines vouchers = lines_in(extract_file("treasury-openpyxl.xlsx"));
  ASSERT_EQ(vouchers.lines.size(), 9u);
  EXPECT_EQ(std::ranges::count_if(vouchers.lines, [](const ExtractLine& line) { return line.fault.has_value(); }), 3);
  EXPECT_EQ(vouchers.lines[0].fact.amount, 3'000'000'000);
  EXPECT_EQ(to_string(vouchers.lines[0].fact.paid_on), "2026-03-02") << "a day with a format";
  EXPECT_EQ(vouchers.lines[2].fact.code, "7001") << "with spaces around";
  const ExtractLines totals = lines_in(extract_file("treasury-libxlsxwriter.xlsx"), totals_until("2026-03-31"));
  ASSERT_EQ(totals.lines.size(), 2u);
  EXPECT_EQ(totals.lines[0].fact.amount, 6'000'000'000);
  EXPECT_EQ(totals.lines[1].fact.code, "8888") << "a number";
  EXPECT_EQ(totals.lines[1].fact.amount, 1'000'000) << "a text with spaces";
}

}  // namespace
}  // namespace luuvet::server

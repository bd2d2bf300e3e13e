// What is said of the columns of a plan's file that nobody reads.
#include <gtest/gtest.h>

#include "server/plans/plan_row.h"

namespace luuvet::test {
namespace {

using namespace luuvet::server;
using server::Table;

Table table_of(const std::string& name, const std::vector<std::vector<std::string>>& rows) {
  Table table{name, {}};
  for (const auto& row : rows) {
    auto& cells = table.rows.emplace_back();
    for (const std::string& text : row) cells.push_back({text, {}, false, {}, false});
  }
  return table;
}

TEST(PlanColumns, W297ColumnsThatAreNotReadAreNamed) {
  const std::vector<Table> tables = {table_of("A", {{"STT", "Nhiệm vụ", "Thời hạn", "Rủi ro", "Dự phòng", ""},
                                                    {"1", "Xây dựng kho dữ liệu", "Quý II/2027", "Chậm", "", "x"}}),
                                     table_of("B", {{"STT", "Nhiệm vụ", "Thời hạn"}, {"2", "Tập huấn", "Năm 2027"}})};
  const std::vector<TableUse> uses = propose_use(tables);
  ASSERT_EQ(uses.size(), 2U);
  const auto note = unread_columns_note(tables, uses);
  ASSERT_TRUE(note.has_value());
  EXPECT_EQ(note->vi, "Có cột không được đọc, ở bảng A (Rủi ro); nếu cần, hãy chọn các cột đó là gì.");
  EXPECT_FALSE(unread_columns_note({tables[1]}, {{0, 1, {}, uses[1].columns}}).has_value());
}

TEST(PlanColumns, N09IdsOfOtherSystemsStandALineEach) {
  using Ids = std::vector<ExternalId>;
  EXPECT_EQ(read_external_ids("hscv: NV-1\n\nioc: a: 7 \n"), (Ids{{"hscv", "NV-1"}, {"ioc", "a: 7"}}));
  EXPECT_EQ(read_external_ids(""), Ids{});
  for (const std::string& wrong : {std::string("NV-1"), std::string("Hệ thống: 1"), std::string("hscv: 1\nhscv: 1"),
                                   "hscv: " + std::string(kExternalIdBytesMax + 1, 'x')})
    EXPECT_EQ(read_external_ids(wrong), std::nullopt) << wrong;
  std::string many;
  for (std::size_t i = 0; i <= kExternalIdsMax; ++i) many += "hscv: " + std::to_string(i) + "\n";
  EXPECT_EQ(read_external_ids(many), std::nullopt);
}

TEST(PlanColumns, W297TenColumnsOfATableAreNamed) {
  std::vector<std::vector<std::string>> rows = {{"STT", "Nhiệm vụ", "Thời hạn"}, {"1", "Tập huấn", "Năm 2027"}};
  for (int i = 0; i < 11; ++i) {
    rows[0].push_back("Cột " + std::to_string(i));
    rows[1].push_back("x");
  }
  const std::vector<Table> tables = {table_of("A", rows)};
  const auto note = unread_columns_note(tables, propose_use(tables));
  ASSERT_TRUE(note.has_value());
  EXPECT_NE(note->vi.find("Cột 9, …)"), std::string::npos) << note->vi;
  EXPECT_EQ(note->vi.find("Cột 10"), std::string::npos);
}

}  // namespace
}  // namespace luuvet::test

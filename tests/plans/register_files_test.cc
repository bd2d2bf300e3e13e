// Sheets of indicators and of money, as office programs write them, against the programmes that they were printed from
// (W237).
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "server/plans/compare_registers.h"
#include "server/plans/register_rows.h"
#include "tests/seeds/seed_world.h"

namespace luuvet::test {
namespace {

using namespace luuvet::server;
using server::testing::seed_world;

struct Compared {
  std::vector<TableUse> uses;
  FileRows rows;
  std::vector<ComparedRegister> registers;

  std::size_t count(RowKind kind) const {
    return static_cast<std::size_t>(std::ranges::count(registers, kind, &ComparedRegister::kind));
  }
  std::size_t doubtful() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(registers, [](const ComparedRegister& row) { return !row.doubts.empty(); }));
  }
};

Compared compared(const std::string& name, const std::string& programme, const std::vector<RowFix>& fixes = {},
                  const std::string& as = {}) {
  std::ifstream stream(std::string(TABLE_FILES) + "/" + name, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const auto read = read_tables(bytes);
  Compared result;
  if (!std::holds_alternative<TablesRead>(read)) return result;
  const auto& tables = std::get<TablesRead>(read).tables;
  result.uses = propose_use(tables);
  result.rows = rows_of(tables, result.uses);
  const Programme& content = seed_world().programmes.find(programme)->content;
  const AgencyNames names = agency_names(seed_world(), content.province);
  const PlanReading reading{names,
                            {static_cast<int>(content.year_from), static_cast<int>(content.year_to)},
                            {as.empty() ? programme : as},
                            content.document};
  result.registers = compare_registers(seed_world(), reading, result.rows, fixes);
  return result;
}

std::string differences(const Compared& all) {
  std::string text;
  for (const ComparedRegister& row : all.registers)
    for (const FieldDifference& each : row.differences)
      text += row.subject.value_or(row.key) + " " + each.field + ": " + each.now + " | " + each.file + "\n";
  for (const ComparedRegister& row : all.registers)
    if (row.kind == RowKind::kNew || row.kind == RowKind::kGone)
      text += row.key + " " + row.subject.value_or("new") + " " +
              std::visit([](const auto& content) { return content.name; }, row.row) + "\n";
  return text;
}

TEST(RegisterFiles, W237AnAnnexOfIndicatorsBringsNothingNew) {
  const Compared all = compared("annex-i-calc.xlsx", "lao-cai-de-an-11");
  ASSERT_EQ(all.uses.size(), 1U);
  EXPECT_EQ(all.uses[0].kind, TableKind::kIndicators);
  EXPECT_EQ(all.count(RowKind::kUntouched), 52U) << differences(all);
  EXPECT_EQ(all.registers.size(), 52U) << differences(all);
  EXPECT_EQ(all.doubtful(), 0U);
}

TEST(RegisterFiles, W237TheAnnexOfMoneyBringsNothingNew) {
  const Compared all = compared("annex-iii-writer.docx", "lao-cai-de-an-11");
  ASSERT_EQ(all.uses.size(), 1U);
  EXPECT_EQ(all.uses[0].kind, TableKind::kBudgetLines);
  EXPECT_EQ(all.uses[0].scale, 1'000'000);
  EXPECT_EQ(all.count(RowKind::kUntouched), 81U) << differences(all);
  EXPECT_EQ(all.registers.size(), 81U) << differences(all);
}

TEST(RegisterFiles, W237TargetsOfAYearAreReadUnderItsHead) {
  const Compared all = compared("annex-01-writer.docx", "lao-cai-nq57-2026");
  EXPECT_EQ(all.count(RowKind::kUntouched), 19U) << differences(all);
  EXPECT_EQ(all.count(RowKind::kGone), 1U) << "the heading that only refers to another plan";
  EXPECT_EQ(all.count(RowKind::kNew), 0U) << differences(all);
}

TEST(RegisterFiles, W237PlacesInARankingAreTheBetterTheLower) {
  const AgencyNames names = agency_names(seed_world(), "lao-cai");
  const PlanReading reading{names, {2026, 2030}, {"lao-cai-de-an-11"}, {"lao-cai-de-an-11"}};
  const auto direction = [&](const std::string& unit, const std::string& target) {
    FileRow file;
    file.title = "Chỉ số PII";
    file.unit = unit;
    file.figures = {{PlanField::kTarget, 2030, target, std::nullopt}};
    return read_indicator(reading, file, nullptr).row.direction;
  };
  EXPECT_EQ(direction("Thứ bậc", "≤ 55"), "rank");
  EXPECT_EQ(direction("Thứ hạng", "23"), "rank");
  EXPECT_EQ(direction("Thứ bậc", "Trên mức trung bình"), "text");
  EXPECT_EQ(direction("%", "≤ 57"), "lower");
}

// Read into a programme that has none of them, the rows are those that people read out of the papers.
TEST(RegisterFiles, W237MoneyIsReadAsThePaperMeansIt) {
  const Compared all = compared("annex-iii-writer.docx", "lao-cai-de-an-11", {}, "moi");
  ASSERT_EQ(all.count(RowKind::kNew), 81U);
  Amount total = 0;
  std::size_t headings = 0, leads = 0;
  for (const ComparedRegister& row : all.registers) {
    const BudgetLine& line = std::get<BudgetLine>(row.snapshot);
    headings += line.heading ? 1 : 0;
    total += line.need ? line.need->total : 0;
    leads += line.lead_agencies.empty() ? 0 : 1;
    EXPECT_EQ(line.parent.has_value(), !line.heading || line.source.section.has_value()) << line.name;
    EXPECT_TRUE(is_valid_id(line.id.value));
  }
  EXPECT_EQ(total, 9'615'243'000'000);
  EXPECT_EQ(headings, 13U);
  EXPECT_GT(leads, 60U);
}

TEST(RegisterFiles, W237ARowIsCorrectedAndChosen) {
  const Compared plain = compared("annex-i-calc.xlsx", "lao-cai-de-an-11");
  ASSERT_GT(plain.registers.size(), 2U);
  RowFix other, out;
  other.key = plain.registers[0].key;
  other.title = "Tỷ lệ phủ sóng 6G";
  out.key = plain.registers[2].key;
  out.skip = true;
  const Compared all = compared("annex-i-calc.xlsx", "lao-cai-de-an-11", {other, out});
  EXPECT_EQ(all.count(RowKind::kChanged), 1U) << differences(all);
  EXPECT_EQ(all.count(RowKind::kGone), 1U);
  ImportPlan plan;
  plan.programme = {"lao-cai-de-an-11"};
  add_items(seed_world(), all.registers, seed_world().head, plan);
  ASSERT_EQ(plan.indicators.size(), 1U) << "what is gone stays";
  EXPECT_EQ(plan.indicators[0].do_, RowChoice::kAmend);
  EXPECT_EQ(plan.indicators[0].set.values.name, "Tỷ lệ phủ sóng 6G");
}

}  // namespace
}  // namespace luuvet::test

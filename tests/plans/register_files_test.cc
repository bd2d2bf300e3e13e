// Sheets of indicators and of money, as office programs write them, against the programmes that they were printed from
// (W237).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
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

Compared compared_tables(const std::vector<server::Table>& tables, const std::string& programme,
                         const std::vector<RowFix>& fixes = {}, const std::string& as = {}) {
  Compared result;
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

Compared compared(const std::string& name, const std::string& programme, const std::vector<RowFix>& fixes = {},
                  const std::string& as = {}) {
  std::ifstream stream(std::string(TABLE_FILES) + "/" + name, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const auto read = read_tables(bytes);
  const auto* found = std::get_if<TablesRead>(&read);
  return found ? compared_tables(found->tables, programme, fixes, as) : Compared{};
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

server::Table table_of(std::string name, std::vector<std::vector<std::string>> rows) {
  server::Table table{std::move(name), {}};
  for (const std::vector<std::string>& row : rows) {
    table.rows.emplace_back();
    for (const std::string& text : row) table.rows.back().push_back({text});
  }
  return table;
}

// A target's cell holds 0.725 and shows "72,5%".
TEST(RegisterFiles, W305ATargetInPercentIsReadAsShownAndAskedAboutElsewhere) {
  const auto with_unit = [](const std::string& unit) {
    server::Table table = table_of("Chỉ tiêu", {{"TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu năm 2026"},
                                                {"99", "Một chỉ tiêu chưa từng có", unit, "72,5%"}});
    table.rows[1][3].number = 0.725;
    table.rows[1][3].percent = true;
    return compared_tables({table}, "lao-cai-bcd-2026");
  };
  const auto first = [](const Compared& all) {
    return std::ranges::find_if(all.registers, [](const ComparedRegister& row) { return row.kind == RowKind::kNew; });
  };
  const Compared share = with_unit("%"), count = with_unit("Trường");
  ASSERT_NE(first(share), share.registers.end());
  ASSERT_NE(first(count), count.registers.end());
  const auto& targets = std::get<Indicator>(first(share)->row).targets;
  ASSERT_EQ(targets.size(), 1U);
  EXPECT_EQ(targets[0].value.low, parse_decimal("72.5"));
  const auto asked = [](const ComparedRegister& row) {
    return std::ranges::find(row.doubts, RowDoubt::kUnreadNumber) != row.doubts.end();
  };
  EXPECT_FALSE(asked(*first(share)));
  EXPECT_TRUE(asked(*first(count)));
}

TEST(RegisterFiles, W237ATableOfUnknownColumnsIsNamed) {
  const std::vector<server::Table> tables = {
      table_of("Lương", {{"Họ tên", "Lương", "Phòng"}, {"Nguyễn Văn A", "10.000.000", "Tổ chức"}}),
      table_of("Ký", {{"Nơi nhận", "Chủ tịch"}, {"- Như trên", "Nguyễn Văn B"}}),
      table_of("Đầu", {{"Họ tên", "Lương", "Phòng"}}),
      table_of("Việc", {{"TT", "Nhiệm vụ", "Thời hạn"}, {"1", "Tập huấn", "Quý II/2026"}})};
  const std::vector<TableUse> proposed = propose_use(tables);
  ASSERT_EQ(proposed.size(), 1U);
  const auto note = unread_note(tables, proposed);
  ASSERT_TRUE(note);
  EXPECT_NE(note->vi.find("bảng Lương;"), std::string::npos) << note->vi;
  EXPECT_FALSE(unread_note({tables[1], tables[2]}, {}));
  EXPECT_FALSE(unread_note({tables[3]}, propose_use({tables[3]})));
  const std::vector<server::Table> many(7, tables[0]);
  EXPECT_NE(unread_note(many, {})->en.find(", …"), std::string::npos);
  TableUse chosen{0, 1, "I", {{0, PlanField::kTitle}}};
  EXPECT_FALSE(unread_note({tables[0]}, {chosen}));
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

const ComparedRegister* with_figure(const Compared& all, PlanField field) {
  for (const ComparedRegister& row : all.registers)
    for (const FileFigure& figure : row.file.figures)
      if (figure.field == field && figure.year && !figure.text.empty()) return &row;
  return nullptr;
}
const ComparedRegister* with_key(const Compared& all, const std::string& key) {
  for (const ComparedRegister& row : all.registers)
    if (row.key == key) return &row;
  return nullptr;
}
std::int64_t year_with(const ComparedRegister& row, PlanField field) {
  for (const FileFigure& figure : row.file.figures)
    if (figure.field == field && figure.year && !figure.text.empty()) return *figure.year;
  return 0;
}

TEST(RegisterFiles, W237ATargetIsCorrected) {
  const Compared plain = compared("annex-i-calc.xlsx", "lao-cai-de-an-11");
  const ComparedRegister* row = with_figure(plain, PlanField::kTarget);
  ASSERT_TRUE(row);
  const std::int64_t year = year_with(*row, PlanField::kTarget);
  RowFix fix;
  fix.key = row->key;
  fix.figures = std::vector<FigureFix>{{year, "≥ 61,5%", {}}};
  const Compared all = compared("annex-i-calc.xlsx", "lao-cai-de-an-11", {fix});
  EXPECT_EQ(all.count(RowKind::kChanged) + all.count(RowKind::kDispute), 1U) << differences(all);
  const Indicator& snapshot = std::get<Indicator>(with_key(all, row->key)->snapshot);
  const auto target = std::ranges::find_if(snapshot.targets, [&](const Target& each) { return each.year == year; });
  ASSERT_NE(target, snapshot.targets.end());
  EXPECT_EQ(target->comparator, Comparator::kAtLeast);
  EXPECT_EQ(target->value.low, parse_decimal("61.5"));
}

TEST(RegisterFiles, W237AnAmountIsCorrectedInDong) {
  const Compared plain = compared("annex-iii-writer.docx", "lao-cai-de-an-11");
  const ComparedRegister* row = with_figure(plain, PlanField::kNeed);
  ASSERT_TRUE(row);
  const std::int64_t year = year_with(*row, PlanField::kNeed);
  RowFix fix;
  fix.key = row->key;
  fix.figures = std::vector<FigureFix>{{year, {}, 1'234'567'890}};
  const Compared all = compared("annex-iii-writer.docx", "lao-cai-de-an-11", {fix});
  const ComparedRegister& fixed = *with_key(all, row->key);
  EXPECT_EQ(std::get<BudgetLine>(fixed.snapshot).need->years.at(std::to_string(year)), 1'234'567'890);
  EXPECT_TRUE(std::ranges::count(fixed.doubts, RowDoubt::kSumDiffers));  // the total is still the old one
  fix.figures = std::vector<FigureFix>{{year, {}, -1}};
  const Compared wrong = compared("annex-iii-writer.docx", "lao-cai-de-an-11", {fix});
  EXPECT_TRUE(std::ranges::count(with_key(wrong, row->key)->doubts, RowDoubt::kUnreadNumber));
}

server::Table people() {
  server::Table table;
  table.name = "Danh sách";
  for (const auto& words : {std::array{"Họ tên", "Ngày sinh"}, std::array{"Nguyễn Văn A", "01/02/1990"}}) {
    std::vector<TableCell> row(2);
    for (std::size_t at = 0; at < 2; ++at) row[at].text = words[at];
    table.rows.push_back(std::move(row));
  }
  return table;
}

TEST(RegisterFiles, W237ATableOfOtherColumnsIsNotTaken) {
  EXPECT_TRUE(propose_use({people()}).empty());
}
TEST(RegisterFiles, W237AColumnThatTheTableDoesNotHaveIsBlank) {
  TableUse use;
  use.head_rows = 1;
  use.annex = "I";
  use.columns = {{0, PlanField::kTitle, {}}, {1, PlanField::kDeadline, {}}, {99, PlanField::kLead, {}}};
  const FileRows rows = rows_of({people()}, {use});
  ASSERT_EQ(rows.rows.size(), 1U);
  EXPECT_EQ(rows.rows[0].deadline, "01/02/1990");
  EXPECT_EQ(rows.rows[0].lead, "");
}

}  // namespace
}  // namespace luuvet::test

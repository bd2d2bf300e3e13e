// Every agency that a cell names is a body or group of the register, and the row lists exactly those, in printed order.
#include "tests/seeds/province_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/seeds/seed_rows.h"

namespace luuvet::server::testing {
namespace {

// Cells whose list is not what their words alone say; each looked at by eye.
const std::map<std::string, std::string> kReadByEye = {
    {"pc25.body.3-bc-ubnd-tinh", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh: one post, for the UBND"},
    {"pc25.body.3-bc-tinh-uy", "the same post"},
    {"pc25.body.5-bc", "Phó Bí thư Tỉnh ủy, Chủ tịch UBMTTQ tỉnh: one post, for the Front"},
};

constexpr std::string_view kCutOff = "nq26.02.54";  // its coordinating cell ends "các đơn vị, địa"

const AgencyNames& names_of(std::string_view id) {
  static const AgencyNames lao_cai = province_names("lao-cai");
  static const AgencyNames lai_chau = province_names("lai-chau");
  return id.starts_with("lc25.") ? lai_chau : lao_cai;
}

std::vector<std::string> texts_of(const std::vector<AgencyId>& ids) {
  std::vector<std::string> texts;
  for (const AgencyId& id : ids) texts.push_back(id.value);
  return texts;
}

void expect_named(const std::string& row, const std::optional<std::string>& cell, const std::vector<AgencyId>& listed) {
  const std::vector<std::string> ids = texts_of(listed);
  if (!cell) {
    EXPECT_THAT(ids, ::testing::IsEmpty()) << row << ": a list without a printed cell";
    return;
  }
  if (kReadByEye.contains(row)) return;
  const NamedAgencies named = names_of(row).resolve(*cell);
  EXPECT_THAT(named.rest, ::testing::IsEmpty()) << row << ": " << *cell;
  EXPECT_EQ(named.ids, ids) << row << ": " << *cell;
}

TEST(SeedAgencies, NoTwoBodiesOfAProvinceShareAName) {
  EXPECT_THAT(names_of("da11.").clashes(), ::testing::IsEmpty());
  EXPECT_THAT(names_of("lc25.").clashes(), ::testing::IsEmpty());
}

TEST(SeedAgencies, CellsOfTasksResolve) {
  for (const Task* row : rows_of<Task>()) {
    expect_named(row->id.value, row->lead_text, row->lead_agencies);
    if (row->id.value != kCutOff) expect_named(row->id.value, row->coordinating_text, row->coordinating_agencies);
  }
}

TEST(SeedAgencies, CellsOfIndicatorsResolve) {
  for (const Indicator* row : rows_of<Indicator>()) {
    expect_named(row->id.value, row->tracking_text, row->tracking_agencies);
    expect_named(row->id.value, row->implementing_text, row->implementing_agencies);
  }
}

TEST(SeedAgencies, CellsOfBudgetLinesResolve) {
  for (const BudgetLine* row : rows_of<BudgetLine>()) {
    expect_named(row->id.value, row->lead_text, row->lead_agencies);
    expect_named(row->id.value, row->coordinating_text, row->coordinating_agencies);
  }
}

TEST(SeedAgencies, CellsOfReportingDutiesResolve) {
  for (const ReportingDuty* row : rows_of<ReportingDuty>())
    expect_named(row->id.value, row->from_text, row->from_agencies);
}

TEST(SeedAgencies, EveryCellReadByEyeIsARow) {
  std::set<std::string> ids;
  for (const SeedRow& row : all_seeds().rows) ids.insert(row.command.target.id);
  for (const auto& [id, reason] : kReadByEye) EXPECT_TRUE(ids.contains(id)) << id << ": " << reason;
}

// What the rest of the cell that is cut off does say.
TEST(SeedAgencies, TheCellCutOffNamesWhatCanBeRead) {
  const Task& task = *find_row<Task>(kCutOff);
  const NamedAgencies named = names_of(kCutOff).resolve(*task.coordinating_text);
  EXPECT_EQ(named.ids, texts_of(task.coordinating_agencies));
  EXPECT_THAT(named.rest, ::testing::ElementsAre("cac don vi", "dia"));
}

// Every task that carries work has somebody to do it.
TEST(SeedAgencies, EveryLeafTaskHasALead) {
  for (const Task* task : rows_of<Task>())
    if (!task->is_group && !task->links_to) {
      EXPECT_FALSE(task->lead_agencies.empty()) << task->id.value;
    }
}

TEST(SeedAgencies, OneBodyHasOneIdHoweverItIsSpelt) {
  const AgencyNames& names = names_of("da11.");
  for (const std::string_view spelling :
       {"Sở Khoa học và Công nghệ", "Sở KH&CN", "sở khoa học và công nghệ", "Sở Khoa học & Công nghệ"})
    EXPECT_EQ(names.id_of(spelling), "so-khcn") << spelling;
  for (const std::string_view spelling :
       {"Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hoá, Thể thao và Du lịch", "Sở VHTT&DL"})
    EXPECT_EQ(names.id_of(spelling), "so-vhttdl") << spelling;
}

}  // namespace
}  // namespace luuvet::server::testing

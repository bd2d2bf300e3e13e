// The products that a cell names (W237).
#include <gtest/gtest.h>

#include "domain/base/fold.h"
#include "server/plans/plan_row.h"
#include "tests/seeds/seed_world.h"

namespace luuvet::test {
namespace {

using namespace luuvet::server;

std::vector<std::string> texts(const std::vector<Deliverable>& deliverables) {
  std::vector<std::string> result;
  for (const Deliverable& each : deliverables) result.push_back(fold(each.text));
  return result;
}
std::size_t count(std::string_view cell) {
  return read_deliverables(cell).size();
}

TEST(Products, W237ACommaPartsProductsOnlyWhereBothBeginAsProducts) {
  EXPECT_EQ(count("Kế hoạch triển khai, báo cáo kết quả thực hiện"), 2U);
  EXPECT_EQ(count("Danh mục nhiệm vụ, quyết định phê duyệt, báo cáo tiến độ"), 3U);
  EXPECT_EQ(count("Cơ chế giám sát, đôn đốc thực hiện liên ngành"), 1U);
  EXPECT_EQ(count("Báo cáo tích hợp nhiệm vụ KH&CN, CĐS"), 1U);
  EXPECT_EQ(count("24 lớp, báo cáo kết quả"), 1U) << "a number of things is not split";
}

TEST(Products, W237NothingIsPartedWithinBrackets) {
  EXPECT_EQ(count("Quyết định (kèm quy chế; biểu mẫu)"), 1U);
  EXPECT_EQ(count("Quyết định (kèm quy chế, kế hoạch); Báo cáo"), 2U);
  EXPECT_EQ(count("Quyết định (chưa đóng ngoặc\nBáo cáo"), 2U) << "a line is a product all the same";
}

// Against what people read out of the cells of the five plans: right where it splits at a comma, and at least as often
// right as semicolons alone.
TEST(Products, W237CommasPartAsPeoplePartedThem) {
  std::size_t cells = 0, right = 0, wrong_commas = 0;
  server::testing::seed_world().tasks.for_each([&](const auto& row) {
    const Task& task = row->content;
    if (!task.deliverables_text) return;
    ++cells;
    const auto read = texts(read_deliverables(*task.deliverables_text)), meant = texts(task.deliverables);
    right += read == meant ? 1 : 0;
    std::size_t semicolons = 1;
    for (const char c : *task.deliverables_text) semicolons += c == ';' ? 1 : 0;
    if (read != meant && read.size() > semicolons && read.size() > meant.size()) ++wrong_commas;
  });
  EXPECT_GT(cells, 350U);
  EXPECT_GE(right, 300U);
  EXPECT_EQ(wrong_commas, 0U);
}

}  // namespace
}  // namespace luuvet::test

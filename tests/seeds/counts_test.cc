// Counts that were made from the papers before the rows were written.
#include <gtest/gtest.h>

#include <algorithm>

#include "domain/base/fold.h"
#include "tests/seeds/seed_rows.h"

namespace luuvet::server::testing {
namespace {

using Tasks = std::vector<const Task*>;

std::ptrdiff_t without_product(const Tasks& tasks) {
  return std::ranges::count_if(tasks, [](const Task* task) { return task->deliverables.empty(); });
}

std::ptrdiff_t of_kind(const Tasks& tasks, std::initializer_list<DeadlineKind> kinds) {
  return std::ranges::count_if(
      tasks, [&](const Task* task) { return std::ranges::find(kinds, task->deadline.kind) != kinds.end(); });
}

// The tasks of the appendices, without those of the body.
Tasks appendix_tasks_of_the_committee() {
  Tasks tasks = rows_of<Task>("lao-cai-bcd-2026");
  std::erase_if(tasks, [](const Task* task) { return task->source->annex == "body"; });
  return tasks;
}

bool crosses_years(const Task* task) {
  return task->deadline.start && task->deadline.due &&
         civil_from_date(*task->deadline.start).year != civil_from_date(*task->deadline.due).year;
}

TEST(SeedCounts, FortyOfLaiChausSeventyFiveTasksHaveNoProduct) {
  EXPECT_EQ(without_product(rows_of<Task>("lai-chau-nq57-2025")), 40);
}

TEST(SeedCounts, SixOfTheCommitteesHundredAppendixTasksHaveNoProduct) {
  const Tasks tasks = appendix_tasks_of_the_committee();
  EXPECT_EQ(tasks.size(), 100U);
  EXPECT_EQ(without_product(tasks), 6);
}

TEST(SeedCounts, DeadlinesOfTheCommitteesAppendices) {
  const Tasks tasks = appendix_tasks_of_the_committee();
  const auto crossing = std::ranges::count_if(tasks, crosses_years);
  EXPECT_EQ(crossing, 1);
  EXPECT_EQ(of_kind(tasks, {DeadlineKind::kQuarter, DeadlineKind::kQuarterRange}) - crossing, 38);
  EXPECT_EQ(of_kind(tasks, {DeadlineKind::kOngoing}), 24);
  EXPECT_EQ(of_kind(tasks, {DeadlineKind::kDate, DeadlineKind::kBeforeDate}), 11);
  EXPECT_EQ(of_kind(tasks, {DeadlineKind::kTriggered, DeadlineKind::kDaysAfterTrigger}), 11);
  EXPECT_EQ(of_kind(tasks, {DeadlineKind::kMonth}), 8);
  EXPECT_EQ(of_kind(tasks, {DeadlineKind::kYear}), 7);
}

TEST(SeedCounts, DeadlinesOfDeAn11) {
  const Tasks tasks = leaf_tasks("lao-cai-de-an-11");
  const auto yearly = std::ranges::count_if(tasks, [](const Task* task) {
    return task->deadline.rhythms == std::vector<Rhythm>{{Every::kYear, 1}};
  });
  EXPECT_EQ(of_kind(tasks, {DeadlineKind::kOngoing}), 147);
  EXPECT_EQ(yearly, 23);
}

// 161 rows below a group bear only 44 different numbers: each group counts anew.
TEST(SeedCounts, SubItemsOfDeAn11RepeatTheirNumbers) {
  std::vector<std::string> numbers;
  for (const Task* task : leaf_tasks("lao-cai-de-an-11"))
    if (task->parent) numbers.push_back(*task->source->number);
  EXPECT_EQ(numbers.size(), 161U);
  std::ranges::sort(numbers);
  const auto repeated = std::ranges::unique(numbers);
  EXPECT_EQ(numbers.size() - repeated.size(), 44U);
}

// No number is invented: what a product counts stands in its own words.
TEST(SeedCounts, QuantitiesOfProductsStandInTheirWords) {
  for (const Task* task : rows_of<Task>())
    for (const Deliverable& deliverable : task->deliverables) {
      EXPECT_EQ(deliverable.kind == DeliverableKind::kQuantity, deliverable.unit.has_value()) << task->id.value;
      if (deliverable.quantity) {
        EXPECT_NE(deliverable.text.find(std::to_string(*deliverable.quantity)), std::string::npos) << task->id.value;
      }
    }
}

// "Báo cáo kết quả ..." lies in the report of a period, "Báo cáo rà soát ..." is a document of its own
// (seeds/README.md).
std::optional<DeliverableKind> kind_of_report(std::string_view product) {
  std::string words = fold(product);
  if (words.starts_with("cac ")) words.erase(0, 4);
  if (!words.starts_with("bao cao")) return std::nullopt;
  words.erase(0, std::string_view("bao cao ").size());
  for (const std::string_view begin : {"ket qua", "tien do", "tinh hinh", "tong hop", "dinh ky"})
    if (words.starts_with(begin)) return DeliverableKind::kReport;
  for (const std::string_view study :
       {"ra soat", "de xuat", "nghien cuu", "phuong an", "kinh te ky thuat", "danh gia", "danh thi diem", "tham dinh"})
    if (words.find(study) != std::string::npos) return DeliverableKind::kDocument;
  return DeliverableKind::kReport;
}

TEST(SeedCounts, ReportsFollowOneConvention) {
  for (const Task* task : rows_of<Task>())
    for (const Deliverable& deliverable : task->deliverables)
      if (const auto kind = kind_of_report(deliverable.text)) {
        EXPECT_EQ(deliverable.kind, *kind) << task->id.value << ": " << deliverable.text;
      }
}

}  // namespace
}  // namespace luuvet::server::testing

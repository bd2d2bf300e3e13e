// Random money: whatever is asked of the views closes after every event, and reads the same however the log was read.
#include <gtest/gtest.h>

#include "projections/money/money_report.h"
#include "tests/support/random_money.h"

namespace luuvet::test {
namespace {

using namespace projections;

constexpr int kSteps = 600;
constexpr MoneyGroup kPartitions[] = {MoneyGroup::kSection, MoneyGroup::kYear, MoneyGroup::kFundingSource,
                                      MoneyGroup::kLine, MoneyGroup::kComponent};

MoneyReport report(const World& world, MoneyGroup group) {
  MoneyFilter filter;
  filter.programme = ProgrammeId{"p1"};
  return money_report(world, filter, group);
}

// Amounts that belong to cells: every group of them is a partition.
void expect_cells_close(const MoneyReport& report, int step) {
  MoneySums sums;
  for (const MoneyRow& row : report.rows) sums += row.sums;
  ASSERT_EQ(sums.allocated, report.sums.allocated) << step;
  ASSERT_EQ(sums.disbursed, report.sums.disbursed) << step;
  ASSERT_EQ(sums.advances_outstanding, report.sums.advances_outstanding) << step;
  ASSERT_EQ(sums.remaining, report.sums.remaining) << step;
  ASSERT_EQ(sums.above_ceiling, report.sums.above_ceiling) << step;
}

// Per line and year the sources with the unassigned are the need.
void expect_years_close(const World& world, int step) {
  for (const char* id : RandomMoney::kLines) {
    const BudgetLine& line = world.budget_lines.find(id)->content;
    const BudgetBook* book = world.budget_books.find(id);
    Amount need = 0;
    for (const std::int64_t year : years_of(line, book)) {
      MoneySlice slice;
      slice.year = year;
      const MoneySums sums = sums_of(line, book, slice);
      ASSERT_EQ(sums.assigned + sums.unassigned, sums.need) << id << " " << year << " " << step;
      ASSERT_GE(sums.unassigned, 0) << id << " " << year << " " << step;
      ASSERT_EQ(sums.allocated - sums.disbursed, sums.remaining - sums.above_ceiling) << step;
      need += sums.need;
    }
    ASSERT_EQ(need, sums_of(line, book).need) << step;
  }
}

TEST(MoneyProperty, W262EverySumClosesAfterEveryEvent) {
  RandomMoney money(57);
  int accepted = 0;
  for (int step = 0; step < kSteps; ++step) {
    if (!money.step()) continue;
    ++accepted;
    for (const MoneyGroup group : kPartitions) expect_cells_close(report(money.world(), group), step);
    expect_years_close(money.world(), step);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(accepted, kSteps / 5);
}

TEST(MoneyProperty, W268ReplayedAsOfOrFollowedTheSumsAgreeToTheDong) {
  RandomMoney money(2026);
  std::vector<std::pair<Sequence, MoneySums>> then;
  for (int step = 0; step < kSteps; ++step)
    if (money.step()) then.emplace_back(money.world().head, report(money.world(), MoneyGroup::kLine).sums);
  World replayed;
  Epoch epoch = 1;
  std::size_t at = 0;
  for (const Recorded& recorded : money.log()) {
    replayed.evolve(recorded, ++epoch);
    if (at == then.size() || then[at].first != replayed.head) continue;
    ASSERT_EQ(report(replayed, MoneyGroup::kLine).sums, then[at].second) << "as of " << replayed.head;
    ++at;
  }
  EXPECT_EQ(at, then.size());
}

}  // namespace
}  // namespace luuvet::test

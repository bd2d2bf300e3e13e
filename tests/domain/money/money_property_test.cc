// Random money on two lines: every sum closes after every event, and whatever way the log is read it is the same.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "domain/money/budget.h"
#include "tests/domain/same_world.h"
#include "tests/support/random_money.h"

namespace luuvet::test {
namespace {

constexpr int kSteps = 1'500;

// What the ledger alone says of a cell.
struct Sums {
  Amount allocated = 0;
  Amount advances = 0;
  Amount disbursed = 0;
  bool operator==(const Sums&) const = default;
};
using Cells = std::map<std::tuple<std::string, std::int64_t, FundingSource>, Sums>;

Cells cells_of_ledger(const World& world, const std::string& line) {
  Cells cells;
  world.ledger.for_each([&](const auto& entry) {
    if (!entry->place.starts_with(line + "/") || entry->reversed_by != 0) return;
    Sums& sums = cells[{entry->component.value, entry->budget_year, entry->funding_source}];
    if (entry->kind == LedgerKind::kAllocation || entry->kind == LedgerKind::kCarryOver)
      sums.allocated += entry->amount;
    if (entry->kind == LedgerKind::kReduction) sums.allocated -= entry->amount;
    if (const auto kind = payment_kind(entry->kind)) {
      sums.disbursed += disbursed_by(*kind, entry->amount);
      sums.advances += advanced_by(*kind, entry->amount);
    }
  });
  return cells;
}

Cells cells_of_book(const World& world, const std::string& line) {
  Cells cells;
  const BudgetBook* book = world.budget_books.find(line);
  if (!book) return cells;
  for (const BudgetComponent& component : book->components)
    for (const MoneyCell& cell : component.cells)
      cells[{component.id.value, cell.year, cell.funding_source}] = {cell.allocated, cell.advances, cell.disbursed};
  return cells;
}

TEST(MoneyProperty, EverySumClosesAfterEveryEvent) {
  RandomMoney money(20260401);
  int accepted = 0;
  for (int i = 0; i < kSteps; ++i) {
    accepted += money.step() ? 1 : 0;
    for (const char* line : RandomMoney::kLines) {
      Cells of_ledger = cells_of_ledger(money.world(), line);
      const Cells of_book = cells_of_book(money.world(), line);
      for (const auto& [cell, sums] : of_book) {
        ASSERT_EQ(of_ledger[cell].allocated, sums.allocated) << i;
        ASSERT_EQ(of_ledger[cell].disbursed, sums.disbursed) << i;
        ASSERT_EQ(of_ledger[cell].advances, sums.advances) << i;
      }
      ASSERT_EQ(of_ledger.size(), of_book.size());
    }
  }
  EXPECT_GT(accepted, kSteps / 5);
}

// What only typed entries have made is never above what is allocated.
TEST(MoneyProperty, NoOrderOfTypedPaymentsOverspends) {
  Recorder log;
  for (const Fact& fact : an_allocated_budget()) log.record(fact);
  std::mt19937 random(7);
  for (int i = 0; i < 1'000; ++i) {
    Context context;
    context.today = day("2026-03-15");
    context.actor = {std::string(kSystemActor)};
    context.agency = {"so-tai-chinh"};
    context.new_id = "id-" + std::to_string(i);
    context.based_on = log.world.head > 5 ? log.world.head - random() % 5 : log.world.head;  // some look at old states
    const auto kind = static_cast<PaymentKind>(random() % 4);
    const Command command{subject(kLine), paying(kind, static_cast<Amount>(1 + random() % (4 * kBillion)))};
    const Result<Decision> made = decide(log.world, command, context);
    if (made) log.record(made.value(), context.today);
    const auto& component = log.world.budget_books.find("b1")->components.front();
    for (const MoneyCell& cell : component.cells) {
      ASSERT_LE(cell.disbursed, cell.allocated);
      ASSERT_GE(cell.advances, 0);
      ASSERT_GE(cell.disbursed, cell.advances);
    }
  }
}

TEST(MoneyProperty, ReplayedOrFollowedItIsTheSameAndThePastStays) {
  RandomMoney money(42);
  std::vector<std::pair<Sequence, World>> past;
  for (int i = 0; i < 400; ++i) {
    money.step();
    if (i % 40 == 0) past.push_back({money.world().head, money.world()});
  }
  World replayed;
  Epoch epoch = 1;
  std::size_t at = 0;
  for (const Recorded& recorded : money.log()) {
    replayed.evolve(recorded, ++epoch);
    while (at < past.size() && past[at].first == replayed.head) {
      EXPECT_TRUE(same(replayed, past[at].second, Words::kCompared)) << "as of " << replayed.head;
      ++at;
    }
  }
  EXPECT_EQ(at, past.size());
  EXPECT_TRUE(same(replayed, money.world(), Words::kCompared));
}

}  // namespace
}  // namespace luuvet::test

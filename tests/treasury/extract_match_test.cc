// Rows against the ledgers: where they belong, what booking them would change (M18 to M21).
#include "server/treasury/extract_match.h"

#include "tests/support/budgeted.h"
#include "tests/treasury/reading.h"

namespace luuvet::server {
namespace {

using namespace testing;
using enum MatchState;
using test::kBillion;

World world_of(const std::vector<test::Fact>& facts) {
  test::Recorder log;
  for (const test::Fact& fact : facts) log.record(fact);
  return log.world;
}

ExtractSettings vouchers() {
  ExtractSettings settings;
  settings.budget_year = 2026;
  settings.funding_source = FundingSource::kProvincialBudget;
  return settings;
}

MatchedRows matched(const std::vector<test::Fact>& facts, const std::string& rows,
                    const ExtractSettings& settings = vouchers()) {
  const std::string head = settings.profile == ExtractProfile::kVouchers ? std::string(kHead) : "Mã dự án;Lũy kế\n";
  return match_extract(world_of(facts), {"so-tai-chinh"}, lines_in(head + rows, settings).lines, settings);
}
std::vector<MatchState> states(const MatchedRows& rows) {
  std::vector<MatchState> result;
  for (const MatchedRow& row : rows.rows) result.push_back(row.state);
  return result;
}
std::string payment(const std::string& code, std::int64_t amount, const std::string& voucher = "UNC 1") {
  return code + ";Đợt 1;Thanh toán;" + std::to_string(amount) + ";15/03/2026;" + voucher + ";;\n";
}

TEST(ExtractMatch, M18RowsAboveWhatIsAllocatedAreMarkedInTheirOrder) {
  const MatchedRows rows =
      matched(test::an_allocated_budget(),
              payment("7001", 15 * kBillion, "1") + payment("7001", 6 * kBillion, "2") + payment("9999", 1, "3"));
  EXPECT_EQ(states(rows), (std::vector{kMatched, kOverCeiling, kUnmatched}));
  ASSERT_EQ(rows.cells.size(), 1u);
  EXPECT_EQ(rows.cells.front().before, 0);
  EXPECT_EQ(rows.cells.front().after, 21 * kBillion);
}

TEST(ExtractMatch, M19EqualRowsOfOneFileAreTwoAndKeepTheirKeys) {
  const std::string two = payment("7001", 5) + payment("7001", 5);
  const MatchedRows rows = matched(test::an_allocated_budget(), two);
  EXPECT_EQ(states(rows), (std::vector{kMatched, kMatched}));
  EXPECT_NE(rows.rows[0].fact.key, rows.rows[1].fact.key);
  const MatchedRows again = matched(test::an_allocated_budget(), payment("7002", 9) + two);
  EXPECT_EQ(again.rows[1].fact.key, rows.rows[0].fact.key) << "wherever they stand in a file";
  EXPECT_EQ(again.rows[2].fact.key, rows.rows[1].fact.key);
}

TEST(ExtractMatch, M19WhatIsKeptIsKnown) {
  MatchedRows first = matched(test::a_budget(), payment("9999", 3));
  test::Recorder log;
  for (const test::Fact& fact : test::a_waiting_extract()) log.record(fact);
  log.record({std::string(test::kExtract), TreasuryRowKept{first.rows.front().fact, {}}, "so-tai-chinh"});
  const auto lines = lines_in(std::string(kHead) + payment("9999", 3), vouchers()).lines;
  EXPECT_EQ(states(match_extract(log.world, {"so-tai-chinh"}, lines, vouchers())), std::vector{kKnown});
}

TEST(ExtractMatch, M20ATotalChangesByItsDifference) {
  const ExtractSettings settings = totals_until("2026-03-31");
  const MatchedRows more = matched(test::a_paid_budget(), "7001;8000000000\n", settings);
  ASSERT_EQ(states(more), std::vector{kMatched});
  EXPECT_EQ(more.rows.front().amount, 3 * kBillion);
  EXPECT_EQ(more.rows.front().kind, PaymentKind::kPayment);
  const MatchedRows less = matched(test::a_paid_budget(), "7001;1000000000\n", settings);
  EXPECT_EQ(less.rows.front().amount, 4 * kBillion);
  EXPECT_EQ(less.rows.front().kind, PaymentKind::kRepayment);
  EXPECT_EQ(states(matched(test::a_paid_budget(), "7001;5000000000\n", settings)), std::vector{kKnown});
  EXPECT_EQ(states(matched(test::a_paid_budget(), "7001;6000000000\n7001;7000000000\n", settings)),
            (std::vector{kMatched, kFaulty}))
      << "one total of a place";
}

TEST(ExtractMatch, M21ACodeNamesOneComponentOfTheProvinceElseTheLastThatItWasBookedAs) {
  const auto two = test::together(
      test::a_budget(),
      std::vector{test::Fact{"budget-line/b2", Registered<BudgetLine>{test::a_line_of("b2", {"so-noi-vu"})}},
                  test::Fact{"budget-line/b2", test::a_component("d1", "7001")}});
  EXPECT_EQ(states(matched(two, payment("7001", 5))), std::vector{kUnmatched}) << "two components have it";
  test::Recorder log;
  for (const test::Fact& fact : test::a_waiting_extract()) log.record(fact);
  BudgetDisbursed booked = test::a_payment("p9", "c1", PaymentKind::kPayment, 3 * kBillion);
  booked.extract = ExtractRowRef{{"x1"}, "k1", 0, "9999", {}};
  log.record(test::of_line(booked));
  const auto lines = lines_in(std::string(kHead) + payment("9999", 3), vouchers()).lines;
  const MatchedRows rows = match_extract(log.world, {"so-tai-chinh"}, lines, vouchers());
  ASSERT_TRUE(rows.rows.front().place);
  EXPECT_EQ(rows.rows.front().place->component, ComponentId{"c1"});
}

TEST(ExtractMatch, M21WhatSomebodySaysOfARowHolds) {
  ExtractSettings settings = vouchers();
  settings.rows = {
      {1, test::at_c1(), PaymentKind::kAdvance, {}, {}}, {2, {}, {}, true, {}}, {3, {}, {}, {}, AgencyId{"so-khcn"}}};
  const MatchedRows rows =
      matched(test::an_allocated_budget(), payment("9999", 5) + payment("7001", 6) + payment("8888", 7), settings);
  EXPECT_EQ(states(rows), (std::vector{kMatched, kSkipped, kUnmatched}));
  EXPECT_EQ(rows.rows[0].kind, PaymentKind::kAdvance);
  EXPECT_EQ(rows.rows[2].owner, AgencyId{"so-khcn"});
  settings.rows = {{1, ExtractPlace{{"b1"}, {"none"}, 2026, {}}, {}, {}, {}}};
  EXPECT_EQ(states(matched(test::an_allocated_budget(), payment("9999", 5), settings)), std::vector{kUnmatched});
}

TEST(ExtractMatch, M21LinesOfAnotherProvinceAreNotLookedAt) {
  const auto lines = lines_in(std::string(kHead) + payment("7001", 5), vouchers()).lines;
  EXPECT_EQ(states(match_extract(world_of(test::an_allocated_budget()), {"nowhere"}, lines, vouchers())),
            std::vector{kUnmatched});
}

}  // namespace
}  // namespace luuvet::server

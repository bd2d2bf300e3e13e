// Extracts of the treasury: facts that are booked, also above what is allocated, once.
#include "domain/money/treasury.h"

#include "domain/money/budget.h"
#include "tests/support/budgeted.h"
#include "tests/support/given.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;

Given by_finance(const std::vector<Fact>& facts) {
  return given(facts).as("so-tai-chinh", Role::kFinance);
}
MoneyCell cell_in(const Given& scene) {
  return cell_of(*find_component(*scene.world().budget_books.find("b1"), {"c1"}), 2026,
                 FundingSource::kProvincialBudget);
}
BookTreasuryExtract booking(const Given& scene, std::vector<ExtractItem> rows) {
  return {"kho-bac.xlsx", "ab", ExtractProfile::kVouchers, {}, {}, std::move(rows), scene.world().head};
}
BookTreasuryExtract totals(const Given& scene, std::string_view as_at, Amount amount) {
  ExtractFact fact = a_treasury_fact("t" + std::string(as_at) + std::to_string(amount), amount);
  fact.kind.reset();
  fact.paid_on = day(as_at);
  BookTreasuryExtract body = booking(scene, {{fact, at_c1(), {}}});
  body.profile = ExtractProfile::kCumulative;
  body.as_at = day(as_at);
  return body;
}
const TreasuryExtractState& extract_of(const Given& scene, const char* id = "x1") {
  return *scene.world().treasury_extracts.find(id);
}

TEST(Treasury, M18FactsAreBookedAlsoAboveWhatIsAllocated) {
  Given scene = by_finance(an_allocated_budget());
  scene.after(kExtract, booking(scene, {{a_treasury_fact("k1", 15 * kBillion), at_c1(), {}},
                                        {a_treasury_fact("k2", 10 * kBillion), at_c1(), {}}}));
  EXPECT_EQ(cell_in(scene).disbursed, 25 * kBillion);
  EXPECT_EQ(cell_in(scene).above_ceiling(), 5 * kBillion);
  ASSERT_EQ(extract_of(scene).cells.size(), 1u);
  EXPECT_EQ(extract_of(scene).cells.front().before, 0);
  EXPECT_EQ(extract_of(scene).cells.front().after, 25 * kBillion);
  scene.after(kLine, allocating(5 * kBillion));
  EXPECT_EQ(cell_in(scene).above_ceiling(), 0) << "a decision has settled the difference";
}
TEST(Treasury, M18RestsOnTheLinesAsTheyWereMatched) {
  Given scene = by_finance(an_allocated_budget());
  const BookTreasuryExtract body = booking(scene, {{a_treasury_fact("k1", kBillion), at_c1(), {}}});
  scene.after(kLine, paying(PaymentKind::kPayment, 1));
  scene.when(kExtract, body).then_rejected(RejectionKind::kStale);
}
TEST(Treasury, M18AnOlderStateDoesWhereItsLinesHaveNotMoved) {
  Given scene = by_finance(an_allocated_budget());
  BookTreasuryExtract body = booking(scene, {{a_treasury_fact("k1", kBillion), at_c1(), {}}});
  body.based_on = scene.world().budget_lines.find("b1")->life.last;
  scene.when(kExtract, body).then_accepted();
  --body.based_on;
  scene.when(kExtract, body).then_rejected(RejectionKind::kStale);
}
TEST(Treasury, C04AStateThatIsNotThereYetWasNotSeen) {
  Given scene = by_finance(an_allocated_budget());
  BookTreasuryExtract body = booking(scene, {{a_treasury_fact("k1", kBillion), at_c1(), {}}});
  body.based_on = scene.world().head + 1;
  scene.when(kExtract, body).then_rejected(kInvalid, "/based_on");
}

TEST(Treasury, M19TheSameRowIsBookedOnce) {
  Given scene = by_finance(an_allocated_budget());
  scene.after(kExtract, booking(scene, {{a_treasury_fact("k1", kBillion), at_c1(), {}}}));
  const auto again = booking(scene, {{a_treasury_fact("k1", kBillion), at_c1(), {}}});
  scene.when("treasury-extract/x2", again).then_rejected(kRule, "M19");
  scene.when(kExtract, again).then_rejected(RejectionKind::kAlreadyExists);
  scene.when("treasury-extract/x2", booking(scene, {})).then_rejected(kInvalid, "/rows");
  ExtractFact fact = a_treasury_fact("", kBillion);
  const auto key = [&](std::int64_t repeat) {
    return extract_row_key(ExtractProfile::kVouchers, fact, 2026, FundingSource::kProvincialBudget, repeat);
  };
  EXPECT_EQ(key(0), key(0));
  EXPECT_NE(key(0), key(1));
}
TEST(Treasury, M19ARowIsWithinItsLimits) {
  Given scene = by_finance(an_allocated_budget());
  ExtractFact fact = a_treasury_fact("k1", 0);
  scene.when(kExtract, booking(scene, {{fact, at_c1(), {}}})).then_rejected(kInvalid, "/rows/0/amount");
  fact.amount = 1;
  fact.code = std::string(kFactBytesMax + 1, 'x');
  scene.when(kExtract, booking(scene, {{fact, at_c1(), {}}})).then_rejected(kInvalid, "/rows/0/code");
  const std::vector<ExtractItem> many(kExtractRowsMax + 1, ExtractItem{a_treasury_fact("k", 1), at_c1(), {}});
  scene.when(kExtract, booking(scene, many)).then_rejected(kInvalid, "/rows");
  ExtractPlace nowhere = at_c1();
  nowhere.component = {"none"};
  scene.when(kExtract, booking(scene, {{a_treasury_fact("k1", 1), nowhere, {}}}))
      .then_rejected(kUnknown, "/rows/0/place/component");
}

TEST(Treasury, M20OfATotalTheDifferenceIsBooked) {
  Given scene = by_finance(a_paid_budget());
  scene.after(kExtract, totals(scene, "2026-02-28", 12 * kBillion));
  EXPECT_EQ(cell_in(scene).disbursed, 12 * kBillion);
  EXPECT_EQ(extract_of(scene).rows.front()->booked, 7 * kBillion);
  scene.after("treasury-extract/x2", totals(scene, "2026-03-10", 9 * kBillion));
  EXPECT_EQ(cell_in(scene).disbursed, 9 * kBillion) << "less than before: nộp giảm chi";
  EXPECT_EQ(extract_of(scene, "x2").rows.front()->fact.kind, PaymentKind::kRepayment);
  scene.when("treasury-extract/x3", totals(scene, "2026-03-11", 9 * kBillion)).then_rejected(kRule, "M19");
  scene.when("treasury-extract/x3", totals(scene, "2026-03-01", 1 * kBillion)).then_rejected(kRule, "M19");
  BookTreasuryExtract undated = totals(scene, "2026-03-12", 10 * kBillion);
  undated.as_at.reset();
  scene.when("treasury-extract/x3", undated).then_rejected(kInvalid, "/as_at");
}

TEST(Treasury, M21WhatBelongsNowhereWaitsUntilItIsSettled) {
  Given scene = by_finance(an_allocated_budget());
  scene.after(kExtract, booking(scene, {{a_treasury_fact("k1", 3 * kBillion), {}, AgencyId{"so-noi-vu"}}}));
  EXPECT_EQ(extract_of(scene).rows.front()->state, ExtractRowState::kWaiting);
  EXPECT_EQ(extract_of(scene).rows.front()->owner, AgencyId{"so-noi-vu"});
  EXPECT_EQ(cell_in(scene).disbursed, 0);
  scene.when(kExtract, SettleTreasuryRows{{{"none", at_c1()}}, {}}).then_rejected(kUnknown, "/rows/0/key");
  scene.after(kExtract, SettleTreasuryRows{{{"k1", at_c1()}}, {}});
  EXPECT_EQ(cell_in(scene).disbursed, 3 * kBillion);
  EXPECT_EQ(extract_of(scene).rows.front()->state, ExtractRowState::kBooked);
  ASSERT_NE(scene.world().treasury_codes.find("9999"), nullptr) << "the code is remembered";
  scene.when(kExtract, SettleTreasuryRows{{{"k1", at_c1()}}, {}}).then_rejected(kRule, "M21");
}
TEST(Treasury, M21OrIsNoneOfOurs) {
  Given scene = by_finance(a_waiting_extract());
  scene.after(kExtract, SettleTreasuryRows{{{"k1", {}}}, "Của huyện khác"});
  EXPECT_EQ(extract_of(scene).rows.front()->state, ExtractRowState::kSkipped);
  EXPECT_EQ(cell_in(scene).disbursed, 0);
}
TEST(Treasury, M21ATotalThatANewerOneHasCoveredAddsNothing) {
  Given scene = by_finance(an_allocated_budget());
  BookTreasuryExtract april = totals(scene, "2026-02-28", 4 * kBillion);
  const std::string key = april.rows.front().fact.key;
  april.rows.front().place.reset();
  scene.after(kExtract, april);
  scene.after("treasury-extract/x2", totals(scene, "2026-03-10", 6 * kBillion));
  scene.after(kExtract, SettleTreasuryRows{{{key, at_c1()}}, {}});
  EXPECT_EQ(cell_in(scene).disbursed, 6 * kBillion);
}

}  // namespace
}  // namespace luuvet::test

#include "projections/money/money_findings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/links/link_rows.h"
#include "projections/money/funded_parts.h"
#include "tests/projections/seen.h"
#include "tests/support/budgeted.h"

namespace luuvet::test {
namespace {

using namespace projections;
using enum MoneyFindingKind;

Fact funding(std::string task, std::optional<ComponentId> component) {
  const LinkedPair pair = pair_of(LinkKind::kFunds, {std::string(kLine), "task/" + task}, std::move(component));
  return {"link/" + link_id(pair).value, LinkLinked{pair.kind, pair.subjects, {}, qd1(), {}, pair.component}};
}

// c1 has 20 tỷ, 5 of them paid; c2 10 tỷ, nothing paid.
std::vector<Fact> two_parts() {
  return together(a_paid_budget(),
                  std::vector{of_line(a_component("c2", "7002")), of_line(an_allocation("a2", "c2", 10 * kBillion))});
}

MoneyFindings found_in(const Seen& seen, std::string_view on = "2026-03-15") {
  return money_findings(seen.views().world, {"p1"}, day(on));
}
std::vector<MoneyFinding> of_kind(const MoneyFindings& found, MoneyFindingKind kind) {
  std::vector<MoneyFinding> result;
  for (const MoneyFinding& each : found.items)
    if (each.kind == kind) result.push_back(each);
  return result;
}

TEST(MoneyFindings, M26OfALineThatNamesNoComponentTheWholeIsJudged) {
  const BudgetDisbursed more = a_payment("p2", "c1", PaymentKind::kPayment, 5 * kBillion);
  Seen seen(together(two_parts(), std::vector{funding("t1", {}), of_line(more)}));
  const auto paid = of_kind(found_in(seen), kPaidWithoutProduct);
  ASSERT_EQ(paid.size(), 1u);
  EXPECT_FALSE(paid.front().component);
  EXPECT_EQ(paid.front().disbursed, 10 * kBillion);
  EXPECT_EQ(paid.front().amount, 150 * kBillion) << "the need of the line";
}

TEST(MoneyFindings, M26WhatIsPaidForATaskIsOfTheComponentThatTheLinkNames) {
  Seen seen(together(two_parts(), std::vector{funding("t1", ComponentId{"c1"})}));
  const auto paid = of_kind(found_in(seen), kPaidWithoutProduct);
  ASSERT_EQ(paid.size(), 1u);
  EXPECT_EQ(paid.front().component, ComponentId{"c1"});
  EXPECT_EQ(paid.front().amount, 20 * kBillion) << "what is allocated to it";
  Seen other(together(two_parts(), std::vector{funding("t1", ComponentId{"c2"})}));
  EXPECT_TRUE(of_kind(found_in(other), kPaidWithoutProduct).empty());
  EXPECT_EQ(found_in(other).linked_lines, 1u);
  EXPECT_TRUE(of_kind(found_in(other), kUnlinked).empty());
}

TEST(MoneyFindings, M26NoMoneyOfALineIsInTwoParts) {
  Seen seen(together(two_parts(), std::vector{funding("t1", ComponentId{"c1"})}));
  const World& world = seen.views().world;
  const BudgetBook* book = world.budget_books.find("b1");
  const auto parts = funded_parts(world, world.budget_lines.find("b1")->content, book);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_FALSE(parts.front().component);
  Amount allocated = 0, disbursed = 0;
  for (const FundedPart& part : parts) {
    allocated += money_of(book, parts, part, 2026).allocated;
    disbursed += money_of(book, parts, part, {}).disbursed;
    EXPECT_EQ(money_of(book, parts, part, 2027).allocated, 0);
  }
  EXPECT_EQ(allocated, 30 * kBillion);
  EXPECT_EQ(disbursed, 5 * kBillion);
}

constexpr std::string_view kWork = "assignment/t1.joint";

// All of the 20 tỷ of c1 that pay for t1, which asks a plan and 24 classes.
std::vector<Fact> all_paid() {
  return together(two_parts(), std::vector{funding("t1", ComponentId{"c1"}),
                                           of_line(a_payment("p2", "c1", PaymentKind::kPayment, 15 * kBillion))});
}
std::vector<Fact> nothing_paid() {
  return together(an_allocated_budget(), std::vector{funding("t1", ComponentId{"c1"})});
}

Fact submitted(std::vector<DeliveredItem> items) {
  return {std::string(kWork), AssignmentSubmitted{day("2026-03-10"), std::move(items), {}, {}}, "so-tai-chinh"};
}

// What is reported, and approved.
void report(Seen& seen, std::optional<std::int64_t> percent, std::vector<Quantity> quantities) {
  AssignmentProgressReported event;
  event.percent = percent;
  event.quantities = std::move(quantities);
  seen.add({std::string(kWork), event, "so-tai-chinh"});
  seen.add({std::string(kWork), AssignmentProgressApproved{{seen.world().head}}, "so-tai-chinh"});
}

TEST(MoneyFindings, M26PaidAllAndNothingHandedOverWhateverPercentIsSaid) {
  for (const std::int64_t percent : {10, 90}) {
    Seen seen(all_paid());
    report(seen, percent, {});
    const auto paid = of_kind(found_in(seen), kPaidWithoutProduct);
    ASSERT_EQ(paid.size(), 1u) << percent;
    EXPECT_EQ(paid.front().disbursed, 20 * kBillion);
    EXPECT_EQ(paid.front().expected, 100) << "percent of what is allocated";
    EXPECT_EQ(paid.front().progress, percent);
    ASSERT_TRUE(paid.front().products);
    EXPECT_EQ(paid.front().products->asked, 2);
    EXPECT_EQ(paid.front().products->delivered, 0);
  }
}

TEST(MoneyFindings, M26WhatIsHandedOverOrBegunIsNoPaymentWithoutProduct) {
  Seen handed(all_paid());
  handed.add(submitted({{1, DocumentId{"qd-1"}, {}}}));
  EXPECT_TRUE(of_kind(found_in(handed), kPaidWithoutProduct).empty());
  Seen begun(all_paid());
  report(begun, {}, {{2, 3}});
  EXPECT_TRUE(of_kind(found_in(begun), kPaidWithoutProduct).empty());
  handed.add({std::string(kWork), AssignmentReturned{}, "so-khcn"});
  EXPECT_EQ(of_kind(found_in(handed), kPaidWithoutProduct).size(), 1u) << "returned: it has yet to come";
}

TEST(MoneyFindings, M26LittlePaidWithoutProductIsNoFinding) {
  Seen seen(together(two_parts(),
                     std::vector{funding("t1", ComponentId{"c1"}), of_line(an_allocation("a3", "c1", kBillion))}));
  EXPECT_TRUE(of_kind(found_in(seen), kPaidWithoutProduct).empty()) << "5 of 21";
}

TEST(MoneyFindings, M26HandedOverAndNothingOrMuchLessPaid) {
  Seen none(nothing_paid());
  EXPECT_TRUE(of_kind(found_in(none), kProductWithoutPay).empty());
  report(none, 50, {{2, 24}});
  const auto unpaid = of_kind(found_in(none), kProductWithoutPay);
  ASSERT_EQ(unpaid.size(), 1u) << "one of two products";
  EXPECT_EQ(unpaid.front().products->delivered, 1);
  EXPECT_EQ(unpaid.front().products->asked, 2);
  EXPECT_EQ(unpaid.front().expected, 0);

  Seen little(together(two_parts(), std::vector{funding("t1", ComponentId{"c1"}), submitted({})}));
  little.add({std::string(kWork), AssignmentAccepted{}, "so-khcn"});
  ASSERT_EQ(of_kind(found_in(little), kProductWithoutPay).size(), 1u) << "completed, a quarter is paid";
  little.add(of_line(a_payment("p2", "c1", PaymentKind::kPayment, 5 * kBillion)));
  EXPECT_TRUE(of_kind(found_in(little), kProductWithoutPay).empty()) << "a half is paid";
}

TEST(MoneyFindings, M26OfStandingWorkTheProductOfTheYearCounts) {
  Task standing = task("t2", {"so-tai-chinh"});
  standing.deadline = deadline(DeadlineKind::kOngoing);
  Seen seen(together(a_paid_budget(), registered(standing), std::vector{funding("t2", ComponentId{"c1"})}));
  const auto paid = of_kind(found_in(seen, "2027-02-01"), kPaidWithoutProduct);
  ASSERT_EQ(paid.size(), 1u) << "2026 was paid for";
  EXPECT_EQ(paid.front().products->asked, 1);
  const AssignmentYearSubmitted result{2026, day("2026-12-10"), std::nullopt, std::nullopt, YearText{"Đã xong"}};
  seen.add({"assignment/t2.joint", result, "so-tai-chinh"});
  EXPECT_TRUE(of_kind(found_in(seen, "2027-02-01"), kPaidWithoutProduct).empty());
}

TEST(MoneyFindings, M26TimeIsJudgedOfEachPart) {
  Seen seen(together(two_parts(), std::vector{funding("t1", ComponentId{"c1"})}));
  const auto behind = of_kind(found_in(seen, "2026-06-30"), kBehindTime);
  ASSERT_EQ(behind.size(), 2u);
  EXPECT_FALSE(behind.front().component);
  EXPECT_EQ(behind.front().amount, 10 * kBillion) << "of c2, which no link names";
  EXPECT_EQ(behind.back().component, ComponentId{"c1"});
  EXPECT_EQ(behind.back().progress, 25);
}

TEST(MoneyFindings, M26WhatIsNotDecidedNamesNothing) {
  const LinkedPair pair = pair_of(LinkKind::kFunds, {std::string(kLine), "task/t1"}, ComponentId{"c1"});
  const LinkProposed proposed{pair.kind, pair.subjects, {}, pair.component};
  Seen seen(together(two_parts(), std::vector{Fact{"link/" + link_id(pair).value, proposed}}));
  EXPECT_EQ(of_kind(found_in(seen), kUnlinked).size(), 1u);
  EXPECT_TRUE(of_kind(found_in(seen), kPaidWithoutProduct).empty());
}

TEST(MoneyFindings, M28PublicInvestmentThatWasAllocatedMoneyWithoutACode) {
  BudgetComponentRegistered coded = a_component("c2", "7002"), recurrent = a_component("c3");
  coded.medium_term_code = "KHTH-15";
  recurrent.kind = ComponentKind::kRecurrent;
  Seen seen(together(a_paid_budget(), std::vector{of_line(coded), of_line(recurrent), of_line(a_component("c4")),
                                                  of_line(an_allocation("a2", "c2", kBillion)),
                                                  of_line(an_allocation("a3", "c3", kBillion))}));
  const auto found = of_kind(found_in(seen), kNoPlanCode);
  ASSERT_EQ(found.size(), 1u) << "c4 has no money yet";
  EXPECT_EQ(found.front().component, ComponentId{"c1"});
  EXPECT_EQ(found.front().amount, 20 * kBillion);
}

TEST(MoneyFindings, M26ComponentsOfTwoLinesThatSayTheSameMayBePaidTwice) {
  BudgetLine other = a_line_of("b2", {"so-noi-vu"});
  other.name = "Chuyển đổi số ngành nội vụ";
  BudgetComponentRegistered twin = a_component("d1", "7010"), own = a_component("c2", "7002");
  twin.name = own.name = "Nâng cấp trung tâm dữ liệu của tỉnh";
  BudgetComponentRegistered ended = a_component("d2", "7011");
  ended.name = twin.name;
  Seen seen(together(a_budget(), std::vector{of_line(own), Fact{"budget-line/b2", Registered<BudgetLine>{other}},
                                             Fact{"budget-line/b2", twin}, Fact{"budget-line/b2", ended},
                                             Fact{"budget-line/b2", BudgetComponentEnded{{"d2"}, {}, {}}}}));
  const auto doubles = of_kind(found_in(seen), kDoubleFunding);
  ASSERT_EQ(doubles.size(), 1u);
  EXPECT_EQ(doubles.front().component, ComponentId{"c2"});
  EXPECT_EQ(doubles.front().other, BudgetLineId{"b2"});
  EXPECT_EQ(doubles.front().other_component, ComponentId{"d1"});
}

// b2 and b3.
std::vector<Fact> two_lines_alike() {
  BudgetLine first = a_line_of("b2", {"so-noi-vu"}), second = a_line_of("b3", {"so-khcn"});
  first.name = second.name = "Nâng cấp trung tâm dữ liệu của tỉnh";
  return together(a_budget(), std::vector{Fact{"budget-line/b2", Registered<BudgetLine>{first}},
                                          Fact{"budget-line/b3", Registered<BudgetLine>{second}}});
}

TEST(MoneyFindings, M26WhatWasRejectedIsNoDoubleAndWhatIsDecidedIsNotCounted) {
  const LinkedPair pair = pair_of(LinkKind::kFunds, {"budget-line/b2", "budget-line/b3"});
  const std::string link = "link/" + link_id(pair).value;
  Seen seen(two_lines_alike());
  const auto doubles = [&] { return of_kind(found_in(seen), kDoubleFunding); };
  ASSERT_EQ(doubles().size(), 1u);
  EXPECT_FALSE(doubles().front().link);
  seen.add({link, LinkProposed{pair.kind, pair.subjects, {}, {}}});
  EXPECT_EQ(doubles().front().link_status, LinkStatus::kProposed);
  EXPECT_FALSE(doubles().front().decided()) << "a proposal decides nothing";
  seen.add({link, LinkRejected{pair.kind, pair.subjects, {}, {}}});
  EXPECT_TRUE(doubles().empty());
  seen.add({link, LinkLinked{pair.kind, pair.subjects, {}, qd1(), {}, {}}});
  ASSERT_EQ(doubles().size(), 1u);
  EXPECT_TRUE(doubles().front().decided());
  seen.add({link, LinkParted{qd1(), {}}});
  ASSERT_EQ(doubles().size(), 1u);
  EXPECT_FALSE(doubles().front().link);
}

TEST(MoneyFindings, M26OnlyTheNewestComponentsAreCompared) {
  BudgetComponentRegistered old = a_component("a-old", "1"), twin = a_component("b-new", "2");
  old.name = twin.name = "Nâng cấp trung tâm dữ liệu của tỉnh";
  std::vector<Fact> facts = together(a_budget(), std::vector{of_line(old)});
  for (std::size_t line = 0; line < 3; ++line) {
    const std::string id = "b" + std::to_string(line + 2);
    facts.push_back({"budget-line/" + id, Registered<BudgetLine>{a_line_of(id, {"so-noi-vu"})}});
    for (std::size_t i = 0; i < kComponentsMax && line > 0; ++i) {
      BudgetComponentRegistered filler = a_component("z" + std::to_string(line * kComponentsMax + i));
      filler.name = "x" + std::to_string(line * kComponentsMax + i);
      facts.push_back({"budget-line/" + id, filler});
    }
  }
  facts.push_back({"budget-line/b2", twin});
  const auto doubles = of_kind(found_in(Seen(facts)), kDoubleFunding);
  EXPECT_TRUE(std::ranges::none_of(doubles, [](const MoneyFinding& each) { return each.component.has_value(); }));
}

}  // namespace
}  // namespace luuvet::test

// Money of budget lines, rule by rule.
#include "domain/money/budget.h"

#include "domain/links/link_rows.h"
#include "domain/money/payment_rules.h"
#include "domain/people/readers.h"
#include "tests/support/budgeted.h"
#include "tests/support/given.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;
constexpr auto kProvincial = FundingSource::kProvincialBudget;
constexpr auto kCentral = FundingSource::kCentralBudget;

Given by_finance(const std::vector<Fact>& facts) {
  return given(facts).as("so-tai-chinh", Role::kFinance);
}
Given by_lead(const std::vector<Fact>& facts) {
  return given(facts).as("so-tai-chinh", Role::kOfficer);
}
const BudgetBook& book_of(const Given& scene) {
  return *scene.world().budget_books.find("b1");
}
MoneyCell cell_in(const Given& scene, std::string component = "c1") {
  return cell_of(*find_component(book_of(scene), {std::move(component)}), 2026, kProvincial);
}
AssignSources sources(std::vector<SourceAmount> matrix) {
  return {std::move(matrix), qd1(), {}};
}

TEST(Money, M01AmountsAreWholeAndWithinLimits) {
  const Given scene = by_finance(an_allocated_budget());
  for (const Amount amount : {Amount{0}, Amount{-1}, kAmountMax + 1}) {
    scene.when(kLine, paying(PaymentKind::kPayment, amount)).then_rejected(kInvalid, "/amount");
    scene.when(kLine, allocating(amount)).then_rejected(kInvalid, "/amount");
  }
  Disburse odd = paying(PaymentKind::kPayment, 1);
  odd.budget_year = 1999;
  scene.when(kLine, odd).then_rejected(kInvalid, "/budget_year");
  scene.when(kLine, paying(PaymentKind::kPayment, 1)).then_accepted();
  EXPECT_EQ(plus(std::numeric_limits<Amount>::max(), 1), std::numeric_limits<Amount>::max());
  EXPECT_EQ(plus(std::numeric_limits<Amount>::min(), -1), std::numeric_limits<Amount>::min());
}

TEST(Money, M02AHeadingCarriesNone) {
  BudgetLine heading = a_line_of("b9", {"so-tai-chinh"});
  heading.heading = true;
  Given scene = by_finance(a_budget());
  scene.fact({"budget-line/b9", Registered<BudgetLine>{heading}});
  scene.when("budget-line/b9", RegisterComponent{"Dự án", {}, {}, {}, ComponentKind::kRecurrent})
      .then_rejected(kRule, "M02");
}

TEST(Money, M03WhoDoesWhat) {
  Given scene = given(together(a_budget(), std::vector{an_agency("dv-1")}));
  scene.as("so-noi-vu").when(kLine, paying(PaymentKind::kPayment, 1)).then_rejected(kForbidden, "M03");
  BudgetComponentRegistered invested = a_component("c3");
  invested.investor_agency = AgencyId{"dv-1"};
  scene.fact(of_line(invested)).fact(of_line(an_allocation("a3", "c3", 10)));
  Disburse theirs = paying(PaymentKind::kPayment, 5);
  theirs.component = {"c3"};
  scene.as("dv-1").when(kLine, theirs).then_accepted();
  scene.as("dv-1").when(kLine, paying(PaymentKind::kPayment, 5)).then_rejected(kForbidden, "M03");
  Agency elsewhere;
  elsewhere.id = {"lc-stc"};
  elsewhere.province = "lai-chau";
  scene.fact({"agency/lc-stc", Registered<Agency>{elsewhere}});
  scene.as("lc-stc", Role::kFinance).when(kLine, allocating(1)).then_rejected(kForbidden, "M03");
  scene.as("so-khcn", Role::kFinance).when(kLine, allocating(1)).then_accepted();
}

TEST(Money, M04SourcesAreTheWholeMatrixWithinTheNeed) {
  Given scene = by_finance(a_budget());
  const std::vector<SourceAmount> matrix = {{2026, kProvincial, 60 * kBillion}, {2026, kCentral, 40 * kBillion}};
  scene.after(kLine, sources(matrix));
  EXPECT_EQ(assigned_in(book_of(scene).sources, 2026), 100 * kBillion);
  scene.when(kLine, sources(matrix)).then_rejected(kRule, "M04");
  scene.when(kLine, sources({{2026, kProvincial, 100 * kBillion + 1}})).then_rejected(kRule, "M04");
  scene.when(kLine, sources({{2028, kProvincial, 1}})).then_rejected(kRule, "M04");
  scene.when(kLine, sources({{2026, kProvincial, 1}, {2026, kProvincial, 2}})).then_rejected(kInvalid, "/sources/1");
  scene.after(kLine, sources({{2027, kCentral, 50 * kBillion}}));
  EXPECT_EQ(assigned_in(book_of(scene).sources, 2026), 0);
  scene.after(kLine, sources({}));
  EXPECT_TRUE(book_of(scene).sources.empty());
  scene.when(kLine, sources(std::vector<SourceAmount>(kSourceCellsMax + 1))).then_rejected(kInvalid, "/sources");
}

TEST(Money, M05NeedAndSourcesAreAmendedTogether) {
  Given scene = by_finance(a_budget());
  scene.after(kLine, sources({{2026, kProvincial, 100 * kBillion}}));
  const AmendNeed less{{{2026, 80 * kBillion}, {2027, 70 * kBillion}}, {{2026, kProvincial, 80 * kBillion}}, qd1(), {}};
  AmendNeed torn = less;
  torn.sources = {{2026, kProvincial, 81 * kBillion}};
  scene.when(kLine, torn).then_rejected(kRule, "M05");
  scene.after(kLine, less);
  const BudgetLine& line = scene.world().budget_lines.find("b1")->content;
  EXPECT_EQ(of_year(need_in_force(line, &book_of(scene)), 2026), 80 * kBillion);
  EXPECT_EQ(line.need->years.at("2026"), 100 * kBillion) << "the printed need stays";
  scene.when(kLine, less).then_rejected(kRule, "M05");
  scene.as("so-khcn", Role::kStandingAgency).when(kLine, AmendNeed{{{2026, 1}}, {}, qd1(), {}}).then_accepted();
}

TEST(Money, M06NeedsAreRestatedInARound) {
  const ReviseNeed revised{{{2026, 90 * kBillion}}, {}, "Giảm quy mô"};
  by_lead(a_budget()).when(kLine, revised).then_rejected(kRule, "M06");
  Given scene = by_lead(an_open_round());
  scene.after(kLine, revised);
  EXPECT_EQ(total(book_of(scene).revised->years), 90 * kBillion);
  EXPECT_EQ(total(need_in_force(scene.world().budget_lines.find("b1")->content, &book_of(scene))), 150 * kBillion);
  scene.when(kLine, revised).then_rejected(kRule, "M06");
  scene.as("so-khcn", Role::kStandingAgency);
  scene.when("programme/p1", OpenNeedRound{day("2026-07-01"), qd1()}).then_rejected(kRule, "M06");
  scene.when("programme/p1", OpenNeedRound{day("2026-03-14"), qd1()}).then_rejected(kInvalid, "/due");
  scene.after("programme/p1", CloseNeedRound{});
  scene.when("programme/p1", CloseNeedRound{}).then_rejected(kRule, "M06");
  scene.as("so-tai-chinh", Role::kOfficer).when(kLine, revised).then_rejected(kRule, "M06");
}

TEST(Money, M07AComponentHasOneInvestorAndItsOwnCode) {
  Given scene = by_lead(a_budget());
  const RegisterComponent other{"Dự án khác", AgencyId{"so-noi-vu"}, {}, "7002", ComponentKind::kRecurrent};
  scene.after(kLine, other);
  EXPECT_EQ(book_of(scene).components.size(), 2u);
  RegisterComponent both = other;
  both.investor_text = "Ban quản lý";
  scene.when(kLine, both).then_rejected(kInvalid, "/investor_text");
  RegisterComponent same = other;
  same.code = "7001";
  scene.when(kLine, same).then_rejected(kRule, "M07");
  AmendComponent amend{{"c1"}, {}, {}};
  amend.set.values.code = "7003";
  amend.set.present = 0b1000;
  scene.when(kLine, amend).then_accepted();
  amend.set.values.code = "7001";
  scene.when(kLine, amend).then_rejected(kRule, "M07");
  AmendComponent outside{{"c1"}, {}, {}};
  outside.set.values.kind = ComponentKind::kNonBudget;
  outside.set.present = 0b10000;
  scene.when(kLine, outside).then_accepted();
  by_lead(an_allocated_budget()).when(kLine, outside).then_rejected(kRule, "M07");
  scene.when(kLine, AmendComponent{{"none"}, {}, {}}).then_rejected(kUnknown, "/component");
}

TEST(Money, M08WhatHasEndedTakesOnlyMoneyBack) {
  Given scene = by_finance(an_allocated_budget());
  scene.fact(of_line(a_payment("p9", "c1", PaymentKind::kAdvance, 2 * kBillion)));
  scene.after(kLine, EndComponent{{"c1"}, "Dừng dự án", {}});
  scene.when(kLine, EndComponent{{"c1"}, "Dừng dự án", {}}).then_rejected(kRule, "M08");
  scene.when(kLine, allocating(1)).then_rejected(kRule, "M08");
  scene.when(kLine, paying(PaymentKind::kPayment, 1)).then_rejected(kRule, "M08");
  scene.when(kLine, paying(PaymentKind::kAdvanceRecovery, kBillion)).then_accepted();
}

TEST(Money, M09AboveTheNeedOnlyWithTheDocumentsReason) {
  Given scene = by_finance(an_allocated_budget());
  scene.when(kLine, allocating(80 * kBillion)).then_accepted();
  scene.when(kLine, allocating(80 * kBillion + 1)).then_rejected(kRule, "M09");
  Allocate explained = allocating(80 * kBillion + 1);
  explained.above_need_reason = "Văn bản giao bổ sung ngoài nhu cầu";
  scene.when(kLine, explained).then_accepted();
  Allocate carried = allocating(200 * kBillion);
  carried.carried_from = 2025;
  scene.after(kLine, carried);
  EXPECT_EQ(cell_in(scene).carried_over, 200 * kBillion);
  scene.when(kLine, allocating(80 * kBillion)).then_accepted();
  carried.carried_from = 2026;
  scene.when(kLine, carried).then_rejected(kInvalid, "/carried_from");
}

TEST(Money, M10MoneyForATaskWithoutAProductSaysWhy) {
  Task vague = task("t9", {"so-tai-chinh"});
  vague.deliverables.clear();
  Given scene = by_finance(together(a_budget(), registered(vague)));
  const LinkedPair pair = pair_of(LinkKind::kFunds, {std::string(kLine), "task/t9"});
  scene.fact({"link/" + link_id(pair).value, LinkLinked{LinkKind::kFunds, pair.subjects, {}, qd1(), {}}});
  scene.when(kLine, allocating(1)).then_rejected(kRule, "M10");
  Allocate explained = allocating(1);
  explained.no_product_reason = "Sản phẩm do kế hoạch năm xác định";
  scene.when(kLine, explained).then_accepted();
}

TEST(Money, M11OnlyWhatWasNotDisbursedIsTakenBack) {
  Given scene = by_finance(a_paid_budget());
  const auto reduce = [](Amount amount) { return ReduceAllocation{{"a1"}, amount, qd1(), "Điều chỉnh"}; };
  scene.when(kLine, reduce(15 * kBillion + 1)).then_rejected(kRule, "M11");
  scene.after(kLine, reduce(15 * kBillion));
  EXPECT_EQ(cell_in(scene).allocated, 5 * kBillion);
  scene.when(kLine, reduce(1)).then_rejected(kRule, "M11");
  scene.when(kLine, ReduceAllocation{{"none"}, 1, qd1(), "x"}).then_rejected(kUnknown, "/allocation");
}

TEST(Money, M12AContractIsNotBelowWhatWasPaidOnIt) {
  Given scene = by_lead(an_allocated_budget());
  const RegisterContract contract{{"c1"}, "12/HĐ", day("2026-02-01"), "Công ty A", 10 * kBillion, {}};
  scene.after(kLine, contract);
  scene.when(kLine, contract).then_rejected(kRule, "M12");
  const ContractId id = book_of(scene).contracts.front().id;
  Disburse on_it = paying(PaymentKind::kPayment, 6 * kBillion);
  on_it.contract = id;
  scene.after(kLine, on_it);
  on_it.amount = 4 * kBillion + 1;
  scene.when(kLine, on_it).then_rejected(kRule, "M13");
  AmendContract amend{id, {}, "Phụ lục"};
  amend.set.values.amount = 6 * kBillion - 1;
  amend.set.present = 0b1000;
  scene.when(kLine, amend).then_rejected(kRule, "M12");
  amend.set.values.amount = 12 * kBillion;
  scene.after(kLine, amend);
  EXPECT_EQ(book_of(scene).components.front().contracted, 12 * kBillion);
  scene.when(kLine, on_it).then_accepted();
}

TEST(Money, M13PaymentsStayWithinTheirAllocation) {
  Given scene = by_lead(an_allocated_budget());
  scene.when(kLine, paying(PaymentKind::kPayment, 20 * kBillion)).then_accepted();
  scene.when(kLine, paying(PaymentKind::kPayment, 20 * kBillion + 1)).then_rejected(kRule, "M13");
  scene.after(kLine, paying(PaymentKind::kAdvance, 15 * kBillion));
  scene.when(kLine, paying(PaymentKind::kPayment, 5 * kBillion + 1)).then_rejected(kRule, "M13");
  Disburse elsewhere = paying(PaymentKind::kPayment, 1);
  elsewhere.funding_source = kCentral;
  scene.when(kLine, elsewhere).then_rejected(kRule, "M13");
  elsewhere = paying(PaymentKind::kPayment, 1);
  elsewhere.budget_year = 2027;
  elsewhere.reason = "x";
  scene.when(kLine, elsewhere).then_rejected(kRule, "M13");
}

TEST(Money, M14NoMoreComesBackThanWentOut) {
  Given scene = by_lead(an_allocated_budget());
  scene.when(kLine, paying(PaymentKind::kAdvanceRecovery, 1)).then_rejected(kRule, "M14");
  scene.after(kLine, paying(PaymentKind::kAdvance, 6 * kBillion));
  scene.when(kLine, paying(PaymentKind::kRepayment, 1)).then_rejected(kRule, "M14");
  scene.when(kLine, paying(PaymentKind::kAdvanceRecovery, 6 * kBillion + 1)).then_rejected(kRule, "M14");
  scene.after(kLine, paying(PaymentKind::kPayment, 4 * kBillion));
  scene.after(kLine, paying(PaymentKind::kAdvanceRecovery, 6 * kBillion));
  EXPECT_EQ(cell_in(scene).advances, 0);
  EXPECT_EQ(cell_in(scene).disbursed, 4 * kBillion);
  scene.when(kLine, paying(PaymentKind::kRepayment, 4 * kBillion + 1)).then_rejected(kRule, "M14");
  scene.after(kLine, paying(PaymentKind::kRepayment, 4 * kBillion));
  EXPECT_EQ(cell_in(scene).disbursed, 0);
}

TEST(Money, M15DaysOutsideTheBudgetYearAreExplained) {
  Given scene = by_lead(an_allocated_budget()).on("2027-03-01");
  Disburse late = paying(PaymentKind::kPayment, 1);
  late.paid_on = day("2027-01-31");
  scene.when(kLine, late).then_accepted();
  late.paid_on = day("2027-02-01");
  scene.when(kLine, late).then_rejected(kRule, "M15");
  late.reason = "Kéo dài theo văn bản";
  scene.when(kLine, late).then_accepted();
  late.paid_on = day("2025-12-31");
  late.reason.reset();
  scene.when(kLine, late).then_rejected(kRule, "M15");
  late.paid_on = day("2027-03-02");
  scene.when(kLine, late).then_rejected(kInvalid, "/paid_on");
}

TEST(Money, M16AMistakeIsTakenBackOnce) {
  Given scene = by_lead(a_paid_budget());
  scene.after(kLine, ReverseDisbursement{{"p1"}, "Nhập nhầm"});
  EXPECT_EQ(cell_in(scene).disbursed, 0);
  const LedgerEntry* entry = payment_entry(scene.world(), {"b1"}, {"p1"});
  ASSERT_NE(entry, nullptr);
  EXPECT_NE(entry->reversed_by, 0u) << "both stay readable";
  EXPECT_EQ(entry->amount, 5 * kBillion);
  scene.when(kLine, ReverseDisbursement{{"p1"}, "Nhập nhầm"}).then_rejected(kRule, "M16");
  scene.when(kLine, ReverseDisbursement{{"none"}, "Nhập nhầm"}).then_rejected(kUnknown, "/payment");
}
TEST(Money, M16OnlyWhoEnteredItOrFinanceTakesItBack) {
  BudgetComponentRegistered invested = a_component("c3");
  invested.investor_agency = AgencyId{"so-noi-vu"};
  Given scene = given(together(a_budget(), std::vector{of_line(invested), of_line(an_allocation("a3", "c3", 10)),
                                                       of_line(a_payment("p3", "c3", PaymentKind::kPayment, 5))}));
  scene.as("so-noi-vu").when(kLine, ReverseDisbursement{{"p3"}, "Nhầm"}).then_rejected(kRule, "M16");
  scene.as("so-khcn", Role::kFinance).when(kLine, ReverseDisbursement{{"p3"}, "Nhầm"}).then_accepted();
}
TEST(Money, M16WhatOthersRestOnStays) {
  Given scene = by_lead(an_allocated_budget());
  scene.fact(of_line(a_payment("p1", "c1", PaymentKind::kAdvance, 6 * kBillion)));
  scene.fact(of_line(a_payment("p2", "c1", PaymentKind::kAdvanceRecovery, 2 * kBillion)));
  scene.when(kLine, ReverseDisbursement{{"p1"}, "Nhầm"}).then_rejected(kRule, "M16");
  scene.after(kLine, ReverseDisbursement{{"p2"}, "Nhầm"});
  scene.when(kLine, ReverseDisbursement{{"p1"}, "Nhầm"}).then_accepted();
}

TEST(Money, M17MoneyOutsideTheBudgetIsEnteredAndConfirmed) {
  Given scene = by_lead(an_outside_budget());
  EnterOutsideMoney more{{"c2"}, OutsideMoneyKind::kSpent, 2026, kBillion, day("2026-03-10"), {}, {}};
  scene.when(kLine, more).then_accepted();
  more.component = {"c1"};
  scene.when(kLine, more).then_rejected(kRule, "M17");
  Disburse paid = paying(PaymentKind::kPayment, 1);
  paid.component = {"c2"};
  scene.when(kLine, paid).then_rejected(kRule, "M17");
  Allocate allocated = allocating(1);
  allocated.component = {"c2"};
  scene.as("so-tai-chinh", Role::kFinance).when(kLine, allocated).then_rejected(kRule, "M17");
  scene.as("so-tai-chinh", Role::kHead).after(kLine, ConfirmOutsideMoney{{{"o1"}}, {}});
  EXPECT_EQ(find_outside(book_of(scene), {"o1"})->confirmed_by, AgencyId{"so-tai-chinh"});
  scene.when(kLine, ConfirmOutsideMoney{{{"o1"}}, {}}).then_rejected(kRule, "M17");
  scene.as("so-tai-chinh", Role::kOfficer).after(kLine, ReverseOutsideMoney{{"o1"}, "Nhập nhầm"});
  scene.when(kLine, ReverseOutsideMoney{{"o1"}, "Nhập nhầm"}).then_rejected(kRule, "M17");
}
TEST(Money, M17AFirmsFiguresAreConfirmedByItsSponsor) {
  BudgetLine line = a_line_of("b2", {"dn-1"});
  const BudgetOutsideMoneyEntered entered{{"o1"}, {"c2"}, OutsideMoneyKind::kSpent, 2026, 7, day("2026-03-02"), {}, {}};
  Post firm;
  firm.id = {"dn"};
  firm.role = Role::kOutsideLead;
  firm.agency = {"dn-1"};
  firm.title = "Đầu mối";
  firm.sponsor = AgencyId{"so-khcn"};
  Given scene = given(together(
      a_budget(), std::vector{an_agency("dn-1"), Fact{"budget-line/b2", Registered<BudgetLine>{line}},
                              Fact{"budget-line/b2", a_component("c2", {}, ComponentKind::kNonBudget), "dn-1"},
                              Fact{"budget-line/b2", entered, "dn-1"}, Fact{"post/dn", Registered<Post>{firm}}}));
  scene.as("so-noi-vu", Role::kHead)
      .when("budget-line/b2", ConfirmOutsideMoney{{{"o1"}}, {}})
      .then_rejected(kForbidden, "M03");
  scene.as("so-khcn", Role::kHead).when("budget-line/b2", ConfirmOutsideMoney{{{"o1"}}, {}}).then_accepted();
}

TEST(Money, M22FundsJoinABudgetLineToWhatItPaysFor) {
  Given scene = given(a_budget()).as("so-khcn", Role::kStandingAgency);
  const std::vector<std::string> pair = {std::string(kLine), "task/t1"};
  scene.when("link", ProposeLink{LinkKind::kFunds, {"task/t1", "task/t2"}, "x"}).then_rejected(kInvalid, "/subjects/1");
  scene.when("link", ProposeLink{LinkKind::kTwin, pair, "x"}).then_rejected(kUnknown, "/subjects/0");
  scene.after("link", ProposeLink{LinkKind::kFunds, pair, "Dòng này chi cho nhiệm vụ"});
  const std::string link = "link/" + link_id(pair_of(LinkKind::kFunds, pair)).value;
  EXPECT_TRUE(link.starts_with("link/funds-"));
  EXPECT_GT(scene.world().representation(subject(kLine)), scene.world().budget_lines.find("b1")->life.last);
  scene.as("so-tai-chinh", Role::kFinance).when(link, LinkRows{{}, qd1(), {}}).then_accepted();
  scene.as("so-khcn", Role::kStandingAgency).when(link, LinkRows{{}, qd1(), {}}).then_accepted();
}

RatioRow a_printed_ratio() {
  return {{"p1.xi.1"},
          {"p1"},
          "3%",
          Decimal{3, 0},
          {{day("2025-07-01"), "Không gồm CĐS", {}, qd1()}, {day("2026-01-01"), "Gồm CĐS", {{"b1"}}, qd1()}}};
}

TEST(Money, M30RatiosOfThePlansAreImportedOnce) {
  const RatioRow row = a_printed_ratio();
  Given scene = given(a_ratio()).actor("luuvet");
  const When made = scene.when("ratio", ImportRow<RatioRow>{row});
  made.then(RatioRegistered{{"p1"}, "3%", Decimal{3, 0}, day("2025-07-01"), "Không gồm CĐS", {}, qd1()},
            RatioRedefined{day("2026-01-01"), "Gồm CĐS", {{"b1"}}, qd1()});
  EXPECT_EQ(made.decision().agency.value, kSystemActor);
  scene.after("ratio", ImportRow<RatioRow>{row});
  EXPECT_EQ(scene.world().ratios.find("p1.xi.1")->definitions.size(), 2u);
  scene.when("ratio", ImportRow<RatioRow>{row}).then();
}

TEST(Money, M30WhatStandsStays) {
  RatioRow row = a_printed_ratio();
  Given scene = given(a_ratio()).actor("luuvet").after("ratio", ImportRow<RatioRow>{row});
  const RatioRedefined by_people{day("2026-01-01"), "Theo Sở Tài chính", {}, qd1()};
  scene.fact({"ratio/p1.xi.1", by_people, "so-tai-chinh"});
  row.name = "4%";
  row.minimum_percent = Decimal{4, 0};
  row.definitions[0].text = "In lại";
  scene.when("ratio", ImportRow<RatioRow>{row}).then();
  row.definitions.push_back({day("2027-01-01"), "Mới", {}, qd1()});
  scene.when("ratio", ImportRow<RatioRow>{row}).then(RatioRedefined{day("2027-01-01"), "Mới", {}, qd1()});
}

TEST(Money, M30RowsAreJudgedAndOnlyTheSystemImports) {
  const Given scene = given(a_ratio()).actor("luuvet");
  const auto faulty = [&](auto&& change) {
    RatioRow row = a_printed_ratio();
    change(row);
    return scene.when("ratio", ImportRow<RatioRow>{row});
  };
  faulty([](RatioRow& row) { row.id = {"P1"}; }).then_rejected(kInvalid, "/id");
  faulty([](RatioRow& row) { row.programme = {"p9"}; }).then_rejected(kUnknown, "/programme");
  faulty([](RatioRow& row) { row.minimum_percent = {}; }).then_rejected(kInvalid, "/minimum_percent");
  faulty([](RatioRow& row) { row.definitions.clear(); }).then_rejected(kInvalid, "/definitions");
  faulty([](RatioRow& row) { row.definitions[1].lines = {{"b9"}}; }).then_rejected(kUnknown, "/definitions/1/lines/0");
  faulty([](RatioRow& row) {
    row.definitions[1].valid_from = row.definitions[0].valid_from;
  }).then_rejected(kInvalid, "/definitions/1/valid_from");
  faulty([](RatioRow& row) {
    row.definitions.resize(kRatioDefinitionsMax + 1, row.definitions[0]);
  }).then_rejected(kInvalid, "/definitions");
  const Given finance = given(a_ratio()).as("so-tai-chinh", Role::kFinance);
  finance.when("ratio", ImportRow<RatioRow>{a_printed_ratio()}).then_rejected(kForbidden, "I05");
}

TEST(Money, M23RatiosAreDefinedWithADayAndADocument) {
  Given scene = given(a_ratio()).as("so-tai-chinh", Role::kFinance);
  DefineNewRatio ratio{{"p1"}, "2%", Decimal{2, 0}, day("2026-01-01"), "R&D", {}, qd1()};
  scene.when("ratio", ratio).then_accepted();
  ratio.minimum_percent = Decimal{1001, 1};
  scene.when("ratio", ratio).then_rejected(kInvalid, "/minimum_percent");
  scene.after("ratio/r1", RedefineRatio{day("2026-07-01"), "Không gồm CĐS", {}, qd1()});
  EXPECT_EQ(scene.world().ratios.find("r1")->definitions.size(), 2u);
  scene.when("ratio/r1", EnterRatioFigures{2026, MoneyBasis::kBudgeted, {}, 600 * kBillion, qd1()}).then_accepted();
  scene.when("ratio/r1", EnterRatioFigures{2026, MoneyBasis::kBudgeted, {}, 0, qd1()})
      .then_rejected(kInvalid, "/denominator");
}

TEST(Money, M24WordsAreReadByWhomTheLineConcerns) {
  Given scene = by_lead(a_paid_budget());
  scene.after(kLine, ReverseDisbursement{{"p1"}, "Nhập nhầm"});
  const World& world = scene.world();
  const auto reads = [&](Role role, const char* agency) {
    Grant grant;
    grant.role = role;
    grant.agency = {agency};
    return Reader({grant}).may_read(world, subject(kLine));
  };
  EXPECT_TRUE(reads(Role::kFinance, "so-khcn"));
  EXPECT_TRUE(reads(Role::kOfficer, "so-tai-chinh"));
  EXPECT_FALSE(reads(Role::kOfficer, "xa-a"));
}

}  // namespace
}  // namespace luuvet::test

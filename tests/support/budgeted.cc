#include "tests/support/budgeted.h"

#include <utility>

namespace luuvet::test {

BudgetLine a_line_of(std::string id, std::initializer_list<std::string_view> leads) {
  BudgetLine line;
  line.id = {std::move(id)};
  line.programme = {"p1"};
  line.source = {{"p1"}, "III", "I.A", "1"};
  line.name = "Dự án " + line.id.value;
  line.lead_agencies = agencies(leads);
  line.funding_source = "undetermined";
  line.need = Need{150 * kBillion, {{"2026", 100 * kBillion}, {"2027", 50 * kBillion}, {"2028", std::nullopt}}};
  return line;
}

Fact of_line(Event event, std::string agency) {
  return {std::string(kLine), std::move(event), std::move(agency)};
}

BudgetComponentRegistered a_component(std::string id, std::optional<std::string> code, ComponentKind kind) {
  return {{std::move(id)}, "Dự án thành phần", {}, {}, std::move(code), kind};
}

BudgetAllocated an_allocation(std::string id, std::string component, Amount amount) {
  BudgetAllocated event;
  event.allocation = {std::move(id)};
  event.component = {std::move(component)};
  event.budget_year = 2026;
  event.amount = amount;
  event.document = qd1();
  return event;
}

BudgetDisbursed a_payment(std::string id, std::string component, PaymentKind kind, Amount amount) {
  BudgetDisbursed event;
  event.payment = {std::move(id)};
  event.component = {std::move(component)};
  event.budget_year = 2026;
  event.kind = kind;
  event.amount = amount;
  event.paid_on = day("2026-03-05");
  return event;
}

std::vector<Fact> a_budget() {
  return together(a_task_at_work(),
                  std::vector{Fact{std::string(kLine), Registered<BudgetLine>{a_line_of("b1", {"so-tai-chinh"})}},
                              of_line(a_component("c1", "7001"))});
}
std::vector<Fact> an_allocated_budget() {
  return together(a_budget(), std::vector{of_line(an_allocation("a1", "c1", 20 * kBillion))});
}
std::vector<Fact> a_paid_budget() {
  return together(an_allocated_budget(),
                  std::vector{of_line(a_payment("p1", "c1", PaymentKind::kPayment, 5 * kBillion))});
}
std::vector<Fact> an_outside_budget() {
  const BudgetOutsideMoneyEntered entered{
      {"o1"}, {"c2"}, OutsideMoneyKind::kMobilised, 2026, 7 * kBillion, day("2026-03-02"), {}, {}};
  return together(a_budget(), std::vector{of_line(a_component("c2", {}, ComponentKind::kNonBudget)), of_line(entered)});
}
std::vector<Fact> an_open_round() {
  return together(a_budget(),
                  std::vector{Fact{"programme/p1", ProgrammeNeedRoundOpened{day("2026-06-30"), qd1()}, "so-khcn"}});
}
std::vector<Fact> a_waiting_extract() {
  const TreasuryExtractBooked booked{"kho-bac.xlsx", "00", ExtractProfile::kVouchers, {}, 0, 1, {}};
  return together(a_budget(),
                  std::vector{Fact{std::string(kExtract), booked, "so-tai-chinh"},
                              Fact{std::string(kExtract), TreasuryRowKept{a_treasury_fact("k1", 3 * kBillion), {}},
                                   "so-tai-chinh"}});
}
std::vector<Fact> a_ratio() {
  const RatioRegistered ratio{{"p1"},         "Tối thiểu 3%", Decimal{3, 0}, day("2026-01-01"),
                              "Chi cho KHCN", {{"b1"}},       qd1()};
  return together(an_allocated_budget(), std::vector{Fact{"ratio/r1", ratio, "so-tai-chinh"}});
}

Disburse paying(PaymentKind kind, Amount amount) {
  Disburse body;
  body.component = {"c1"};
  body.budget_year = 2026;
  body.kind = kind;
  body.amount = amount;
  body.paid_on = day("2026-03-10");
  return body;
}

Allocate allocating(Amount amount) {
  Allocate body;
  body.component = {"c1"};
  body.budget_year = 2026;
  body.amount = amount;
  body.document = qd1();
  return body;
}

ExtractFact a_treasury_fact(std::string key, Amount amount) {
  return {std::move(key), 0, "9999", "Thanh toán", PaymentKind::kPayment, amount, day("2026-03-10"), "UNC 1"};
}

ExtractPlace at_c1() {
  return {{"b1"}, {"c1"}, 2026, FundingSource::kProvincialBudget};
}

}  // namespace luuvet::test

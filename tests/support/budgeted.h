// Budget lines of p1 with money: b1 led by so-tai-chinh with a need of 100 tỷ in 2026 and 50 tỷ in 2027, component c1
// (code 7001), allocations and payments on demand.
#pragma once

#include "domain/money/budget_commands.h"
#include "domain/money/ratio.h"
#include "domain/money/treasury_commands.h"
#include "tests/support/province.h"

namespace luuvet::test {

inline constexpr std::string_view kLine = "budget-line/b1";
inline constexpr std::string_view kExtract = "treasury-extract/x1";
inline constexpr Amount kBillion = 1'000'000'000;  // tỷ

BudgetLine a_line_of(std::string id, std::initializer_list<std::string_view> leads);
Fact of_line(Event event, std::string agency = "so-tai-chinh");

BudgetComponentRegistered a_component(std::string id, std::optional<std::string> code = {},
                                      ComponentKind kind = ComponentKind::kPublicInvestment);
BudgetAllocated an_allocation(std::string id, std::string component, Amount amount);  // 2026, provincial budget
BudgetDisbursed a_payment(std::string id, std::string component, PaymentKind kind, Amount amount);  // 2026-03-05

std::vector<Fact> a_budget();             // a_task_at_work(), b1 and c1
std::vector<Fact> an_allocated_budget();  // 20 tỷ for c1 (a1)
std::vector<Fact> a_paid_budget();        // and 5 tỷ of it paid (p1)
std::vector<Fact> an_outside_budget();    // c2 outside the budget, with an entry o1 of so-tai-chinh
std::vector<Fact> an_open_round();        // a_budget() and a round of p1
std::vector<Fact> a_waiting_extract();    // a_budget(), so-tai-chinh has booked x1, whose row "k1" of 3 tỷ waits
std::vector<Fact> a_ratio();              // a_budget() and ratio r1 over b1

Disburse paying(PaymentKind kind, Amount amount);             // c1, 2026, provincial budget, on 2026-03-10
Allocate allocating(Amount amount);                           // the same
ExtractFact a_treasury_fact(std::string key, Amount amount);  // a payment on 2026-03-10
ExtractPlace at_c1();

}  // namespace luuvet::test

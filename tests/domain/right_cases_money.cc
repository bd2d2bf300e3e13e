// Cases of the table of rights about money.
#include "tests/domain/right_cases.h"
#include "tests/support/budgeted.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

Given priced(std::vector<Fact> facts) {
  return given(std::move(facts));
}

std::vector<RightCase> cases_of_need() {
  const std::string line = "budget-line/b1", plan = "programme/p1";
  const Given scene = priced(a_budget()), round = priced(an_open_round());
  return {{"assign-sources", line, AssignSources{{{2026, FundingSource::kCentralBudget, 1}}, qd1(), {}}, scene},
          {"amend-need", line, AmendNeed{{{2026, 1}}, {}, qd1(), {}}, scene},
          {"revise-need", line, ReviseNeed{{{2026, 1}}, {}, {}}, round},
          {"open-need-round", plan, OpenNeedRound{day("2026-06-30"), qd1()}, scene},
          {"close-need-round", plan, CloseNeedRound{}, round}};
}

std::vector<RightCase> cases_of_components() {
  const std::string line = "budget-line/b1";
  AmendComponent amended{{"c1"}, {}, {}};
  amended.set.values.code = "7003";
  amended.set.present = 0b1000;
  Given contracted = priced(an_allocated_budget());
  contracted.fact(of_line(BudgetContractRegistered{{"h1"}, {"c1"}, "1/HĐ", day("2026-02-01"), "A", 5, {}}));
  AmendContract contract{{"h1"}, {}, "Phụ lục"};
  contract.set.values.amount = 6;
  contract.set.present = 0b1000;
  const RegisterContract fresh{{"c1"}, "2/HĐ", day("2026-02-01"), "B", 5, {}};
  return {{"register-component", line, RegisterComponent{"Dự án", {}, {}, {}, {}}, priced(a_budget())},
          {"amend-component", line, amended, priced(a_budget())},
          {"end-component", line, EndComponent{{"c1"}, "Dừng", {}}, priced(a_budget())},
          {"register-contract", line, fresh, contracted},
          {"amend-contract", line, contract, contracted}};
}

std::vector<RightCase> cases_of_payments() {
  const std::string line = "budget-line/b1";
  const Given allocated = priced(an_allocated_budget()), outside = priced(an_outside_budget());
  const EnterOutsideMoney entered{{"c2"}, OutsideMoneyKind::kSpent, 2026, 1, day("2026-03-10"), {}, {}};
  return {{"allocate", line, allocating(1), priced(a_budget())},
          {"reduce-allocation", line, ReduceAllocation{{"a1"}, 1, qd1(), "Điều chỉnh"}, allocated},
          {"disburse", line, paying(PaymentKind::kPayment, 1), allocated},
          {"reverse-disbursement", line, ReverseDisbursement{{"p1"}, "Nhầm"}, priced(a_paid_budget())},
          {"enter-outside-money", line, entered, outside},
          {"confirm-outside-money", line, ConfirmOutsideMoney{{{"o1"}}, {}}, outside},
          {"reverse-outside-money", line, ReverseOutsideMoney{{"o1"}, "Nhầm"}, outside}};
}

std::vector<RightCase> cases_of_treasury() {
  const Given scene = priced(an_allocated_budget()), waiting = priced(a_waiting_extract());
  const BookTreasuryExtract booked{
      "a.xlsx", "ab", ExtractProfile::kVouchers, {}, {}, {{a_treasury_fact("k9", 1), {}, {}}}, scene.world().head};
  const DefineNewRatio ratio{{"p1"}, "2%", Decimal{2, 0}, day("2026-01-01"), "R&D", {}, qd1()};
  const RedefineRatio anew{day("2026-07-01"), "R&D", {}, qd1()};
  const EnterRatioFigures figures{2026, MoneyBasis::kBudgeted, 1, 100, qd1()};
  return {{"book-treasury-extract", "treasury-extract/x1", booked, scene},
          {"settle-treasury-rows", "treasury-extract/x1", SettleTreasuryRows{{{"k1", {}}}, {}}, waiting},
          {"define-ratio", "ratio", ratio, scene},
          {"define-ratio", "ratio/r1", anew, priced(a_ratio())},
          {"enter-ratio-figures", "ratio/r1", figures, priced(a_ratio())}};
}

}  // namespace

std::vector<RightCase> right_cases_of_money() {
  std::vector<RightCase> all;
  for (const auto& part : {cases_of_need(), cases_of_components(), cases_of_payments(), cases_of_treasury()})
    for (const RightCase& each : part) all.push_back(each);
  return all;
}

}  // namespace luuvet::test

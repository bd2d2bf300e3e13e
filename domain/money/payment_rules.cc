#include "domain/money/payment_rules.h"

#include "domain/plans/unit_plan.h"

namespace luuvet {
namespace {

constexpr int kSettlementDays = 31;  // of the January after the budget year

struct Sums {
  Amount disbursed = 0;
  Amount advances = 0;
};

// In groups of three, as both languages print it: 5.000.000.000 or 5,000,000,000.
std::string printed(Amount amount, char between) {
  std::string digits = std::to_string(amount);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, between);
  return digits;
}

Rejection above_allocation(Amount rest) {
  return rule_broken(
      "M13", "Vượt vốn đã bố trí cho dự án, năm và nguồn này; còn được thanh toán " + printed(rest, '.') + " đồng.",
      "This goes beyond what is allocated for the component, year and source; " + printed(rest, ',') +
          " đồng are left.");
}

std::optional<Rejection> taken_back_fault(Sums sums, PaymentKind kind, Amount amount) {
  if (kind == PaymentKind::kAdvanceRecovery && amount > sums.advances)
    return rule_broken("M14", "Thu hồi tạm ứng không vượt số tạm ứng còn lại.",
                       "No more is recovered than is outstanding as advances.");
  if (kind == PaymentKind::kRepayment && amount > sums.disbursed - sums.advances)
    return rule_broken("M14", "Nộp giảm chi không vượt số đã thanh toán, trừ tạm ứng chưa thu hồi.",
                       "No more is repaid than was paid, advances apart.");
  return std::nullopt;
}

}  // namespace

std::optional<Rejection> ceiling_fault(const MoneyCell& cell, const BudgetContract* contract, PaymentKind kind,
                                       Amount amount) {
  const Amount change = disbursed_by(kind, amount);
  if (change > 0 && plus(cell.disbursed, change) > cell.allocated) return above_allocation(cell.remaining());
  if (auto rejection = taken_back_fault({cell.disbursed, cell.advances}, kind, amount)) return rejection;
  if (!contract) return std::nullopt;
  if (change > 0 && plus(contract->disbursed, change) > contract->content.amount)
    return rule_broken("M13", "Vượt giá trị hợp đồng.", "This goes beyond the contract's value.");
  return taken_back_fault({contract->disbursed, contract->advances}, kind, amount);
}

bool of_budget_year(Date day, std::int64_t year) {
  const Date first = first_of_year(year);
  const Date last = last_of_year(year);
  return first <= day && day.days <= last.days + kSettlementDays;
}

const LedgerEntry* payment_entry(const World& world, const BudgetLineId& line, const PaymentId& payment) {
  const PaymentPlace* place = world.payment_places.find(payment_place(line.value, payment));
  return place ? world.ledger.find(ledger_place(line.value, place->sequence)) : nullptr;
}

std::optional<Rejection> reversal_fault(const MoneyCell& cell, const BudgetContract* contract, const LedgerEntry& entry,
                                        PaymentKind kind) {
  const Amount disbursed = -disbursed_by(kind, entry.amount);
  const Amount advanced = -advanced_by(kind, entry.amount);
  const auto broken = [&](Amount paid, Amount advances, Amount ceiling) {
    const Amount after = plus(paid, disbursed);
    const Amount outstanding = plus(advances, advanced);
    return outstanding < 0 || after < outstanding || (disbursed > 0 && after > ceiling);
  };
  if (!broken(cell.disbursed, cell.advances, cell.allocated) &&
      !(contract && broken(contract->disbursed, contract->advances, contract->content.amount)))
    return std::nullopt;
  return rule_broken("M16", "Bút toán khác dựa trên bút toán này; cần hủy các bút toán đó trước.",
                     "Other entries rest on this one: take those back first.");
}

}  // namespace luuvet

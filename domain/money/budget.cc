#include "domain/money/budget.h"

#include <algorithm>
#include <cstdio>
#include <limits>

namespace luuvet {
namespace {

template <class Items, class Id>
auto find_in(const Items& items, const Id& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& each) { return each.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

Amount plus(Amount a, Amount b) {
  Amount sum = 0;
  if (!__builtin_add_overflow(a, b, &sum)) return sum;
  return a < 0 ? std::numeric_limits<Amount>::min() : std::numeric_limits<Amount>::max();
}

std::string ledger_place(std::string_view line, Sequence sequence) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(sequence));
  return std::string(line) + '/' + digits;
}

std::string payment_place(std::string_view line, const PaymentId& payment) {
  return std::string(line) + '/' + payment.value;
}

const BudgetComponent* find_component(const BudgetBook& book, const ComponentId& id) {
  return find_in(book.components, id);
}
const BudgetAllocation* find_allocation(const BudgetBook& book, const AllocationId& id) {
  return find_in(book.allocations, id);
}
const BudgetContract* find_contract(const BudgetBook& book, const ContractId& id) {
  return find_in(book.contracts, id);
}
const OutsideMoney* find_outside(const BudgetBook& book, const OutsideMoneyId& id) {
  return find_in(book.outside, id);
}

MoneyCell cell_of(const BudgetComponent& component, std::int64_t year, FundingSource source) {
  for (const MoneyCell& cell : component.cells)
    if (cell.year == year && cell.funding_source == source) return cell;
  MoneyCell none;
  none.year = year;
  none.funding_source = source;
  return none;
}

Amount disbursed_by(PaymentKind kind, Amount amount) {
  return kind == PaymentKind::kAdvance || kind == PaymentKind::kPayment ? amount : -amount;
}

Amount advanced_by(PaymentKind kind, Amount amount) {
  if (kind == PaymentKind::kAdvance) return amount;
  return kind == PaymentKind::kAdvanceRecovery ? -amount : 0;
}

std::optional<PaymentKind> payment_kind(LedgerKind kind) {
  switch (kind) {
    case LedgerKind::kAdvance:
      return PaymentKind::kAdvance;
    case LedgerKind::kAdvanceRecovery:
      return PaymentKind::kAdvanceRecovery;
    case LedgerKind::kPayment:
      return PaymentKind::kPayment;
    case LedgerKind::kRepayment:
      return PaymentKind::kRepayment;
    default:
      return std::nullopt;
  }
}

LedgerKind ledger_kind(PaymentKind kind) {
  switch (kind) {
    case PaymentKind::kAdvance:
      return LedgerKind::kAdvance;
    case PaymentKind::kAdvanceRecovery:
      return LedgerKind::kAdvanceRecovery;
    case PaymentKind::kPayment:
      return LedgerKind::kPayment;
    case PaymentKind::kRepayment:
      break;
  }
  return LedgerKind::kRepayment;
}

namespace {

std::optional<std::int64_t> year_of(const std::string& text) {
  if (text.size() != 4 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  return std::stoll(text);
}

}  // namespace

std::vector<YearAmount> need_in_force(const BudgetLine& line, const BudgetBook* book) {
  if (book && book->need) return *book->need;
  std::vector<YearAmount> years;
  if (!line.need) return years;
  for (const auto& [text, amount] : line.need->years)
    if (const auto year = year_of(text); year && amount) years.push_back({*year, *amount});
  return years;
}

Amount total(const std::vector<YearAmount>& years) {
  Amount sum = 0;
  for (const YearAmount& each : years) sum = plus(sum, each.amount);
  return sum;
}

Amount of_year(const std::vector<YearAmount>& years, std::int64_t year) {
  Amount sum = 0;
  for (const YearAmount& each : years)
    if (each.year == year) sum = plus(sum, each.amount);
  return sum;
}

Amount assigned_in(const std::vector<SourceAmount>& sources, std::int64_t year) {
  Amount sum = 0;
  for (const SourceAmount& each : sources)
    if (each.year == year) sum = plus(sum, each.amount);
  return sum;
}

}  // namespace luuvet
